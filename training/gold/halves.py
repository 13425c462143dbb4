"""Which half of the gold an article belongs to: ``tune`` to work with, ``locked`` for final figures only."""

import csv
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from .storage import GoldArticle

HALVES = Path(__file__).parent / "halves.tsv"


class Half(StrEnum):
    """A half of the gold, or all of it."""

    TUNE = "tune"
    LOCKED = "locked"
    ALL = "all"


def read_halves(path: Path = HALVES) -> dict[str, Half]:
    """Each page's half by page name; raises `ValueError` on any other word."""
    with path.open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row["page"]: Half(row["half"]) for row in rows}


def of_half(articles: Iterable[GoldArticle], half: Half, halves: dict[str, Half]) -> list[GoldArticle]:
    """The articles of one half; raises `KeyError` for an article that no half was chosen for."""
    return [article for article in articles if half is Half.ALL or halves[article.page] is half]
