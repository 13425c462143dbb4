"""German objects that are a content: *bestreitet die Treffen*, *berichtet von Treffen*, *wirft ihm Verrat vor*."""

import re

from spacy.tokens import Span

from ....components.attribution.frames import Frame
from ....components.attribution.units import Clause
from .kinds import words_of
from .phrases import GENITIVE, PHRASE, PREPOSITIONAL

PREPOSITIONS = words_of("object_preposition")
ADJUNCT = re.compile(PREPOSITIONAL)
OBJECT = re.compile(rf"{PHRASE}(?:{GENITIVE}|{PREPOSITIONAL}|C{PHRASE})*+")


def object_of(frame: Frame, parts: list[Clause]) -> tuple[str, list[Span], list[Span]] | None:
    """The noun phrase that is the frame's accusative or prepositional object, see `Objects`."""
    unit, part = frame.unit, parts[frame.clause]
    taken = {token.i for span in [*frame.source, *frame.cue] for token in span}
    cue_end = max(at for at in range(part.start, part.end) if unit.starts[at] in taken)
    for at in range(part.start, part.end):
        if unit.starts[at] in taken:
            continue
        kind, word = unit.kinds[at], unit.token(at).lower_
        if kind in "Pp":
            if word in PREPOSITIONS & frame.verb.complements:
                return _prepositional(frame, at, part.end)
            match = ADJUNCT.match(unit.kinds, at, part.end)
            if match and match.end() > at:
                taken.update(unit.starts[at : match.end()])
            continue
        if kind in "DGANZ" and "object" in frame.verb.complements and word not in ("dem", "einem", "ihm"):
            match = OBJECT.match(unit.kinds, at, part.end)
            if match and (match.end() == part.end or match.end() <= cue_end or unit.kinds[match.end()] in "vX"):
                return "reported_object", [unit.span(at, match.end())], []
            return None
    return None


def _prepositional(frame: Frame, at: int, end: int) -> tuple[str, list[Span], list[Span]] | None:
    unit = frame.unit
    match = OBJECT.match(unit.kinds, at + 1, end)
    return ("reported_about", [unit.span(at + 1, match.end())], [unit.span(at, at + 1)]) if match else None
