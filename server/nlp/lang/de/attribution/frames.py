"""German frames: reporting verbs and light-verb phrases with the source that is their subject."""

import re
from collections.abc import Iterator

from ....annotations import Medium
from ....components.attribution.frames import CueVerb, Frame, merged, read_cues
from ....components.attribution.units import Clause, Unit
from ...tables import read_table
from .kinds import DATA, words_of
from .phrases import APPOSITION, PREPOSITIONAL, span_of, subject_after, subject_before, with_apposition

CUES = read_cues(DATA / "cues.tsv")
PHRASES: dict[str, list[tuple[list[str], CueVerb]]] = {}
for _row in read_table(DATA / "cue_phrases.tsv"):
    _cue = CueVerb(frozenset(_row["complements"].split()), Medium(_row["medium"]))
    PHRASES.setdefault(_row["verb"], []).append((_row["words"].split(), _cue))
AUXILIARIES = words_of("auxiliary")
RELATIVES = words_of("relative")
LEFT = re.compile(rf"(?:[|XrZBC]|{PREPOSITIONAL})*+")
IMPERSONAL = words_of("impersonal")
PASSIVE = words_of("passive")


def frames(unit: Unit, parts: list[Clause]) -> list[Frame]:
    """Every frame of a unit, in text order."""
    found: list[Frame] = []
    for index in range(len(parts)):
        for frame in _in_clause(unit, parts, index):
            if found and not frame.passive and _elides_subject(unit, parts[index]):
                frame.source = found[-1].source
            found.append(frame)
    return found


def _elides_subject(unit: Unit, part: Clause) -> bool:
    """Whether the clause goes on with *und* and its verb, without a subject of its own: *und kündigte an*."""
    return unit.kinds[part.start] == "C" and unit.kinds[part.start : part.end].lstrip("C")[:1] == "V"


def is_subordinate(unit: Unit, part: Clause) -> bool:
    """Whether a conjunction or relative pronoun opens the clause and its finite verb ends it."""
    at = _content_start(unit, part)
    if at >= part.end:
        return False
    if unit.kinds[at] == "S":
        return True
    if (
        part.before != ","
        or unit.kinds[part.end - 1] != "V"
        or part.start < 2
        or unit.kinds[part.start - 2] not in "NBO"
    ):
        return False
    return unit.token(at + (unit.kinds[at] in "Pp" and at + 1 < part.end)).lower_ in RELATIVES


def finite_at(unit: Unit, part: Clause) -> int | None:
    """The clause's finite verb: the last one of a subordinate clause, else the first."""
    at = (
        unit.kinds.rfind("V", part.start, part.end)
        if is_subordinate(unit, part)
        else unit.kinds.find("V", part.start, part.end)
    )
    return None if at < 0 else at


def _content_start(unit: Unit, part: Clause) -> int:
    at = part.start
    while at < part.end and unit.kinds[at] == "C":
        at += 1
    return at


def _in_clause(unit: Unit, parts: list[Clause], index: int) -> Iterator[Frame]:
    part = parts[index]
    subordinate = is_subordinate(unit, part)
    verbs = [at for at in range(part.start, part.end) if unit.kinds[at] == "V"] or _misread(unit, part)
    for finite in verbs[-1:] if subordinate else verbs:
        found = _cue_of(unit, part, finite)
        if not found:
            continue
        verb, at, passive = found
        yield _frame(unit, parts, index, finite, verb, at, passive, subordinate)


def _misread(unit: Unit, part: Clause) -> list[int]:
    """A cue verb in second place that the tagger took for a participle: *der Lotse behauptet, nie …*."""
    at = unit.kinds.find("v", part.start, part.end)
    known = at > part.start and unit.token(at)._.verb in CUES and unit.token(at).lower_.endswith("t")
    return [at] if known and subject_before(unit, part.start, at) else []


def _cue_of(unit: Unit, part: Clause, finite: int) -> tuple[CueVerb, list[int], bool] | None:
    """The reporting verb that a finite verb is or carries, its symbols, and whether it is passive."""
    name = unit.token(finite)._.verb
    for words, verb in PHRASES.get(name, ()):
        at = _find_words(unit, part, words)
        if at is not None:
            return verb, sorted({finite, *range(at, at + len(words))}), False
    if name in AUXILIARIES:
        for at in range(part.end - 1, part.start - 1, -1):
            if unit.kinds[at] == "v" and (carried := CUES.get(unit.token(at)._.verb)):
                return carried, sorted([finite, at]), name in PASSIVE and unit.token(at).lower_.endswith(("t", "en"))
    found = CUES.get(name)
    if not found:
        return None
    particle = _particle(unit, part, finite, name)
    return found, [finite] if particle is None else [finite, particle], False


def _find_words(unit: Unit, part: Clause, words: list[str]) -> int | None:
    for at in range(part.start, part.end - len(words) + 1):
        if all(unit.token(at + step).text == word for step, word in enumerate(words)):
            if len(words) == 1 and at + 1 < part.end and unit.kinds[at] in "PX" and unit.kinds[at + 1] not in "CX":
                continue
            return at
    return None


def _particle(unit: Unit, part: Clause, finite: int, name: str) -> int | None:
    lemma = unit.token(finite).lemma_
    if name == lemma or not name.endswith(lemma):
        return None
    particle = name.removesuffix(lemma)
    return next((at for at in range(part.end - 1, finite, -1) if unit.token(at).lower_ == particle), None)


def _frame(
    unit: Unit,
    parts: list[Clause],
    index: int,
    finite: int,
    verb: CueVerb,
    at: list[int],
    passive: bool,
    subordinate: bool,
) -> Frame:
    part = parts[index]
    start = _content_start(unit, part)
    opener = unit.token(start).lower_ if subordinate else ""
    head, source = part.start, None
    inverted = not subordinate and unit.kinds[start:finite].strip("X") == "" and part.before in (",", "Q", "-")
    outside = _subject_before_apposition(unit, parts, index) if inverted and not passive else None
    if outside:
        source, head, inverted = outside, outside[0], False
    elif subordinate:
        source = _subject_within(unit, start + 1, finite)
        if source is None and unit.kinds[start] != "S":
            source = _antecedent(unit, parts, index)
    elif start < finite and unit.kinds[finite - 1] == "C" and (first := unit.kinds.find("V", start, finite)) > 0:
        source = subject_before(unit, start, first) or subject_after(unit, first, finite)
    elif start < finite:
        before = subject_before(unit, start, finite)
        after = subject_after(unit, finite, part.end)
        pronoun_after = after is not None and unit.kinds[after[0]] == "O" and after[1] - after[0] == 1
        source = after if pronoun_after or before is None else before
    else:
        source = subject_after(unit, finite, part.end)
    impersonal = source is not None and unit.token(source[0]).lower_ == "es" and unit.token(finite)._.verb in IMPERSONAL
    if impersonal and source:
        at, source = sorted([*at, source[0]]), None
    tail = part.end
    if source and source[1] == part.end:
        source = with_apposition(unit, parts, index, source)
        tail = source[1]
    cue = [unit.span(symbol, symbol + 1) for symbol in at]
    return Frame(
        unit,
        index,
        merged(cue),
        [] if passive else span_of(unit, source),
        verb,
        head,
        tail,
        inverted,
        opener,
        passive,
        impersonal=impersonal,
        closed=_is_closed(unit, part, finite, source, at),
    )


def _is_closed(unit: Unit, part: Clause, finite: int, source: tuple[int, int] | None, at: list[int]) -> bool:
    """Whether the clause has no object beside subject, cue, adverbs and prepositional phrases."""
    taken = {*at, *(range(*source) if source else ())}
    rest = "".join("|" if symbol in taken else unit.kinds[symbol] for symbol in range(finite, part.end))
    return LEFT.fullmatch(rest) is not None


def _subject_within(unit: Unit, start: int, finite: int) -> tuple[int, int] | None:
    """The subject of a verb-final clause: its first noun phrase or pronoun."""
    return subject_after(unit, start - 1, finite)


def _antecedent(unit: Unit, parts: list[Clause], index: int) -> tuple[int, int] | None:
    """The noun phrase before the comma of a relative clause."""
    if not index or parts[index].before != ",":
        return None
    before = parts[index - 1]
    return _phrase_ending(unit, before.start, before.end)


def _phrase_ending(unit: Unit, start: int, end: int) -> tuple[int, int] | None:
    """The longest noun phrase that ends at `end` and starts at or after `start`."""
    for at in range(max(start, end - 12), end):
        match = APPOSITION.match(unit.kinds, at, end)
        if match and match.end() == end and (at == start or unit.kinds[at - 1] not in "DGAN"):
            return at, end
    return None


def _subject_before_apposition(unit: Unit, parts: list[Clause], index: int) -> tuple[int, int] | None:
    """The subject of a clause that opens with its verb after an apposition or relative clause: *Kern, 41, sagte*."""
    at = index - 1
    while (
        at >= 0
        and parts[at].before == ","
        and (
            finite_at(unit, parts[at]) is None and unit.kinds[parts[at].start] != "Q" or is_subordinate(unit, parts[at])
        )
    ):
        at -= 1
    if at < 0 or at == index - 1 or finite_at(unit, parts[at]) is not None or unit.kinds[parts[at].start] == "Q":
        return None
    first = parts[at]
    start = first.start
    while start < first.end and unit.kinds[start] in "CX":
        start += 1
    match = APPOSITION.match(unit.kinds, start, first.end)
    if not match or match.end() != first.end:
        return None
    last = parts[at + 1]
    return start, first.end if is_subordinate(unit, last) else last.end
