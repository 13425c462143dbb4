"""Features of a word's form: looked up in a table shipped with the model, or read off its letters."""

import re
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

GRAMS = 8000
"""Buckets of the hashed character n-grams (3 to 5 letters)."""
AFFIXES = 3000
SHAPES = 300
MOST_GRAMS = 40
TABLE_COLUMNS = ("word", "lemma", "cluster", "cluster6", "cluster4", "verb")
FLAGS = 7
"""Bits of the `verb` column: Konjunktiv I and II, indicative, first person, participle, infinitive, with zu."""


def bucket(text: str, size: int) -> int:
    """A stable hash of `text` into `size` buckets."""
    return zlib.crc32(text.encode()) % size


def key(text: str) -> int:
    """The 32-bit key under which the word table stores a form."""
    return zlib.crc32(text.encode())


def shape(word: str) -> str:
    """The word's pattern of capitals, letters, digits and other marks, runs cut to two."""
    pattern = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word[:24])
    return re.sub(r"(.)\1{2,}", r"\1\1", pattern)[:8]


def grams(word: str) -> list[int]:
    """Buckets of the character n-grams of the lower-cased word with its borders."""
    text = f"<{word.lower()[:24]}>"
    found = [bucket(text[i : i + n], GRAMS) for n in (3, 4, 5) for i in range(len(text) - n + 1)]
    return found[:MOST_GRAMS] or [bucket(text, GRAMS)]


@dataclass(slots=True)
class WordTable:
    """What is known of each word form: rows of `TABLE_COLUMNS` under sorted 32-bit keys; row values 0 mean unknown."""

    keys: NDArray[np.uint32]
    rows: NDArray[np.uint16]

    @classmethod
    def load(cls, path: Path) -> "WordTable":
        """Read the table written by `save`; raises `OSError` where the file is missing."""
        with np.load(path) as arrays:
            return cls(np.cumsum(arrays["gaps"], dtype=np.uint64).astype(np.uint32), arrays["rows"])

    def save(self, path: Path) -> None:
        """Write the table; keys are stored as gaps, which pack better."""
        gaps = np.diff(self.keys.astype(np.uint64), prepend=np.uint64(0)).astype(np.uint32)
        np.savez_compressed(path, gaps=gaps, rows=self.rows)

    def row(self, word: str) -> NDArray[np.uint16] | None:
        """The row of the form, else of its lower-case, else of its capitalised spelling, else None."""
        for form in (word, word.lower(), word.capitalize()):
            wanted = np.uint32(key(form))  # a plain int would make numpy copy all keys
            index = int(np.searchsorted(self.keys, wanted))
            if index < len(self.keys) and self.keys[index] == wanted:
                found: NDArray[np.uint16] = self.rows[index]
                return found
        return None

    def features(self, word: str) -> NDArray[np.int64]:
        """`TABLE_COLUMNS`, then buckets of the suffix, the prefix (3 letters each) and the shape."""
        row = self.row(word)
        lower = word.lower()
        spelled = (bucket("s" + lower[-3:], AFFIXES), bucket("p" + lower[:3], AFFIXES), bucket(shape(word), SHAPES))
        known = np.zeros(len(TABLE_COLUMNS), dtype=np.int64) if row is None else row.astype(np.int64)
        return np.concatenate([known, np.array(spelled, dtype=np.int64)])
