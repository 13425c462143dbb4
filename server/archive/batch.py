"""What is handed between reading, engines and writing."""

from typing import NamedTuple

BATCH = 16
"""Articles per batch: enough to hide the cost of handing them over, few enough to share out evenly."""


class Batch(NamedTuple):
    """Records or answers in order, and how far in the input file, in bytes, the last of them lies."""

    lines: list[bytes]
    position: int
