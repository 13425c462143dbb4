"""One list of claims from the rules' and the model's: what is the same is kept once, in a fixed order.

The order, first wins:

1. Nothing in service lines counts, whoever found it.
2. A quotation is cut where its marks are: a model's direct claim that covers most of a quotation gets its exact span.
3. The model's claims stay, but for a clause that only introduces a quotation which is a claim itself, and come
   before the rules', where there is a model. A rule's claim is the same as another where their contents
   share `SAME` of their words; the one that stays takes from it the source or cue it lacks.
4. Among rules a claim with a source comes before one without, then the greater confidence, then the longer content.
5. Beside a model, a rule adds a claim only if it is hearsay, of a headline, or of confidence `SURE` and overlaps no
   other claim; without a model every rule adds its claims.
6. Hearsay inside the content of a claim with a source is left to the certainty of that claim.
"""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Span

from ...annotations import Claim, Form
from .quotations import Quotation

SAME = 0.8
"""Shared words (F1) from which two contents are the same claim."""
WRAPPED = 0.93
"""Shared words (F1) from which a clause only wraps a quotation (*dass „die Brücke hält“*)."""
TOUCHING = 0.1
"""Share of a rule's words in other claims up to which it counts as new beside a model."""
SNAPPED = 0.7
"""Share of a quotation's words that a direct claim must cover to be cut at its marks."""
SURE = 0.8
"""Least measured precision of a rule that may add claims beside a model."""
RULES_ONLY = ("hearsay", "heard", "claimed", "headline", "pointing", "reported_denial")
"""Kinds of rules that see what the corpora behind the models do not annotate."""

FRAMED = ("claimed", "reported_denial")
"""Kinds of rules whose frame makes no further sentence of what a model takes for one."""

Words = frozenset[int]
Worded = tuple[Claim, Words]
"""A claim and the words of its content, read once."""


def combine(learned: Sequence[Claim], ruled: Sequence[Claim], quotations: Sequence[Quotation]) -> list[Claim]:
    """The claims of both, in text order; `learned` is empty where there is no model."""
    for claim in learned:
        snap(claim, quotations)
    kept = _Kept()
    for claim, words in _unframed(_without_shells([(claim, words_of(claim)) for claim in learned]), ruled):
        kept.add(claim, words)
    seen = frozenset(kept.owners)
    rules = _Kept()
    for claim in sorted(ruled, key=_rank):
        rules.keep(claim, words_of(claim))
    for claim, words in rules.claims:
        adds = not learned or id(claim) in rules.seen_by_rules_only or _may_add(claim, words, seen)
        kept.keep(claim, words, lend_only=not adds)
    return sorted(kept.without_inner_hearsay(), key=lambda claim: (claim.begin, -claim.end))


class _Kept:
    """The claims kept so far, found again by their words."""

    def __init__(self) -> None:
        self.claims: list[Worded] = []
        self.owners: dict[int, list[int]] = {}
        self.seen_by_rules_only: set[int] = set()
        self.whole: set[int] = set()

    def keep(self, claim: Claim, words: Words, *, lend_only: bool = False) -> None:
        """Add a claim unless the same one is there, which then takes what it lacks."""
        for index in self._near(words):
            other, others = self.claims[index]
            told = _is_hearsay(claim) and _overlap(claim.cue, other.cue) and _names_nobody(other, claim)
            if told or same(words, others) >= SAME and not _nests(claim, other):
                _complete(other, claim)
                if told and claim.form is Form.FREE_INDIRECT:
                    _spell_out(other, claim)
                    self.whole.add(id(other))
                    self.claims[index] = other, words
                    for word in words - others:
                        self.owners.setdefault(word, []).append(index)
                if _kind(claim).startswith(RULES_ONLY):  # what the corpora leave out, a model learned to doubt
                    self.seen_by_rules_only.add(id(other))
                    other.confidence = max(other.confidence, claim.confidence)
                return
        if not lend_only:
            self.add(claim, words)

    def add(self, claim: Claim, words: Words) -> None:
        """Add a claim that has words."""
        for word in words:
            self.owners.setdefault(word, []).append(len(self.claims))
        if words:
            self.claims.append((claim, words))

    def without_inner_hearsay(self) -> list[Claim]:
        """All claims but hearsay whose words lie inside a claim with a source, and pieces of hearsay that is whole."""
        return [
            claim
            for claim, words in self.claims
            if not (_is_hearsay(claim) and self._is_inside(words)) and not self._is_piece(claim, words)
        ]

    def _is_piece(self, claim: Claim, words: Words) -> bool:
        around = (self.claims[index] for index in self._near(words) if not claim.source.spans)
        return any(
            other is not claim and id(other) in self.whole and words < others and _overlap(claim.cue, other.cue)
            for other, others in around
        )

    def _is_inside(self, words: Words) -> bool:
        around = (self.claims[index] for index in self._near(words))
        return any(claim.source.spans and len(words & others) >= SAME * len(words) for claim, others in around)

    def _near(self, words: Words) -> list[int]:
        return sorted({index for word in words for index in self.owners.get(word, ())})


def snap(claim: Claim, quotations: Sequence[Quotation]) -> None:
    """Cut each piece of a direct claim at the marks of the quotation it mostly covers."""
    if claim.form is not Form.DIRECT:
        return
    doc = claim.content[0].doc
    starts = [quotation.start for quotation in quotations]
    for index, span in enumerate(claim.content):
        for quotation in quotations[max(0, bisect_right(starts, span.start) - 1) : bisect_right(starts, span.end)]:
            shared = min(span.end, quotation.end) - max(span.start, quotation.start)
            if shared >= SNAPPED * (quotation.end - quotation.start) and shared >= SNAPPED * len(span):
                claim.content[index] = doc[quotation.start : quotation.end]
                break


def _without_shells(learned: Sequence[Worded]) -> list[Worded]:
    """All claims but those that only wrap a direct one."""
    quoted = {word: words for claim, words in learned if claim.form is Form.DIRECT for word in words}
    return [
        (claim, words)
        for claim, words in learned
        if claim.form is Form.DIRECT or all(same(words, quoted[word]) < WRAPPED for word in words & quoted.keys())
    ]


def _unframed(learned: Sequence[Worded], ruled: Sequence[Claim]) -> list[Worded]:
    """All claims but those without a cue that hold the whole frame of another (*Der Rat bestreitet die Vorwürfe*)."""
    frames = [
        [word for spans in (claim.source.spans, claim.cue) for span in spans for word in range(span.start, span.end)]
        for claim in ruled
        if _kind(claim).startswith(FRAMED) and claim.source.spans
    ]
    return [
        (claim, words)
        for claim, words in learned
        if claim.cue or claim.form is Form.DIRECT or not any(words.issuperset(frame) for frame in frames)
    ]


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether a word is in both."""
    return any(one.start < other.end and other.start < one.end for one in some for other in others)


def same(one: Words, other: Words) -> float:
    """The share of words two contents have in common (F1)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def words_of(claim: Claim) -> Words:
    """The indices of the content's words, marks left out."""
    return frozenset(token.i for span in claim.content for token in span if not (token.is_punct or token.is_space))


def _rank(claim: Claim) -> tuple[bool, float, int]:
    return not claim.source.spans, -claim.confidence, -sum(len(span) for span in claim.content)


def _nests(claim: Claim, other: Claim) -> bool:
    """Whether both have a source, and not the same: one speaker's words about another's are two claims."""
    sources = [{token.i for span in each.source.spans for token in span} for each in (claim, other)]
    return all(sources) and not sources[0] & sources[1] and claim.content[0].start != other.content[0].start


def _complete(claim: Claim, other: Claim) -> None:
    """Give a claim the source or cue it lacks; no source holds what a rule knows for a cue (*nach Ansicht von*)."""
    if other.source.spans and _overlap(claim.source.spans, other.cue):
        claim.source, claim.cue = other.source, other.cue
    if not claim.source.spans and other.source.spans:
        claim.source = other.source
        claim.cue = claim.cue or other.cue
    elif not claim.cue and other.cue and claim.source.spans:
        claim.cue = other.cue


def _names_nobody(claim: Claim, hearsay: Claim) -> bool:
    """Whether a claim has no source, or only the subject of the passive: *one man* of *one man is believed to …*."""
    passive = _kind(hearsay) == "hearsay_passive"
    return not claim.source.spans or passive and _overlap(claim.source.spans, hearsay.content)


def _spell_out(claim: Claim, hearsay: Claim) -> None:
    """What nobody is named for is claimed whole, with its cue: the model leaves *is believed* out of the content."""
    claim.content, claim.form, claim.source = hearsay.content, hearsay.form, hearsay.source


def _may_add(claim: Claim, words: Words, seen: Words) -> bool:
    if _kind(claim).startswith(RULES_ONLY):
        return True
    return claim.confidence >= SURE and len(words & seen) <= TOUCHING * len(words)


def _is_hearsay(claim: Claim) -> bool:
    return _kind(claim).startswith("hearsay")


def _kind(claim: Claim) -> str:
    return claim.rule.rsplit(".", 1)[-1]
