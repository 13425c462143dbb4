"""English objects that are a content: *denied the allegations*, *accused Kern of lying*, *warned of a flood*."""

import re

from spacy.tokens import Span

from ....components.attribution.frames import Frame
from ....components.attribution.units import Clause
from .phrases import PHRASE, PREPOSITIONAL

OBJECT = re.compile(rf"{PHRASE}(?:{PREPOSITIONAL}|,?C{PHRASE})*+")


def object_of(frame: Frame, parts: list[Clause]) -> tuple[str, list[Span], list[Span]] | None:
    """The noun phrase right after the cue, to the end of the clause, see `Objects`."""
    unit, part = frame.unit, parts[frame.clause]
    if "object" not in frame.verb.complements:
        return None
    cue_end = frame.cue[-1].end
    at = next((at for at in range(part.start, part.end) if unit.starts[at] >= cue_end), part.end)
    match = OBJECT.match(unit.kinds, at, part.end)
    if not match or set("Vvt") & set(unit.kinds[match.end() : part.end]):
        return None
    return "reported_object", [unit.span(at, match.end())], []
