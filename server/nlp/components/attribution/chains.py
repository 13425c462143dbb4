"""Speech that goes on without a frame: further sentences worded as speech keep the source before them."""

from collections.abc import Iterator

from spacy.tokens import Span

from ...annotations import Claim, Form, Medium
from .reading import Line, Reading, claim

MOST_BLOCKS = 1
"""How many blocks further a source may be taken from."""


def going_on(reading: Reading, before: list[Claim], beside: list[Claim]) -> Iterator[Claim]:
    """Sentences in reported mood without a frame; neighbours of one source make one claim.

    `before` holds the claims with a frame and `beside` those with an adjunct, whose sentences are no continuation; the
    source is that of the last one before the sentence.
    """
    named = [each for each in [*before, *beside] if each.source.spans]
    ends = sorted(((each.end, each) for each in named), key=lambda pair: pair[0])
    taken = {each.source.spans[0].sent.start for each in beside if each.source.spans}
    position = 0
    last: Claim | None = None
    last_block = -2
    running: tuple[list[Span], Claim, int] | None = None
    for line in reading.lines:
        start = line.unit.starts[0]
        while position < len(ends) and ends[position][0] <= start:
            last = ends[position][1]
            last_block = line.block if last.begin >= _block_start(reading, line) else line.block - 1
            position += 1
        if (
            last is not None
            and start not in taken
            and _goes_on(reading, line)
            and line.block - last_block <= MOST_BLOCKS
        ):
            sentence = line.unit.span(0, len(line.unit))
            if running and running[1] is last and running[2] == line.block:
                running = ([reading.doc[running[0][0].start : sentence.end]], last, line.block)
            else:
                yield from _claims(running)
                running = ([sentence], last, line.block)
            last_block = line.block
        else:
            yield from _claims(running)
            running = None
            if not line.frames:
                last_block = min(last_block, line.block)
    yield from _claims(running)


def _claims(running: tuple[list[Span], Claim, int] | None) -> Iterator[Claim]:
    if running:
        content, last, _ = running
        yield claim(
            "chain_mood",
            Form.FREE_INDIRECT,
            content,
            source=last.source.spans,
            medium=last.source.medium or Medium.UNKNOWN,
        )


def _block_start(reading: Reading, line: Line) -> int:
    return next(other.unit.starts[0] for other in reading.lines if other.block == line.block)


def _goes_on(reading: Reading, line: Line) -> bool:
    """Whether the sentence's main clause is in reported mood and has no frame of its own."""
    if line.frames or "Q" in line.unit.kinds:
        return False
    main = next((part for part in line.parts if reading.grammar.finite(line.unit, part) is not None), None)
    return main is not None and reading.grammar.continues(line.unit, main)
