"""Logistic regression with an L2 penalty on sparse named features, by L-BFGS."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from server.nlp.components.claims.model import BIAS

Rows = Sequence[Mapping[str, float]]


def fit(rows: Rows, labels: Sequence[bool], *, strength: float, at_least: int = 1) -> dict[str, float]:
    """Weights by feature name with the bias under `BIAS`.

    `strength` is the inverse of the penalty; features in fewer than `at_least` rows are left out.
    """
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= at_least)
    matrix = _matrix(rows, {name: index for index, name in enumerate(names)})
    transposed = matrix.T.tocsr()
    wanted = np.array(labels, dtype=float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        inner = matrix @ weights[:-1] + weights[-1]
        error = 1 / (1 + np.exp(-inner)) - wanted
        penalty = 0.5 / strength * (weights[:-1] @ weights[:-1])
        value = (np.logaddexp(0, inner) - wanted * inner).sum() + penalty
        return value, np.append(transposed @ error + weights[:-1] / strength, error.sum())

    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return dict(zip(names, map(float, found[:-1]), strict=True)) | {BIAS: float(found[-1])}


def macro_f1(wanted: Sequence[bool], given: Sequence[bool]) -> float:
    """The mean F1 of both classes."""
    scores = []
    for label in (True, False):
        right = sum(a is label and b is label for a, b in zip(wanted, given, strict=True))
        scores.append(2 * right / max(1, sum(a is label for a in wanted) + sum(b is label for b in given)))
    return sum(scores) / 2


def _matrix(rows: Rows, index: Mapping[str, int]) -> csr_matrix:
    cells = [(at, index[name], value) for at, row in enumerate(rows) for name, value in row.items() if name in index]
    lines, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (lines, columns)), shape=(len(rows), len(index)))
