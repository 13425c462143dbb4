"""What the words of an article are to check-worthiness, counted once per Doc: any stretch's counts are two look-ups.

A word's signals depend on its form, tag, morphology and finite mood alone, so that each combination is judged once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from ...annotations import Medium
from ...extensions import values
from ...lang.base import LanguageRules
from ...lang.tables import read_table

WORD_SIGNALS = (
    "word", "letters", "name", "noun", "number", "adjective", "adverb", "pronoun", "first_person", "date", "negation",
    "reporting", "modal", "comparison", "past", "present", "participle", "finite", "quoted_mood", "exclamation",
    "question", "quotation", "dash", "bracket", "emphasis", "absolute", "judgement", "duty",
)  # fmt: skip
"""Signals of one token, each a count; `letters` is its length."""
NEIGHBOUR_SIGNALS = ("full_name", "counted", "scare_quote")
"""Two names in a row; a number before a noun; a quotation mark with another one within three tokens."""
_COLUMNS = {name: column for column, name in enumerate(WORD_SIGNALS + NEIGHBOUR_SIGNALS)}
_ATTRIBUTES: list[int | str] = ["ORTH", "POS", "TAG", "MORPH"]
_SAID = (Medium.SPEECH, Medium.WRITING)
_LONGEST_SCARE = 3
_MOST_KINDS = 100_000

Kind = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class SignalWords:
    """A language's words, lower-cased: speaker and reader, dates, negation, stance by class; its reporting verbs."""

    first_person: frozenset[str]
    dates: frozenset[str]
    negators: frozenset[str]
    reporting: frozenset[str]
    stance: Mapping[str, str]

    @classmethod
    def of(cls, rules: LanguageRules) -> "SignalWords":
        """Read them from the language's tables; raises `OSError` where one is missing."""
        certainty = read_table(rules.data / "certainty.tsv")
        return cls(
            rules.first_person(),
            frozenset(row["word"] for row in read_table(rules.data / "dates.tsv")),
            frozenset(row["word"] for row in certainty if row["rule"] == "negator"),
            frozenset(verb for verb, medium in rules.source_channels().items() if medium in _SAID),
            {row["word"]: row["class"] for row in read_table(rules.data / "stance.tsv")},
        )


class SignalReader:
    """Reads the signals of a Doc; remembers what it judged, whichever Doc it was in."""

    def __init__(self, words: SignalWords) -> None:
        self._words = words
        self._known: dict[Kind, tuple[int, ...]] = {}

    def __call__(self, doc: Doc) -> "Signals":
        """The signals of every token."""
        if len(self._known) > _MOST_KINDS:
            self._known.clear()
        moods, verbs = values(doc, "mood"), values(doc, "verb")
        kinds = zip(doc.to_array(_ATTRIBUTES).tolist(), moods, verbs, strict=True)
        rows = [self._row(doc, at, (*attributes, mood, verb)) for at, (attributes, mood, verb) in enumerate(kinds)]
        table = np.array(rows, dtype=np.int32).reshape(len(doc), len(WORD_SIGNALS))
        return Signals(np.hstack([table, _neighbours(table)]))

    def _row(self, doc: Doc, at: int, kind: Kind) -> tuple[int, ...]:
        found = self._known.get(kind)
        if found is None:
            found = self._known[kind] = self._judge(doc[at])
        return found

    def _judge(self, token: Token) -> tuple[int, ...]:
        lower, tag, text, words = token.lower_, token.tag_, token.text, self._words
        morph = str(token.morph)
        number = any(character.isdigit() for character in text) or token.like_num and token.pos_ == "NUM"
        word = token.is_alpha or token.like_num
        held: Mapping[str, int] = {
            "word": word,
            "letters": len(text) if word else 0,
            "name": word and token.pos_ == "PROPN",
            "noun": word and token.pos_ == "NOUN",
            "number": word and number,
            "adjective": token.pos_ == "ADJ",
            "adverb": token.pos_ == "ADV",
            "pronoun": token.pos_ == "PRON",
            "first_person": lower in words.first_person,
            "date": lower in words.dates,
            "negation": lower in words.negators,
            "reporting": token._.verb in words.reporting,
            "modal": tag in ("MD", "VMFIN"),
            "comparison": tag in ("JJR", "JJS", "RBR", "RBS") or "Degree=Cmp" in morph or "Degree=Sup" in morph,
            "past": "Tense=Past" in morph and "VerbForm=Part" not in morph,
            "present": "Tense=Pres" in morph and "VerbForm=Part" not in morph,
            "participle": tag in ("VVPP", "VBN"),
            "finite": bool(token._.mood),
            "quoted_mood": token._.mood == "sub1",
            "exclamation": text == "!",
            "question": text == "?",
            "quotation": token.is_quote or text.startswith('"'),
            "dash": text in ("–", "—", "--", ";"),
            "bracket": text == "(",
            words.stance.get(lower, ""): 1,
        }
        return tuple(int(held.get(name, 0)) for name in WORD_SIGNALS)


class Signals:
    """Running counts of each signal over a Doc's tokens."""

    def __init__(self, table: NDArray[np.int32]) -> None:
        self._sums = np.vstack([np.zeros((1, table.shape[1]), np.int32), table.cumsum(axis=0, dtype=np.int32)])

    def counts(self, begin: int, end: int) -> dict[str, int]:
        """How often each signal stands among the tokens from `begin` to before `end`."""
        return dict(zip(_COLUMNS, (self._sums[end] - self._sums[begin]).tolist(), strict=True))


def _neighbours(table: NDArray[np.int32]) -> NDArray[np.int32]:
    """The signals that two tokens make together, counted at the first."""
    found = np.zeros((len(table), len(NEIGHBOUR_SIGNALS)), np.int32)
    name, noun, number, mark = (table[:, _COLUMNS[key]] for key in ("name", "noun", "number", "quotation"))
    found[:-1, 0] = name[:-1] & name[1:]
    found[:-1, 1] = number[:-1] & noun[1:]
    for distance in range(2, _LONGEST_SCARE + 1):
        found[:-distance, 2] |= mark[:-distance] & mark[distance:]
    return found
