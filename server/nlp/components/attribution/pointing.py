"""Frames that point at the sentence before: *Das behauptet ein früherer Lotse*; *That is what a pilot claims*."""

from collections.abc import Iterator

from ...annotations import Claim, Form
from .frames import Frame
from .reading import Line, Reading, claim


def pointed_at(reading: Reading) -> Iterator[Claim]:
    """The whole sentence before a frame that points back at it and has no content of its own."""
    for before, line in zip(reading.lines, reading.lines[1:], strict=False):
        for frame in line.frames:
            if before.block == line.block and _points_back(reading, line, frame):
                form = Form.DIRECT if before.unit.kinds.strip(".") == "Q" else Form.INDIRECT
                content = [before.unit.span(0, len(before.unit))]
                yield claim(
                    "pointing_back", form, content, source=frame.source, cue=frame.cue, medium=frame.verb.medium
                )
                break


def _points_back(reading: Reading, line: Line, frame: Frame) -> bool:
    if not frame.source or "clause" not in frame.verb.complements or frame.opener or frame.content or frame.clause:
        return False
    if "Q" in line.unit.kinds or any(reading.grammar.finite(line.unit, part) is not None for part in line.parts[1:]):
        return False
    return line.unit.token(0).lower_ in reading.grammar.pointers
