"""Reads how surely the text presents each claim: status, score and every cue."""

from collections.abc import Collection, Iterable

from spacy.tokens import Doc

from ...annotations import Certainty, Claim, Form
from ...clauses import clauses_of
from ...lang.base import LanguageRules
from .bands import Reading, weigh
from .scope import Scope, SentenceClauses

_SHARE = 0.6


class CertaintyComponent:
    """Sets `Claim.certainty` of every claim in `Doc._.claims` by the language's certainty rules."""

    def __init__(self, rules: LanguageRules) -> None:
        self._rules = rules.certainty_rules()
        self._words = rules.clause_words()

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the claims of the Doc."""
        if doc._.claims:
            clauses = self.clauses(doc)
            for claim in doc._.claims:
                claim.certainty = self.judge(claim, clauses, nested_words(claim, doc._.claims))
        return doc

    def clauses(self, doc: Doc) -> SentenceClauses:
        """The clauses of every sentence."""
        return SentenceClauses(doc, {sentence.start: clauses_of(sentence, self._words) for sentence in doc.sents})

    def judge(self, claim: Claim, clauses: SentenceClauses, nested: Collection[int] = ()) -> Certainty:
        """The certainty of one claim, whichever component found it; `nested` as in `Scope`."""
        scope = Scope(claim, clauses, nested)
        return weigh(carrying(self.readings(scope), scope), attributed=scope.attributed)

    def readings(self, scope: Scope) -> list[Reading]:
        """What every rule reads off the claim's scope, each reading with its rule's id."""
        return [
            Reading(reading.span, reading.kind, reading.status, reading.score, rule.id)
            for rule in self._rules
            for reading in rule.apply(scope)
        ]


def nested_words(claim: Claim, claims: Iterable[Claim]) -> frozenset[int]:
    """Indices of the words of attributed claims within this one and smaller: they have their own source."""
    inner = (
        other
        for other in claims
        if other is not claim
        and claim.begin <= other.begin
        and other.end <= claim.end
        and other.end - other.begin < claim.end - claim.begin
        and other.form is not Form.NONE
        and other.cue
    )
    return frozenset(index for other in inner for span in other.content for index in range(span.start, span.end))


def carrying(readings: list[Reading], scope: Scope) -> list[Reading]:
    """The readings that count for the whole of a content of several sentences.

    One doubtful sentence does not make a long quotation doubtful: inside the content a status counts where more than
    half of the sentences have a cue for it or for a weaker one; what the frame says counts always.
    """
    sentences = {scope.doc[index].sent.start for index in scope.content}
    if len(sentences) < 2:
        return readings
    inside = [reading for reading in readings if reading.span.start in scope.content]

    def share(weakness: int) -> float:
        found = {reading.span.sent.start for reading in inside if reading.weakness >= weakness}
        return len(found) / len(sentences)

    return [reading for reading in readings if reading not in inside or share(reading.weakness) >= _SHARE]
