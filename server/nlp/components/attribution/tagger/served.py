"""Trained networks run by onnxruntime on one core: what both languages share.

The graphs hold the LSTMs; looking up and adding up a word's features is numpy, with one cached vector a word.
"""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from .chunks import chunk_bounds
from .pieces import PieceVectors
from .positions import position_features
from .quotation import in_style
from .spelling import FLAGS, TABLE_COLUMNS, WordTable, grams
from .viterbi import Chain
from .words import Words

Vectors = NDArray[np.float32]

ORDER = ("word", "lemma", "cluster", "cluster6", "cluster4", "suffix", "prefix", "shape")
"""Embedding tables in the order in which a word's vector joins them."""
COLUMNS = (*TABLE_COLUMNS, "suffix", "prefix", "shape")
MOST_WORDS = 50_000
"""Words whose vectors are kept; then the cache starts anew."""
ROWS = 8
"""Chunks read in one run."""
EPSILON = 1e-5


class ServedEncoder:
    """One network's encoder: words to hidden vectors and the scores its graph computes from them."""

    def __init__(self, folder: Path, number: int, pieces: PieceVectors, marks: tuple[str, str]) -> None:
        with np.load(folder / f"tables-{number}.npz") as arrays:
            self.tables = {name: arrays[name].astype(np.float32) for name in arrays.files}
        self._session = session(folder / f"encoder-{number}.onnx")
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._words = WordTable.load(folder / f"words-{number}.npz")
        self._pieces, self._marks = pieces, marks
        self._cache: dict[str, Vectors] = {}

    def read(self, words: Words, size: int) -> dict[str, Vectors]:
        """Every output of the graph (tokens × width), read in chunks of about `size` tokens."""
        inputs = self._inputs(words)
        bounds = chunk_bounds(words.paragraphs, size)
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

    def _inputs(self, words: Words) -> Vectors:
        if len(self._cache) > MOST_WORDS:
            self._cache.clear()
        positions = position_features(words)
        texts = in_style(words.texts, positions[:, 0], self._marks)
        missing = list(dict.fromkeys(text for text in texts if text not in self._cache))
        if missing:
            self._cache.update(zip(missing, self._project(missing), strict=True))
        total = np.stack([self._cache[text] for text in texts])
        for index, column in enumerate(positions.T):
            total += self.tables[f"position_{index}"][column]
        centred = total - total.mean(1, keepdims=True)
        normed = centred / np.sqrt(np.square(centred).mean(1, keepdims=True) + EPSILON)
        result: Vectors = np.maximum(normed * self.tables["norm"] + self.tables["norm_bias"], 0)
        return result

    def _project(self, texts: list[str]) -> Vectors:
        rows = np.stack([self._words.features(text) for text in texts])
        columns = dict(zip(COLUMNS, rows.T, strict=True))
        vectors = [self.tables[f"word_{name}"][columns[name]] for name in ORDER]
        bags = np.stack([self.tables["grams"][grams(text)].mean(0) for text in texts])
        flags = (columns["verb"][:, None] & (1 << np.arange(FLAGS)) != 0).astype(np.float32)
        pretrained = np.stack([self._pieces.vector(text) for text in texts])
        joined = np.concatenate([*vectors, bags, flags, pretrained], axis=1)
        projected: Vectors = joined @ self.tables["project"].T + self.tables["project_bias"]
        return projected


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
