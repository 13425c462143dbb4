"""The best sequence of tags under a linear-chain CRF, for several rows at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Chain:
    """Scores of a CRF over `n` tags, forbidden steps at -10,000: (n, n), (n,), (n,)."""

    transitions: Scores
    begins: Scores
    ends: Scores


def best_tags(emissions: Scores, lengths: NDArray[np.int64], chain: Chain) -> list[NDArray[np.int64]]:
    """The best tags of each row of `emissions` (rows × length × tags), cut to the row's length."""
    rows, length, count = emissions.shape
    score = emissions[:, 0] + chain.begins
    back = np.zeros((length, rows, count), dtype=np.int8)
    final = score + chain.ends
    incoming = np.ascontiguousarray(chain.transitions.T)
    for step in range(1, length):
        paths = score[:, None, :] + incoming
        back[step] = paths.argmax(2)
        score = paths.max(2) + emissions[:, step]
        final = np.where((lengths > step)[:, None], score + chain.ends, final)
    found = []
    for row in range(rows):
        tag = int(final[row].argmax())
        tags = [tag]
        for step in range(int(lengths[row]) - 1, 0, -1):
            tag = int(back[step, row, tag])
            tags.append(tag)
        found.append(np.array(tags[::-1], dtype=np.int64))
    return found
