"""Which body claims are about the headline's proposition, and what they do to it.

A body claim matches when its words, with the words its sentence refers back to, cover enough of the
headline's content words. It then states the proposition or denies it; how surely, its own certainty says.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Span

from ...annotations import Claim, SourceType, Status
from ...article import Layout
from .terms import Term, likeness, terms_of

MATCHED = 0.5
"""Share of the headline's weighted content words a claim must cover to be about the same proposition."""
MATCHED_IN_LEAD = 0.35
"""The same for the article's first paragraph, which news writing gives to what the headline says."""
OPPOSED = 0.6
"""A negation denies the headline only where a source's own words cover this much of it, its verb included."""
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
    """A body claim about the headline's proposition; `coverage` is the share of its words met, 0 to 1."""

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
    lead = _first_block(body)
    found = []
    for claim in body:
        own = terms_of(claim.content, senses)
        share = coverage(wanted, own, terms_of(_context(claim), senses))
        in_lead = _block(claim) == lead
        if share >= (MATCHED_IN_LEAD if in_lead else MATCHED) or (in_lead and _shares_name(wanted, own)):
            relation = _relation(claim, negations, coverage(wanted, own, []))
            if relation is not None:
                found.append(Match(claim, relation, share))
    return found


def _relation(claim: Claim, negations: frozenset[str], own_share: float) -> Relation | None:
    """What the claim does to the proposition; None where a negation leaves open what it denies."""
    if claim.certainty.status is Status.DENIED:
        return Relation.DENIES
    if not is_negated(claim.content, negations):
        return Relation.STATES
    attributed = claim.source.type is not SourceType.NONE
    return Relation.DENIES if attributed and own_share >= OPPOSED else None


def _shares_name(wanted: list[Term], own: list[Term]) -> bool:
    """Whether a name of the headline stands in the claim: in the lead, that is the headline's matter in other words."""
    names = {term.stem for term in wanted if term.name}
    return any(term.stem in names for term in own)


def _first_block(body: list[Claim]) -> int:
    return min(_block(claim) for claim in body) if body else -1


def _block(claim: Claim) -> int:
    layout: Layout = claim.content[0].doc._.layout
    return layout.index_at(claim.content[0].start_char)


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
