"""How check-worthy a claim is: its features put into the learned weights."""

from spacy.tokens import Doc, Span

from ...annotations import Claim, Form
from ...lang.base import LanguageRules
from .features import Features, Theme, place, surety, surface
from .model import Checkworthiness, WordTable, probability
from .signals import SignalReader, SignalWords


class DocFeatures:
    """What one Doc's claims are judged by, made once per Doc."""

    def __init__(self, doc: Doc, reader: SignalReader, table: WordTable) -> None:
        self._signals = reader(doc)
        self._theme = Theme(doc)
        self._table = table

    def features(self, claim: Claim) -> Features:
        """All features of a claim; its words are those from its first piece to its last."""
        span: Span = claim.content[0].doc[claim.begin : claim.end]
        words = surface(span, self._signals)
        return words | self._table.features(span, words) | place(span) | self._theme.features(span) | surety(claim)


class Rater:
    """Rates claims by one language's model."""

    def __init__(self, rules: LanguageRules) -> None:
        self._model = Checkworthiness.load(rules.code)
        self._reader = SignalReader(SignalWords.of(rules))

    def read(self, doc: Doc) -> DocFeatures:
        """Read a Doc whose claims are to be rated."""
        return DocFeatures(doc, self._reader, self._model.words)

    def rate(self, claim: Claim, read: DocFeatures) -> float:
        """The probability, 0 to 1, that a fact-checker could test the claim and would bother to."""
        weights = self._model.own if claim.form is Form.NONE else self._model.attributed
        return probability(weights, read.features(claim))
