"""Word vectors from Brown clusters: every word of a cluster shares one row, so 100,000 words need 750 rows.

The row of a cluster joins one random vector for each prefix of the cluster's bit string: clusters that share a long
prefix, hence a distribution, share most of their row. Clusters and word frequencies come from PyPI
`spacy-lookups-data`.
"""

import gzip
import json
from importlib.resources import files

import numpy as np
from spacy.strings import StringStore
from spacy.vectors import Vectors

PREFIXES = (4, 6, 8, 10, 12, 16, 30)  # bits
PREFIX_WIDTH = 16
SEED = 0


def lookup(name: str) -> dict[str, float]:
    """The table `de_<name>.json.gz` of the package `spacy-lookups-data`."""
    packed = files("spacy_lookups_data").joinpath("data", f"de_{name}.json.gz").read_bytes()
    table: dict[str, float] = json.loads(gzip.decompress(packed))
    return table


def cluster_vectors(strings: StringStore, *, words: int) -> Vectors:
    """Vectors for the `words` most frequent words, and for each in lower case and with a capital."""
    clusters = {word: int(cluster) for word, cluster in lookup("lexeme_cluster").items() if cluster}
    frequency = lookup("lexeme_prob")
    chosen = sorted(clusters, key=lambda word: (-frequency.get(word, -99.0), word))[:words]
    rows = {cluster: row for row, cluster in enumerate(sorted({clusters[word] for word in chosen}), start=1)}
    vectors = Vectors(strings=strings, data=_rows(list(rows)), name="brown")
    placed: set[str] = set()
    for word in chosen:
        for variant in (word, word.lower(), word[:1].upper() + word[1:]):
            if variant not in placed:
                placed.add(variant)
                vectors.add(strings.add(variant), row=rows[clusters[word]])
    return vectors


def _rows(clusters: list[int]) -> np.ndarray:
    random = np.random.default_rng(SEED)
    parts: dict[tuple[int, int], np.ndarray] = {}
    data = np.zeros((len(clusters) + 1, PREFIX_WIDTH * len(PREFIXES)), dtype="float32")
    for row, cluster in enumerate(clusters, start=1):
        for place, bits in enumerate(PREFIXES):
            key = (bits, cluster & ((1 << bits) - 1))
            if key not in parts:
                parts[key] = random.standard_normal(PREFIX_WIDTH).astype("float32") / 4
            data[row, place * PREFIX_WIDTH : (place + 1) * PREFIX_WIDTH] = parts[key]
    return data
