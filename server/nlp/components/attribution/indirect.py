"""Indirect speech: the clause before, after or around a frame."""

from collections.abc import Iterator

from spacy.tokens import Span

from ...annotations import Claim, Form
from .frames import Frame
from .reading import Line, Reading, claim

COMPARING = frozenset(["wie", "as"])
"""Conjunctions of frames that stand beside the whole sentence: *wie die Polizei mitteilte*."""


def framed_clauses(reading: Reading) -> Iterator[Claim]:
    """Clauses that a frame presents as somebody's content."""
    for line in reading.lines:
        for frame in line.frames:
            if frame.opener in COMPARING:
                found = _around(reading, line, frame)
            else:
                found = _after(reading, line, frame) or _before(reading, line, frame)
            if found:
                name, content = found
                name = "hearsay_said" if frame.impersonal else name
                yield claim(name, Form.INDIRECT, content, source=frame.source, cue=frame.cue, medium=frame.verb.medium)


def _after(reading: Reading, line: Line, frame: Frame) -> tuple[str, list[Span]] | None:
    """The content clause after the frame: complement clause, Konjunktiv or plain clause, infinitive."""
    if frame.content:
        kind, start = frame.content
        own = _own_end(line, frame.clause)
        return f"indirect_{kind}", [
            line.unit.span(start, own if frame.bounded else max(_end_after(reading, line, frame.clause), own))
        ]
    for index in range(frame.clause + 1, len(line.parts)):
        part = line.parts[index]
        if part.start < frame.tail:
            continue
        kind = reading.grammar.content_kind(frame, line.parts, index)
        if kind == "skip":
            continue
        if kind:
            return f"indirect_{kind}", [line.unit.span(part.start, _end_after(reading, line, index))]
        return None
    return None


def _before(reading: Reading, line: Line, frame: Frame) -> tuple[str, list[Span]] | None:
    """The content before a frame that opens with its verb (*…, sagte er*), with what goes on after the frame."""
    if not frame.inverted or "clause" not in frame.verb.complements or frame.clause == 0:
        return None
    first = _begin_before(line, frame)
    before = [part for part in line.parts if first <= part.start and part.end <= frame.head]
    if not before or any(line.unit.kinds[part.start] == "Q" for part in before[-1:]):
        return None
    main = [part for part in before if not reading.grammar.depends(line.unit, part)]
    if not main or not (frame.source or frame.impersonal):
        return None
    complete = any(reading.grammar.finite(line.unit, part) is not None for part in main)
    content = [line.unit.span(before[0].start, before[-1].end)]
    rest = next((part for part in line.parts if part.start >= frame.tail), None)
    goes_on = rest is not None and line.unit.kinds[rest.start] not in "CQ" and rest.before in (",", "-")
    if rest is not None and goes_on and (not complete or reading.grammar.continues(line.unit, rest)):
        content.append(line.unit.span(rest.start, line.unit.text_end))
        return "indirect_interrupted", content
    return ("indirect_before_frame", content) if complete else None


def _around(reading: Reading, line: Line, frame: Frame) -> tuple[str, list[Span]] | None:
    """The sentence around a comparing frame: *Wie X mitteilte, …*; *…, wie X mitteilte, …*."""
    if not frame.closed or "clause" not in frame.verb.complements:
        return None
    part = line.parts[frame.clause]
    before = [other for other in line.parts if other.end <= part.start]
    after = [other for other in line.parts if other.start >= frame.tail]
    content = []
    if before:
        content.append(line.unit.span(before[0].start, before[-1].end))
    if after and after[0].before in (",", "-", "Q", ":"):
        content.append(line.unit.span(after[0].start, line.unit.text_end))
    if not any(reading.grammar.finite(line.unit, other) is not None for other in [*before, *after]):
        return None
    return ("indirect_as_frame", content) if content else None


def _begin_before(line: Line, frame: Frame) -> int:
    """Where the content before a postposed frame begins: after the frame before it, else at the unit's start."""
    ends = [
        other.tail
        for other in line.frames
        if other.clause < frame.clause and not other.opener and _is_outside(line, other)
    ]
    return max(ends, default=0)


def _is_outside(line: Line, other: Frame) -> bool:
    """Whether another frame's clause is coordinated with this one rather than part of the content."""
    return other.inverted


def _end_after(reading: Reading, line: Line, index: int) -> int:
    """Where the content from clause `index` ends: before a postposed or coordinated frame, else with the unit."""
    for at in range(index + 1, len(line.parts)):
        part = line.parts[at]
        heads = [frame for frame in line.frames if part.start <= frame.head < part.end and not frame.opener]
        coordinated = line.unit.kinds[part.start] == "C"
        if (
            any(frame.inverted or coordinated for frame in heads)
            or coordinated
            and reading.grammar.resumes(line.unit, part)
        ):
            return line.parts[at - 1].end
    return line.unit.text_end


def _own_end(line: Line, index: int) -> int:
    """The end of a clause with the quotation that is part of it."""
    while line.parts[index].after == "Q" and index + 1 < len(line.parts):
        index += 1
    return line.parts[index].end
