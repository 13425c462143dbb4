"""The attribution corpora as the tagger reads them: spaCy tokens, with each role's spans as token indices.

German: quotation attribution in Wikinews (Petersen-Frey and Biemann 2024). English: PolNeAR 1.0.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from server.nlp.components.attribution.tagger.positions import position_features
from server.nlp.components.attribution.tagger.words import Words, read_words
from server.nlp.lang import rules_for

FOLDERS = {"de": "wikinews_de", "en": "polnear_en"}
TYPES = {"Direct": 0, "Indirect": 1, "Reported": 2, "FreeIndirect": 3, "IndirectFreeIndirect": 4}
ROLES = {"de": ("speaker", "cue", "frame", "addressee"), "en": ("source", "cue")}

Spans = list[list[int]]


@dataclass(slots=True)
class Attribution:
    """One gold attribution: token indices of every role, spans apart, in the order of the text."""

    content: Spans
    roles: dict[str, Spans]
    type: int = 1
    medium: str = "unknown"

    def tokens(self, role: str) -> list[int]:
        """All token indices of one role (`content` included)."""
        spans = self.content if role == "content" else self.roles[role]
        return sorted({token for span in spans for token in span})


@dataclass(slots=True)
class Document:
    """One article with its gold attributions and features."""

    name: str
    text: str
    words: Words
    positions: NDArray[np.int64]
    gold: list[Attribution] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)


def read_corpus(corpora: Path, language: str, split: str) -> list[Document]:
    """The articles of one split (`train` or `dev`); raises `OSError` where the corpus is missing."""
    tokenizer = rules_for(language).annotator()
    rows = read_lines(corpora / FOLDERS[language] / f"{split}.jsonl.gz")
    return [_document(row, tokenizer, language) for row in rows]


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a gzipped or plain file of JSON lines."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _document(row: dict[str, Any], tokenizer: Language, language: str) -> Document:
    words = read_words(tokenizer.make_doc(row["text"]))
    document = Document(row["name"], row["text"], words, position_features(words))
    begins, ends = np.array(words.begins), np.array(words.ends)
    gold = _german(row, begins, ends) if language == "de" else _english(row, begins, ends)
    document.gold = [attribution for attribution in gold if attribution.content]
    return document


def _german(row: dict[str, Any], begins: NDArray[np.int64], ends: NDArray[np.int64]) -> Iterator[Attribution]:
    for annotation in row["annotations"]:
        roles = {role: _spans((annotation.get(role) or {}).get("spans", []), begins, ends) for role in ROLES["de"]}
        content = _spans(annotation["quote"]["spans"], begins, ends)
        yield Attribution(content, roles, TYPES[annotation["type"]], str(annotation["medium"]))


def _english(row: dict[str, Any], begins: NDArray[np.int64], ends: NDArray[np.int64]) -> Iterator[Attribution]:
    for annotation in row["annotations"][0]["attributions"]:
        roles = {role: _spans(annotation[role], begins, ends) for role in ROLES["en"]}
        yield Attribution(_spans(annotation["content"], begins, ends), roles)


def _spans(spans: list[list[int]], begins: NDArray[np.int64], ends: NDArray[np.int64]) -> Spans:
    found = [np.flatnonzero((begins < end) & (ends > begin)).tolist() for begin, end in spans]
    return [span for span in found if span]
