"""An article as the tagger reads it: visible tokens with their paragraph and sentence.

The tagger counts sentences by its own light rule, so that a model reads the same features whichever
annotator runs before it.
"""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

SENTENCE_END = frozenset(".?!…")
CLOSING_MARK = frozenset("”\"’“«»›‹)'")
CONTINUES = re.compile(r"[a-zäöüß,;:—–-]")


@dataclass(slots=True)
class Words:
    """Visible tokens of one article; all sequences have one entry a token.

    `texts` are the token texts, `begins` and `ends` code points into the article's text, `tokens` the
    indices in the Doc, `paragraphs` and `sentences` rising numbers from 0.
    """

    texts: list[str]
    begins: list[int]
    ends: list[int]
    tokens: list[int]
    paragraphs: NDArray[np.int64]
    sentences: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.texts)


def read_words(doc: Doc) -> Words:
    """The visible tokens of `doc`; a line break in the text ends a paragraph."""
    texts: list[str] = []
    begins: list[int] = []
    tokens: list[int] = []
    paragraphs: list[int] = []
    paragraph = 0
    for token in doc:
        if token.is_space:
            if "\n" in token.text and texts:
                paragraph += 1
            continue
        texts.append(token.text)
        begins.append(token.idx)
        tokens.append(token.i)
        paragraphs.append(paragraph)
    ends = [begin + len(text) for begin, text in zip(begins, texts, strict=True)]
    numbers = np.unique(np.array(paragraphs, dtype=np.int64), return_inverse=True)[1] if texts else np.zeros(0)
    paragraph_numbers = numbers.astype(np.int64)
    return Words(texts, begins, ends, tokens, paragraph_numbers, sentence_numbers(texts, paragraph_numbers))


def sentence_numbers(texts: list[str], paragraphs: NDArray[np.int64]) -> NDArray[np.int64]:
    """The sentence of every token: it ends after a final mark and its closing marks, and with the paragraph."""
    numbers = np.zeros(len(texts), dtype=np.int64)
    number = 0
    for index in range(1, len(texts)):
        if paragraphs[index] != paragraphs[index - 1] or _ends_sentence(texts, index - 1, texts[index]):
            number += 1
        numbers[index] = number
    return numbers


def _ends_sentence(texts: list[str], index: int, following: str) -> bool:
    text = texts[index]
    if following in CLOSING_MARK or following in SENTENCE_END:
        return False
    final = text in SENTENCE_END or (text in CLOSING_MARK and index > 0 and texts[index - 1] in SENTENCE_END)
    return final and not CONTINUES.match(following)
