"""A Doc as the attribution rules read it: units with clauses and frames, made once and shared by all rules."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from spacy.tokens import Doc, Span, Token

from ...annotations import Claim, Form, Medium, Source
from ...article import Layout, Role
from .blocks import ServiceLines
from .frames import Frame
from .quotations import Quotation, quotations
from .units import Clause, Unit, clauses, units

KEY = "hearsay_reading"


class Grammar(Protocol):
    """What the rules ask of a language; every method is a pure function of its arguments."""

    service: ServiceLines
    pointers: frozenset[str]
    """Lower-case words that point at the sentence before (*das*)."""
    nobody: frozenset[str]
    """Lower-case pronouns that name no speaker (*es*, *man*)."""
    naming: frozenset[str]
    """Lower-case words after which a quotation is a name (*film*)."""
    headline_words: frozenset[str]
    """Lower-case words that name a source before a headline's colon (*Insider*)."""
    headline_speakers: frozenset[str]
    """Lower-case words for people who may speak there, also as the last part of a compound (*Herzchirurg*)."""

    def kind(self, token: Token) -> str:
        """The letter of a word (see units.py)."""

    def frames(self, unit: Unit, parts: list[Clause]) -> list[Frame]:
        """The frames of a unit, in text order."""

    def finite(self, unit: Unit, part: Clause) -> int | None:
        """The symbol of the clause's finite verb."""

    def depends(self, unit: Unit, part: Clause) -> bool:
        """Whether the clause is subordinate to another."""

    def content_kind(self, frame: Frame, parts: list[Clause], index: int) -> str:
        """How the clause `index` can be the frame's content (`clause`, `mood`, `plain`, `infinitive`), else empty."""

    def resumes(self, unit: Unit, part: Clause) -> bool:
        """Whether a coordinated clause goes on with the frame's own statement, not with the content before it."""

    def continues(self, unit: Unit, part: Clause) -> bool:
        """Whether the clause is worded as somebody's speech that goes on (Konjunktiv)."""


@dataclass(slots=True)
class Line:
    """One unit with its clauses and frames, its block's index and first token, and the block's role."""

    unit: Unit
    parts: list[Clause]
    frames: list[Frame]
    block: int
    block_start: int
    role: Role


@dataclass(slots=True)
class Reading:
    """The lines of a Doc in text order, service lines left out; `found` keeps what each finder yields."""

    doc: Doc
    grammar: Grammar
    quotations: list[Quotation]
    lines: list[Line]
    found: dict[str, list[Claim]] = field(default_factory=dict)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Note where each line starts."""
        self.starts = [line.unit.starts[0] for line in self.lines]

    def line_at(self, token: int) -> int:
        """The index of the last line that starts at or before a token, -1 where none does."""
        return bisect_right(self.starts, token) - 1


Finder = Callable[[Reading], Iterator[Claim]]


def read(doc: Doc, grammar: Grammar) -> Reading:
    """The Doc's reading, made at the first call."""
    reading: Reading | None = doc.user_data.get(KEY)
    if reading is None:
        reading = doc.user_data[KEY] = _read(doc, grammar)
    return reading


def found_by(finder: Finder, reading: Reading) -> list[Claim]:
    """What a finder yields, found once; each claim's `rule` is the finder's own name for its kind."""
    name = f"{finder.__module__}.{finder.__qualname__}"
    if name not in reading.found:
        reading.found[name] = list(finder(reading))
    return reading.found[name]


def claim(
    name: str,
    form: Form,
    content: list[Span],
    *,
    source: list[Span] | None = None,
    cue: list[Span] | None = None,
    medium: Medium = Medium.UNKNOWN,
) -> Claim:
    """A claim found by the rule kind `name`."""
    return Claim(
        [span for span in content if len(span)], form, name, Source(list(source or ()), medium=medium), list(cue or ())
    )


def block_ranges(doc: Doc) -> list[tuple[int, int, Role]]:
    """Token range and role of each block; blocks are told by the Layout, or by line breaks where there is none."""
    layout: Layout | None = doc._.layout
    ranges: list[tuple[int, int, Role]] = []
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            if token.i > start:
                ranges.append((start, token.i, _role(layout, doc[start])))
            start = token.i + 1
    if start < len(doc):
        ranges.append((start, len(doc), _role(layout, doc[start])))
    return ranges


def _role(layout: Layout | None, token: Token) -> Role:
    return layout.role_at(token.idx) if layout else Role.BODY


def _read(doc: Doc, grammar: Grammar) -> Reading:
    ranges = [span for span in block_ranges(doc) if not grammar.service.is_service(doc[span[0] : span[1]], span[2])]
    quoted = quotations(doc, [(begin, end) for begin, end, _ in ranges])
    by_start = {quotation.start: quotation for quotation in quoted}
    lines: list[Line] = []
    for block, (begin, end, role) in enumerate(ranges):
        for unit in units(doc, begin, end, by_start, grammar.kind):
            sentence = doc[unit.starts[0] : unit.ends[-1]]
            if role is Role.HEADLINE or not grammar.service.is_service_sentence(sentence):
                parts = clauses(unit)
                lines.append(Line(unit, parts, grammar.frames(unit, parts), block, begin, role))
    return Reading(doc, grammar, quoted, lines)
