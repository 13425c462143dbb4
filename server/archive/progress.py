"""Tells on standard error how far an archive is: a bar in a terminal, a line now and then in a log."""

import sys
import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

INTERVAL = 10.0
"""Seconds between two lines where there is no terminal."""


class Meter:
    """Counts articles and errors; `total` is the size of the input in bytes, for the time left."""

    def __init__(self, total: int, skipped: int) -> None:
        self.articles, self.errors, self.skipped = 0, 0, skipped
        self._started = self._told = time.monotonic()
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"),
                   TimeRemainingColumn())  # fmt: skip
        self._bar = Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty())
        self._task = self._bar.add_task("", total=total)

    def __enter__(self) -> "Meter":
        self._bar.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._bar.stop()
        print(self, file=sys.stderr)

    def add(self, articles: int, errors: int, position: int) -> None:
        """Count a batch; `position` is how far the input was read, in bytes."""
        self.articles += articles
        self.errors += errors
        self._bar.update(self._task, completed=position, description=str(self))
        if self._bar.disable and time.monotonic() - self._told > INTERVAL:
            self._told = time.monotonic()
            print(self, file=sys.stderr)

    def __str__(self) -> str:
        rate = self.articles / max(time.monotonic() - self._started, 0.001)
        before = f", {self.skipped} done before" if self.skipped else ""
        return f"{self.articles} articles, {rate:.1f}/s, {self.errors} errors{before}"
