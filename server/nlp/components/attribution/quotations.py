"""Quotations: pairs of quotation marks in every style of German and English news, also unclosed ones.

Marks that show their direction („ “ » « “ ” ‚ ‘) are paired by it; straight ones by the spaces around them. An opening
mark that meets a second opening before its end was a stray one. A quotation left open runs to the end of its block
where it opens the block or follows a colon, as speech carried over paragraphs does; else the mark is stray.
"""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

CLOSERS = {
    "„": '“ ” "',
    "“": '” " “',
    "«": "»",
    "»": "« »",
    '"': '" “ ”',
    "''": "''",
    "``": "'' ``",
    "‚": "‘ ’ '",
    "‘": "’ '",
    "'": "'",
    "‹": "›",
    "›": "‹",
}
"""For each mark that may open a quotation, the marks that may close it, separated by spaces."""

APOSTROPHES = frozenset("'’‘")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `start` to `end` (exclusive) with their marks; `closed` is False where the closing mark is missing."""

    start: int
    end: int
    closed: bool


def quotations(doc: Doc, blocks: list[tuple[int, int]]) -> list[Quotation]:
    """The outermost quotations of every block (token ranges), in text order."""
    found: list[Quotation] = []
    for begin, end in blocks:
        found += _in_block(doc, begin, end)
    return found


def _in_block(doc: Doc, begin: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for index in range(begin, end):
        token = doc[index]
        if token.text not in CLOSERS and token.text not in ("”", "’"):
            continue
        if opened is not None and _closes(token, doc[opened], index, end):
            if index > opened + 1:
                found.append(Quotation(opened, index + 1, True))
            opened = None
        elif _opens(token, index, begin) and (opened is None or doc[opened].text == token.text):
            opened = index
    if opened is not None and (opened == begin or doc[opened - 1].text == ":") and end - opened > 3:
        found.append(Quotation(opened, end, False))
    return found


def _opens(token: Token, index: int, begin: int) -> bool:
    """Whether the mark stands where a quotation opens: no space after it, and a space, bracket or nothing before."""
    if token.text not in CLOSERS or token.whitespace_ and token.text not in "„»":
        return False
    if token.text in "„‚" or index == begin:
        return True
    before = token.nbor(-1)
    return bool(before.whitespace_) or before.is_space or before.text in "([:–—-/" or before.text in CLOSERS


def _closes(token: Token, opening: Token, index: int, end: int) -> bool:
    """Whether the mark closes the quotation that `opening` opened."""
    if token.text not in CLOSERS[opening.text].split():
        return False
    glued_before = index > 0 and not token.nbor(-1).whitespace_
    if token.text in APOSTROPHES:
        after = token.nbor(1) if index + 1 < end else None
        ends = after is None or not (after.is_alpha or after.like_num) or token.nbor(-1).is_punct
        return glued_before and (ends or bool(token.whitespace_) and not _is_possessive(token, end))
    if token.text == opening.text and token.text in ('"', "“", "''"):
        return glued_before or index + 1 == end or bool(token.whitespace_) or token.nbor(1).is_punct
    return True


def _is_possessive(token: Token, end: int) -> bool:
    """Whether the apostrophe belongs to a plural (*the workers' union*): a mark that closes better comes later."""
    if token.nbor(-1).text[-1:].lower() not in "sxz":
        return False
    later = (token.doc[index] for index in range(token.i + 1, end))
    following = next((each for each in later if each.text in APOSTROPHES), None)
    return following is not None and not following.nbor(-1).whitespace_
