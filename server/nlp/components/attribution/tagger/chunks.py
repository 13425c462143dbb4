"""Long articles cut into chunks, so that the tagger's time grows with their length and no faster."""

import numpy as np
from numpy.typing import NDArray

LONGEST = 600
"""Tokens of one chunk at most; a longer paragraph is cut."""


def chunk_bounds(paragraphs: NDArray[np.int64], size: int) -> list[tuple[int, int]]:
    """Begin and end of every chunk: whole paragraphs of at least `size` tokens together, the last may be shorter.

    A remainder of less than a third of `size` joins the chunk before it.
    """
    count = len(paragraphs)
    if not count:
        return []
    cuts = [0]
    for start in np.flatnonzero(np.diff(paragraphs)) + 1:
        if start - cuts[-1] >= size:
            cuts.append(int(start))
    if len(cuts) > 1 and count - cuts[-1] < size // 3:
        cuts.pop()
    bounds = []
    for begin, end in zip(cuts, [*cuts[1:], count], strict=True):
        while end - begin > max(LONGEST, size + size // 3):
            bounds.append((begin, begin + LONGEST))
            begin += LONGEST
        bounds.append((begin, end))
    return bounds
