"""Datelines: *PORT ELDAN (Meridian News) -* opens a report and is part of no claim."""

import re

from spacy.tokens import Doc, Span

from ...article import Layout

_AGENCY = r"[A-ZÄÖÜ][\w.,'’/ -]{1,40} ?\([A-Z][^()\n]{1,30}\)"
_CITY = r"[A-ZÄÖÜ][A-ZÄÖÜ.'’/ -]{2,40}(?:, [A-Z][\w. ]{1,20})?"
DATELINE = re.compile(rf"(?:{_AGENCY}|{_CITY}) ?(?:--|[-–—]) ")
"""A place with an agency in brackets, or a place in capitals, then a dash of its own."""


def after_dateline(span: Span) -> Span:
    """The span without the dateline it begins with; only the beginning of a block has one."""
    doc: Doc = span.doc
    layout: Layout | None = doc._.layout
    found = DATELINE.match(span.text)
    if found is None or layout is None or span.start_char not in layout.begins:
        return span
    rest = doc.char_span(span.start_char + found.end(), span.end_char, alignment_mode="contract")
    return span if rest is None else rest
