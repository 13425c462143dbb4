"""English noun phrases over a unit's kinds, and the subject of a cue verb. The regular expressions never backtrack."""

import re
from collections.abc import Sequence

from spacy.tokens import Span

from ....components.attribution.units import Clause, Unit

BASE = r"(?:D++X?)?(?:[AZ]++(?:,?[AZ]++|C[AZ]++)*+)?N++B?+(?:Z++)?"
PHRASE = rf"{BASE}(?:G[AZ]*+N*+B?+)*+(?:p(?:{BASE}(?:G[AZ]*+N++)*+|Z))*+"
NUMBERED = r"(?:D?[AZ]++(?:pD?[AZ]*+N++)?+)"
SUBJECT = re.compile(rf"O|(?:{PHRASE}|{NUMBERED})(?:(?:,{PHRASE})*+,?C{PHRASE})?+")
APPOSITION = re.compile(rf"{PHRASE}(?:[Pp]{PHRASE}|C{PHRASE})*+")
PREPOSITIONAL = rf"[Pp](?:{PHRASE}|r|Z)"
LEAD = re.compile(rf"(?:[XC]|{PREPOSITIONAL}(?=[^N]))*+")
REST = re.compile(rf"(?:[XB]|A(?=p)|{PREPOSITIONAL}|v(?:[X]|{PREPOSITIONAL})*+)*+")
PHRASE_AT = re.compile(rf"{PHRASE}(?:[Pp]{PHRASE})*+")


def subject_before(unit: Unit, start: int, verb: int) -> tuple[int, int] | None:
    """The noun phrase or pronoun whose end, with what belongs to it, the verb follows."""
    begin = start
    while begin < verb and unit.kinds[begin] in "XC":
        begin += 1
    found = _fills(unit, begin, verb)
    if found or begin >= verb or unit.kinds[begin] not in "Pp":
        return found or _nearest(unit, begin, verb)
    for at in range(begin + 2, verb):
        if unit.kinds[at - 1] in "NXBZ" and unit.kinds[at] in "DON" and (found := _fills(unit, at, verb)):
            return found
    return _nearest(unit, begin, verb)


def _fills(unit: Unit, begin: int, verb: int) -> tuple[int, int] | None:
    match = SUBJECT.match(unit.kinds, begin, verb)
    if not match:
        return None
    rest = REST.match(unit.kinds, match.end(), verb)
    if rest is None or rest.end() != verb:
        return None
    end = verb
    while unit.kinds[end - 1] == "X":
        end -= 1
    return begin, max(end, match.end())


def _nearest(unit: Unit, begin: int, verb: int) -> tuple[int, int] | None:
    """The longest noun phrase that ends at the verb."""
    end = verb
    while end > begin and unit.kinds[end - 1] == "X":
        end -= 1
    for at in range(max(begin, end - 12), end):
        if at > begin and unit.kinds[at - 1] in "DAZNGp":
            continue
        match = SUBJECT.match(unit.kinds, at, end)
        if match and match.end() == end:
            return at, end
    return None


def subject_after(unit: Unit, verb: int, end: int) -> tuple[int, int] | None:
    """The noun phrase or pronoun right after the verb: *said the minister*."""
    at = verb + 1
    while at < end and unit.kinds[at] == "X":
        at += 1
    match = SUBJECT.match(unit.kinds, at, end)
    return (at, match.end()) if match else None


def with_apposition(unit: Unit, parts: Sequence[Clause], index: int, source: tuple[int, int]) -> tuple[int, int]:
    """The source with the apposition in the next clause, where the source ends its own: *said Kern, a lawyer*."""
    if index + 1 >= len(parts) or parts[index].end != source[1] or parts[index].after != ",":
        return source
    following = parts[index + 1]
    match = APPOSITION.match(unit.kinds, following.start, following.end)
    if match and following.after in (",", ".", "", "Q"):
        rest = REST.match(unit.kinds, match.end(), following.end)
        ends = rest.end() if rest else match.end()
        if ends == following.end or unit.token(ends).lower_ in ("who", "that", "whose") and following.after != ",":
            return source[0], following.end
    return source


def span_of(unit: Unit, source: tuple[int, int] | None) -> list[Span]:
    """The source as a list of spans, empty where there is none."""
    return [unit.span(*source)] if source else []
