"""Compares the headline's certainty with the body's support for the same proposition."""

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from ...annotations import Claim, HeadlineEvidence, HeadlineJudgement, SourceType, Status
from ...article import Role
from ...lang.base import LanguageRules
from .matching import Match, Relation, matches
from .reading import BODY_ROLES, certainty_of, claims_in, has_headline, strongest_first
from .support import combine, worth
from .terms import senses_of

DENIAL_CERTAINTY = 0.7
"""How surely a reported denial rejects the proposition: as a neutral report states one."""


class HeadlineComponent:
    """Sets `Doc._.headline`: the judgement of the headline against the body (guidelines, section 4)."""

    def __init__(self, rules: LanguageRules) -> None:
        self._negations = rules.headline_words("negation")
        self._absolutes = rules.headline_words("absolute")
        self._opinions = rules.headline_words("opinion")
        self._senses = senses_of(rules.code, rules.synonym_sets())

    def __call__(self, doc: Doc) -> Doc:
        """Judge the headline, or say why it is not rated."""
        doc._.headline = self.judge(doc)
        return doc

    def judge(self, doc: Doc) -> HeadlineJudgement | None:
        """The judgement; None where the article has no headline."""
        if not has_headline(doc):
            return None
        claims = strongest_first(claims_in(doc, frozenset({Role.HEADLINE})), self._absolutes)
        if not claims:
            return HeadlineJudgement([], None, None, [], "no_proposition")
        body = claims_in(doc, BODY_ROLES)
        if not body:
            return HeadlineJudgement(claims, certainty_of(claims[0], self._absolutes), None, [], "no_body")
        return self._against(claims[0], claims, matches(claims[0], body, self._negations, self._senses))

    def _against(self, strongest: Claim, claims: list[Claim], found: list[Match]) -> HeadlineJudgement:
        certainty = certainty_of(strongest, self._absolutes)
        statements = [match for match in found if match.relation is Relation.STATES]
        if not statements:
            return HeadlineJudgement(claims, certainty, None, [], "no_match")
        denials = [match for match in found if match.relation is Relation.DENIES]
        support, effects = combine(self._worths(statements, found), self._worths(denials, found))
        evidence = [HeadlineEvidence(strongest, 100 * certainty, "promise")]
        for effect in effects:
            match = found[effect.index]
            reason = "denies" if match.relation is Relation.DENIES else "states" if effect is effects[0] else "adds"
            evidence.append(HeadlineEvidence(match.claim, -100 * effect.change, reason))
        return HeadlineJudgement(claims, certainty, support, evidence, "rated")

    def _worths(self, chosen: Iterable[Match], found: list[Match]) -> list[tuple[int, float]]:
        """(index in `found`, worth) of the best claim of each independent source among the chosen."""
        best: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for match in chosen:
            best[_voice(match.claim)].append((self._worth(match.claim), -found.index(match)))
        return [(-index, value) for value, index in map(max, best.values())]

    def _worth(self, claim: Claim) -> float:
        certainty = claim.certainty
        score, status = certainty.score, certainty.status
        if status is Status.DENIED:
            score, status = DENIAL_CERTAINTY, Status.REPORTED
        return worth(score, status, claim.source, opinion=self._is_opinion(claim))

    def _is_opinion(self, claim: Claim) -> bool:
        words = {word for span in claim.cue for token in span for word in (token.lower_, token.lemma_, token._.verb)}
        return bool(words & self._opinions)


def _voice(claim: Claim) -> str:
    """What makes two sources the same: the fuller mention; everybody unnamed counts as one."""
    if claim.source.type in {SourceType.ANONYMOUS, SourceType.UNSPECIFIED}:
        return SourceType.ANONYMOUS.value
    if claim.source.type is SourceType.NONE:
        return SourceType.NONE.value
    return (claim.source.resolved or " ".join(span.text for span in claim.source.spans)).casefold()
