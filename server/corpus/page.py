"""Draws the counts of a corpus as one self-contained HTML page: bars as inline SVG, every number in a table too."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from server import __version__
from server.corpus.tally import BANDS, STEP, Cell, Share, Tally
from server.nlp.annotations import SourceType
from server.nlp.explanation import messages
from server.nlp.rendering import types_css

FOLDER = Path(__file__).parent
ROWS = 40
"""Outlets or months drawn one by one; the others are drawn together (the table beside, `--csv`, has them all)."""
SCORES = range(-100, 100, STEP)


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: an outlet, a month or a year."""

    name: str
    cell: Cell


def languages() -> list[str]:
    """The languages the report can be written in."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def report(tally: Tally, language: str, source: str) -> str:
    """The page in `language`; `source` is the name of the file that was counted."""
    words = _words(language)
    whole = tally.whole()
    return (
        _environment(language)
        .get_template("report.html")
        .render(
            tally=tally,
            whole=whole,
            source=source,
            version=__version__,
            language=language,
            words=words,
            labels=messages(language),
            types=list(SourceType),
            bands=BANDS,
            scores=SCORES,
            step=STEP,
            outlets=_rows(tally.by_outlet().items(), words["no_outlet"], words["more"]),
            months=_periods(tally.by_month(), words["no_date"]),
            highest=max(whole.scores.values(), default=1),
            types_css=types_css(),
        )
    )


def _rows(cells: Iterable[tuple[str | None, Cell]], unknown: str, more: str) -> list[Row]:
    rows = [Row(unknown if name is None else name, cell) for name, cell in cells]
    if len(rows) <= ROWS:
        return rows
    rest = Cell()
    for row in rows[ROWS:]:
        rest.add(row.cell)
    return [*rows[:ROWS], Row(more.format(count=len(rows) - ROWS), rest)]


def _periods(months: dict[str | None, Cell], unknown: str) -> list[Row]:
    """The months, or the years where there are more months than rows."""
    if len(months) <= ROWS:
        return [Row(month or unknown, cell) for month, cell in months.items()]
    years: dict[str | None, Cell] = {}
    for month, cell in months.items():
        years.setdefault(month and month[:4], Cell()).add(cell)
    return [Row(year or unknown, cell) for year, cell in years.items()]


@cache
def _words(language: str) -> dict[str, str]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = _words(language)

    def number(value: int) -> str:
        return f"{value:,}".replace(",", words["thousands"])

    def percent(share: Share) -> str:
        return f"{100 * share.value:.1f}".replace(".", words["decimal"]) + " %" if share.total else "–"

    def between(share: Share) -> str:
        borders = f"{100 * share.low:.1f} – {100 * share.high:.1f}"
        return borders.replace(".", words["decimal"]) if share.total else "–"

    environment.filters.update(number=number, percent=percent, between=between)
    return environment
