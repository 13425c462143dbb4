"""Rows of numbers that grow in place, so that taking up a few new words copies nothing."""

import numpy as np
from numpy.typing import NDArray

FIRST = 1024


class Rows:
    """A growing matrix of 32-bit floats: `rows` (count × width) are those appended so far."""

    def __init__(self, width: int) -> None:
        self._held = np.empty((FIRST, width), dtype=np.float32)
        self._count = 0

    @property
    def rows(self) -> NDArray[np.float32]:
        """A view of all rows."""
        return self._held[: self._count]

    def append(self, rows: NDArray[np.float32]) -> None:
        """Add rows at the end; the room doubles when it is used up."""
        count = self._count + len(rows)
        if count > len(self._held):
            wider = np.empty((max(count, 2 * len(self._held)), self._held.shape[1]), dtype=np.float32)
            wider[: self._count] = self.rows
            self._held = wider
        self._held[self._count : count] = rows
        self._count = count
