"""English hearsay: reportative words without any source (*reportedly*, *is said to*, *was accused of*, *alleged*).

What a court is told (*the court heard*) has the court for its only source: who said it there is not mentioned.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from ....annotations import Claim, Form
from ....components.attribution.reading import Line, Reading, claim
from ....components.attribution.units import Clause
from ...tables import read_table
from .kinds import DATA, words_of
from .phrases import PHRASE_AT

WORDS = {row["word"]: row["kind"] for row in read_table(DATA / "hearsay.tsv")}
COURTS = words_of("court")
HEARING = {("hear",), ("be", "tell")}
"""Lemmas of the verb after a court: *the jury heard*, *the court was told*."""
PASSIVES = {(row["verb"], row["after"]) for row in read_table(DATA / "hearsay_passives.tsv")}


def hearsay(reading: Reading) -> Iterator[Claim]:
    """Clauses and noun phrases under a reportative word that no source stands behind."""
    for line in reading.lines:
        for part in line.parts:
            yield from _adverb(line, part)
            yield from _passive(line, part)
        yield from _attribute(line)


def _adverb(line: Line, part: Clause) -> Iterator[Claim]:
    unit = line.unit
    for at in range(part.start, part.end):
        if WORDS.get(unit.token(at).lower_) == "adverb" and "V" in unit.kinds[part.start : part.end]:
            yield _clause(line, part, at, at + 1, "hearsay_adverb")
            return


def _passive(line: Line, part: Clause) -> Iterator[Claim]:
    """*is said to have*, *was accused of* with no *by* after it."""
    unit = line.unit
    for at in range(part.start + 1, part.end - 1):
        token = unit.token(at)
        if token.tag_ != "VBN" or (token.lemma_, unit.token(at + 1).lower_) not in PASSIVES:
            continue
        auxiliary = next((back for back in range(at - 1, max(part.start, at - 4), -1) if unit.kinds[back] == "V"), None)
        if auxiliary is None or unit.token(auxiliary)._.verb not in ("be", "have"):
            continue
        if any(other.lower_ == "by" for other in unit.span(at, min(at + 3, part.end))):
            continue
        yield _clause(line, part, auxiliary, at + 1, "hearsay_passive")
        return


def heard_in_court(reading: Reading) -> Iterator[Claim]:
    """*The court heard that …*: what follows to the end of the sentence."""
    for line in reading.lines:
        unit = line.unit
        for at in range(1, unit.text_end - 1):
            if unit.token(at - 1).lower_ not in COURTS:
                continue
            verb = next((n for n in (1, 2) if tuple(t.lemma_ for t in _tokens(line, at, at + n)) in HEARING), 0)
            begin = at - 1
            while begin and unit.kinds[begin - 1] in "DANZ":
                begin -= 1
            if verb and at + verb < unit.text_end and _states(line, at + verb):
                content, source = [unit.span(at + verb, unit.text_end)], [unit.span(begin, at)]
                yield claim("heard_in_court", Form.INDIRECT, content, source=source, cue=[unit.span(at, at + verb)])
                break


def _tokens(line: Line, first: int, last: int) -> Iterator[Token]:
    return (line.unit.token(index) for index in range(first, min(last, len(line.unit))))


def _states(line: Line, begin: int) -> bool:
    """Whether a clause begins here: *that*, or a subject and a finite verb, not *evidence from …* alone."""
    return line.unit.token(begin).lower_ == "that" or "V" in line.unit.kinds[begin:]


def _attribute(line: Line) -> Iterator[Claim]:
    """A noun phrase with a reportative adjective: *the alleged payments*."""
    unit = line.unit
    for at in range(len(unit)):
        if WORDS.get(unit.token(at).lower_) != "adjective":
            continue
        start = at
        while start and unit.kinds[start - 1] in "DAZ":
            start -= 1
        match = PHRASE_AT.match(unit.kinds, start)
        if match and match.end() > at + 1:
            yield claim(
                "hearsay_attribute", Form.REPORTED, [unit.span(start, match.end())], cue=[unit.span(at, at + 1)]
            )


def _clause(line: Line, part: Clause, first: int, last: int, name: str) -> Claim:
    unit = line.unit
    alone = len(line.parts) == 1 and part.end == unit.text_end
    content = unit.span(part.start, len(unit) if alone else part.end)
    return claim(name, Form.FREE_INDIRECT, [content], cue=[unit.span(first, last)])
