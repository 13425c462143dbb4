"""Learn and measure certainty: `python -m training.certainty learn|evaluate --corpora DIR`."""

import os
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from server.nlp.components.certainty.component import CertaintyComponent
from server.nlp.components.certainty.strength import MODELS, Strength
from server.nlp.lang import rules_for

from .corpora import Scored, read_events, read_findings
from .gold import status_figures
from .strength import PENALTY, ridge, rows_of, write_strength

Corpora = Annotated[Path, typer.Option(envvar="HEARSAY_CORPORA")]
app = typer.Typer(help=__doc__)


@app.command()
def learn(corpora: Corpora) -> None:
    """Learn the English strengths from the training splits of both corpora."""
    rules = rules_for("en")
    nlp, component = rules.annotator(), CertaintyComponent(rules)
    findings = rows_of(read_findings(corpora, "train", nlp), component)
    events = rows_of(read_events(corpora, "train", nlp), component)
    weights = ridge(findings[0] + events[0], np.concatenate([findings[1], events[1]]), PENALTY)
    write_strength(weights, MODELS / "en_certainty" / "strength.tsv")


@app.command()
def evaluate(corpora: Corpora) -> None:
    """Print the correlations on `pei_val` and `uw_dev`, and the status figures on the gold's tuning half."""
    rules = rules_for("en")
    nlp, component = rules.annotator(), CertaintyComponent(rules)
    _correlate("pei_val", list(read_findings(corpora, "val", nlp)), component)
    _correlate("uw_dev", list(read_events(corpora, "dev", nlp)), component)
    for language in ("de", "en"):
        for line in status_figures(corpora, language):
            print(line)


def _correlate(name: str, examples: list[Scored], component: CertaintyComponent) -> None:
    """Pearson's r of the gold with the score, and with the learned sum before it is put into the status's band."""
    gold = np.array([score for example in examples for score in example.gold])
    rows, _ = rows_of(iter(examples), component)
    for example in examples:
        component(example.doc)
    scores = [claim.certainty.score for example in examples for claim in example.claims]
    strength = Strength.load("en")
    print(f"{name}  certainty score r {np.corrcoef(gold, scores)[0, 1]:.3f}", end="")
    if strength:
        print(f"   learned sum r {np.corrcoef(gold, [strength.of(row) for row in rows])[0, 1]:.3f}", end="")
    print(f"   ({len(gold)} claims)")


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    app()
