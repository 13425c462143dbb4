"""English sources without a verb: *according to*."""

from ....components.attribution.adjuncts import Adjunct
from ....components.attribution.units import Clause, Unit
from ...tables import read_table
from .kinds import DATA
from .phrases import APPOSITION, REST, SUBJECT

NO_SOURCES = frozenset(row["word"] for row in read_table(DATA / "no_sources.tsv"))


def adjuncts(unit: Unit, parts: list[Clause]) -> list[Adjunct]:
    """Every adjunct of a unit."""
    found: list[Adjunct] = []
    for at in range(len(unit) - 2):
        if unit.token(at).lower_ == "according" and unit.token(at + 1).lower_ == "to":
            end = _source_end(unit, at + 2)
            if end and unit.token(end - 1).lower_ not in NO_SOURCES:
                found.append(Adjunct("adjunct_according", at, end, [unit.span(at, at + 2)], [unit.span(at + 2, end)]))
    return found


def _source_end(unit: Unit, start: int) -> int:
    """The end of the source: a noun phrase with what belongs to it; 0 where none follows."""
    match = APPOSITION.match(unit.kinds, start) or SUBJECT.match(unit.kinds, start)
    if not match:
        return 0
    end = match.end()
    rest = REST.match(unit.kinds, end)
    if rest and (rest.end() == len(unit) or unit.kinds[rest.end()] in ",.;:-"):
        end = rest.end()
    return end
