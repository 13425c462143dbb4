"""The labelled sentences of ``<corpora>/claims`` that the word tables are learned from."""

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

EVERY = 4
"""Of the debates every fourth sentence is read: the column is one feature among many, and they are 23,000."""

Labelled = list[tuple[str, bool]]
"""Sentences, each with whether it is subjective (or states a checkable fact)."""


def read_subjectivity(corpora: Path, language: str, split: str) -> Labelled:
    """CLEF CheckThat! 2025 task 1, news sentences: ``train``, ``dev`` or ``dev_test``; True is subjective."""
    path = corpora / "claims" / f"subjectivity_{language}_{split}.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["sentence"], row["label"].strip() == "SUBJ") for row in rows]


def read_factual(corpora: Path, language: str) -> Labelled:
    """German: comments that state facts (GermEval 2021); English: check-worthy debate sentences (CheckThat! 2024)."""
    if language == "de":
        path = corpora / "claims" / "germeval2021_factclaiming_de_train.csv"
        with path.open(encoding="utf-8", newline="") as lines:
            return [(row["comment_text"], row["Sub3_FactClaiming"] == "1") for row in csv.DictReader(lines)]
    return [pair for split in ("train", "dev") for pair in _debates(corpora, split)][::EVERY]


def _debates(corpora: Path, split: str) -> Iterator[tuple[str, bool]]:
    path = corpora / "claims" / f"checkthat2024_en_{split}.tsv.gz"
    lines: TextIO
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield row["Text"], row["class_label"] == "Yes"
