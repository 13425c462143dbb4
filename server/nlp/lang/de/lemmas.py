"""The component `german_lemmas`: base forms of nouns and adjectives; every other word but verbs is its lower case.

Nouns come from a table of inflected forms; a compound takes the base form of its last part (*Spanischsprechern* →
`Spanischsprecher`). Adjectives before a noun lose their ending. Scores: `models/de_annotation/README.md`.
"""

import gzip
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

TABLE = Path(__file__).parents[2] / "models" / "de_annotation" / "nouns.tsv.gz"
GERMAN_LEMMAS = "german_lemmas"
"""The factory's name."""

_SHORTEST_HEAD = 4
_SHORTEST_STEM = 3
_ENDINGS = ("en", "em", "er", "es", "e")


class NounTable:
    """Inflected noun forms with their base forms."""

    def __init__(self, path: Path = TABLE) -> None:
        with gzip.open(path, "rt", encoding="utf8") as lines:
            self._base = dict(line.rstrip("\n").split("\t") for line in lines)
        self.base = lru_cache(maxsize=20_000)(self._look_up)

    def _look_up(self, form: str) -> str:
        known = self._base.get(form)
        if known:
            return known
        for cut in range(1, len(form) - _SHORTEST_HEAD + 1):
            head = form[cut:]
            base = self._base.get(head if head[0].isupper() else head[0].upper() + head[1:])
            if base:
                return form[:cut] + (base if form[cut].isupper() else base[0].lower() + base[1:])
        return form


class GermanLemmas:
    """Sets `lemma_` on every token that has none yet."""

    def __init__(self, nouns: NounTable) -> None:
        self._nouns = nouns

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a tagged Doc."""
        for token in doc:
            if token.lemma:
                continue
            if token.pos_ == "NOUN":
                token.lemma_ = self._nouns.base(token.text)
            elif token.tag_ == "ADJA":
                token.lemma_ = _stem(token.lower_)
            else:
                token.lemma_ = token.text if token.pos_ == "PROPN" else token.lower_
        return doc


def _stem(adjective: str) -> str:
    """The adjective without its case ending: *neuen* → `neu`."""
    for ending in _ENDINGS:
        if adjective.endswith(ending) and len(adjective) >= len(ending) + _SHORTEST_STEM:
            return adjective.removesuffix(ending)
    return adjective


@Language.factory(GERMAN_LEMMAS, assigns=["token.lemma"])
def create_german_lemmas(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Build the component from the table beside the trained model."""
    return GermanLemmas(NounTable())
