"""Headlines that name their source before a colon: *Insider: …*, *Bericht: …*, *Kern: „…“*, *Werft bestreitet: …*."""

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Token

from ...annotations import Claim, Form
from ...lang.tables import read_table
from .headings import HEADINGS
from .reading import Line, Reading, claim

LONGEST = 7
"""Words that a source before the colon may have."""
LEAST_WORDS = 2
LONGEST_TRAILING = 3
"""Words that a source after the last colon may have."""
SPEAKERS = ("expert", "leader", "office", "politician", "servant", "speaker", "witness")
"""The source tables whose words, before a colon, tell who speaks rather than what it is about."""
SHORTEST_SPEAKER = 4
"""Letters that the last part of a compound must have to be looked up: *Ex-Mitarbeiter*, *Herzchirurgin*."""


def speakers(data: Path) -> frozenset[str]:
    """The lower-cased single words of the source tables in `SPEAKERS`, in a language's data folder."""
    rows = (row for name in SPEAKERS for row in read_table(data / f"source_{name}.tsv"))
    return frozenset(row["word"].removeprefix("-").lower() for row in rows if " " not in row["word"])


def headline_sources(reading: Reading) -> Iterator[Claim]:
    """What follows the colon after a source word or the name of a source of the body; quotations after any name."""
    names = _names(reading)
    for line in reading.lines:
        colon = line.unit.kinds.find(":")
        if colon < 1 or line.role not in HEADINGS and line.unit.kinds[colon + 1 :].strip(".") != "Q":
            continue
        before = line.unit.kinds[:colon]
        if colon > LONGEST or set(before) & set("VvQS,;-.") or "N" not in before or colon + 1 >= len(line.unit):
            continue
        quoted = line.unit.kinds[colon + 1] == "Q"
        kind = _kind(reading, line, colon, quoted, names)
        content = line.unit.span(colon + 1, len(line.unit))
        if kind and sum(token.is_alpha for token in content) >= LEAST_WORDS:
            form = Form.DIRECT if quoted else Form.INDIRECT
            source, cue = line.unit.span(0, colon), line.unit.span(colon, colon + 1)
            yield claim(kind, form, [content], source=[source], cue=[cue])


def trailing_sources(reading: Reading) -> Iterator[Claim]:
    """What stands before a headline's last colon with only a word for a source after it: *Ferry to be sold: report*."""
    for line in reading.lines:
        unit, colon = line.unit, line.unit.kinds.rfind(":")
        begin, end = colon + 1, line.unit.text_end
        if line.role not in HEADINGS or colon < LEAST_WORDS or not 0 < end - begin <= LONGEST_TRAILING:
            continue
        words = [token for token in unit.span(begin, end) if token.is_alpha]
        if words and (words[-1].lower_ in reading.grammar.headline_words or _is_speaker(words[-1], reading)):
            source, cue = unit.span(begin, end), unit.span(colon, begin)
            yield claim("headline_trailing", Form.INDIRECT, [unit.span(0, colon)], source=[source], cue=[cue])


def headline_verbs(reading: Reading) -> Iterator[Claim]:
    """What follows the colon after a source and its verb; in telegram style it needs no verb of its own."""
    for line in reading.lines:
        for frame in line.frames if line.role in HEADINGS else ():
            part = line.parts[frame.clause]
            begin, end = part.end + 1, line.unit.text_end
            says = frame.verb.complements & {"clause", "denial"}
            if part.after == ":" and part.end <= frame.tail and frame.source and says and begin < end:
                content = line.unit.span(begin, end)
                if sum(token.is_alpha for token in content) >= LEAST_WORDS:
                    yield claim("headline_verb", Form.INDIRECT, [content], source=frame.source, cue=frame.cue)


def _kind(reading: Reading, line: Line, colon: int, quoted: bool, names: frozenset[str]) -> str:
    words = [token for token in line.unit.span(0, colon) if token.is_alpha]
    if not words:
        return ""
    if any(token.lower_ in reading.grammar.headline_words for token in words) or _is_speaker(words[-1], reading):
        return "headline_source"
    if words[-1].text in names and all(token.text[0].isupper() for token in words):
        return "headline_name"
    return "headline_quotation" if quoted and len(words) <= LONGEST and words[-1].text[0].isupper() else ""


def _is_speaker(word: Token, reading: Reading) -> bool:
    """Whether the word is, or ends with, a word for people who speak for others or from knowledge."""
    text = word.lower_.rsplit("-", 1)[-1]
    return any(text[at:] in reading.grammar.headline_speakers for at in range(max(1, len(text) - SHORTEST_SPEAKER)))


def _names(reading: Reading) -> frozenset[str]:
    """Last words of the sources that the body names, in frames and beside sentences, where they are capitalised."""
    framed = [frame.source for line in reading.lines if line.role not in HEADINGS for frame in line.frames]
    found = [each.source.spans for claims in reading.found.values() for each in claims if not _in_heading(each)]
    words = (token for spans in (*framed, *found) if spans for token in spans[-1])
    return frozenset(token.text for token in words if token.is_alpha and token.text[0].isupper())


def _in_heading(each: Claim) -> bool:
    layout = each.content[0].doc._.layout
    return layout is not None and layout.role_at(each.content[0].start_char) in HEADINGS
