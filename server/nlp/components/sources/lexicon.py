"""The source lexicon: which words name offices, outlets, documents and the rest, found in one pass over the words.

Read from `lang/<xx>/data/source_<class>.tsv` (columns `word` and, where one file serves several classes, `class`).
An entry is a word, or several; `-sprecher` stands for the word and every compound that ends in it. An entry written
with a capital does not match lower case, one written all in capitals matches nothing else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from ...lang.tables import read_table
from .classes import BODIES, ROLES, TEXTS
from .words import Word

_NOUNS = ROLES | TEXTS | BODIES
"""Classes of words that are nouns: written with a capital where the language writes compounds as one word."""
FIRST_NAMES = Path(__file__).parent / "data" / "first_names.tsv"
_SITE = re.compile(r"\.(?:de|at|ch|com|org|net|eu|info)$", re.IGNORECASE)
_OWN_SITES = frozenset(("institution", "organisation", "research", "outlet", "academic", "party"))
"""Bodies whose name before a domain is theirs."""
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
SHORTEST_MODIFIER = 2
"""Letters a compound's first part must have at least."""


class Morphology(Protocol):
    """What the lexicon asks of a language's word forms."""

    compounds: bool
    """Whether the language writes compounds as one word."""
    heads_first: bool
    """Whether a person's noun phrase opens with its head (*der Chef der Bahn*) or closes with it (*the rail boss*)."""

    def forms(self, word: str) -> Iterable[str]:
        """The word itself and the lower-case base forms it may be an inflection of, best first."""

    def gender(self, article: str, noun: str) -> str:
        """`female`, `male`, or empty where article and noun do not show what a word for a person means."""

    def stem(self, word: str) -> str:
        """A rough stem by which the words of an entry of several words are compared."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word's classes, and the classes of what stands before the head in a compound."""

    classes: frozenset[str]
    modifiers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """A lexicon entry in the text: word indices (end exclusive) with its classes."""

    begin: int
    end: int
    classes: frozenset[str]
    modifiers: frozenset[str] = frozenset()


_Phrase = tuple[tuple[str, ...], frozenset[str], tuple[str, ...]]
"""An entry of several words: their stems, its classes, the words as written."""


@dataclass(slots=True)
class _Tables:
    words: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    suffixes: dict[str, frozenset[str]] = field(default_factory=dict)
    phrases: dict[str, list[_Phrase]] = field(default_factory=dict)


class Lexicon:
    """All entries of one language, indexed once; `hits` is linear in the number of words."""

    def __init__(self, folder: Path, morphology: Morphology) -> None:
        self._morphology = morphology
        self._tables = _Tables()
        for path in (*sorted(folder.glob("source_*.tsv")), FIRST_NAMES):
            for row in read_table(path):
                self._add(row["word"], row.get("class") or path.stem.removeprefix("source_"))
        self.entry = lru_cache(maxsize=20_000)(self._entry)
        self.forms = morphology.forms
        self.heads_first = morphology.heads_first
        self.gender = morphology.gender

    def hits(self, words: Sequence[Word]) -> Iterator[Hit]:
        """The longest entries in text order, without overlap."""
        index = 0
        while index < len(words):
            hit = self._phrase(words, index) or self._single(words, index)
            if hit is not None:
                yield hit
            index = hit.end if hit else index + 1

    def _single(self, words: Sequence[Word], index: int) -> Hit | None:
        word = words[index]
        entry = (word.possessive and self.entry(f"{word.text}'s")) or self.entry(word.text)
        return Hit(index, index + 1, entry.classes, entry.modifiers) if entry else None

    def _phrase(self, words: Sequence[Word], index: int) -> Hit | None:
        known = self._tables.phrases.get(self._morphology.stem(words[index].text), ())
        second = self._morphology.stem(words[index + 1].text) if known and index + 1 < len(words) else ""
        for stems, classes, written in known:
            end = index + len(stems)
            if stems[1] != second or end > len(words) or words[end - 1].sentence != words[index].sentence:
                continue
            texts = [word.text for word in words[index:end]]
            same = tuple(map(self._morphology.stem, texts)) == stems
            if same and all(map(_case_fits, written, texts)) and all(map(_length_fits, written, texts)):
                return Hit(index, end, classes)
        return None

    def _add(self, entry: str, cls: str) -> None:
        parts = entry.replace(".", "").split()
        if len(parts) > 1:
            parts = [_POSSESSIVE.sub("", part) for part in parts]
        if len(parts) > 1:
            stems = tuple(self._morphology.stem(part) for part in parts)
            same_start = self._tables.phrases.setdefault(stems[0], [])
            classes = frozenset((cls,)).union(*(other for same, other, _ in same_start if same == stems))
            same_start[:] = [phrase for phrase in same_start if phrase[0] != stems]
            same_start.append((stems, classes, tuple(parts)))
            same_start.sort(key=lambda phrase: -len(phrase[0]))
            return
        if entry.startswith("-"):
            key = entry[1:].lower()
            self._tables.suffixes[key] = self._tables.suffixes.get(key, frozenset()) | {cls}
            self._tables.words.setdefault(key, []).append((entry.lower(), cls))
            return
        self._tables.words.setdefault(parts[0].lower(), []).append((parts[0], cls))

    def _entry(self, text: str) -> Entry | None:
        whole = self._listed(text)
        site = _SITE.search(text) if not whole else None
        if site is not None:
            whole = self._listed(text[: site.start()]) & _OWN_SITES  # *Umweltbundesamt.de*
        if whole:
            return Entry(whole)
        parts = text.replace("–", "-").replace("/", "-").split("-")
        first = next((n for n in range(1, len(parts)) if self._listed("-".join(parts[n:]))), len(parts) - 1)
        front, last = parts[:first], "-".join(parts[first:])
        modifiers = frozenset[str]().union(*(self._classes_of(part) for part in front)) if front else frozenset[str]()
        classes = self._listed(last) if front else frozenset[str]()
        if classes == {"place"} and not modifiers:
            return None  # a name that ends in its place: *KAV-Berlin*
        if classes:
            return Entry(classes, modifiers)
        return self._compound(last, modifiers)

    def _classes_of(self, part: str) -> frozenset[str]:
        found = self._listed(part)
        if found or not self._morphology.compounds:
            return found
        entry = self._compound(part, frozenset())
        return entry.classes if entry else frozenset()

    def _compound(self, word: str, modifiers: frozenset[str]) -> Entry | None:
        """The entry whose suffix is the longest end of the word."""
        lowered = word.lower()
        for begin in range(1 if self._tables.suffixes else len(word), len(word) - 2):
            for form in self._morphology.forms(lowered[begin:]):
                classes = self._tables.suffixes.get(form)
                if classes is not None and word[:1].islower():
                    classes = classes - _NOUNS if self._morphology.compounds else classes
                if classes:
                    return Entry(classes, modifiers | self._first_part(word[:begin]))
        return None

    def _first_part(self, part: str) -> frozenset[str]:
        """The classes of a compound's first part, with or without its linking sound."""
        if len(part) < SHORTEST_MODIFIER:
            return frozenset()
        found = self._listed(part)
        if found or not self._morphology.compounds:
            return found
        compound = self._compound(part, frozenset())
        return compound.classes if compound else frozenset()

    def _listed(self, text: str) -> frozenset[str]:
        for form in self._morphology.forms(text.lower()):
            known = self._tables.words.get(form, ())
            found = frozenset(
                cls for written, cls in known if _case_fits(written, text) and self._may_be(cls, written, text)
            )
            if found:
                return found
        return frozenset()

    def _may_be(self, cls: str, written: str, text: str) -> bool:
        """Whether a word may be a noun as an entry for compounds is: *betroffene Schulen* are no *Betroffene*."""
        small = self._morphology.compounds and text[:1].islower()
        return not (small and written.startswith("-") and cls in _NOUNS)


def _length_fits(written: str, text: str) -> bool:
    """Whether a text word is not cut shorter than an ending would: *York* is no form of *Yorker*."""
    return len(text) >= len(written) - 1


def _case_fits(written: str, text: str) -> bool:
    """Whether a text word's capitals allow it to be the entry as it is written."""
    if len(written) > 1 and written.isupper():
        return text[: len(written)] == written
    return not written[:1].isupper() or not text[:1].islower()
