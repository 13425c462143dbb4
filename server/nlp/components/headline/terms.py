"""The content words of a proposition, and how alike two of them are.

Words are compared by Snowball stem, by synonym set, and by compound part (*Geheimtreffen* – *Treffen*):
no word vectors, so that every match can be shown to a reader as two words.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer
from spacy.tokens import Span, Token

WEIGHTS = {"PROPN": 1.5, "NUM": 1.2, "NOUN": 1.2, "VERB": 1.0, "ADJ": 0.7, "ADV": 0.4}
"""How much a word says about which proposition this is: names most, manner least."""
OTHER_WEIGHT = 0.6
SAME, SYNONYM, PART, RELATED = 1.0, 0.9, 0.75, 0.6
"""Likeness of two words: same stem, same synonym set, one a part of the other compound, same word family."""
SHORTEST_PART = 4
SHORTEST_FAMILY = 6
STEMMERS = {"de": "german", "en": "english"}
FOLD = str.maketrans("äöüß", "aous")


@dataclass(frozen=True, slots=True)
class Term:
    """One content word: `stem` for comparing, `weight` > 0, `senses` its synonym sets."""

    stem: str
    weight: float
    name: bool
    verb: bool
    senses: frozenset[int]


@lru_cache(maxsize=8192)
def stem(word: str, language: str) -> str:
    """The Snowball stem with umlauts folded, so that *Träume* and *Traum* meet."""
    if language not in STEMMERS:
        return word.lower()
    stemmed: str = snowballstemmer.stemmer(STEMMERS[language]).stemWord(word.lower())
    return stemmed.translate(FOLD)


def senses_of(language: str, synonym_sets: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    """Stem → the numbers of the synonym sets it is in."""
    senses: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(synonym_sets):
        for word in words:
            senses[stem(word, language)].add(number)
    return {word: frozenset(numbers) for word, numbers in senses.items()}


def terms_of(spans: Iterable[Span], senses: Mapping[str, frozenset[int]]) -> list[Term]:
    """The content words of some spans, each once, in text order; `senses` maps stems to synonym sets."""
    found: dict[str, Term] = {}
    for span in spans:
        for token in span:
            if _is_content(token):
                term = _term(token, senses)
                found.setdefault(term.stem, term)
    return list(found.values())


def _is_content(token: Token) -> bool:
    if token.is_stop or token.is_punct or token.is_space:
        return False
    return token.is_digit or (token.text[0].isalnum() and len(token.text) > 1)


def _term(token: Token, senses: Mapping[str, frozenset[int]]) -> Term:
    word = token._.verb or token.lemma_ or token.text
    key = stem(word, token.lang_)
    weight = WEIGHTS.get(token.pos_, OTHER_WEIGHT)
    return Term(key, weight, token.pos_ == "PROPN", token.pos_ == "VERB", senses.get(key, frozenset()))


def likeness(one: Term, other: Term) -> float:
    """How alike two content words are, 0 to 1."""
    if one.stem == other.stem:
        return SAME
    if one.senses & other.senses:
        return SYNONYM
    short, long = sorted((one.stem, other.stem), key=len)
    if len(short) >= SHORTEST_PART and not short.isdigit() and (long.startswith(short) or long.endswith(short)):
        return PART
    family = _common_prefix(short, long)
    if family >= SHORTEST_FAMILY or (family >= SHORTEST_PART and family == len(short) - 1):
        return RELATED
    return 0.0


def _common_prefix(short: str, long: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
