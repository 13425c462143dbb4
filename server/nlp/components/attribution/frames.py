"""Frames: the words around a reporting cue, with the source they name. Languages find them; finders use them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Span

from ...annotations import Medium
from ...lang.tables import read_table
from .units import Clause, Unit


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A reporting verb: what may be its content (see the header of `cues.tsv`) and its channel."""

    complements: frozenset[str]
    medium: Medium


@dataclass(slots=True)
class Frame:
    """One cue in one clause of a unit; `clause` is its index among the unit's clauses.

    `inverted`: the verb opens the clause, so the content stands before it (*„…“, sagte er*). `opener` is the
    conjunction that opens the clause (*wie*, *dass*), else empty. `passive`: the subject is not the source.
    `tail` is the index after the last symbol of the frame, its apposition included. `content` is set where the content
    begins inside the frame's own clause: how it is joined, and its first symbol; `bounded` where it cannot reach beyond
    that clause because the clause itself depends on another; `closed` where nothing that could be content follows the
    cue in that clause; `impersonal` where the subject is an expletive (*es heißt*).
    """

    unit: Unit
    clause: int
    cue: list[Span]
    source: list[Span]
    verb: CueVerb
    head: int
    tail: int
    inverted: bool = False
    opener: str = ""
    passive: bool = False
    content: tuple[str, int] | None = None
    bounded: bool = False
    closed: bool = True
    impersonal: bool = False


Frames = Callable[[Unit, list[Clause]], list[Frame]]


def read_cues(path: Path) -> dict[str, CueVerb]:
    """The cue verbs of a language, by infinitive with particle."""
    return {
        row["verb"]: CueVerb(frozenset(row["complements"].split()), Medium(row["medium"])) for row in read_table(path)
    }


def merged(spans: list[Span]) -> list[Span]:
    """Spans in text order, neighbours made one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if joined and joined[-1].end == span.start:
            joined[-1] = span.doc[joined[-1].start : span.end]
        else:
            joined.append(span)
    return joined
