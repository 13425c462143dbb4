"""The learned parts of check-worthiness: two word tables and one line of weights per feature, all in text files.

`words.tsv` holds for each word what it adds to the log-odds that a sentence is subjective and that it states a
checkable fact; `features.tsv` what each feature adds to the log-odds that a statement in the article's own voice, or
an attributed claim, is check-worthy. Both are logistic regressions, so every judgement is a sum one can read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path

from spacy.tokens import Span

from ...lang.tables import read_table
from .features import Features

BIAS = "(bias)"
OPENING = 0.5
MODELS = Path(__file__).parents[2] / "models"


@dataclass(frozen=True, slots=True)
class WordTable:
    """Log-odds per word, and per surface feature under `@name`, for `subjective` and `factual`; bias under `BIAS`."""

    subjective: Mapping[str, float]
    factual: Mapping[str, float]

    @classmethod
    def read(cls, path: Path) -> "WordTable":
        """Read `words.tsv`; raises `OSError` where it is missing."""
        rows = read_table(path)
        return cls(
            {row["word"]: float(row["subjective"]) for row in rows if row["subjective"]},
            {row["word"]: float(row["factual"]) for row in rows if row["factual"]},
        )

    def features(self, span: Span, surface: Features) -> Features:
        """The log-odds of both questions, a quarter of them so that they lie near -1…1."""
        row = word_row(span, surface)
        return {"subjective": log_odds(self.subjective, row) / 4, "factual": log_odds(self.factual, row) / 4}


@dataclass(frozen=True, slots=True)
class Checkworthiness:
    """One language's tables: word table and feature weights for own-voice and attributed claims."""

    words: WordTable
    own: Mapping[str, float]
    attributed: Mapping[str, float]

    @classmethod
    def load(cls, language: str) -> "Checkworthiness":
        """Load `models/<language>_checkworthiness/`; raises `OSError` where it is missing."""
        folder = MODELS / f"{language}_checkworthiness"
        rows = read_table(folder / "features.tsv")
        return cls(
            WordTable.read(folder / "words.tsv"),
            {row["feature"]: float(row["own"]) for row in rows if row["own"]},
            {row["feature"]: float(row["attributed"]) for row in rows if row["attributed"]},
        )


def word_row(span: Span, surface: Features) -> Features:
    """A sentence as the word tables see it: its lower-case words with unit length together, every number as `0`.

    The word that opens it stands beside them under `^word`, the surface features under `@name`.
    """
    words = [form(token.lower_) for token in span if not token.is_space]
    share = 1 / sqrt(max(1, len(set(words))))
    opening = {f"^{words[0]}": OPENING} if words else {}
    return dict.fromkeys(words, share) | opening | {f"@{name}": value for name, value in surface.items()}


def form(word: str) -> str:
    """A lower-case word as the tables list it."""
    return "0" if word[0].isdigit() else word


def log_odds(weights: Mapping[str, float], row: Features) -> float:
    """Bias plus the weighted features."""
    return weights.get(BIAS, 0.0) + sum(weights.get(name, 0.0) * value for name, value in row.items())


def probability(weights: Mapping[str, float], features: Features) -> float:
    """The logistic regression's answer, 0 to 1."""
    return sigmoid(log_odds(weights, features))


def sigmoid(value: float) -> float:
    """The logistic function, safe at both ends."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, value))))
