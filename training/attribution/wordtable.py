"""The table of word forms that a model ships: clusters and lemmas of `spacy-lookups-data`, verb forms, vocabulary.

Brown clusters and lemmas come with `spacy-lookups-data` (MIT); a training extra, as only this table is served.
"""

import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import numpy as np

from server.nlp.components.attribution.tagger.spelling import WordTable, bucket, key

KEPT = 250_000
"""The most frequent forms that keep their cluster; the rest is left to spelling features."""


VERB_FLAGS = {"s": 1, "t": 2, "i": 4, "1": 8, "p": 16, "q": 16, "n": 32, "z": 64}
"""Letters of the verb lexicon: Konjunktiv I and II, indicative, first person, participles, infinitive, with zu."""


class Lookups:
    """Word knowledge at training time: `cluster`, `lemma` and `verb` of a form, each 0 or the form where unknown."""

    def __init__(self, language: str, verbs: Path | None) -> None:
        self.clusters: dict[str, int] = _lookup(f"{language}_lexeme_cluster.json.gz")
        self.lemmas: dict[str, str] = _lookup(f"{language}_lemma_lookup.json.gz")
        self.flags, self.infinitives = read_verbs(verbs) if verbs else ({}, {})

    def lemma(self, word: str) -> str:
        """The verb's infinitive for a lower-case verb form, else the looked-up lemma, lower-cased."""
        lower = word.lower()
        if not word[:1].isupper() and lower in self.infinitives:
            return self.infinitives[lower].lower()
        return self.lemmas.get(word, self.lemmas.get(lower, lower)).lower()


def read_verbs(path: Path) -> tuple[dict[str, int], dict[str, str]]:
    """Form flags and infinitives from the German verb lexicon: form, infinitive and letters a line."""
    flags: dict[str, int] = {}
    infinitives: dict[str, str] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for form, infinitive, letters in csv.reader(lines, delimiter="\t"):
            lower = form.lower()
            infinitives.setdefault(lower, infinitive)
            for letter in letters:
                flags[lower] = flags.get(lower, 0) | VERB_FLAGS.get(letter, 0)
    return flags, infinitives


def build_table(lookups: Lookups, texts: Iterable[str], least: int = 2) -> tuple[WordTable, dict[str, int]]:
    """The word table for a training text, and the size of each of its columns.

    Words and lemmas seen fewer than `least` times get no own number.
    """
    counts = Counter(texts)
    word_counts: Counter[str] = Counter()
    lemma_counts: Counter[str] = Counter()
    for text, number in counts.items():
        word_counts[text.lower()] += number
        lemma_counts[lookups.lemma(text)] += number
    word_ids = _numbers(word_counts, least)
    lemma_ids = _numbers(lemma_counts, least)
    cluster_ids = {cluster: index + 1 for index, cluster in enumerate(sorted(set(lookups.clusters.values())))}
    forms = list(lookups.clusters)[:KEPT] + list(lookups.flags) + list(lookups.lemmas) + list(counts)
    rows: dict[int, tuple[int, ...]] = {}
    for form in forms:
        lower = form.lower()
        cluster = lookups.clusters.get(form, lookups.clusters.get(lower))
        bits = bin(cluster)[3:] if cluster else ""
        row = (
            word_ids.get(lower, 0),
            lemma_ids.get(lookups.lemma(form), 0),
            cluster_ids[cluster] if cluster else 0,
            1 + bucket("6" + bits[:6], 63) if cluster else 0,
            1 + bucket("4" + bits[:4], 15) if cluster else 0,
            lookups.flags.get(lower, 0),
        )
        if any(row):
            rows.setdefault(key(form), row)
    keys = np.array(sorted(rows), dtype=np.uint32)
    table = WordTable(keys, np.array([rows[int(k)] for k in keys], dtype=np.uint16))
    sizes = {
        "word": len(word_ids) + 1,
        "lemma": len(lemma_ids) + 1,
        "cluster": len(cluster_ids) + 1,
        "cluster6": 64,
        "cluster4": 16,
        "verb": 128,
    }
    return table, sizes


def _numbers(counts: Counter[str], least: int) -> dict[str, int]:
    return {text: index + 1 for index, text in enumerate(t for t, number in counts.items() if number >= least)}


def _lookup(name: str) -> dict:
    return json.loads(gzip.decompress(files("spacy_lookups_data").joinpath("data", name).read_bytes()))
