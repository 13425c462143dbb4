"""Ending: what is being answered is answered; killing: what was acknowledged is there."""

import os
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import httpx
import psycopg
import pytest

from tests.contract.test_reports import report
from tests.reliability.articles import article_of
from tests.services import Postgres, Server, postgres_running, wait_for


def test_a_request_under_way_is_answered_before_the_end(serve: Callable[..., Server]) -> None:
    server = serve()
    metrics = f"hearsay-metrics-{server.process.pid}-*"
    assert [*Path("/dev/shm").glob(metrics)] or not Path("/dev/shm").is_dir(), "they are on a disk that may be full"
    with ThreadPoolExecutor(1) as threads:
        body = {"text": article_of(150_000), "language": "en"}
        answer = threads.submit(httpx.post, server.url + "/v1/analyze", json=body, timeout=60)
        wait_for(lambda: "hearsay_queue" in (text := server.client.get("/metrics").text) and _busy(text))
        status = server.stop(signal.SIGTERM)
        assert answer.result().status_code == 200
    assert status == 0
    left = [folder for place in ("/dev/shm", "/tmp") for folder in Path(place).glob(metrics)]
    assert not left, "the metrics' folder is left"


def _busy(exposition: str) -> bool:
    return any(line.startswith("hearsay_queue") and float(line.split()[-1]) > 0 for line in exposition.splitlines())


class Reader(threading.Thread):
    """Sends reports one after the other, each until it is acknowledged, as the extension does."""

    def __init__(self, url: str, end: threading.Event) -> None:
        super().__init__()
        self.client, self.end = httpx.Client(base_url=url, timeout=10), end
        self.receipts: dict[str, set[int]] = {}
        self.failures = 0

    def run(self) -> None:
        """See the class."""
        while not self.end.is_set():
            sent = report(key=str(uuid4()))
            while (receipt := self._send(sent)) is None and not self.end.is_set():
                self.failures += 1
            if receipt is not None:
                self.receipts.setdefault(sent["key"], set()).add(receipt)
        self.client.close()

    def _send(self, sent: dict[str, object]) -> int | None:
        try:
            answer = self.client.post("/v1/reports", json=sent)
        except httpx.HTTPError:
            return None
        return int(answer.json()["id"]) if answer.status_code in (200, 201) else None


def load_while(server: Server, accident: Callable[[], None]) -> dict[str, set[int]]:
    """Reports acknowledged to four readers, before, during and after the accident."""
    end = threading.Event()
    readers = [Reader(server.url, end) for _ in range(4)]
    for reader in readers:
        reader.start()
    try:
        wait_for(lambda: sum(len(reader.receipts) for reader in readers) > 20)
        for _ in range(20):  # between two requests it disturbs nobody
            accident()
            if any(reader.failures for reader in readers):
                break
        reached = sum(len(reader.receipts) for reader in readers)
        wait_for(lambda: sum(len(reader.receipts) for reader in readers) > reached + 20)
    finally:
        end.set()
        for reader in readers:
            reader.join(60)
    assert sum(reader.failures for reader in readers) > 0, "the accident disturbed nobody"
    return {key: ids for reader in readers for key, ids in reader.receipts.items()}


def assert_all_there_once(stored: list[tuple[str, int]], receipts: dict[str, set[int]]) -> None:
    assert len(dict(stored)) == len(stored), "a report is stored twice"
    missing = {key for key, ids in receipts.items() if {dict(stored).get(key)} != ids}
    assert not missing, "acknowledged, but not stored under the id in the receipt"


def test_killing_workers_loses_no_acknowledged_report(serve: Callable[..., Server], tmp_path: Path) -> None:
    server = serve(workers=2)

    def kill_all_workers() -> None:
        wait_for(lambda: len(server.workers()) == 2)
        for pid in server.workers():
            os.kill(pid, signal.SIGKILL)

    receipts = load_while(server, kill_all_workers)
    with closing(sqlite3.connect(tmp_path / "reports.sqlite3")) as connection:
        assert_all_there_once(connection.execute("SELECT key, id FROM reports").fetchall(), receipts)


@pytest.fixture
def crashing_postgres() -> Iterator[Postgres]:
    """A PostgreSQL for this test alone."""
    with postgres_running() as server:
        yield server


def test_killing_the_database_loses_no_acknowledged_report(
    serve: Callable[..., Server], crashing_postgres: Postgres
) -> None:
    _upgrade(crashing_postgres.url)
    server = serve(database_url=crashing_postgres.url)

    def crash() -> None:
        crashing_postgres.kill()
        assert server.client.get("/health/ready").status_code == 503
        assert server.client.get("/health/live").status_code == 200
        crashing_postgres.start()

    receipts = load_while(server, crash)
    with psycopg.connect(crashing_postgres.url.replace("+psycopg", "")) as connection:
        assert_all_there_once(connection.execute("SELECT key, id FROM reports").fetchall(), receipts)


def _upgrade(url: str) -> None:
    from server.store.migrate import upgrade
    from server.store.session import Database

    database = Database(url)
    upgrade(database)
    database.engine.dispose()
