"""Cuts a block's text where claims begin and end, so that overlapping claims can be drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..article import Block
from ..result import Analysis, ClaimResult


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and the claims over it, the outermost first; `ends` are claims that end with it."""

    text: str
    claims: tuple[ClaimResult, ...]
    ends: tuple[ClaimResult, ...]


def segments(block: Block, analysis: Analysis) -> Iterator[Segment]:
    """The block's text in order, cut at every claim's borders."""
    spans = [
        (span.begin, span.end, claim, span == claim.spans[-1])
        for claim in analysis.claims
        for span in claim.spans
        if span.block == block.id
    ]
    spans.sort(key=lambda span: (span[0], -span[1]))
    borders = sorted({0, len(block.text), *(border for begin, end, *_ in spans for border in (begin, end))})
    for begin, end in zip(borders, borders[1:], strict=False):
        yield Segment(
            block.text[begin:end],
            tuple(claim for first, last, claim, _ in spans if first <= begin and end <= last),
            tuple(claim for _, last, claim, final in spans if final and last == end),
        )
