"""Headlines that name their source before a colon: *Insider: …*, *Bericht: …*, *Kern: „…“*, *Werft bestreitet: …*."""

from collections.abc import Iterator

from ...annotations import Claim, Form
from .headings import HEADINGS
from .reading import Line, Reading, claim

LONGEST = 7
"""Words that a source before the colon may have."""
LEAST_WORDS = 2


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
    if any(token.lower_ in reading.grammar.headline_words for token in words):
        return "headline_source"
    if words[-1].text in names and all(token.text[0].isupper() for token in words):
        return "headline_name"
    return "headline_quotation" if quoted and len(words) <= LONGEST and words[-1].text[0].isupper() else ""


def _names(reading: Reading) -> frozenset[str]:
    """Last words of the sources that frames of the body name, where they are capitalised."""
    spans = [
        frame.source[-1] for line in reading.lines if line.role not in HEADINGS for frame in line.frames if frame.source
    ]
    words = (token for span in spans for token in span if token.is_alpha and token.text[0].isupper())
    return frozenset(token.text for token in words)
