"""Words as subword pieces with a vector each: the best unigram segmentation (Kudo 2018) of a word.

Pieces and vectors come from a multilingual encoder (see the model card); a word's vector is the mean of its
pieces', so that every word has one, in both languages of the pieces.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SPACE = "▁"
UNKNOWN = "<unk>"
LONGEST_WORD = 60


class Pieces:
    """Segments words; `begin` and `end` are the marks around a text."""

    def __init__(self, pieces: Sequence[str], scores: NDArray[np.float32], begin: int, end: int, unknown: int) -> None:
        self.numbers = {piece: number for number, piece in enumerate(pieces) if piece}
        self.scores = scores
        self._longest = min(max(map(len, self.numbers)), 24)
        self._values = [float(score) for score in scores]
        self._unknown_score = float(scores.min()) - 10.0
        self.begin, self.end, self.unknown = begin, end, unknown

    def segment(self, word: str, after_space: bool) -> list[int]:
        """Piece numbers of `word`, at least one."""
        text = (SPACE if after_space else "") + unicodedata.normalize("NFKC", word)
        return self._best(text[:LONGEST_WORD]) or [self.unknown]

    def _best(self, text: str) -> list[int]:
        count = len(text)
        score = [0.0] + [-1e30] * count
        back: list[tuple[int, int]] = [(0, 0)] * (count + 1)
        for start in range(count):
            for end in range(start + 1, min(count, start + self._longest) + 1):
                number = self.numbers.get(text[start:end])
                if number is not None and number != self.unknown:
                    total = score[start] + self._values[number]
                    if total > score[end]:
                        score[end], back[end] = total, (start, number)
            if score[start] + self._unknown_score > score[start + 1]:
                score[start + 1], back[start + 1] = score[start] + self._unknown_score, (start, self.unknown)
        found = []
        while count:
            count, number = back[count]
            found.append(number)
        return found[::-1]


@dataclass
class PieceVectors:
    """A vector for each piece, kept as bytes: `vectors` (pieces × width) times `scales` (width)."""

    names: list[str]
    scores: NDArray[np.float32]
    vectors: NDArray[np.int8]
    scales: NDArray[np.float32]

    def __post_init__(self) -> None:
        self._pieces = Pieces(self.names, self.scores, -1, -1, self.names.index(UNKNOWN))

    @classmethod
    def load(cls, path: Path) -> "PieceVectors":
        """Read what `save` wrote; raises `OSError` where the file is missing."""
        with np.load(path) as arrays:
            names = arrays["names"].tobytes().decode().split("\n")
            return cls(names, arrays["scores"].astype(np.float32), arrays["vectors"], arrays["scales"])

    def save(self, path: Path) -> None:
        """Write names, scores (half precision), vectors and scales."""
        names = np.frombuffer("\n".join(self.names).encode(), dtype=np.uint8)
        np.savez_compressed(
            path, names=names, scores=self.scores.astype(np.float16), vectors=self.vectors, scales=self.scales
        )

    def vector(self, word: str) -> NDArray[np.float32]:
        """The mean vector of the word's pieces."""
        numbers = self._pieces.segment(word, any(map(str.isalnum, word)))
        mean: NDArray[np.float32] = self.vectors[numbers].astype(np.float32).mean(0) * self.scales
        return mean
