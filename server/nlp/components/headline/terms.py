"""The content words of a proposition, and how alike two of them are.

Words are compared by Snowball stem, by event (*Rücktritt* – *zurücktreten*), by synonym set, by compound part
(*Geheimtreffen* – *Treffen*) and as numbers: no word vectors, so that every match can be shown as two words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import snowballstemmer
from spacy.tokens import Span, Token

WEIGHTS = {"PROPN": 1.5, "NUM": 0.6, "NOUN": 1.2, "VERB": 1.2, "ADJ": 0.7, "ADV": 0.4}
"""How much a word says about which proposition this is: names most, manner and rounded numbers least."""
OTHER_WEIGHT, LIGHT_WEIGHT = 0.6, 0.1
SAME, EVENT, SYNONYM, PART, RELATED = 1.0, 0.9, 0.8, 0.75, 0.6
"""Likeness of two words: same stem, event, synonym set, one a part of the other; a broader word, or word family."""
ROUNDED, COUNT_ROUNDED = 0.1, 0.2
"""Numbers that differ by at most this share are roundings of each other; of what is counted (*more than 30* of 36)."""
SHORTEST_PART, SHORTEST_PIECE = 4, 3
LONGEST_TITLE = 5
"""Characters of an abbreviation before a name (*Dr.*, *Prof.*), which says nothing of the matter."""
SHORTEST_FAMILY = 6
COUNTED = 3
"""Words after a number among which stands what it counts."""
THOUSANDS, DECIMAL = re.compile(r"\d{1,3}([.,]\d{3})+"), re.compile(r"\d+([.,]\d+)?")
STEMMERS = {"de": "german", "en": "english"}
FOLD = str.maketrans("äöüß", "aous")
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Term:
    """One content word: `stem` for comparing, `weight` > 0, whether it is a name, a verb, or light.

    `events` and `senses` number the events and synonym sets it is in, `broader` are the stems of broader words;
    `number` is its value where it is one, in digits.
    """

    stem: str
    weight: float
    name: bool
    verb: bool
    light: bool
    events: frozenset[int] = _NONE
    senses: frozenset[int] = _NONE
    broader: frozenset[str] = frozenset()
    number: float | None = None


@dataclass(frozen=True, eq=False)
class Senses:
    """A language's words by stem: the events they name and the synonym sets they are in, by number; broader words.

    `light` words say little of what happened (*stehen*, *Gerücht*), `empty` words nothing (*Sensation*, *definitely*).
    `numerals` are number words with their values.
    """

    events: Mapping[str, frozenset[int]] = field(default_factory=dict)
    synonyms: Mapping[str, frozenset[int]] = field(default_factory=dict)
    broader: Mapping[str, frozenset[str]] = field(default_factory=dict)
    light: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    numerals: Mapping[str, float] = field(default_factory=dict)

    def events_of(self, key: str) -> frozenset[int]:
        """The events of a stem, or else of the longest word it ends with (*Handyverbot*) or begins with."""
        if key in self.events:
            return self.events[key]
        cuts = range(SHORTEST_PART, len(key))
        ending = next((key[at:] for at in range(2, len(key) - SHORTEST_PART + 1) if key[at:] in self.events), "")
        opening = next((key[:at] for at in reversed(cuts) if key[:at] in self.events), "")
        return self.events.get(ending, _NONE) | self.events.get(opening, _NONE)


def by_number(sets: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    """The numbers of the sets that each stem is in."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for number, stems in enumerate(sets):
        for key in stems:
            numbers[key].add(number)
    return {key: frozenset(found) for key, found in numbers.items()}


@lru_cache(maxsize=8192)
def stem(word: str, language: str) -> str:
    """The Snowball stem with umlauts folded, so that *Träume* and *Traum* meet."""
    if language not in STEMMERS:
        return word.lower()
    stemmed: str = snowballstemmer.stemmer(STEMMERS[language]).stemWord(word.lower())
    return stemmed.translate(FOLD)


def terms_of(spans: Iterable[Span], senses: Senses) -> list[Term]:
    """The content words of some spans, each once, in text order; a hyphen parts a word into two."""
    found: dict[str, Term] = {}
    for span in spans:
        for token in span:
            if _is_content(token, senses) and token.lower_ not in senses.empty:
                for term in _terms(token, senses):
                    found.setdefault(term.stem, term)
    return list(found.values())


def _is_content(token: Token, senses: Senses) -> bool:
    if token.is_punct or token.is_space or (token.text[-1] == "." and len(token.text) <= LONGEST_TITLE):
        return False
    noun = token.text[0].isupper() and not token.is_sent_start and token.lower_ in senses.events  # *vor dem Aus*
    if token.is_stop and not noun and not (token.pos_ == "VERB" and token._.verb):
        return False
    return token.is_digit or (token.text[0].isalnum() and len(token.text) > 1)


def _terms(token: Token, senses: Senses) -> tuple[Term, ...]:
    return _terms_of_word(token._.verb or token.lemma_ or token.text, token.pos_, token.lang_, senses)


@lru_cache(maxsize=16384)
def _terms_of_word(word: str, pos: str, language: str, senses: Senses) -> tuple[Term, ...]:
    """The word as a term, or its parts between hyphens."""
    pieces = [piece for piece in word.split("-") if len(piece) >= SHORTEST_PIECE] if "-" in word[1:-1] else []
    light = word.lower() in senses.light
    weight = (LIGHT_WEIGHT if light else WEIGHTS.get(pos, OTHER_WEIGHT)) / max(1, len(pieces))
    whole = senses.events_of(stem(word.replace("-", ""), language)) if pieces else _NONE
    found = []
    for piece in pieces or [word]:
        key = stem(piece, language)
        name, verb = pos == "PROPN", pos == "VERB" and not light
        events, same = senses.events_of(key) | whole, senses.synonyms.get(key, _NONE)
        above = senses.broader.get(key, frozenset())
        found.append(Term(key, weight, name, verb, light, events, same, above, _value(key)))
    return tuple(found)


def _value(word: str) -> float | None:
    """The number a word is in digits; points and commas before three digits part thousands, others decimals."""
    if THOUSANDS.fullmatch(word):
        return float(word.replace(".", "").replace(",", ""))
    return float(word.replace(",", ".")) if DECIMAL.fullmatch(word) else None


def counts_in(spans: Iterable[Span], senses: Senses) -> list[tuple[float, Term]]:
    """What is counted, with its number: *drei Tote*, *mehr als 30 verletzte Fahrgäste*."""
    found = []
    for span in spans:
        for token in span:
            value = _value(token.text) if token.is_digit or token.like_num else None
            value = senses.numerals.get(token.lower_) if value is None else value
            following = span.doc[token.i + 1 : min(token.i + 1 + COUNTED, span.end)]
            noun = next((other for other in following if other.pos_ == "NOUN"), None)
            if value is not None and noun is not None:
                found.append((value, _terms(noun, senses)[-1]))
    return found


def miscounts(wanted: Iterable[tuple[float, Term]], said: Iterable[tuple[float, Term]]) -> bool:
    """Whether something is counted in both, and never to about the same number."""
    said = list(said)
    for value, noun in wanted:
        others = [number for number, other in said if likeness(noun, other) >= PART]
        if others and not any(_is_about(value, number, COUNT_ROUNDED) for number in others):
            return True
    return False


def _is_about(one: float, other: float, share: float = ROUNDED) -> bool:
    return abs(one - other) <= share * max(one, other)


@lru_cache(maxsize=16384)
def likeness(one: Term, other: Term) -> float:
    """How alike two content words are, 0 to 1."""
    if one.stem == other.stem:
        return SAME
    if one.number is not None and other.number is not None:
        return EVENT if _is_about(one.number, other.number) else 0.0
    if one.events & other.events:
        return EVENT
    if one.senses & other.senses:
        return SYNONYM
    short, long = sorted((one.stem, other.stem), key=len)
    if len(short) >= SHORTEST_PART and not short.isdigit() and (long.startswith(short) or long.endswith(short)):
        return PART
    if one.name and other.name:
        return 0.0
    if one.stem in other.broader or other.stem in one.broader:
        return RELATED
    family = _common_prefix(short, long)
    if family >= SHORTEST_FAMILY or (family >= SHORTEST_PART and family == len(short) - 1):
        return RELATED
    return 0.0


def _common_prefix(short: str, long: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
