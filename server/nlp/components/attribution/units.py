"""A Doc as units: sentences in which every quotation is one symbol, and every word has a one-letter kind.

Sentence starts inside a quotation do not cut, so a frame stays with a quotation of several sentences. The letters of a
unit make one string, over which noun phrases are found by regular expressions without backtracking.

| letter | kind                                | letter | kind                                |
|--------|-------------------------------------|--------|-------------------------------------|
| `N`    | noun or name, short quoted name     | `V`    | finite verb                         |
| `D`    | determiner                          | `v`    | infinitive or participle            |
| `G`    | determiner that can be genitive     | `t`    | infinitive mark (*zu*, *to*)        |
| `A`    | adjective or participle before noun | `S`    | subordinator                        |
| `Z`    | number                              | `R`    | relative pronoun                    |
| `O`    | personal pronoun                    | `C`    | coordinator                         |
| `r`    | reflexive or object pronoun         | `Q`    | quotation                           |
| `P`    | preposition                         | `B`    | bracketed words                     |
| `p`    | preposition that joins nouns        | `X`    | anything else                       |
| `, : ; - .` | marks that end a clause (`-` a dash, `.` a terminal mark) | | |
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from .quotations import Quotation

Kind = Callable[[Token], str]
DASHES = frozenset("–—-")
DELIMITERS = frozenset(",:;-.")
NAME_LENGTH = 6  # tokens between the marks of a quoted title or name
LONGEST = 400
"""Symbols after which a unit is cut, so that no endless sentence costs more than its length."""
SCARE_LENGTH = 2  # words up to which a quotation without a mark of its own is no speech


@dataclass(slots=True)
class Unit:
    """`kinds[i]` is the kind of the tokens `starts[i]` to `ends[i]`, exclusive."""

    doc: Doc
    kinds: str
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.kinds)

    def span(self, first: int, last: int) -> Span:
        """The Doc's span of the symbols `first` to `last`, exclusive."""
        return self.doc[self.starts[first] : self.ends[last - 1]]

    def token(self, index: int) -> Token:
        """The first token of a symbol."""
        return self.doc[self.starts[index]]

    @property
    def text_end(self) -> int:
        """The index after the last symbol that is not a terminal mark."""
        end = len(self.kinds)
        while end and self.kinds[end - 1] == ".":
            end -= 1
        return end


@dataclass(frozen=True, slots=True)
class Clause:
    """Symbols `start` to `end` of a unit, between the marks `before` and `after` (empty at the unit's ends)."""

    start: int
    end: int
    before: str
    after: str


def clauses(unit: Unit) -> list[Clause]:
    """The clauses of a unit: parts between marks, with a quotation at a part's edge as a part of its own."""
    found: list[Clause] = []
    start, before = 0, ""
    for index, kind in enumerate(unit.kinds + "."):
        if kind not in DELIMITERS:
            continue
        after = kind if index < len(unit) else ""
        found += _split_quotations(unit, start, index, before, after)
        start, before = index + 1, kind
    return found


def _split_quotations(unit: Unit, start: int, end: int, before: str, after: str) -> Iterator[Clause]:
    while start < end and unit.kinds[start] == "Q":
        yield Clause(start, start + 1, before, after if start + 1 == end else "Q")
        start, before = start + 1, "Q"
    last = end
    while last > start and unit.kinds[last - 1] == "Q":
        last -= 1
    if start < last:
        yield Clause(start, last, before, after if last == end else "Q")
    for index in range(last, end):
        yield Clause(index, index + 1, "Q", after if index + 1 == end else "Q")


def units(doc: Doc, begin: int, end: int, by_start: dict[int, Quotation], kind: Kind) -> Iterator[Unit]:
    """The units of the block of tokens `begin` to `end`; `by_start` holds its quotations by their first token."""
    unit = Unit(doc, "", [], [])
    index = begin
    while index < end:
        token = doc[index]
        if unit.kinds and (token.is_sent_start or len(unit) >= LONGEST):
            yield unit
            unit = Unit(doc, "", [], [])
        quotation = by_start.get(index)
        last = index + 1
        if quotation:
            letter, last = _quotation_kind(doc, quotation), quotation.end
        elif token.text in "([":
            letter, last = "B", _bracket_end(doc, index, end)
        else:
            letter = _mark_kind(token) or kind(token)
        if letter != " ":
            unit.kinds += letter
            unit.starts.append(index)
            unit.ends.append(last)
        index = last
    if unit.kinds:
        yield unit


def _mark_kind(token: Token) -> str:
    text = token.text
    if token.is_space:
        return " "
    if text in (",", ":", ";"):
        return text
    if text in DASHES or text == "--":
        return "-" if token.i and token.nbor(-1).whitespace_ else ""
    return "." if text[-1] in ".!?…" and not any(letter.isalnum() for letter in text) else ""


def _quotation_kind(doc: Doc, quotation: Quotation) -> str:
    """`Q` for speech, `N` for a quoted name or title, `A` for one or two words in scare quotes."""
    inner = doc[quotation.start + 1 : quotation.end - quotation.closed]
    if not len(inner):
        return "X"
    if inner[-1].text[-1] in ".!?,…" or inner[0].text[-1] in "…" or not quotation.closed:
        return "Q"
    words = [token for token in inner if token.is_alpha or token.like_num]
    if words and words[0].text[0].isupper() and len(inner) <= NAME_LENGTH and _is_name(words):
        return "N"
    before = doc[quotation.start - 1].text if quotation.start else ""
    after = doc[quotation.end].text if quotation.end < len(doc) else ""
    if len(words) <= SCARE_LENGTH and before != ":" and after != ",":
        return "N" if words and words[-1].text[0].isupper() else "A"
    return "Q"


def _is_name(words: list[Token]) -> bool:
    """Whether the words look like a title: the first and last capitalised, no finite verb, at most two small words."""
    small = sum(word.text[0].islower() for word in words)
    return not words[-1].text[0].islower() and small <= 2 and not any(word._.mood for word in words)


def _bracket_end(doc: Doc, index: int, end: int) -> int:
    """The index after the bracket's closing mark; after the opening one where none closes within the sentence."""
    closing = ")" if doc[index].text == "(" else "]"
    for at in range(index + 1, min(end, index + 40)):
        if doc[at].text == closing:
            return at + 1
        if doc[at].is_sent_start:
            break
    return index + 1
