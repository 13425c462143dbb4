"""Contents that are noun phrases: *bestreitet die Treffen*, *berichtet von Treffen*, *denied the allegations*."""

from collections.abc import Callable, Iterator

from spacy.tokens import Span

from ...annotations import Claim, Form
from .frames import Frame, merged
from .reading import Line, Reading, claim
from .units import Clause

LEAST_WORDS = 2

Objects = Callable[[Frame, list[Clause]], tuple[str, list[Span], list[Span]] | None]
"""The kind of a frame's object, its spans, and further spans of the cue (the preposition); None where it has none."""


def reported_objects(reading: Reading, find: Objects) -> Iterator[Claim]:
    """Noun phrases that a frame without clause or quotation presents as somebody's content."""
    for line in reading.lines:
        for frame in line.frames:
            if not frame.source or frame.passive or frame.opener or frame.content or _has_content(reading, line, frame):
                continue
            found = find(frame, line.parts)
            if found and sum(token.is_alpha for span in found[1] for token in span) >= LEAST_WORDS:
                kind, content, added = found
                kind = "reported_denial" if "denial" in frame.verb.complements and kind == "reported_object" else kind
                cue = merged([*frame.cue, *added])
                yield claim(kind, Form.REPORTED, content, source=frame.source, cue=cue, medium=frame.verb.medium)


def _has_content(reading: Reading, line: Line, frame: Frame) -> bool:
    """Whether a quotation or a content clause belongs to the frame."""
    part = line.parts[frame.clause]
    if "Q" in line.unit.kinds[part.start : part.end] or frame.inverted:
        return True
    for index in range(frame.clause + 1, len(line.parts)):
        other = line.parts[index]
        if line.unit.kinds[other.start] == "Q":
            return True
        kind = reading.grammar.content_kind(frame, line.parts, index)
        if kind != "skip":
            return bool(kind)
    return False
