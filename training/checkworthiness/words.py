"""Learns `words.tsv`: what each word adds to the log-odds of being subjective and of stating a fact."""

from collections import Counter
from math import log
from pathlib import Path

from server.nlp.components.claims.features import Features, surface
from server.nlp.components.claims.model import BIAS, WordTable, log_odds, word_row
from server.nlp.components.claims.signals import SignalReader, SignalWords
from server.nlp.lang import rules_for
from server.nlp.lang.base import LanguageRules

from .corpora import Labelled, read_factual, read_subjectivity
from .logistic import fit, macro_f1
from .vectors import Vectors, folded, read_vectors, with_vectors

STRENGTH = 1.0
AT_LEAST = 2
SMALLEST = 0.05
"""Weights nearer to zero are left out of the table."""
SCALE = 3.0


def rows_of(examples: Labelled, rules: LanguageRules) -> list[Features]:
    """Each text as the table sees it."""
    reader = SignalReader(SignalWords.of(rules))
    docs = rules.annotator().pipe([text for text, _ in examples])
    return [word_row(doc[:], surface(doc[:], reader(doc))) for doc in docs]


def learn(examples: Labelled, rules: LanguageRules, vectors: Vectors) -> dict[str, float]:
    """Weights by word; rare words weigh more while learning (inverse document frequency, folded into the weights)."""
    rows = rows_of(examples, rules)
    counts = Counter(word for row in rows for word in row)
    rarity = {word: _rarity(word, count, len(rows)) for word, count in counts.items()}
    scaled = [with_vectors(row, vectors) | {word: value * rarity[word] for word, value in row.items()} for row in rows]
    weights = fit(scaled, [label for _, label in examples], strength=STRENGTH, at_least=AT_LEAST)
    weights = {word: value * rarity.get(word, 1.0) for word, value in weights.items()}
    weights = folded(weights, vectors) if vectors else weights
    return {word: value for word, value in weights.items() if word == BIAS or abs(value) >= SMALLEST}


def _rarity(word: str, count: int, total: int) -> float:
    return 1.0 if word[0] in "@^" and len(word) > 1 else (log((1 + total) / (1 + count)) + 1) / SCALE


def learn_table(corpora: Path, language: str) -> WordTable:
    """The word table of one language, from all labelled sentences but `dev_test`.

    The vectors are English; sentences that state facts are many enough to do without.
    """
    rules = rules_for(language)
    vectors = read_vectors() if language == "en" else {}
    sentences = [pair for split in ("train", "dev") for pair in read_subjectivity(corpora, language, split)]
    return WordTable(learn(sentences, rules, vectors), learn(read_factual(corpora, language), rules, {}))


def write_table(table: WordTable, path: Path) -> None:
    """Write `words.tsv`."""
    lines = [
        "# Log-odds per word and surface feature, learned by `python -m training.checkworthiness words`.",
        "word\tsubjective\tfactual",
    ]
    for word in sorted({*table.subjective, *table.factual}):
        cells = [f"{weights[word]:.2f}" if word in weights else "" for weights in (table.subjective, table.factual)]
        if "\t" not in word and not word.startswith("#"):
            lines.append("\t".join([word, *cells]))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def subjectivity_f1(table: WordTable, corpora: Path, language: str) -> float:
    """Macro-F1 of objective against subjective on `dev_test`."""
    examples = read_subjectivity(corpora, language, "dev_test")
    rows = rows_of(examples, rules_for(language))
    given = [log_odds(table.subjective, row) > 0 for row in rows]
    return macro_f1([label for _, label in examples], given)
