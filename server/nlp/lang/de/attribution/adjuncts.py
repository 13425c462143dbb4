"""German sources without a verb: *laut*, *zufolge*, *nach Angaben von*, *nach Ansicht der*, and *so* with a source."""

import re
from collections.abc import Iterator

from ....components.attribution.adjuncts import Adjunct
from ....components.attribution.units import Clause, Unit
from ...tables import read_table
from .kinds import DATA, words_of
from .phrases import APPOSITION, GENITIVE, PHRASE, subject_before

NOUNS = {row["noun"]: row["own"] == "yes" for row in read_table(DATA / "adjunct_nouns.tsv")}
SAYINGS = frozenset(row["word"] for row in read_table(DATA / "sayings.tsv"))
BEFORE = words_of("before_source")
SOURCE = re.compile(rf"(?:{PHRASE}|O)(?:(?:,{PHRASE})*+C{PHRASE})?+")
VERBLESS = re.compile(rf"X?(?:{PHRASE}|O)(?:(?:,{PHRASE})*+C{PHRASE}|[Pp]{PHRASE}|,{PHRASE}(?!,))?+")
BARE = re.compile(rf"N++B?+(?:{GENITIVE})*+(?:CN++)?+")
HEADED = re.compile(r"(?:[DG]?[AZX]*+)N")


def adjuncts(unit: Unit, parts: list[Clause]) -> list[Adjunct]:
    """Every adjunct of a unit."""
    return [*_prepositions(unit), *_postpositions(unit), *_so(unit, parts)]


def _prepositions(unit: Unit) -> Iterator[Adjunct]:
    for at in range(len(unit)):
        word = unit.token(at).lower_
        if word in BEFORE:
            match = (BARE if unit.kinds[at + 1 : at + 2] == "N" else SOURCE).match(unit.kinds, at + 1)
            if match:
                end = _apposition_end(unit, match.end())
                yield Adjunct("adjunct_laut", at, end, [unit.span(at, at + 1)], [unit.span(at + 1, end)])
        elif word in ("nach", "gemäß") and unit.kinds[at] == "P":
            found = _after_nach(unit, at)
            if found:
                yield found


def _after_nach(unit: Unit, at: int) -> Adjunct | None:
    match = SOURCE.match(unit.kinds, at + 1)
    if not match:
        return None
    head = _head(unit, at + 1, match.end())
    if head is None:
        return None
    end = match.end() if unit.kinds[head + 1 : head + 2] in ("G", "p", "B") else max(head + 1, _plain_end(unit, head))
    own = NOUNS[unit.token(head).lower_]
    first = at + 1 if own or head + 1 >= end else head + 1
    if not own and head + 1 < end:
        first += unit.kinds[first] == "p"
        end = _apposition_end(unit, end)
        return Adjunct("adjunct_nach", at, end, [unit.span(at, first)], [unit.span(first, end)])
    if unit.token(at + 1).lower_ == "eigenen":
        verb = unit.kinds.find("V")
        subject = subject_before(unit, 0, min(verb, at)) if verb > 0 else None
        return Adjunct("adjunct_nach", at, end, [unit.span(at, head + 1)], [unit.span(*subject)] if subject else [])
    if not own and unit.kinds[at + 1] in "DG" and head > at + 1:
        return Adjunct(
            "adjunct_nach", at, end, [unit.span(at, at + 1), unit.span(head, head + 1)], [unit.span(at + 1, head)]
        )
    return Adjunct("adjunct_nach", at, _apposition_end(unit, end), [unit.span(at, at + 1)], [unit.span(first, end)])


def _plain_end(unit: Unit, head: int) -> int:
    """The end of a head noun's own name: *Bericht „Die Lage“* but not *Angaben | Einladungen*."""
    own = NOUNS[unit.token(head).lower_] and unit.ends[head] - unit.starts[head] == 1
    named = head + 1 < len(unit) and unit.kinds[head + 1] == "N" and unit.token(head + 1).text in '„"»'
    return head + 2 if own and named else head + 1


def _head(unit: Unit, start: int, end: int) -> int | None:
    """The phrase's first noun where it is a noun of saying."""
    match = HEADED.match(unit.kinds, start, end)
    if match and unit.token(match.end() - 1).lower_ in NOUNS:
        return match.end() - 1
    return next((at for at in range(start, end) if unit.kinds[at] == "N" and unit.token(at).lower_ in NOUNS), None)


def _postpositions(unit: Unit) -> Iterator[Adjunct]:
    for at in range(1, len(unit)):
        word = unit.token(at).lower_
        nach = (
            word == "nach" and unit.token(at - 1).lower_ in NOUNS and at + 1 < len(unit) and unit.kinds[at + 1] in "V,."
        )
        if word != "zufolge" and not nach:
            continue
        start = _phrase_start(unit, at)
        if start is not None:
            yield Adjunct("adjunct_zufolge", start, at + 1, [unit.span(at, at + 1)], [unit.span(start, at)])


def _phrase_start(unit: Unit, end: int) -> int | None:
    """Where the noun phrase that ends before `end` starts: at a noun of saying, else the longest phrase."""
    for at in range(end - 1, max(-1, end - 8), -1):
        if unit.kinds[at] == "N" and unit.token(at).lower_ in NOUNS:
            while at and unit.kinds[at - 1] in "AZDG":
                at -= 1
            return at
        if unit.kinds[at] not in "NGADpBZ":
            break
    for start in range(max(0, end - 14), end):
        if start and unit.kinds[start - 1] in "DGA" or unit.kinds[start] not in "DGAZNOr":
            continue
        if unit.kinds[start] == "r" and start + 1 == end:
            return start
        match = SOURCE.match(unit.kinds, start, end)
        if match and match.end() == end:
            return start
    return None


def _so(unit: Unit, parts: list[Clause]) -> Iterator[Adjunct]:
    """*…, so die Sprecherin*; *…, so die Behauptung des Insiders*: a clause of *so* and a source, without verb."""
    for part in parts[1:]:
        if (
            unit.token(part.start).lower_ != "so"
            or part.before not in (",", "Q", "-")
            or "V" in unit.kinds[part.start : part.end]
        ):
            continue
        match = VERBLESS.match(unit.kinds, part.start + 1, part.end)
        if not match or "v" in unit.kinds[part.start : part.end]:
            continue
        first = part.start + 1
        while unit.kinds[first] == "X":
            first += 1
        cue_end, end = part.start + 1, _apposition_end(unit, match.end())
        head = HEADED.match(unit.kinds, first, match.end())
        if head and unit.token(head.end() - 1).lower_ in SAYINGS and head.end() < match.end():
            cue_end = head.end()
            first = cue_end + (unit.kinds[cue_end] == "p")
        yield Adjunct(
            "adjunct_so", part.start, max(end, part.end), [unit.span(part.start, cue_end)], [unit.span(first, end)]
        )


def _apposition_end(unit: Unit, end: int) -> int:
    """The end of the source with an apposition that follows it between commas or before the sentence's end."""
    if end >= len(unit) or unit.kinds[end] != ",":
        return end
    match = APPOSITION.match(unit.kinds, end + 1)
    if match and (match.end() >= len(unit) or unit.kinds[match.end()] in ",."):
        return match.end()
    return end
