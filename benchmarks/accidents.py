"""Counts what is lost when parts of the service are killed while readers send reports."""

import os
import signal
import sqlite3
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import psycopg

from server.store.migrate import upgrade
from server.store.session import Database
from tests.reliability.test_shutdown import load_while
from tests.services import Server, postgres_running, serving, wait_for

Stored = Iterable[tuple[str, int]]
QUERY = "SELECT key, id FROM reports"
KILLS = 3


def killed_workers() -> dict[str, int]:
    """All workers of a server on SQLite are killed, some times over."""
    with tempfile.TemporaryDirectory() as name, serving(Path(name), workers=2) as server:
        receipts = load_while(server, lambda: _kill_workers(server))
        with closing(sqlite3.connect(Path(name) / "reports.sqlite3")) as connection:
            return _loss(connection.execute(QUERY).fetchall(), receipts)


def killed_database() -> dict[str, int]:
    """PostgreSQL is killed and started again."""
    with tempfile.TemporaryDirectory() as name, postgres_running() as postgres:
        database = Database(postgres.url)
        upgrade(database)
        database.engine.dispose()
        with serving(Path(name), database_url=postgres.url) as server:

            def crash() -> None:
                postgres.kill()
                wait_for(lambda: server.client.get("/health/ready").status_code == 503)
                postgres.start()

            receipts = load_while(server, crash)
        with psycopg.connect(postgres.url.replace("+psycopg", "")) as connection:
            return _loss(connection.execute(QUERY).fetchall(), receipts)


def _kill_workers(server: Server) -> None:
    for _ in range(KILLS):
        wait_for(lambda: len(server.workers()) == 2)
        time.sleep(0.3)  # so that requests are under way
        for pid in server.workers():
            os.kill(pid, signal.SIGKILL)


def _loss(stored: Stored, receipts: dict[str, set[int]]) -> dict[str, int]:
    """Reports acknowledged, those not stored under the id in their receipt, and those stored twice."""
    rows = list(stored)
    by_key = dict(rows)
    lost = sum({by_key.get(key)} != ids for key, ids in receipts.items())
    return {"acknowledged": len(receipts), "lost": lost, "stored twice": len(rows) - len(by_key)}
