"""English frames: reporting verbs with the source that is their subject, and the content in their own clause."""

import re
from collections.abc import Iterator

from spacy.tokens import Span

from ....components.attribution.frames import CueVerb, Frame, read_cues
from ....components.attribution.units import Clause, Unit
from .kinds import DATA, words_of
from .phrases import APPOSITION, PHRASE_AT, REST, SUBJECT, span_of, subject_after, subject_before, with_apposition

CUES = read_cues(DATA / "cues.tsv")
AUXILIARIES = words_of("auxiliary")
COMPARING = words_of("comparing")
BOUNDING = words_of("bounding")
MOST_AUXILIARIES = 5  # words between an auxiliary and its verb


def frames(unit: Unit, parts: list[Clause]) -> list[Frame]:
    """Every frame of a unit, in text order."""
    found: list[Frame] = []
    for index in range(len(parts)):
        for frame in _in_clause(unit, parts, index):
            if not frame.source and not frame.passive and found:
                frame.source = found[-1].source
            found.append(frame)
    return found


def finite_at(unit: Unit, part: Clause) -> int | None:
    """The clause's first finite verb."""
    at = unit.kinds.find("V", part.start, part.end)
    return None if at < 0 else at


def is_relative(unit: Unit, part: Clause) -> bool:
    """Whether a relative pronoun or adverb opens the clause after a comma."""
    return part.before == "," and unit.token(part.start).lower_ in ("who", "which", "whose", "whom", "where", "when")


def _in_clause(unit: Unit, parts: list[Clause], index: int) -> Iterator[Frame]:
    part = parts[index]
    for at in range(part.start, part.end):
        kind = unit.kinds[at]
        if kind not in "Vv":
            continue
        verb = CUES.get(unit.token(at)._.verb) or CUES.get(unit.token(at).lemma_)
        if not verb or unit.token(at)._.verb in AUXILIARIES:
            continue
        if kind == "V":
            yield _frame(unit, parts, index, at, verb, [at], False)
            continue
        auxiliary = _auxiliary(unit, part, at)
        if auxiliary is not None:
            passive = unit.token(at).tag_ == "VBN" and unit.token(auxiliary)._.verb in ("be", "get")
            yield _frame(unit, parts, index, auxiliary, verb, [auxiliary, at], passive)
        elif unit.token(at).tag_ == "VBG" and unit.kinds[part.start : at].strip("XC") == "":
            yield _frame(unit, parts, index, at, verb, [at], False)


def _auxiliary(unit: Unit, part: Clause, verb: int) -> int | None:
    """The finite auxiliary of a participle or infinitive, over adverbs, *to* and other auxiliaries."""
    for at in range(verb - 1, max(part.start, verb - MOST_AUXILIARIES) - 1, -1):
        kind = unit.kinds[at]
        if kind == "V":
            return at if unit.token(at)._.verb in AUXILIARIES else None
        if kind not in "Xv" or kind == "v" and unit.token(at)._.verb not in AUXILIARIES:
            return None
    return None


def _frame(
    unit: Unit, parts: list[Clause], index: int, first: int, verb: CueVerb, at: list[int], passive: bool
) -> Frame:
    part = parts[index]
    opener, start = _opener(unit, part, first)
    head, tail, source, behind = part.start, part.end, None, False
    last = at[-1]
    between = unit.kinds[start:first]
    if between.strip("X") == "" and not opener and part.before in (",", "Q", "-") and unit.token(first).tag_ != "VBG":
        source, head = _before_apposition(unit, parts, index)
        if source is None:
            source = subject_after(unit, last, part.end)
            behind = source is not None
    elif unit.token(first).tag_ != "VBG" or between.strip("XC"):
        source = subject_before(unit, _clause_start(unit, start, first), first)
    content = None if behind else _content_in_clause(unit, part, last, verb)
    closed = content is None and _is_closed(unit, part, source[1] if behind and source else last + 1)
    openers = unit.kinds[part.start : first]
    inverted = (
        closed
        and part.before in (",", "Q", "-")
        and not set("SRCVv") & set(openers)
        and unit.token(first).tag_ != "VBG"
    )
    bounded = bool(set("SR") & set(openers)) or unit.token(part.start).lower_ in BOUNDING
    if source and behind and source[1] == part.end:
        source = with_apposition(unit, parts, index, source)
        tail = source[1]
    cue = _spans(unit, at)
    return Frame(
        unit,
        index,
        cue,
        [] if passive else span_of(unit, source),
        verb,
        head,
        tail,
        inverted,
        opener,
        passive,
        content,
        bounded,
        closed,
    )


def _opener(unit: Unit, part: Clause, verb: int) -> tuple[str, int]:
    """*as* before the subject, and where the clause begins after it."""
    start = part.start
    while start < verb and unit.kinds[start] == "C":
        start += 1
    word = unit.token(start).lower_
    return (word, start + 1) if word in COMPARING and start < verb else ("", start)


def _clause_start(unit: Unit, start: int, verb: int) -> int:
    """The start of the verb's own clause: after a conjunction, or a verb that takes a clause, before it."""
    begin = start
    for at in range(start, verb):
        if unit.kinds[at] in "SR" or unit.kinds[at] == "V" and unit.kinds[at + 1] in "DNOA":
            begin = at + 1
    if unit.kinds[verb - 1] == "C" or unit.kinds[max(start, verb - 2) : verb] == "CX":
        earlier = unit.kinds.find("V", begin, verb)
        if earlier > begin:
            return begin
    return begin


def _before_apposition(unit: Unit, parts: list[Clause], index: int) -> tuple[tuple[int, int] | None, int]:
    """The subject before an apposition or relative clause: *Kern, a lawyer, said*."""
    at = index - 1
    between = parts[at] if at >= 1 else None
    if between and between.before == "," and unit.kinds[between.start] != "Q" and parts[index].before == ",":
        at -= finite_at(unit, between) is None or is_relative(unit, between)
    if at < 0 or at == index - 1:
        return None, parts[index].start
    first, last = parts[at], parts[at + 1]
    start = first.start
    while start < first.end and unit.kinds[start] in "XC":
        start += 1
    match = APPOSITION.match(unit.kinds, start, first.end)
    rest = REST.match(unit.kinds, match.end(), first.end) if match else None
    if rest is None or rest.end() != first.end:
        return None, parts[index].start
    return (start, first.end if is_relative(unit, last) else last.end), start


def _content_in_clause(unit: Unit, part: Clause, verb: int, cue: CueVerb) -> tuple[str, int] | None:
    """Kind and first symbol of the content that follows the verb in its own clause, None where there is none."""
    at = verb + 1
    if "addressee" in cue.complements:
        match = re_match(SUBJECT, unit, at, part.end)
        if unit.kinds[at : at + 1] == "r":
            at += 1
        elif match and "V" in unit.kinds[match : part.end] or match and unit.kinds[match : match + 1] in ("S", "t"):
            at = match
    direct = _clause_at(unit, at, part.end, cue)
    if direct:
        return direct
    rest = REST.match(unit.kinds, at, part.end)
    if rest and unit.kinds[rest.end() : rest.end() + 1] == "R":
        return None
    return _clause_at(unit, rest.end(), part.end, cue) if rest and rest.end() > at else None


def re_match(pattern: re.Pattern[str], unit: Unit, at: int, end: int) -> int:
    """Where a match at `at` ends, 0 where there is none."""
    match = pattern.match(unit.kinds, at, end)
    return match.end() if match else 0


def _clause_at(unit: Unit, at: int, end: int, cue: CueVerb) -> tuple[str, int] | None:
    if at >= end:
        return None
    kind = unit.kinds[at]
    if kind == "S" or kind == "R" and unit.token(at).lower_ in ("what", "that", "who", "which"):
        return ("clause", at) if "clause" in cue.complements and "V" in unit.kinds[at:end] else None
    if kind == "t":
        return ("infinitive", at) if "infinitive" in cue.complements else None
    if "clause" in cue.complements and kind in "DONAZGX":
        match = SUBJECT.match(unit.kinds, at + (kind == "X"), end)
        rest = REST.match(unit.kinds, match.end(), end) if match else None
        if rest and rest.end() < end and unit.kinds[rest.end()] == "V":
            return "plain", at
    return None


def _is_closed(unit: Unit, part: Clause, at: int) -> bool:
    """Whether nothing but adverbs, dates and prepositional phrases follows the cue, or an addressee."""
    rest = REST.match(unit.kinds, at, part.end)
    if rest and rest.end() == part.end:
        return True
    match = PHRASE_AT.match(unit.kinds, at, part.end)
    end = match.end() if match else at + (unit.kinds[at : at + 1] in ("r", "O"))
    rest = REST.match(unit.kinds, end, part.end)
    return bool(rest and rest.end() == part.end)


def _spans(unit: Unit, at: list[int]) -> list[Span]:
    """The cue's symbols, with those between them where only adverbs are."""
    return (
        [unit.span(at[0], at[-1] + 1)]
        if len(at) > 1 and at[-1] - at[0] < 4
        else [unit.span(one, one + 1) for one in at]
    )
