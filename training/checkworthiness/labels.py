"""Own-voice statements of pages outside the gold, each labelled check-worthy or not: `labels/<language>.tsv`, no text.

A language model, working by the rule of `docs/annotation-guidelines.md` (section 1, check-worthy), read every statement
that Hearsay found on the page, with Hearsay's own rating beside it; nobody has read them a
second time. Pages of the gold, its locked half above all, are not among them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from server.nlp.lang.tables import read_table
from training.gold.pages import Page, digest

LABELS = Path(__file__).parent / "labels"
_DIGEST = 12


@dataclass(frozen=True, slots=True)
class Labelled:
    """One statement's place on its page, in code points of the joined text, and its label."""

    block: str
    begin: int
    end: int
    checkworthy: bool


def read_labels(pages: dict[str, Page], language: str) -> Iterator[tuple[Page, list[Labelled]]]:
    """The labelled pages of one language; a block whose text has changed since is left out."""
    rows = read_table(LABELS / f"{language}.tsv")
    for name, group in groupby(rows, key=lambda row: row["page"]):
        page = pages[name]
        texts = page.texts
        yield (
            page,
            [
                Labelled(row["block"], int(row["begin"]), int(row["end"]), row["checkworthy"] == "yes")
                for row in group
                if digest(texts[row["block"]])[:_DIGEST] == row["digest"]
            ],
        )
