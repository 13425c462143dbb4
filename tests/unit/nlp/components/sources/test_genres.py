"""News of thirty-six kinds, invented: how each introduces its sources, in the markup language under `articles/`.

Each article is read twice. With the marked source spans every type and `named` must be right; with what the whole
pipeline finds by itself, most of them: a source counts where a claim with a span over it has its type.
"""

import re
from pathlib import Path

import pytest

from server.nlp.annotations import Form
from tests.markup import check, parse

FOLDER = Path(__file__).parent / "articles"
LEAST = 0.85
"""Share of the sources that the whole pipeline must find with their type."""


def articles(code):
    """The parsed articles of a language by genre."""
    parts = re.split(r"^=== ", (FOLDER / f"{code}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {genre: parse(text) for genre, text in (part.split("\n", 1) for part in parts)}


ARTICLES = {code: articles(code) for code in ("de", "en")}
CASES = [
    pytest.param(code, marked, id=f"{code}-{genre}") for code in ARTICLES for genre, marked in ARTICLES[code].items()
]


@pytest.mark.parametrize(("code", "marked"), CASES)
def test_marked_sources_are_typed(code, marked, typed):
    check(marked, typed(marked, code))


@pytest.mark.parametrize("code", ARTICLES)
def test_the_whole_pipeline_finds_and_types_most_of_them(code, analysed):
    wrong, wanted = [], 0
    for genre, marked in ARTICLES[code].items():
        given = [claim for claim in analysed(marked, code)._.claims if claim.form is not Form.NONE]
        for claim in marked.claims:
            if not claim.pieces["source"] or "type" not in claim.attributes:
                continue
            wanted += 1
            begin, end = claim.pieces["source"][0]
            types = {one.source.type for one in given for span in one.source.spans if covers(span, begin, end)}
            if claim.attributes["type"] not in types:
                wrong.append((genre, marked.text[begin:end], sorted(types)))
    assert len(wrong) <= (1 - LEAST) * wanted, wrong


def covers(span, begin, end):
    """Whether a span shares a letter with a stretch of the text."""
    return span.start_char < end and begin < span.end_char
