"""Trained networks run by onnxruntime on one core: what both languages share.

The graphs hold the LSTMs; looking up and adding up a word's features is numpy, with one remembered vector a word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from .chunks import chunk_bounds
from .pieces import PieceVectors
from .positions import position_features
from .quotation import in_style
from .rows import Rows
from .spelling import FLAGS, TABLE_COLUMNS, WordTable, grams
from .viterbi import Chain
from .words import Words

Vectors = NDArray[np.float32]

ORDER = ("word", "lemma", "cluster", "cluster6", "cluster4", "suffix", "prefix", "shape")
"""Embedding tables in the order in which a word's vector joins them."""
COLUMNS = (*TABLE_COLUMNS, "suffix", "prefix", "shape")
MOST_WORDS = 6_000
"""Words whose vectors are kept; then the memory starts anew: what recurs is learned again within an article or two."""
ROWS = 8
"""Chunks read in one run."""
EPSILON = 1e-5


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """Features of some words that all networks of a model share: `columns` of table rows, affixes and shape, the
    buckets of all their `grams` with each word's first place in it, verb `flags` and `pretrained` vectors."""

    columns: dict[str, NDArray[np.int64]]
    grams: NDArray[np.int64]
    starts: NDArray[np.int64]
    flags: Vectors
    pretrained: Vectors


class ServedEncoders:
    """The encoders of a model's networks, which read the same words."""

    def __init__(self, folder: Path, count: int, marks: tuple[str, str]) -> None:
        self._encoders = [ServedEncoder(folder, number) for number in range(count)]
        self._table = WordTable.load(folder / "words.npz")
        self._pieces, self._marks = PieceVectors.load(folder / "pieces.npz"), marks
        self._numbers: dict[str, int] = {}

    def __iter__(self) -> Iterator["ServedEncoder"]:
        return iter(self._encoders)

    def read(self, words: Words, size: int) -> list[dict[str, Vectors]]:
        """For each network every output of its graph (tokens × width), read in chunks of about `size` tokens."""
        positions = position_features(words)
        numbers = self._numbered(in_style(words.texts, positions[:, 0], self._marks))
        bounds = chunk_bounds(words.paragraphs, size)
        return [encoder.read(numbers, positions, bounds) for encoder in self._encoders]

    def _numbered(self, texts: list[str]) -> NDArray[np.int64]:
        """Each word's row in the encoders' memories, which take up the new words."""
        if len(self._numbers) > MOST_WORDS:
            self._numbers.clear()
            for encoder in self._encoders:
                encoder.forget()
        new = [text for text in dict.fromkeys(texts) if text not in self._numbers]
        if new:
            features = self._features(new)
            for encoder in self._encoders:
                encoder.learn(features)
            first = len(self._numbers)
            self._numbers.update({text: first + index for index, text in enumerate(new)})
        return np.array([self._numbers[text] for text in texts])

    def _features(self, texts: list[str]) -> WordFeatures:
        columns = dict(zip(COLUMNS, np.stack([self._table.features(text) for text in texts]).T, strict=True))
        bags = [grams(text) for text in texts]
        starts = np.cumsum([0, *(len(bag) for bag in bags[:-1])])
        flags = (columns["verb"][:, None] & (1 << np.arange(FLAGS)) != 0).astype(np.float32)
        pretrained = np.stack([self._pieces.vector(text) for text in texts])
        return WordFeatures(columns, np.concatenate(bags).astype(np.int64), starts, flags, pretrained)


class ServedEncoder:
    """One network's encoder: words to hidden vectors and the scores its graph computes from them."""

    def __init__(self, folder: Path, number: int) -> None:
        with np.load(folder / f"tables-{number}.npz") as arrays:
            self.tables = {name: arrays[name].astype(np.float32) for name in arrays.files}
        self._session = session(folder / f"encoder-{number}.onnx")
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._memory = self._nothing()

    def learn(self, features: WordFeatures) -> None:
        """Take up new words after those known."""
        vectors = [self.tables[f"word_{name}"][features.columns[name]] for name in ORDER]
        sizes = np.diff(features.starts, append=len(features.grams))[:, None]
        bags = np.add.reduceat(self.tables["grams"][features.grams], features.starts) / sizes
        joined = np.concatenate([*vectors, bags, features.flags, features.pretrained], axis=1, dtype=np.float32)
        self._memory.append(joined @ self.tables["project"].T + self.tables["project_bias"])

    def forget(self) -> None:
        """Drop all words."""
        self._memory = self._nothing()

    def read(
        self, numbers: NDArray[np.int64], positions: NDArray[np.int64], bounds: list[tuple[int, int]]
    ) -> dict[str, Vectors]:
        """Every output of the graph (tokens × width) for words by their numbers, read in the given chunks."""
        inputs = self._inputs(numbers, positions)
        found: list[tuple[int, list[Vectors]]] = []
        for rows in _batches(bounds):
            lengths = np.array([bounds[row][1] - bounds[row][0] for row in rows], dtype=np.int32)
            padded = np.zeros((int(lengths.max()), len(rows), inputs.shape[1]), dtype=np.float32)
            for place, row in enumerate(rows):
                padded[: lengths[place], place] = inputs[bounds[row][0] : bounds[row][1]]
            outputs = self._session.run(self._outputs, {"inputs": padded, "lengths": lengths})
            for place, row in enumerate(rows):
                found.append((row, [output[: lengths[place], place] for output in outputs]))
        found.sort(key=lambda item: item[0])
        return {name: np.concatenate([own[index] for _, own in found]) for index, name in enumerate(self._outputs)}

    @cached_property
    def chain(self) -> Chain:
        """The network's CRF; sequences may end with every tag."""
        begins = self.tables["begins"]
        return Chain(self.tables["transitions"], begins, np.zeros_like(begins))

    def _nothing(self) -> Rows:
        return Rows(len(self.tables["project"]))

    def _inputs(self, numbers: NDArray[np.int64], positions: NDArray[np.int64]) -> Vectors:
        total = self._memory.rows[numbers]
        for index, column in enumerate(positions.T):
            total += self.tables[f"position_{index}"][column]
        centred = total - total.mean(1, keepdims=True)
        normed = centred / np.sqrt(np.square(centred).mean(1, keepdims=True) + EPSILON)
        result: Vectors = np.maximum(normed * self.tables["norm"] + self.tables["norm_bias"], 0)
        return result


def session(path: Path) -> onnxruntime.InferenceSession:
    """A session on one thread; raises `OSError` where the file is missing."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])


def _batches(bounds: list[tuple[int, int]]) -> Iterator[list[int]]:
    order = sorted(range(len(bounds)), key=lambda row: bounds[row][1] - bounds[row][0])
    for begin in range(0, len(order), ROWS):
        yield order[begin : begin + ROWS]
