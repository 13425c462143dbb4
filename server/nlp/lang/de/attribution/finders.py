"""The German finders: the shared ones with German grammar and words, and what follows on other claims."""

from collections.abc import Iterator

from ....annotations import Claim, Form
from ....components.attribution import adjuncts as shared
from ....components.attribution import chains, direct, indirect
from ....components.attribution import objects as shared_objects
from ....components.attribution.reading import Line, Reading, claim, found_by
from ...tables import read_table
from .adjuncts import adjuncts
from .hearsay import hearsay
from .kinds import DATA
from .objects import object_of

ACCORDINGLY = frozenset(row["word"] for row in read_table(DATA / "accordingly.tsv"))
NEAR = 4
"""Sentences back within which *demnach* finds its source."""


def beside(reading: Reading) -> Iterator[Claim]:
    """Sources named without a verb."""
    return shared.beside(reading, adjuncts)


def objects(reading: Reading) -> Iterator[Claim]:
    """Noun phrases as content."""
    return shared_objects.reported_objects(reading, object_of)


def going_on(reading: Reading) -> Iterator[Claim]:
    """Further sentences in Konjunktiv, after the claims of all the other finders."""
    return chains.going_on(reading, _framed(reading), found_by(beside, reading))


def hearsay_of_source(reading: Reading) -> Iterator[Claim]:
    """A sentence with reportative *sollen* right after a claim with a source: the source goes on."""
    for each in found_by(hearsay, reading):
        if each.rule == "hearsay_modal" and (source := _source_before(reading, each.begin, 1)):
            yield claim("chain_modal", Form.FREE_INDIRECT, each.content, source=source.source.spans, cue=each.cue)


def accordingly(reading: Reading) -> Iterator[Claim]:
    """A sentence that opens with *demnach*: what the source just named says."""
    for line in reading.lines:
        unit = line.unit
        if unit.token(0).lower_ in ACCORDINGLY and len(unit) > 1 and not line.frames and unit.kinds[1] == "V":
            before = _source_before(reading, unit.starts[0], NEAR, over_blocks=True)
            spans = before.source.spans if before else []
            content = [unit.span(1, unit.text_end)]
            yield claim("chain_accordingly", Form.FREE_INDIRECT, content, source=spans, cue=[unit.span(0, 1)])


def _framed(reading: Reading) -> list[Claim]:
    return [*found_by(direct.framed_quotations, reading), *found_by(indirect.framed_clauses, reading)]


def _source_before(reading: Reading, begin: int, reach: int, *, over_blocks: bool = False) -> Claim | None:
    """The last claim with a source in the `reach` sentences before, in the same block or over its edge."""
    at = reading.line_at(begin)
    first = max(0, at - reach)
    near: list[Line] = [
        line for line in reading.lines[first:at] if over_blocks or line.block == reading.lines[at].block
    ]
    if not near:
        return None
    claims = (*_framed(reading), *found_by(beside, reading), *found_by(going_on, reading))
    inside = [
        each for each in claims if near[0].unit.starts[0] <= each.begin < reading.starts[at] and each.source.spans
    ]
    return max(inside, key=lambda each: each.end, default=None)
