"""What the analysis asks of a cache shared by replicas; `redis.py` is the one there is."""

from collections.abc import Callable
from typing import Protocol

from server.service.cache import Answer


class SharedCache(Protocol):
    """Answers that every replica sees."""

    def get(self, key: str, compute: Callable[[], Answer]) -> Answer:
        """The shared answer, or the one `compute` gives, which is then shared if complete."""

    def alive(self) -> bool:
        """Whether it answers now."""
