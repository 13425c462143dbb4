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
    spoken = _spoken(reading, [*before, *beside])
    taken = {each.source.spans[0].sent.start for each in beside if each.source.spans}
    running: _Running | None = None
    last: _Spoken | None = None
    position, last_block = 0, -MOST_BLOCKS
    for line in reading.lines:
        start = line.unit.starts[0]
        while position < len(spoken) and spoken[position].end <= start:
            last, position = spoken[position], position + 1
            last_block = line.block - (last.end <= line.block_start)
        if last is None or start in taken or line.block - last_block > MOST_BLOCKS or not _goes_on(reading, line):
            yield from _claims(running)
            running = None
            continue
        last_block = line.block
        sentence = line.unit.span(0, len(line.unit))
        if running and running.source is last.source and running.block == line.block:
            running.content = reading.doc[running.content.start : sentence.end]
        else:
            yield from _claims(running)
            running = _Running(sentence, last.source, last.medium, line.block)
    yield from _claims(running)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Words that end at the token `end`, exclusive, and whose they are."""

    end: int
    source: list[Span]
    medium: Medium


def _spoken(reading: Reading, claims: list[Claim]) -> list[_Spoken]:
    """What claims and frames of speech name as said, in text order; a frame counts to its sentence's end."""
    said = [_Spoken(each.end, each.source.spans, each.source.medium) for each in claims if each.source.spans]
    for line in reading.lines:
        said += [
            _Spoken(line.unit.ends[-1], each.source, each.verb.medium)
            for each in line.frames
            if speaks(each, reading.grammar.nobody)
        ]
    return sorted(said, key=lambda each: each.end)


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
