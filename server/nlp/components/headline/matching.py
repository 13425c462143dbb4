"""Which body claims are about the headline's proposition, and what they do to it.

A body claim matches when its words, with the words its sentence refers back to, cover enough of the
headline's content words. It then states the proposition, or denies it, or states it with less certainty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Span

from ...annotations import Claim, Status
from .terms import Term, likeness, terms_of

MATCHED = 0.5
"""Share of the headline's weighted content words a claim must cover to be about the same proposition."""
CONTEXT = 0.7
"""What a word counts that stands only in the claim's source or in the sentence before."""
NAMES_ONLY = 0.6
"""Factor on the coverage where only names agree and no noun, verb or number does."""


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
    headline: Claim, body: list[Claim], negations: frozenset[str], senses: Mapping[str, frozenset[int]]
) -> list[Match]:
    """Every body claim about the headline's proposition, in text order."""
    wanted = terms_of(headline.content, senses)
    if not wanted:
        return []
    negated = is_negated(headline, negations)
    found = []
    for claim in body:
        share = coverage(wanted, terms_of(claim.content, senses), terms_of(_context(claim), senses))
        if share >= MATCHED:
            denied = claim.certainty.status is Status.DENIED or is_negated(claim, negations) != negated
            found.append(Match(claim, Relation.DENIES if denied else Relation.STATES, share))
    return found


def coverage(wanted: list[Term], own: list[Term], context: list[Term]) -> float:
    """The weighted share of `wanted` that the claim's `own` words and its `context` cover, 0 to 1."""
    total = covered = 0.0
    beyond_names = not any(not term.name for term in wanted)
    for term in wanted:
        best = max((likeness(term, other) for other in own), default=0.0)
        beyond_names = beyond_names or (best > 0 and not term.name)
        nearby = max((likeness(term, other) for other in context), default=0.0)
        total += term.weight
        covered += term.weight * max(best, CONTEXT * nearby)
    return covered / total * (1.0 if beyond_names else NAMES_ONLY)


def is_negated(claim: Claim, negations: frozenset[str]) -> bool:
    """Whether an odd number of negation words stands in the claim's content."""
    words = [token.lower_ for span in claim.content for token in span]
    return sum(word in negations for word in words) % 2 == 1


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
