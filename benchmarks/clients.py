"""Clients for measuring the service: readers who ask all the time, and somebody who watches its health.

The watcher has a process of its own: among the readers' threads it would measure how long it waits for them.
"""

import json
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from typing import Any
from urllib.parse import urlsplit

BACK_AFTER = 0.25
"""Seconds after which a refused reader asks again: far sooner than `Retry-After` says."""
EVERY = 0.02
"""Seconds between two questions for health, each on a connection of its own."""

Bodies = Callable[[], dict[str, Any]]


@dataclass(slots=True)
class Readers:
    """Threads that each ask again as soon as they were answered, until the time is over."""

    url: str
    number: int
    bodies: Bodies
    latencies: dict[int, list[float]] = field(default_factory=dict)
    """Seconds, by status."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, seconds: float) -> float:
        """Ask for `seconds`; the time it really took."""
        end = time.perf_counter() + seconds
        threads = [threading.Thread(target=self._ask, args=(end,)) for _ in range(self.number)]
        started = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return time.perf_counter() - started

    def _ask(self, end: float) -> None:
        """Asks by `http.client`: a heavier client would take the processor from the server it measures."""
        connection = connected(self.url)
        while time.perf_counter() < end:
            body = json.dumps(self.bodies())
            started = time.perf_counter()
            connection.request("POST", "/v1/analyze", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            with self.lock:
                self.latencies.setdefault(answer.status, []).append(time.perf_counter() - started)
            if answer.status == 503:
                time.sleep(BACK_AFTER)
        connection.close()


def connected(url: str) -> HTTPConnection:
    """A connection to the server, opened with the first request."""
    address = urlsplit(url)
    return HTTPConnection(address.hostname or "", address.port, timeout=60)


@contextmanager
def watched(url: str) -> Iterator[list[float]]:
    """Asks for `/health/live` while the block runs; the list then holds the seconds each answer took."""
    context = get_context("fork")
    ours, theirs = context.Pipe()
    done = context.Event()
    process = context.Process(target=_watch, args=(url, done, theirs), daemon=True)
    process.start()
    answers: list[float] = []
    try:
        yield answers
    finally:
        done.set()
        answers += ours.recv()
        process.join()


def _watch(url: str, done: Event, report: Connection) -> None:
    answers: list[float] = []
    while not done.is_set():
        connection, started = connected(url), time.perf_counter()
        connection.request("GET", "/health/live")
        connection.getresponse().read()
        answers.append(time.perf_counter() - started)
        connection.close()
        time.sleep(EVERY)
    report.send(answers)


def milliseconds(seconds: list[float]) -> dict[str, float]:
    """Percentiles of some latencies, in milliseconds; zeros where there are none."""
    cuts = statistics.quantiles(seconds, n=100, method="inclusive") if len(seconds) > 1 else (seconds or [0.0]) * 99
    return {name: round(cuts[at] * 1000, 1) for name, at in (("p50 ms", 49), ("p95 ms", 94), ("p99 ms", 98))}
