"""German noun phrases over a unit's kinds, and the subject of a cue verb. The regular expressions never backtrack."""

import re
from collections.abc import Sequence

from spacy.tokens import Span

from ....components.attribution.units import Clause, Unit
from ...tables import read_table
from .kinds import DATA, words_of

NOUN = r"(?:[DG][XAZ]*+(?:C[DG]?[AZ]++)?+|[AZ]*+)N++B?+"
GENITIVE = r"G[XAZ]*+N++B?+"
ATTRIBUTE = rf"p(?:[DG][XAZ]*+|[AZ]*+)(?:C[DG]?[AZ]++)?+N++(?:{GENITIVE})*+"
PHRASE = rf"{NOUN}(?:{GENITIVE}|{ATTRIBUTE})*+"
SUBJECT = re.compile(rf"O|[DG](?=V)|{PHRASE}(?:(?:,{PHRASE})*+C[DG]?X?{PHRASE})?+")
PHRASE_AT = re.compile(PHRASE + r"(?:[Pp](?:[DG][XAZ]*+|[AZ]*+)N++)*+")
APPOSITION = re.compile(rf"{PHRASE}(?:[Pp]{PHRASE}|C{PHRASE})*+")
PREPOSITIONAL = rf"[Pp](?:{PHRASE}|r|O)"
BEFORE_SUBJECT = re.compile(rf"(?:[XrZ]|{PREPOSITIONAL})*+")
FIELD_REST = re.compile(rf"(?:[XB]|{PREPOSITIONAL}|{GENITIVE})*+")
OBJECT_DETERMINERS = words_of("object_determiner")
ADDRESSEES = frozenset(row["word"] for row in read_table(DATA / "addressees.tsv"))


def subject_before(unit: Unit, start: int, verb: int) -> tuple[int, int] | None:
    """The subject where it fills the whole field before the finite verb, else None."""
    while start < verb and unit.kinds[start] in "CX":
        start += 1
    match = SUBJECT.match(unit.kinds, start, verb)
    if not match or _is_object(unit, start, match.end()):
        return None
    rest = FIELD_REST.match(unit.kinds, match.end(), verb)
    if rest is None or rest.end() != verb:
        return None
    end = verb
    while unit.kinds[end - 1] == "X":
        end -= 1
    return start, max(end, match.end())


def _is_object(unit: Unit, start: int, end: int) -> bool:
    """Whether the determiner shows that the phrase is no subject: *den Plan*, or *das* alone."""
    word = unit.token(start).lower_
    return word in OBJECT_DETERMINERS and (word not in ("das", "dies", "dieses") or end - start == 1)


def subject_after(unit: Unit, verb: int, end: int) -> tuple[int, int] | None:
    """The first noun phrase or pronoun after the finite verb, prepositional phrases and adverbs skipped."""
    skipped = BEFORE_SUBJECT.match(unit.kinds, verb + 1, end)
    at = skipped.end() if skipped else verb + 1
    match = SUBJECT.match(unit.kinds, at, end)
    if not match or _is_object(unit, at, match.end()):
        return None
    return at, _without_addressee(unit, at, match.end())


def with_apposition(unit: Unit, parts: Sequence[Clause], index: int, source: tuple[int, int]) -> tuple[int, int]:
    """The source with the apposition in the next clause, where the source ends its own: *Kern, Sprecher der Bahn*."""
    if index + 1 >= len(parts) or parts[index].end != source[1] or parts[index].after != ",":
        return source
    following = parts[index + 1]
    match = APPOSITION.match(unit.kinds, following.start, following.end)
    if match and match.end() == following.end and following.after in (",", ".", "", "Q", ":", "-"):
        if following.after == "," and index + 2 < len(parts) and unit.kinds[parts[index + 2].start] == "N":
            return source
        return source[0], following.end
    return source


def span_of(unit: Unit, source: tuple[int, int] | None) -> list[Span]:
    """The source as a list of spans, empty where there is none."""
    return [unit.span(*source)] if source else []


def _without_addressee(unit: Unit, start: int, end: int) -> int:
    """Cut a dative addressee that reads like a genitive: *der Minister | der Zeitung*, *die Ärztin | der „Post“*."""
    for at in range(start + 1, end - 1):
        if unit.kinds[at] == "G" and unit.kinds[at - 1] in "NB" and unit.token(at).lower_ == "der":
            nouns = unit.span(at + 1, end)
            if nouns[0].text in '„"»' or any(token.lower_ in ADDRESSEES for token in nouns):
                return at
    return end
