"""The saved pages that the gold labels: their text, read from a corpora folder outside the project."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from server.nlp.article import Article, Block, Role

from .storage import Span


@dataclass(frozen=True, slots=True)
class Page:
    """One page's text as blocks: title → headline ``h``, summary → leads ``l1…``, paragraphs → body ``p1…``."""

    name: str
    language: str
    article: Article

    @property
    def texts(self) -> dict[str, str]:
        """Each block's text by its id, in reading order."""
        return {block.id: block.text for block in self.article.blocks}

    def quote(self, span: Span) -> str:
        """The words a span covers; raises `KeyError` if the page has no such block."""
        block, begin, end = span
        return self.texts[block][begin:end]


def read_pages(corpora: Path, language: str) -> dict[str, Page]:
    """The pages of one language (ISO 639-1) by file name, from ``<corpora>/pages/<language>/gold.jsonl.gz``."""
    return {page.name: page for page in _pages(corpora / "pages" / language / "gold.jsonl.gz", language)}


def page_of(name: str, language: str, title: str, leads: list[str], paragraphs: list[str]) -> Page:
    """A page from its parts, with the block ids that the gold uses."""
    blocks = [Block("h", Role.HEADLINE, title)]
    blocks += [Block(f"l{number}", Role.LEAD, text) for number, text in enumerate(leads, 1)]
    blocks += [Block(f"p{number}", Role.BODY, text) for number, text in enumerate(paragraphs, 1)]
    return Page(name, language, Article(tuple(blocks)))


def digest(text: str) -> str:
    """The SHA-256 of a block's text, which tells whether a page is still the one that was labelled."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _pages(path: Path, language: str) -> Iterator[Page]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield page_of(row["file"], language, row["title"], row["summary"], row["paragraphs"])
