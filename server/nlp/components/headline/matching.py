"""Which body claims are about the headline's proposition, and what they do to it.

A body claim matches when its words, with the words its sentence refers back to, cover enough of the
headline's content words. It then states the proposition, or denies it, or states it with less certainty.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Span

from ...annotations import Claim, Status
from .terms import Term, likeness, terms_of

MATCHED = 0.5
"""Share of the headline's weighted content words a claim must cover to be about the same proposition."""
CONTEXT = 0.7
"""What a word counts that stands only in the claim's source or in the sentence before."""
ELSEWHERE = 0.7
"""Factor on the coverage where what is said differs: the headline's verb, or without one its last noun, is not met."""


class Relation(StrEnum):
    """What a body claim does to the headline's proposition."""

    STATES = "states"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Match:
    """A body claim about the headline's proposition; `coverage` runs from `MATCHED` to 1."""

    claim: Claim
    relation: Relation
    coverage: float


def matches(
    proposition: Iterable[Span], body: list[Claim], negations: frozenset[str], senses: Mapping[str, frozenset[int]]
) -> list[Match]:
    """Every body claim about the proposition, in text order; a negated claim denies it, as a denied one does."""
    wanted = terms_of(proposition, senses)
    if not wanted:
        return []
    found = []
    for claim in body:
        share = coverage(wanted, terms_of(claim.content, senses), terms_of(_context(claim), senses))
        if share >= MATCHED:
            denied = claim.certainty.status is Status.DENIED or is_negated(claim.content, negations)
            found.append(Match(claim, Relation.DENIES if denied else Relation.STATES, share))
    return found


def coverage(wanted: list[Term], own: list[Term], context: list[Term]) -> float:
    """The weighted share of `wanted` that the claim's `own` words and its `context` cover, 0 to 1."""
    total = covered = 0.0
    predicate = _predicate(wanted)
    same_matter = not predicate
    for term in wanted:
        best = max((likeness(term, other) for other in own), default=0.0)
        same_matter = same_matter or (best > 0 and term in predicate)
        nearby = max((likeness(term, other) for other in context), default=0.0)
        total += term.weight
        covered += term.weight * max(best, CONTEXT * nearby)
    return covered / total * (1.0 if same_matter else ELSEWHERE)


def _predicate(wanted: list[Term]) -> list[Term]:
    """The words that say what happened: the verbs, or else the last word that is no name."""
    return [term for term in wanted if term.verb] or [term for term in wanted if not term.name][-1:]


def is_negated(spans: Iterable[Span], negations: frozenset[str]) -> bool:
    """Whether an odd number of negation words stands in the spans."""
    return sum(token.lower_ in negations for span in spans for token in span) % 2 == 1


def _context(claim: Claim) -> list[Span]:
    """The claim's source, its own sentence and the one before it in the same block."""
    doc: Doc = claim.content[0].doc
    sentence = claim.content[0].sent
    spans = [*claim.source.spans, sentence]
    if sentence.start > 0:
        before = doc[sentence.start - 1].sent
        if doc._.layout.index_at(before.start_char) == doc._.layout.index_at(sentence.start_char):
            spans.append(before)
    return spans
