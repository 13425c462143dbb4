"""Reads how surely the text presents each claim: status, score and every cue."""

from spacy.tokens import Doc

from ...annotations import Certainty, Claim
from ...clauses import clauses_of
from ...lang.base import LanguageRules
from .bands import Reading, weigh
from .scope import Scope, SentenceClauses


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
                claim.certainty = self.judge(claim, clauses)
        return doc

    def clauses(self, doc: Doc) -> SentenceClauses:
        """The clauses of every sentence."""
        return SentenceClauses(doc, {sentence.start: clauses_of(sentence, self._words) for sentence in doc.sents})

    def judge(self, claim: Claim, clauses: SentenceClauses) -> Certainty:
        """The certainty of one claim, whichever component found it."""
        scope = Scope(claim, clauses)
        return weigh(self.readings(scope), attributed=scope.attributed)

    def readings(self, scope: Scope) -> list[Reading]:
        """What every rule reads off the claim's scope, each reading with its rule's id."""
        return [
            Reading(reading.span, reading.kind, reading.status, reading.score, rule.id)
            for rule in self._rules
            for reading in rule.apply(scope)
        ]
