"""Learn and measure check-worthiness: `python -m training.checkworthiness words|features|evaluate --corpora DIR`."""

import os
from pathlib import Path
from typing import Annotated

import typer

from server.nlp.components.claims.model import MODELS, WordTable

from .features import Examples, learn, left_out, shown_f1, threshold_f1, write_features
from .words import learn_table, subjectivity_f1, write_table

Corpora = Annotated[Path, typer.Option(envvar="HEARSAY_CORPORA")]
app = typer.Typer(help=__doc__)
LANGUAGES = ("de", "en")


@app.command()
def words(corpora: Corpora) -> None:
    """Learn the word tables."""
    for language in LANGUAGES:
        table = learn_table(corpora, language)
        write_table(table, MODELS / f"{language}_checkworthiness" / "words.tsv")
        print(f"{language}: subjectivity dev_test macro-F1 {subjectivity_f1(table, corpora, language):.3f}")


@app.command()
def features(corpora: Corpora) -> None:
    """Learn the feature weights from the gold's tuning half and the labelled pages, both languages together."""
    found = [example for language in LANGUAGES for example in Examples(language).of(corpora)]
    weights = {"own": learn(found, attributed=False), "attributed": learn(found, attributed=True)}
    for language in LANGUAGES:
        write_features(weights, MODELS / f"{language}_checkworthiness" / "features.tsv")


@app.command()
def evaluate(corpora: Corpora) -> None:
    """Print the word tables' and, each article judged by weights learned from the others, the features' figures."""
    found = {language: list(Examples(language).of(corpora)) for language in LANGUAGES}
    together = found["de"] + found["en"]
    own, attributed = left_out(together, attributed=False), left_out(together, attributed=True)
    for language in LANGUAGES:
        table = WordTable.read(MODELS / f"{language}_checkworthiness" / "words.tsv")
        print(f"{language} subjectivity dev_test macro-F1 {subjectivity_f1(table, corpora, language):.3f}")
        mine = range(len(found["de"])) if language == "de" else range(len(found["de"]), len(together))
        ours = {at: value for at, value in own.items() if at in mine}
        theirs = {at: value for at, value in attributed.items() if at in mine}
        print(f"{language} own voice, shown by default  F1 {shown_f1(together, ours):.3f}")
        print(f"{language} own voice, all from one half F1 {threshold_f1(together, ours):.3f}")
        print(f"{language} attributed, from one half    F1 {threshold_f1(together, theirs):.3f}")


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    app()
