"""German hearsay: reportative words without any source (*soll … haben*, *angeblich*, *mutmaßlich*, *gilt als*)."""

from collections.abc import Iterator

from ....annotations import Claim, Form
from ....components.attribution.frames import Frame
from ....components.attribution.reading import Line, Reading, claim
from ....components.attribution.units import Clause, Unit
from ...tables import read_table
from .frames import is_subordinate
from .kinds import DATA
from .phrases import PHRASE_AT

WORDS = {row["word"]: row["kind"] for row in read_table(DATA / "hearsay.tsv")}
STATES = frozenset(row["verb"] for row in read_table(DATA / "hearsay_states.tsv"))


def hearsay(reading: Reading) -> Iterator[Claim]:
    """Clauses and noun phrases under a reportative word that no frame claims."""
    for line in reading.lines:
        framed = [(frame.head, frame.tail) for frame in line.frames if not _is_told_of(frame, line)]
        for part in line.parts:
            if any(begin <= part.start < end for begin, end in framed):
                continue
            yield from _modal(line, part)
            yield from _adverb(line, part)
            yield from _reputation(line, part)
        yield from _attribute(line)


def _is_told_of(frame: Frame, line: Line) -> bool:
    """Whether the frame's verb is itself hearsay and has no content: *soll mit Rücktritt gedroht haben*."""
    part = line.parts[frame.clause]
    alone = not frame.content and part.after not in (",", ":", "Q", "-") and "Q" not in line.unit.kinds
    return alone and any(line.unit.token(at)._.verb == "sollen" for at in range(part.start, part.end))


def _modal(line: Line, part: Clause) -> Iterator[Claim]:
    """Reportative *sollen*: with a perfect infinitive, or with a state nobody can be obliged to."""
    unit = line.unit
    for at in range(part.start, part.end):
        token = unit.token(at)
        if (
            unit.kinds[at] == "V"
            and token._.verb == "sollen"
            and token._.mood == "ind"
            and not token.lower_.startswith("sollt")
        ):
            if is_perfect(unit, part, at) or _is_state(line, part, at):
                yield _whole(line, part, at, "hearsay_modal")
            return


def is_perfect(unit: Unit, part: Clause, modal: int) -> bool:
    """A participle and *haben*, *sein* or *worden sein* among the clause's last symbols."""
    infinitives = [at for at in range(part.start, part.end) if unit.kinds[at] in "vV" and at != modal]
    if len(infinitives) < 2:
        return False
    last, before = unit.token(infinitives[-1]).lower_, unit.token(infinitives[-2])
    marked = infinitives[-2] > 0 and unit.kinds[infinitives[-2] - 1] == "t"  # *zu sehen sein*
    participle = before.lower_.endswith(("t", "en")) and not marked
    return last in ("haben", "sein") and participle and infinitives[-1] - infinitives[-2] == 1


def _is_state(line: Line, part: Clause, modal: int) -> bool:
    unit = line.unit
    others = [at for at in range(part.start, part.end) if unit.kinds[at] in "vV" and at != modal]
    return len(others) == 1 and unit.token(others[0])._.verb in STATES and unit.token(others[0]).lower_ in STATES


def _adverb(line: Line, part: Clause) -> Iterator[Claim]:
    unit = line.unit
    for at in range(part.start, part.end):
        if WORDS.get(unit.token(at).lower_) == "adverb":
            if "V" in unit.kinds[part.start : part.end] and not (at + 1 < part.end and unit.kinds[at + 1] in "A"):
                yield _whole(line, part, at, "hearsay_adverb")
            return


def _reputation(line: Line, part: Clause) -> Iterator[Claim]:
    """*gilt als*: what people hold somebody or something to be."""
    unit = line.unit
    for at in range(part.start, part.end):
        if unit.kinds[at] == "V" and unit.token(at)._.verb == "gelten":
            if any(unit.token(after).lower_ == "als" for after in range(part.start, part.end) if after != at):
                yield _whole(line, part, at, "hearsay_reputation")
            return


def _attribute(line: Line) -> Iterator[Claim]:
    """A noun phrase with a reportative adjective: *die angeblichen Treffen mit dem Kreml*."""
    unit = line.unit
    for at in range(len(unit)):
        if WORDS.get(unit.token(at).lower_) != "adjective":
            continue
        start = at
        while start and unit.kinds[start - 1] in "DGAZ":
            start -= 1
        match = PHRASE_AT.match(unit.kinds, start)
        if match and match.end() > at + 1:
            content = unit.span(start, _pair_end(line, start, match.end()))
            yield claim("hearsay_attribute", Form.REPORTED, [content], cue=[unit.span(at, at + 1)])


def _pair_end(line: Line, start: int, end: int) -> int:
    """The end of a phrase with *zwischen*, the second of the pair included."""
    unit = line.unit
    if (
        end < len(unit)
        and unit.kinds[end] == "C"
        and any(token.lower_ == "zwischen" for token in unit.span(start, end))
    ):
        second = PHRASE_AT.match(unit.kinds, end + 1)
        return second.end() if second else end
    return end


def _whole(line: Line, part: Clause, cue: int, name: str) -> Claim:
    """The claim of the clause the word stands in: a main clause takes the clauses that depend on it along."""
    unit = line.unit
    start, end = part.start, part.end
    if is_subordinate(unit, part):
        return claim(name, Form.FREE_INDIRECT, [unit.span(start, end)], cue=[unit.span(cue, cue + 1)])
    following = (other for other in line.parts if other.start >= end)
    for other in following:
        if (
            other.before in ";:-"
            or unit.kinds[other.start] == "C"
            or any(frame.head == other.start and not frame.opener for frame in line.frames)
        ):
            break
        end = other.end
    last = len(unit) if end == unit.text_end and (start == 0 or unit.kinds[start - 1] == ":") else end
    return claim(name, Form.FREE_INDIRECT, [unit.span(start, last)], cue=[unit.span(cue, cue + 1)])
