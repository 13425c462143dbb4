"""Which body claims are about the headline's proposition, and what they do to it.

A body claim matches when its words, with the words its sentence refers back to, cover enough of the
headline's content words. It then states the proposition or denies it; how surely, its own certainty says.
Of the claims that state it only those count that come nearest to it (`nearest`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from spacy.tokens import Doc, Span

from ...annotations import Claim, SourceType, Status
from ...article import Layout
from .frames import Frame, HeadlineFrames
from .negation import Negations, clauses
from .proposition import ELSEWHERE, Met, Proposition, coverage
from .terms import SYNONYM, Senses, Term, counts_in, likeness, miscounts, terms_of

MATCHED = 0.5
"""Share of the headline's weighted content words a claim must cover to be about the same proposition."""
MATCHED_TELLING = 0.4
"""The same for a claim whose own words say what the headline says happened."""
MATCHED_IN_LEAD = 0.35
"""The same for the article's first paragraph, which news writing gives to what the headline says."""
TOUCHED, TOUCHED_ELSEWHERE = 0.15, 0.25
"""The same where it states nothing surely, but tells in other words what the headline may mean; and of other claims."""
OPPOSED = 0.6
"""A negation denies the headline only where a source's own words cover this much of it, its verb included."""
NEAR = 0.75
"""Share of the best claim's nearness that another must reach to count beside it."""
OWN = 0.25
"""Share of the words that the claim's own must cover: the rest may be referred back to."""
SHORT = 14
"""Tokens up to which any governing word of a sentence governs it; in a longer one only its first finite verb does."""
OBJECT = 4
"""Tokens after a verb within which its object begins."""


class Relation(StrEnum):
    """What a body claim does to the headline's proposition."""

    STATES = "states"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Match:
    """A body claim about the headline's proposition; `coverage` is the share of its words met, 0 to 1, `own` without
    the words referred back to.

    `meets` says that what the headline says happened is among them; `miscounts` that it gives another number; `frame`
    is the word that makes a statement of the article's own a mere plan, suspicion or accusation.
    """

    claim: Claim
    relation: Relation
    coverage: float
    own: float
    meets: bool = True
    miscounts: bool = False
    frame: Frame | None = None

    @property
    def nearness(self) -> float:
        """How near it comes, 0 to 1: words of its own count twice as much as words referred back to."""
        return (self.coverage + self.own) / 2


class Matcher:
    """Finds the body claims about a proposition, with a language's negations, governing words and senses."""

    def __init__(self, negations: Negations, frames: HeadlineFrames, senses: Senses) -> None:
        self._negations = negations
        self._frames = frames
        self._senses = senses

    def matches(self, proposition: Sequence[Span], body: list[Claim], about: Sequence[Span] = ()) -> list[Match]:
        """Every body claim about the proposition, in text order; a negated claim denies it, as a denied one does.

        `about` are the headline's other words, which may tell whom it is about. Where no claim states the proposition,
        those that share some words with it, or in the first paragraph a name: its matter in other words.
        """
        wanted = Proposition.of(proposition, self._senses, about)
        if not wanted.terms:
            return []
        doc, lead = proposition[0].doc, _first_block(body)
        opening = [claim.content[0].sent for claim in body if _block(claim) == lead]
        topic = [term for term in self._terms(opening) if term.name]
        found: list[Match] = []
        named: list[Match] = []
        around = cache(lambda start, end: self._terms([doc[start:end]]))
        for claim in body:
            own = self._terms(claim.content)
            context = [term for span in _context(claim) for term in around(span.start, span.end)]
            met = coverage(wanted, own, context, topic)
            other = bool(wanted.counts) and miscounts(wanted.counts, counts_in(claim.content, self._senses))
            if other:
                met = Met(met.share * ELSEWHERE, met.own, tells=False)
            in_lead = _block(claim) == lead
            least = MATCHED_IN_LEAD if in_lead else MATCHED_TELLING if met.tells else MATCHED
            enough = met.share >= least and (met.own >= OWN or met.tells)
            least = TOUCHED if in_lead else TOUCHED_ELSEWHERE
            touched = met.share >= least and (in_lead or met.own >= OWN)
            if not (enough or touched or (in_lead and _shares_name(wanted, own))):
                continue
            frame = self._frame(claim)
            relation = self._relation(claim, frame, wanted, own, met.share)
            if relation is not None:
                (found if enough else named).append(Match(claim, relation, met.share, met.own, met.tells, other, frame))
        if any(match.relation is Relation.STATES for match in found):
            return nearest(found)
        leading = [match for match in named if _block(match.claim) == lead]
        return [*(leading or named), *found]

    def _terms(self, spans: Iterable[Span]) -> list[Term]:
        return terms_of(spans, self._senses)

    def _frame(self, claim: Claim) -> Frame | None:
        """The word that makes a sentence of the article's own a mere plan, suspicion or accusation, or any a denial."""
        frames = [frame for span in claim.content for frame in self._frames.find(span)]
        if claim.source.type is not SourceType.NONE:
            frames = [frame for frame in frames if not frame.takes_object and _holds_in_reports(frame)]
        elif sum(len(span) for span in claim.content) > SHORT:
            governing = _first_verbs(claim)
            frames = [frame for frame in frames if _governs(frame, governing)]
        return min(frames, key=lambda frame: frame.score, default=None)

    def _relation(
        self, claim: Claim, frame: Frame | None, wanted: Proposition, own: list[Term], share: float
    ) -> Relation | None:
        """What the claim does to the proposition; None where a negation leaves open what it denies."""
        if claim.certainty.status is Status.DENIED or (frame and frame.status is Status.DENIED):
            return Relation.DENIES
        if not self._negations.negate(claim.content) or (frame and frame.status is Status.HEDGED):
            return Relation.STATES
        if claim.source.type is SourceType.NONE:
            return None
        said = share >= MATCHED and _negates(claim, wanted, self._negations, self._senses)
        return Relation.DENIES if said or coverage(wanted, own).share >= OPPOSED else None


def nearest(found: list[Match]) -> list[Match]:
    """Without the statements that only touch the matter where others state it, and without those far behind."""
    statements = [match for match in found if match.relation is Relation.STATES]
    telling = [match for match in statements if match.meets] or statements
    best = max(match.nearness for match in telling)
    kept = {id(match) for match in telling if match.nearness >= NEAR * best}
    return [match for match in found if match.relation is Relation.DENIES or id(match) in kept]


def _holds_in_reports(frame: Frame) -> bool:
    """Whether it moves what a source says, too: a denial, or a phrase such as *close to* that belongs to the event."""
    return frame.status is Status.DENIED or (frame.status is Status.HEDGED and len(frame.span) > 1)


def _governs(frame: Frame, verbs: set[int]) -> bool:
    """Whether a frame is, or as a phrase is the object of, one of these verbs: *have opened an investigation into*."""
    begin = frame.span.start
    return begin in verbs or (len(frame.span) > 1 and any(verb < begin <= verb + OBJECT for verb in verbs))


def _first_verbs(claim: Claim) -> set[int]:
    """Indices of the claim's first finite verb and, where that is an auxiliary, of the verb it goes with."""
    tokens = [token for span in claim.content for token in span]
    first = next((place for place, token in enumerate(tokens) if token._.mood), None)
    if first is None:
        return set()
    found = {tokens[first].i}
    if tokens[first].pos_ == "AUX":
        found.update(token.i for token in [token for token in tokens[first + 1 :] if token.pos_ == "VERB"][:1])
    return found


def _negates(claim: Claim, wanted: Proposition, negations: Negations, senses: Senses) -> bool:
    """Whether a negation stands in one clause with a word that says what the headline says happened."""
    for span in claim.content:
        for clause in clauses(span):
            own = terms_of([clause], senses)
            said = any(likeness(term, other) >= SYNONYM for term in wanted.predicate for other in own)
            if said and negations.count(clause):
                return True
    return False


def _shares_name(wanted: Proposition, own: list[Term]) -> bool:
    """Whether a name of the headline stands in the claim: in the lead, that is the headline's matter in other words."""
    names = {term.stem for term in wanted.terms if term.name}
    return any(term.stem in names for term in own)


def _first_block(body: list[Claim]) -> int:
    return min(_block(claim) for claim in body) if body else -1


def _block(claim: Claim) -> int:
    layout: Layout = claim.content[0].doc._.layout
    return layout.index_at(claim.content[0].start_char)


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
