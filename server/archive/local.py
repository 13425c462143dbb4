"""Runs the batch function in processes of this machine: in order, in bounded memory, whatever dies."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context

from server.archive.stream import analyze_lines, failure, pipeline_of_process

BATCH = 16
"""Articles per task: enough to hide the cost of handing them over."""
AHEAD = 3
"""Tasks waiting per process, so that none is idle while the oldest is still being read."""


@dataclass(slots=True)
class _Task:
    lines: list[bytes]
    future: Future[list[bytes]] | None = None
    attempts: int = 0


class Processes:
    """A pool that replaces itself when one of its processes dies."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool = self._new()

    def map(self, lines: Iterable[bytes], batch: int = BATCH) -> Iterator[list[bytes]]:
        """The answers to `lines` in batches, in order. A line that kills its process becomes an error record."""
        waiting: deque[_Task] = deque()
        source = _batches(lines, batch)
        while True:
            while len(waiting) < self.count * AHEAD and (task := next(source, None)):
                self._submit(task)
                waiting.append(task)
            if not waiting:
                return
            yield self._result(waiting)

    def close(self) -> None:
        """End the processes."""
        self._pool.shutdown(cancel_futures=True)

    def _result(self, waiting: deque[_Task]) -> list[bytes]:
        """The oldest task's answers; where the pool broke, everything waiting is given to a new one."""
        while True:
            task = waiting[0]
            assert task.future is not None
            try:
                answers = task.future.result()
            except BrokenProcessPool:
                task.attempts += 1
                if task.attempts > 1 and len(task.lines) > 1:
                    waiting.popleft()
                    waiting.extendleft(_Task([line]) for line in reversed(task.lines))
                self._replace(waiting)
                if task.attempts > 2:
                    waiting.popleft()
                    return [failure(task.lines[0], "The process that read this article died")]
                continue
            waiting.popleft()
            return answers

    def _replace(self, waiting: deque[_Task]) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._new()
        for task in waiting:
            if task.future is None or not task.future.done() or task.future.cancelled() or task.future.exception():
                self._submit(task)

    def _submit(self, task: _Task) -> None:
        try:
            task.future = self._pool.submit(analyze_lines, task.lines)
        except BrokenProcessPool:
            self._pool = self._new()
            task.future = self._pool.submit(analyze_lines, task.lines)

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.count, get_context("spawn"), initializer=_start)


def _start() -> None:
    os.environ["OMP_NUM_THREADS"] = "1"
    pipeline_of_process()


def _batches(lines: Iterable[bytes], size: int) -> Iterator[_Task]:
    batch: list[bytes] = []
    for line in lines:
        batch.append(line)
        if len(batch) == size:
            yield _Task(batch)
            batch = []
    if batch:
        yield _Task(batch)
