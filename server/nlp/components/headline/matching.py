"""Which body claims are about the headline's proposition, and what they do to it.

A body claim matches when its words, with the words its sentence refers back to, cover enough of the
headline's content words. It then states the proposition or denies it; how surely, its own certainty says.
Of the claims that state it only those count that come nearest to it (`nearest`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Span

from ...annotations import Claim, SourceType, Status
from ...article import Layout
from .terms import SYNONYM, Senses, Term, likeness, terms_of

MATCHED = 0.5
"""Share of the headline's weighted content words a claim must cover to be about the same proposition."""
MATCHED_IN_LEAD = 0.35
"""The same for the article's first paragraph, which news writing gives to what the headline says."""
OPPOSED = 0.6
"""A negation denies the headline only where a source's own words cover this much of it, its verb included."""
NEAR = 0.75
"""Share of the best claim's coverage that another must reach to count beside it."""
CONTEXT = 0.7
"""What a word counts that stands only in the claim's source or in the sentence before."""
ELSEWHERE = 0.7
"""Factor on the coverage where what is said differs: the headline's verb, or without one its last noun, is not met."""
POINTING = 2
"""Content words up to which a denied content only points at what was said before: *den Vorwurf*, *the report*."""


class Relation(StrEnum):
    """What a body claim does to the headline's proposition."""

    STATES = "states"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Match:
    """A body claim about the headline's proposition; `coverage` is the share of its words met, 0 to 1.

    `meets` says that what the headline says happened is among them.
    """

    claim: Claim
    relation: Relation
    coverage: float
    meets: bool = True


def matches(
    proposition: Iterable[Span], body: list[Claim], negations: frozenset[str], senses: Senses
) -> list[Match]:
    """Every body claim about the proposition, in text order; a negated claim denies it, as a denied one does."""
    wanted = terms_of(proposition, senses)
    if not wanted:
        return []
    lead = _first_block(body)
    found, named = [], []
    for claim in body:
        own = terms_of(claim.content, senses)
        context = terms_of(_context(claim), senses)
        share, meets = coverage(wanted, own, context)
        relation = _relation(claim, negations, wanted, own, share)
        if relation is None:
            continue
        match = Match(claim, relation, share, meets)
        in_lead = _block(claim) == lead
        if share >= (MATCHED_IN_LEAD if in_lead else MATCHED) or _points_back(claim, own, context, wanted):
            found.append(match)
        elif in_lead and _shares_name(wanted, own):
            named.append(match)
    return nearest(found) if any(match.relation is Relation.STATES for match in found) else [*named, *found]


def nearest(found: list[Match]) -> list[Match]:
    """Without the statements that only touch the matter where others state it, and without those far behind."""
    statements = [match for match in found if match.relation is Relation.STATES]
    telling = [match for match in statements if match.meets] or statements
    best = max(match.coverage for match in telling)
    kept = {id(match) for match in telling if match.coverage >= NEAR * best}
    return [match for match in found if match.relation is Relation.DENIES or id(match) in kept]


def _relation(
    claim: Claim, negations: frozenset[str], wanted: list[Term], own: list[Term], share: float
) -> Relation | None:
    """What the claim does to the proposition; None where a negation leaves open what it denies."""
    if claim.certainty.status is Status.DENIED:
        return Relation.DENIES
    if not is_negated(claim.content, negations):
        return Relation.STATES
    if claim.source.type is SourceType.NONE:
        return None
    said = any(likeness(term, other) >= SYNONYM for term in _predicate(wanted) for other in own)
    opposed = coverage(wanted, own, [])[0] >= OPPOSED or (said and share >= MATCHED)
    return Relation.DENIES if opposed else None


def _points_back(claim: Claim, own: list[Term], context: list[Term], wanted: list[Term]) -> bool:
    """Whether a source rejects what the sentences around its words say of the proposition."""
    if claim.certainty.status is not Status.DENIED or len(own) > POINTING:
        return False
    return coverage(wanted, context, [])[0] >= MATCHED_IN_LEAD


def _shares_name(wanted: list[Term], own: list[Term]) -> bool:
    """Whether a name of the headline stands in the claim: in the lead, that is the headline's matter in other words."""
    names = {term.stem for term in wanted if term.name}
    return any(term.stem in names for term in own)


def _first_block(body: list[Claim]) -> int:
    return min(_block(claim) for claim in body) if body else -1


def _block(claim: Claim) -> int:
    layout: Layout = claim.content[0].doc._.layout
    return layout.index_at(claim.content[0].start_char)


def coverage(wanted: list[Term], own: list[Term], context: list[Term]) -> tuple[float, bool]:
    """The weighted share of `wanted` that the claim's `own` words and its `context` cover, 0 to 1.

    Also whether the claim itself has what the headline says happened.
    """
    total = covered = 0.0
    predicate = _predicate(wanted)
    meets = not predicate
    for term in wanted:
        best = max((likeness(term, other) for other in own), default=0.0)
        meets = meets or (best > 0 and term in predicate)
        nearby = max((likeness(term, other) for other in context), default=0.0)
        total += term.weight
        covered += term.weight * max(best, CONTEXT * nearby)
    return covered / total * (1.0 if meets else ELSEWHERE), meets


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
