"""Tells on standard error how far an archive is: a bar in a terminal, a line now and then in a log."""

import sys
import time
from datetime import timedelta
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

INTERVAL = 10.0
"""Seconds between two lines where there is no terminal."""


class Meter:
    """Counts articles and errors of this run; the time left comes from the input's bytes.

    `total` is the input's size, `begin` how much of it an earlier run has done, both in bytes; `before` is how many
    articles that were.
    """

    def __init__(self, total: int, begin: int = 0, before: int = 0) -> None:
        self.articles, self.errors, self.before = 0, 0, before
        self._total, self._begin, self._position = total, begin, begin
        self._started = self._told = time.monotonic()
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
        self._bar = Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty())
        self._task = self._bar.add_task("", total=total, completed=begin)

    def __enter__(self) -> "Meter":
        self._bar.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._bar.stop()
        print(self, file=sys.stderr)

    def add(self, articles: int, errors: int, position: int) -> None:
        """Count a batch; `position` is how far the input is done, in bytes."""
        self.articles += articles
        self.errors += errors
        self._position = min(position, self._total)
        self._bar.update(self._task, completed=self._position, description=str(self))
        if self._bar.disable and time.monotonic() - self._told > INTERVAL:
            self._told = time.monotonic()
            print(self, file=sys.stderr)

    @property
    def left(self) -> timedelta | None:
        """The time left at this run's rate; None before there is one."""
        done = self._position - self._begin
        if done <= 0:
            return None
        passed = time.monotonic() - self._started
        return timedelta(seconds=round(passed * (self._total - self._position) / done))

    def __str__(self) -> str:
        rate = self.articles / max(time.monotonic() - self._started, 0.001)
        parts = [f"{self.articles} articles", f"{rate:.1f}/s", f"{self.errors} errors"]
        if self.before:
            parts.append(f"{self.before} done before")
        if self._position < self._total and self.left is not None:
            parts.append(f"{self.left} left")
        return ", ".join(parts)
