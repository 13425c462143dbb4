"""One analysis at a time per process, a bounded queue in front of it, and a quick no beyond that."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore


class Overloaded(Exception):
    """No room now; `retry_after` is a guess in whole seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("overloaded")
        self.retry_after = retry_after


class Slot:
    """Admits at most `queue` requests; of those one works, the others wait `wait` seconds at most, all told.

    The queue must be smaller than the process's threads, so that some are always free for short answers.
    """

    def __init__(self, queue: int, wait: float) -> None:
        self._queue = BoundedSemaphore(queue)
        self._work = BoundedSemaphore(1)
        self._wait = wait

    @contextmanager
    def admit(self) -> Iterator[float]:
        """A place in the queue, for as long as the block runs. Raises `Overloaded` at once when it is full.

        Gives the `time.monotonic()` instant until which this request may wait for the slot, whatever else it waits
        for: those who waited for one another's answer to the same article do not begin anew when it fails.
        """
        if not self._queue.acquire(blocking=False):
            raise Overloaded(self.retry_after)
        try:
            yield time.monotonic() + self._wait
        finally:
            self._queue.release()

    @contextmanager
    def work(self, until: float) -> Iterator[None]:
        """The slot itself. Raises `Overloaded` when it is not free by then."""
        if not self._work.acquire(timeout=max(0.0, until - time.monotonic())):
            raise Overloaded(self.retry_after)
        try:
            yield
        finally:
            self._work.release()

    @property
    def retry_after(self) -> int:
        """Seconds after which asking again makes sense."""
        return max(1, round(self._wait * 2))
