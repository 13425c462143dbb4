"""Which words of an article stand between quotation marks, also where a quotation runs on over sentences.

A mark opens or closes by the spaces around it, whatever its shape. One that opens and is never closed runs to the end
of its block, as printers leave the mark off before another paragraph of the same speech; one that closes without
having opened ends what came before it.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

_MARKS = frozenset('"“”„»«')
_BEFORE = frozenset("([–—-")


def quoted_words(doc: Doc) -> set[int]:
    """Indices of the quoted words of every block."""
    found: set[int] = set()
    marks = {doc.vocab.strings[mark] for mark in _MARKS}
    if marks.isdisjoint(doc.to_array("ORTH").tolist()):
        return found
    for begin, end in _blocks(doc):
        found.update(_quoted(doc, begin, end))
    return found


def _blocks(doc: Doc) -> Iterator[tuple[int, int]]:
    """The token range of each block."""
    begins = [*doc._.layout.begins, doc[-1].idx + len(doc[-1]) + 1]
    block, begin = 0, 0
    for token in doc:
        while token.idx >= begins[block + 1]:
            if token.i > begin:
                yield begin, token.i
            block, begin = block + 1, token.i
    yield begin, len(doc)


def _quoted(doc: Doc, begin: int, end: int) -> Iterator[int]:
    opened: int | None = None
    seen = False
    for index in range(begin, end):
        if doc[index].text not in _MARKS or opened is None and _inches(doc, begin, index):
            continue
        if opened is not None:
            yield from range(opened, index)
            opened = None
        elif seen or _opens(doc, begin, index):
            opened = index
        else:
            yield from range(begin, index)
        seen = True
    if opened is not None and _opens(doc, begin, opened):
        yield from range(opened, end)


def _opens(doc: Doc, begin: int, index: int) -> bool:
    before = index == begin or bool(doc[index - 1].whitespace_) or doc[index - 1].text in _BEFORE
    return before and not doc[index].whitespace_


def _inches(doc: Doc, begin: int, index: int) -> bool:
    """Whether the mark stands for inches."""
    return index > begin and doc[index - 1].text[-1].isdigit() and not doc[index - 1].whitespace_
