"""Learns `strength.tsv`: a ridge regression of crowd certainty on the features of `components/certainty/strength.py`.

Findings and events have scales of their own; each is centred on what its plain statements have, so that 0 means
"as sure as a plain statement" in both.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import lsqr

from server.nlp.annotations import Status
from server.nlp.components.certainty.bands import weigh
from server.nlp.components.certainty.component import CertaintyComponent
from server.nlp.components.certainty.scope import Scope
from server.nlp.components.certainty.strength import features_of

from .corpora import Scored

AT_LEAST = 3
PENALTY = 7.0
SMALLEST = 0.004
"""Weights nearer to zero are left out of the table."""


def rows_of(scored: Iterator[Scored], component: CertaintyComponent) -> tuple[list[list[str]], np.ndarray]:
    """The features of every claim and its gold score, centred on the plain statements of the corpus."""
    rows, gold, plain = [], [], []
    for example in scored:
        clauses = component.clauses(example.doc)
        for claim, score in zip(example.claims, example.gold, strict=True):
            scope = Scope(claim, clauses)
            readings = component.readings(scope)
            status = weigh(readings, attributed=False).status
            rows.append(features_of(scope, readings, status))
            gold.append(score)
            if status is Status.ASSERTED:
                plain.append(score)
    return rows, np.array(gold) - np.mean(plain)


def ridge(rows: Sequence[Sequence[str]], wanted: np.ndarray, penalty: float) -> dict[str, float]:
    """Weights by feature for those that at least `AT_LEAST` rows have."""
    counts = Counter(name for row in rows for name in row)
    index = {name: at for at, name in enumerate(sorted(name for name in counts if counts[name] >= AT_LEAST))}
    cells = [(at, index[name]) for at, row in enumerate(rows) for name in row if name in index]
    lines, columns = zip(*cells, strict=True)
    matrix = csr_matrix((np.ones(len(cells)), (lines, columns)), shape=(len(rows), len(index)))
    weights = lsqr(matrix, wanted, damp=penalty, iter_lim=200)[0]
    return {name: float(weights[at]) for name, at in index.items() if abs(weights[at]) >= SMALLEST}


def write_strength(weights: dict[str, float], path: Path) -> None:
    """Write `strength.tsv`."""
    lines = ["# What each feature adds to how sure a claim sounds, learned by `python -m training.certainty learn`."]
    lines.append("feature\tweight")
    lines += [
        f"{name}\t{weight:.3f}" for name, weight in sorted(weights.items()) if "\t" not in name and "\n" not in name
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
