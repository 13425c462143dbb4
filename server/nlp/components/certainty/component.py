"""Reads how surely the text presents each claim: status, score and every cue.

Sets `Claim.certainty` of every claim in `Doc._.claims`. The status is the weakest link of what the language's rules
read off the words that govern the claim (`scope.py`); the score lies in the band of the guidelines' table (`bands.py`),
refined by the cue's strength and, for the article's own voice where a table is learned, by `strength.py`.

| measured on | figure |
|---|---|
| gold, tuning half, status of the gold's own claims | accuracy .88 de, .88 en; macro-F1 .77 de, .82 en |
| Pei & Jurgens findings, `pei_val` | r .60 (the learned sum before it is put into the band .63) |
| UW event factuality, `uw_dev` | r .71 (the learned sum before it is put into the band .78) |

All are printed by `python -m training.certainty evaluate --corpora DIR`.
"""

from collections.abc import Collection, Iterable

from spacy.tokens import Doc

from ...annotations import Certainty, Claim, Form
from ...clauses import clauses_of
from ...lang.base import LanguageRules
from .bands import Reading, weigh
from .scope import Scope, SentenceClauses
from .strength import Strength, features_of

_SHARE = 0.6
_KEY = "hearsay_clauses"


class CertaintyComponent:
    """Sets `Claim.certainty` of every claim in `Doc._.claims` by the language's certainty rules."""

    def __init__(self, rules: LanguageRules) -> None:
        self._rules = rules.certainty_rules()
        self._words = rules.clause_words()
        self._strength = Strength.load(rules.code)

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the claims of the Doc."""
        if doc._.claims:
            clauses = self.clauses(doc)
            for claim in doc._.claims:
                claim.certainty = self.judge(claim, clauses, nested_words(claim, doc._.claims))
        return doc

    def clauses(self, doc: Doc) -> SentenceClauses:
        """The clauses of every sentence, made once for all components."""
        made: SentenceClauses | None = doc.user_data.get(_KEY)
        if made is None:
            made = SentenceClauses(doc, {sentence.start: clauses_of(sentence, self._words) for sentence in doc.sents})
            doc.user_data[_KEY] = made
        return made

    def forget(self, doc: Doc) -> None:
        """Let go of the Doc's clauses when no component needs them any more."""
        doc.user_data.pop(_KEY, None)

    def judge(self, claim: Claim, clauses: SentenceClauses, nested: Collection[int] = ()) -> Certainty:
        """The certainty of one claim, whichever component found it; `nested` as in `Scope`."""
        scope = Scope(claim, clauses, nested)
        readings = carrying(self.readings(scope), scope)
        certainty = weigh(readings, attributed=scope.attributed)
        if self._strength and not scope.attributed:
            self._strength.place(certainty, features_of(scope, readings, certainty.status))
        return certainty

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
    if len(scope.sentences) < 2:
        return readings
    inside = [reading for reading in readings if reading.span.start in scope.content]

    def share(weakness: int) -> float:
        found = {reading.span.sent.start for reading in inside if reading.weakness >= weakness}
        return len(found) / len(scope.sentences)

    return [reading for reading in readings if reading not in inside or share(reading.weakness) >= _SHARE]
