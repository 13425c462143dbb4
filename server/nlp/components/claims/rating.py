"""How check-worthy a claim is: its features put into the learned weights."""

from spacy.tokens import Span

from ...annotations import Claim, Form
from .features import Features, place, surface
from .model import Checkworthiness, WordTable, probability


def features_of(claim: Claim, table: WordTable, first_person: frozenset[str]) -> Features:
    """All features of a claim; its words are those from its first piece to its last."""
    span: Span = claim.content[0].doc[claim.begin : claim.end]
    words = surface(span, first_person)
    return words | table.features(span, words) | place(span)


def rate(claim: Claim, model: Checkworthiness, first_person: frozenset[str]) -> float:
    """The probability, 0 to 1, that a fact-checker could test the claim and would bother to."""
    weights = model.own if claim.form is Form.NONE else model.attributed
    return probability(weights, features_of(claim, model.words, first_person))
