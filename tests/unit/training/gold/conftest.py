"""One invented page and its annotation, for every test of the gold's tool."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from training.gold.pages import Page, page_of
from training.gold.storage import GoldArticle
from training.gold.workfile import read_workfile

TITLE = "Fähre soll gekentert sein"
LEAD = "Auf dem Grünsee sank am Montag die Fähre „Ida“."
PARAGRAPHS = [
    "„Wir haben“, sagte Hafenmeisterin Ulla Brandt, „alle elf gerettet“. "
    "Ein Helfer, der ungenannt bleiben will, meinte, die Maschine könne gebrannt haben.",
    "Die Reederei wies die Vorwürfe zurück. Das Schiff sei gewartet und erst im Mai zurück gewesen.",
]
ANNOTATION = """
page Seeblick.html.gz de
headline .6 .35
[h]
f uns D .4 c | Fähre soll gekentert sein | | soll
[l1]
n non A .95 c | Auf dem Grünsee sank am Montag die Fähre „Ida“.
[p1]
; a quotation cut in two is one claim
d off R .7 ncs | „Wir haben“ && „alle elf gerettet“ | Hafenmeisterin Ulla Brandt | sagte
i ano H .45 c | die Maschine könne gebrannt haben | Ein Helfer>>bleiben will | meinte
[p2]
r org N .1 n | die Vorwürfe | Die Reederei | wies && zurück#1
f org R .65 n | Das Schiff sei>>gewesen. | Die Reederei
"""


@pytest.fixture
def page() -> Page:
    return page_of("Seeblick.html.gz", "de", TITLE, [LEAD], PARAGRAPHS)


@pytest.fixture
def annotate(page: Page, tmp_path: Path) -> Callable[[str], GoldArticle]:
    """Converts a working file's text; by default the whole page's annotation."""

    def convert(text: str = ANNOTATION) -> GoldArticle:
        path = tmp_path / "seeblick.txt"
        path.write_text(text, encoding="utf-8")
        return read_workfile(path, {page.name: page})

    return convert


@pytest.fixture
def article(annotate: Callable[[], GoldArticle]) -> GoldArticle:
    return annotate()


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A corpora folder that holds the invented page and no English one."""
    row = {"file": "Seeblick.html.gz", "title": TITLE, "summary": [LEAD], "paragraphs": PARAGRAPHS}
    for language, lines in (("de", json.dumps(row)), ("en", "")):
        folder = tmp_path / "corpora" / "pages" / language
        folder.mkdir(parents=True)
        with gzip.open(folder / "gold.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write(lines)
    return tmp_path / "corpora"
