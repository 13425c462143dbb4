"""What somebody says of himself, and the text does not vouch for: *will* with a perfect infinitive."""

from collections.abc import Iterator

from ....annotations import Claim, Form
from ....components.attribution.reading import Line, Reading, claim
from ....components.attribution.units import Clause, Unit
from ...tables import read_table
from .frames import is_subordinate
from .hearsay import is_perfect
from .kinds import DATA
from .phrases import subject_after, subject_before

NOBODY = frozenset(row["word"] for row in read_table(DATA / "negated_subjects.tsv"))


def claimed(reading: Reading) -> Iterator[Claim]:
    """The rest of a main clause under *will* and a perfect infinitive; its subject is the source."""
    for line in reading.lines:
        for part in line.parts:
            at = _claiming_verb(line.unit, part)
            if at is None or is_subordinate(line.unit, part) or not is_perfect(line.unit, part, at):
                continue
            before = subject_before(line.unit, part.start, at)
            subject = before or subject_after(line.unit, at, part.end)
            if subject is None or line.unit.token(subject[0]).lower_ in NOBODY:
                continue
            content = [line.unit.span(at + 1 if before else max(at + 1, subject[1]), _end(line, part))]
            source, cue = [line.unit.span(*subject)], [line.unit.span(at, at + 1)]
            yield claim("claimed_of_oneself", Form.INDIRECT, content, source=source, cue=cue)


def _end(line: Line, part: Clause) -> int:
    """The end of the clause with the subordinate clauses that follow it."""
    end = part.end
    for other in line.parts:
        if other.start >= end:
            if other.before != "," or not is_subordinate(line.unit, other):
                break
            end = other.end
    return end


def _claiming_verb(unit: Unit, part: Clause) -> int | None:
    """The clause's *will* or *wollen* in the present indicative."""
    for at in range(part.start, part.end):
        token = unit.token(at)
        if unit.kinds[at] == "V" and token._.verb == "wollen":
            return at if token._.mood == "ind" and not token.lower_.startswith("wollt") else None
    return None
