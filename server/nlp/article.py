"""An article as labelled blocks, and the way from blocks to one text and back.

The blocks are joined by a blank line into the text of one Doc; `Layout` remembers where each lies.
All offsets are Unicode code points, end exclusive.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

SEPARATOR = "\n\n"
LONGEST_HEADING = 120
"""Characters of the longest line in plain text that may be a subheading."""


class Role(StrEnum):
    """What a block is on the page."""

    KICKER = "kicker"
    HEADLINE = "headline"
    LEAD = "lead"
    SUBHEADING = "subheading"
    BODY = "body"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or heading, with the text exactly as it was sent."""

    id: str
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one block's text: code points from `begin` up to, not including, `end`."""

    block: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block's place in the plain text it was split from."""

    id: str
    role: Role
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """Blocks in reading order. `places` is set only where one plain text was split into blocks."""

    blocks: tuple[Block, ...]
    places: tuple[PlacedBlock, ...] = ()

    @classmethod
    def from_text(cls, text: str) -> "Article":
        """Split plain text at line breaks; the first line that is not blank is the headline.

        A short line that ends in a letter or digit, before one that ends in a mark, is a subheading.
        """
        lines = list(_stripped_lines(text))
        blocks: list[Block] = []
        places: list[PlacedBlock] = []
        for index, (begin, line) in enumerate(lines):
            following = lines[index + 1][1] if index + 1 < len(lines) else ""
            role = Role.HEADLINE if index == 0 else Role.SUBHEADING if _is_heading(line, following) else Role.BODY
            blocks.append(Block(f"b{index}", role, line))
            places.append(PlacedBlock(f"b{index}", role, begin, begin + len(line)))
        return cls(tuple(blocks), tuple(places))

    def without_blanks(self) -> "Article":
        """The same without blocks of nothing but white space, which hold no sentence and no place."""
        return Article(tuple(block for block in self.blocks if block.text.strip()), self.places)

    @property
    def text(self) -> str:
        """The text the pipeline reads: the blocks joined by a blank line."""
        return SEPARATOR.join(block.text for block in self.blocks)


def _stripped_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, without surrounding white space, each with its place in the text."""
    begin = 0
    for line in text.splitlines(keepends=True):
        if stripped := line.strip():
            yield begin + line.index(stripped), stripped
        begin += len(line)


def _is_heading(line: str, following: str) -> bool:
    return len(line) <= LONGEST_HEADING and line[-1].isalnum() and not following[-1:].isalnum() and following != ""


class Layout:
    """Where each block of an article lies in the article's joined text."""

    def __init__(self, article: Article) -> None:
        self.blocks = article.blocks
        self.begins: list[int] = []
        begin = 0
        for block in article.blocks:
            self.begins.append(begin)
            begin += len(block.text) + len(SEPARATOR)

    def index_at(self, offset: int) -> int:
        """The index of the block that holds the joined text's code point `offset`."""
        return max(0, bisect_right(self.begins, offset) - 1)

    def role_at(self, offset: int) -> Role:
        """The role of the block that holds the joined text's code point `offset`."""
        return self.blocks[self.index_at(offset)].role

    def places(self, begin: int, end: int) -> Iterator[Place]:
        """The parts of each block that the joined text's stretch `begin`–`end` covers."""
        for index in range(self.index_at(begin), len(self.blocks)):
            start = self.begins[index]
            if start >= end:
                return
            block = self.blocks[index]
            first, last = max(begin - start, 0), min(end - start, len(block.text))
            if first < last:
                yield Place(block.id, first, last)
