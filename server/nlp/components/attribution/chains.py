"""Speech that goes on without a frame: further sentences worded as speech keep the source before them."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from ...annotations import Claim, Form, Medium
from .direct import speaks
from .reading import Line, Reading, claim

MOST_BLOCKS = 1
"""How many blocks further a source may be taken from."""


def going_on(reading: Reading, before: list[Claim], beside: list[Claim]) -> Iterator[Claim]:
    """Sentences in reported mood without a frame; neighbours of one source make one claim.

    `before` holds the claims with a frame and `beside` those with an adjunct, whose sentences are no continuation; the
    source is that of the last one before the sentence.
    """
    spoken = [
        (span, each.source.spans, each.source.medium) for each in [*before, *beside] for span in each.content[-1:]
    ]
    for line in reading.lines:
        spoken += [
            (line.unit.span(0, len(line.unit)), each.source, each.verb.medium) for each in line.frames if speaks(each)
        ]
    ends = sorted(((span.end, source, medium) for span, source, medium in spoken if source), key=lambda item: item[0])
    taken = {each.source.spans[0].sent.start for each in beside if each.source.spans}
    running: _Running | None = None
    position, last_block = 0, -2
    last: tuple[list[Span], Medium] | None = None
    for line in reading.lines:
        start = line.unit.starts[0]
        while position < len(ends) and ends[position][0] <= start:
            last, last_block, position = (
                ends[position][1:],
                line.block - (ends[position][0] <= _block_start(reading, line)),
                position + 1,
            )
        if last is None or start in taken or line.block - last_block > MOST_BLOCKS or not _goes_on(reading, line):
            yield from _claims(running)
            running = None
            continue
        last_block = line.block
        sentence = line.unit.span(0, len(line.unit))
        if running and running.source is last[0] and running.block == line.block:
            running.content = reading.doc[running.content.start : sentence.end]
        else:
            yield from _claims(running)
            running = _Running(sentence, *last, line.block)
    yield from _claims(running)


@dataclass(slots=True)
class _Running:
    """Sentences of one source in one block, while they go on."""

    content: Span
    source: list[Span]
    medium: Medium
    block: int


def _claims(running: _Running | None) -> Iterator[Claim]:
    if running:
        yield claim("chain_mood", Form.FREE_INDIRECT, [running.content], source=running.source, medium=running.medium)


def _block_start(reading: Reading, line: Line) -> int:
    return next(other.unit.starts[0] for other in reading.lines if other.block == line.block)


def _goes_on(reading: Reading, line: Line) -> bool:
    """Whether the sentence's main clause is in reported mood and has no frame of its own."""
    if line.frames or line.unit.kinds[:1] == "Q":
        return False
    main = next((part for part in line.parts if reading.grammar.finite(line.unit, part) is not None), None)
    if main is None:
        quoted = (
            token for at in range(len(line.unit)) if line.unit.kinds[at] == "Q" for token in line.unit.span(at, at + 1)
        )
        return next((token._.mood == "sub1" for token in quoted if token._.mood), False)
    return reading.grammar.continues(line.unit, main)
