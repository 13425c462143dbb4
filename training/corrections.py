"""Readers' accepted corrections as training articles: `hearsay reports export > corrections.jsonl`.

Each row becomes one short article of the sentences it is about: what else stood around them nobody has checked.
It is marked where the correction tells content and source; a row that says a stretch is no claim becomes an
article without marks, so that the model unlearns it.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from server.nlp.components.attribution.tagger.positions import position_features
from server.nlp.components.attribution.tagger.words import Words, read_words
from server.nlp.lang import rules_for
from training.attribution.corpus import ROLES, TYPES, Attribution, Document

SOURCE_ROLE = {"de": "speaker", "en": "source"}
QUOTATION_MARKS = "„“”\"«»‚‘'‹›"
LEARNABLE = frozenset({"not_a_claim", "wrong_span", "wrong_source", "missed_claim"})
"""Kinds that say where a claim or its source is; types and certainty are read by rules and have regression cases."""
PIECES = ("quote", "claim", "source", "cue")


def read_corrections(path: Path, language: str) -> list[Document]:
    """The corrections of one language, as `training.attribution` reads its corpora."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    annotator = rules_for(language).annotator()
    fitting = [row for row in rows if row["language"] == language and row["kind"] in LEARNABLE]
    return [_document(_own_sentences(row, annotator), annotator, language) for row in fitting]


def _own_sentences(row: dict[str, Any], annotator: Language) -> dict[str, Any]:
    """The row with nothing but the sentences its pieces stand in."""
    words = read_words(annotator.make_doc(row["text"]))
    touched = [token for piece in PIECES for token in _tokens(row[piece], words)]
    if not touched:
        return row
    first, last = words.sentences[min(touched)], words.sentences[max(touched)]
    inside = np.flatnonzero((words.sentences >= first) & (words.sentences <= last))
    begin, end = words.begins[inside[0]], words.ends[inside[-1]]
    pieces = {name: row[name] and [place - begin for place in row[name]] for name in PIECES}
    return row | pieces | {"text": row["text"][begin:end]}


def _document(row: dict[str, Any], annotator: Language, language: str) -> Document:
    words = read_words(annotator.make_doc(row["text"]))
    document = Document(f"correction-{row['id']}", row["text"], words, position_features(words))
    if content := _tokens(row["claim"], words):
        roles: dict[str, list[list[int]]] = {role: [] for role in ROLES[language]}
        for role, piece in ((SOURCE_ROLE[language], row["source"]), ("cue", row["cue"])):
            if tokens := _tokens(piece, words):
                roles[role] = [tokens]
        quoted = row["text"][row["claim"][0]] in QUOTATION_MARKS
        document.gold = [Attribution([content], roles, TYPES["Direct" if quoted else "Indirect"])]
    return document


def _tokens(piece: list[int] | None, words: Words) -> list[int]:
    """Indices of the tokens that a stretch of code points touches."""
    if piece is None:
        return []
    places = zip(words.begins, words.ends, strict=True)
    return [index for index, (begin, end) in enumerate(places) if begin < piece[1] and end > piece[0]]
