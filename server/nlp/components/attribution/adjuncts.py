"""Sources named beside the sentence rather than by a frame: *laut X*, *nach Angaben von X*, *according to X*."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from ...annotations import Claim, Form
from .frames import Frame
from .reading import Line, Reading, claim
from .units import Clause, Unit

LEAST_WORDS = 3


@dataclass(slots=True)
class Adjunct:
    """A source beside its content: symbols `start` to `end` of the whole phrase, with its cue and source spans."""

    name: str
    start: int
    end: int
    cue: list[Span]
    source: list[Span]


Adjuncts = Callable[[Unit, list[Clause]], list[Adjunct]]


def beside(reading: Reading, find: Adjuncts) -> Iterator[Claim]:
    """Claims of the sentences and clauses that an adjunct stands in or beside."""
    for line in reading.lines:
        for adjunct in find(line.unit, line.parts):
            content = _content(reading, line, adjunct)
            words = sum(token.is_alpha for span in content for token in span)
            kinds = line.unit.kinds
            if words < LEAST_WORDS or "Q" in kinds and any(frame.inverted for frame in line.frames):
                continue
            only = [at for at in range(len(kinds)) if not adjunct.start <= at < adjunct.end and kinds[at] not in ",.-"]
            form = Form.DIRECT if only and all(kinds[at] == "Q" for at in only) else Form.INDIRECT
            yield claim(adjunct.name, form, content, source=adjunct.source, cue=adjunct.cue)


def _content(reading: Reading, line: Line, adjunct: Adjunct) -> list[Span]:
    """The sentence without the adjunct; only its own clause where that is a complement of a frame."""
    unit = line.unit
    first, last = _scope(reading, line, adjunct)
    before, after = adjunct.start, adjunct.end
    while before > first and unit.kinds[before - 1] in ",-":
        before -= 1
    while after < last and unit.kinds[after] in ",-":
        after += 1
    pieces = [(first, before), (after, last)]
    return [unit.span(begin, end) for begin, end in pieces if begin < end]


def _scope(reading: Reading, line: Line, adjunct: Adjunct) -> tuple[int, int]:
    """The symbols the adjunct speaks of: the sentence, or the content clause of the frame before it."""
    first, last = 0, line.unit.text_end
    for mark in (at for at in range(adjunct.start) if line.unit.kinds[at] == ";"):
        first = mark + 1
    for frame in line.frames:
        start = _content_start(reading, line, frame)
        if start is not None and start <= adjunct.start:
            first = max(first, start)
        elif frame.inverted and frame.head >= adjunct.end:
            last = min(last, max(part.end for part in line.parts if part.end <= frame.head))
    return first, last


def _content_start(reading: Reading, line: Line, frame: Frame) -> int | None:
    """Where the content clause of a frame begins, None where it has none after it."""
    if frame.content:
        return frame.content[1]
    for index in range(frame.clause + 1, len(line.parts)):
        if line.parts[index].start >= frame.tail:
            kind = reading.grammar.content_kind(frame, line.parts, index)
            if kind != "skip":
                return line.parts[index].start if kind else None
    return None
