"""Learns `words.tsv`: what each word adds to the log-odds of being subjective and of stating a fact."""

from collections import Counter
from math import log
from pathlib import Path

from spacy.language import Language

from server.nlp.components.claims.features import Features, surface
from server.nlp.components.claims.model import BIAS, WordTable, log_odds, word_row
from server.nlp.lang import rules_for

from .corpora import Labelled, read_factual, read_subjectivity
from .logistic import fit, macro_f1

STRENGTH = 10.0
AT_LEAST = 2
SMALLEST = 0.05
"""Weights nearer to zero are left out of the table."""
SCALE = 3.0


def rows_of(examples: Labelled, nlp: Language, first_person: frozenset[str]) -> list[Features]:
    """Each text as the table sees it."""
    docs = nlp.pipe([text for text, _ in examples])
    return [word_row(doc[:], surface(doc[:], first_person)) for doc in docs]


def learn(examples: Labelled, nlp: Language, first_person: frozenset[str]) -> dict[str, float]:
    """Weights by word; rare words weigh more while learning (inverse document frequency, folded into the weights)."""
    rows = rows_of(examples, nlp, first_person)
    counts = Counter(word for row in rows for word in row)
    rarity = {word: _rarity(word, count, len(rows)) for word, count in counts.items()}
    scaled = [{word: value * rarity[word] for word, value in row.items()} for row in rows]
    weights = fit(scaled, [label for _, label in examples], strength=STRENGTH, at_least=AT_LEAST)
    folded = {word: value * rarity.get(word, 1.0) for word, value in weights.items()}
    return {word: value for word, value in folded.items() if word == BIAS or abs(value) >= SMALLEST}


def _rarity(word: str, count: int, total: int) -> float:
    return 1.0 if word.startswith("@") else (log((1 + total) / (1 + count)) + 1) / SCALE


def learn_table(corpora: Path, language: str) -> WordTable:
    """The word table of one language, from all labelled sentences but `dev_test`."""
    nlp = rules_for(language).annotator()
    sentences = [pair for split in ("train", "dev") for pair in read_subjectivity(corpora, language, split)]
    first_person = rules_for(language).first_person()
    return WordTable(learn(sentences, nlp, first_person), learn(read_factual(corpora, language), nlp, first_person))


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
    nlp = rules_for(language).annotator()
    rows = rows_of(examples, nlp, rules_for(language).first_person())
    given = [log_odds(table.subjective, row) > 0 for row in rows]
    return macro_f1([label for _, label in examples], given)
