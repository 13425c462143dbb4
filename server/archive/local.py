"""Runs a batch function in processes of this machine: in order, in bounded memory, whatever dies.

It imports nothing of the analysis: a process loads that with its batch function.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import connection, get_context, parent_process
from threading import Thread

from server.archive.batch import Batch

AHEAD = 3
"""Batches waiting per process, so that none is idle while the oldest is still being read."""


@dataclass(slots=True)
class _Task:
    batch: Batch
    future: Future[list[bytes]]


class Processes:
    """A pool of `count` processes that replaces itself when one of them dies.

    `answer` gives as many answers as it is given records; `lost` stands for a record that kills its process.
    """

    def __init__(
        self, count: int, answer: Callable[[list[bytes]], list[bytes]], lost: Callable[[bytes], bytes]
    ) -> None:
        self.count, self._answer, self._lost = count, answer, lost
        # Inherited by the processes, and read by the numerical libraries as they load: one thread each.
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
            os.environ.setdefault(name, "1")
        self._pool = self._new(count)

    def map(self, batches: Iterable[Batch]) -> Iterator[Batch]:
        """The answers in the order of the records. A record that kills its process becomes `lost`."""
        waiting: deque[_Task] = deque()
        source = iter(batches)
        while True:
            while len(waiting) < self.count * AHEAD and (batch := next(source, None)):
                waiting.append(_Task(batch, self._submit(batch)))
            if not waiting:
                return
            task = waiting[0]
            try:
                answers = task.future.result()
            except BrokenProcessPool:
                answers = self._one_by_one(task.batch.lines)
                self._resubmit(list(waiting)[1:])
            waiting.popleft()
            yield Batch(answers, task.batch.position)

    def close(self) -> None:
        """End the processes."""
        self._pool.shutdown(cancel_futures=True)

    def _one_by_one(self, lines: list[bytes]) -> list[bytes]:
        """The answers of a batch that was under way when a process died: each record alone, with nothing beside it.

        So only a record that is itself to blame can end as lost.
        """
        self._replace(1)
        answers = [self._alone(line) for line in lines]
        self._replace(self.count)
        return answers

    def _alone(self, line: bytes) -> bytes:
        for _ in range(2):  # once may be somebody else's doing
            try:
                return self._pool.submit(self._answer, [line]).result()[0]
            except BrokenProcessPool:
                self._replace(1)
        return self._lost(line)

    def _resubmit(self, tasks: list[_Task]) -> None:
        for task in tasks:
            if not task.future.done() or task.future.cancelled() or task.future.exception():
                task.future = self._submit(task.batch)

    def _submit(self, batch: Batch) -> Future[list[bytes]]:
        try:
            return self._pool.submit(self._answer, batch.lines)
        except BrokenProcessPool as error:
            broken: Future[list[bytes]] = Future()
            broken.set_exception(error)
            return broken

    def _replace(self, count: int) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._new(count)

    def _new(self, count: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(count, get_context("spawn"), initializer=_start)


def _start() -> None:
    """Make a process ready: it leaves Ctrl-C to its parent, and ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that was killed cannot end its processes, and they would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
