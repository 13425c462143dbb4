"""The page of the corpus report: one file, both languages, every drawn number in a table, nothing from outside."""

import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from server.cli import app
from server.corpus.answers import Answer
from server.corpus.page import FOLDER, ROWS, languages, report
from server.corpus.tally import Tally
from tests.unit.corpus.answers import answer, write

EVIL = "<script>alert(1)</script>\"'&"


class Seen(HTMLParser):
    """The elements of a page, and the cells of its tables."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.tags[-1][0] in ("th", "td"):
            self.rows[-1][-1] += data.strip()


def tally(count: int = 3) -> Tally:
    return Tally().count(
        Answer.model_validate(
            answer({"anonymous": 1, "official": 1234}, 55.0, "marked", outlet=f"Outlet {number}", date="2031-01-01")
        )
        for number in range(count)
    )


@pytest.mark.parametrize(("language", "share"), [("de", "0,1 %"), ("en", "0.1 %")])
def test_every_drawn_number_is_in_a_table(language: str, share: str) -> None:
    seen = Seen(report(tally(), language, "answers.jsonl"))
    thousands = {"de": "1.234", "en": "1,234"}[language]
    assert ["Outlet 1", "1", "1.235" if language == "de" else "1,235", "0", "1", "0", "0", "0", "0", "0", thousands,
            "0", "0", "0"] in seen.rows  # fmt: skip
    assert ["50 … 60", "3"] in seen.rows
    assert ["Outlet 2", "0", "0", "1", "0", "0"] in seen.rows
    assert any(row[0] == "Outlet 0" and share in row for row in seen.rows)


@pytest.mark.parametrize("language", languages())
def test_the_page_is_one_file_that_loads_and_runs_nothing(language: str) -> None:
    page = report(tally(), language, "answers.jsonl")
    tags = Seen(page).tags
    assert not {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert not [name for _, attributes in tags for name in attributes if name in ("src", "href", "style", "srcset")]
    assert not re.search(r"url\(|@import", page)
    assert any(attributes.get("content", "").startswith("default-src 'none'") for _, attributes in tags if attributes)


@pytest.mark.parametrize("language", languages())
def test_every_chart_has_a_name_and_every_table_its_headers(language: str) -> None:
    tags = Seen(report(tally(), language, "answers.jsonl")).tags
    names = {attributes["id"] for _, attributes in tags if "id" in attributes}
    charts = [attributes for tag, attributes in tags if tag == "svg"]
    assert len(charts) == 5
    assert all(chart["role"] == "img" and chart["aria-labelledby"] in names for chart in charts)
    assert all("scope" in attributes for tag, attributes in tags if tag == "th")
    assert sum(tag == "caption" for tag, _ in tags) == sum(tag == "table" for tag, _ in tags)
    assert dict(tags)["html"] == {"lang": language}


def test_names_are_escaped() -> None:
    counted = Tally().count([Answer.model_validate(answer({"person": 1}, outlet=EVIL, date="2031-01"))])
    page = report(counted, "en", EVIL)
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_long_list_of_outlets_ends_in_a_sum() -> None:
    rows = [row for row in Seen(report(tally(ROWS + 7), "en", "answers.jsonl")).rows if row[0] == "7 more outlets"]
    assert rows[0][1] == "7"


def test_nothing_to_count_is_said(tmp_path: Path) -> None:
    assert "There are no articles" in report(Tally(), "en", "empty.jsonl")


def test_all_languages_have_the_same_words() -> None:
    keys = {code: set(tomllib.loads((FOLDER / f"{code}.toml").read_text())) for code in languages()}
    assert languages() == ["de", "en"]
    assert keys["de"] == keys["en"]


def test_the_command_writes_page_and_table_and_says_what_it_left_out(tmp_path: Path) -> None:
    answers = write(tmp_path / "answers.jsonl", [answer({"person": 1}, outlet="Post", date="2031-01"), "no answer"])
    page, table = tmp_path / "report.html", tmp_path / "report.csv"
    options = ["report", str(answers), "--html", str(page), "--csv", str(table), "--language", "de"]
    result = CliRunner().invoke(app, options)
    assert (result.exit_code, "1 articles counted, 1 left out" in result.stderr.replace("\n", " ")) == (0, True)
    assert "Korpusbericht" in page.read_text()
    assert table.read_text().count("\n") == 2
    failed = CliRunner().invoke(app, ["report", str(answers), "--html", str(tmp_path / "missing" / "report.html")])
    assert (failed.exit_code, "No such file" in failed.stderr.replace("\n", " ")) == (1, True)
