"""The best sequence of tags under a linear-chain CRF, for several rows at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Chain:
    """Scores of a CRF over `n` tags, forbidden steps at -10,000: (n, n), (n,), (n,).

    With a leading axis of rows, each row has its own scores.
    """

    transitions: Scores
    begins: Scores
    ends: Scores


def best_tags(emissions: Scores, lengths: NDArray[np.int64], chain: Chain) -> list[NDArray[np.int64]]:
    """The best tags of each row of `emissions` (rows × length × tags), cut to the row's length."""
    rows, length, count = emissions.shape
    score = emissions[:, 0] + chain.begins
    scores = np.zeros((length, rows, count), dtype=np.float32)
    scores[0] = score
    back = np.zeros((length, rows, count), dtype=np.int8)
    chosen = np.zeros((rows, count), dtype=np.intp)
    incoming = np.ascontiguousarray(np.swapaxes(chain.transitions, -1, -2))
    for step in range(1, length):
        paths = score[:, None, :] + incoming
        paths.argmax(2, out=chosen)
        back[step] = chosen
        score = paths.max(2)
        score += emissions[:, step]
        scores[step] = score
    final = scores[lengths - 1, np.arange(rows)] + chain.ends
    found = []
    for row in range(rows):
        tag = int(final[row].argmax())
        tags = [tag]
        for step in range(int(lengths[row]) - 1, 0, -1):
            tag = int(back[step, row, tag])
            tags.append(tag)
        found.append(np.array(tags[::-1], dtype=np.int64))
    return found
