"""The window around one content in which its source and cue are looked for."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .tags import Content

ROLES = ("speaker", "cue", "frame", "addressee")
PLACES = 6
"""Before the content, its first token, inside, its last token, in a gap, after."""
BEFORE, FIRST, INSIDE, LAST, IN_GAP, AFTER = range(PLACES)
REACH_BACK, REACH_AHEAD = 3, 1
"""Sentences before and after the content's own that the window takes in."""
LONGEST_REACH = 120
"""Tokens before and after the content that the window takes in at most."""
LONGEST_CONTENT = 200
SENTENCES = 13


@dataclass(frozen=True, slots=True)
class Request:
    """One content and its window `begin`–`end` (token indices) with features of each token in it."""

    begin: int
    end: int
    type: int
    tokens: tuple[int, ...]
    places: NDArray[np.int64]
    sentences: NDArray[np.int64]
    others: NDArray[np.int64]

    def moved(self, by: int) -> "Request":
        """The same request with token indices raised by `by`."""
        tokens = tuple(token + by for token in self.tokens)
        return Request(self.begin + by, self.end + by, self.type, tokens, self.places, self.sentences, self.others)


def request(content: Content, occupied: NDArray[np.bool_], sentences: NDArray[np.int64]) -> Request:
    """The window of `content`; `occupied` marks tokens of any content, `sentences` numbers the article's tokens."""
    first, last = content.tokens[0], content.tokens[-1]
    begin = int(np.searchsorted(sentences, sentences[first] - REACH_BACK))
    end = int(np.searchsorted(sentences, sentences[last] + REACH_AHEAD, side="right"))
    begin, end = max(begin, first - LONGEST_REACH), min(end, last + 1 + LONGEST_REACH)
    window = np.arange(begin, end)
    own = np.zeros(end - begin, dtype=bool)
    own[np.array(content.tokens) - begin] = True
    places = np.where(window < first, BEFORE, np.where(window > last, AFTER, np.where(own, INSIDE, IN_GAP)))
    places[last - begin] = LAST
    places[first - begin] = FIRST
    number = sentences[begin:end]
    before, after = number - sentences[first], number - sentences[last]
    distance = np.where(before < 0, np.maximum(before + 6, 0), np.where(after > 0, np.minimum(6 + after, 12), 6))
    others = (occupied[begin:end] & ~own).astype(np.int64)
    return Request(begin, end, content.type, content.tokens, places, distance, others)
