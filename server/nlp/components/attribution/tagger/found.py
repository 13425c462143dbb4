"""What the tagger found, as token indices."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(slots=True)
class Found:
    """One attribution: indices into `Words` of its content, source and cue, and what it was read from.

    `type` indexes `tags.CONTENT_TYPES`; `evidence` holds the features of the confidence (see `confidence.py`).
    """

    type: int
    content: tuple[int, ...]
    source: tuple[int, ...] = ()
    cue: tuple[int, ...] = ()
    medium: str = "unknown"
    evidence: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
