"""One database, SQLite or PostgreSQL by its URL, and short transactions on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker


class Database:
    """Opens no connection before the first transaction, so it may be made before a process forks."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.engine = _engine(self.url.render_as_string(hide_password=False), self.url.get_backend_name())
        self._session = sessionmaker(self.engine, expire_on_commit=False)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session whose work is committed at the end of the block, or undone by an exception."""
        with self._session.begin() as session:
            yield session

    def alive(self) -> bool:
        """Whether the database answers and holds the tables."""
        try:
            with self.engine.connect() as connection:
                connection.execute(text("SELECT 1 FROM reports LIMIT 1"))
        except SQLAlchemyError:
            return False
        return True


def _engine(url: str, backend: str) -> Engine:
    """`hide_parameters` keeps report texts out of error messages and logs."""
    if backend == "sqlite":
        return _sqlite(url)
    return create_engine(url, hide_parameters=True, pool_pre_ping=True, pool_timeout=2,
                         connect_args={"connect_timeout": 3})  # fmt: skip


def _sqlite(url: str) -> Engine:
    """SQLite with a write-ahead log; every transaction says at once that it will write.

    Without `BEGIN IMMEDIATE` two readers that both turn into writers fail at once with "locked";
    with it the second waits, up to the timeout.
    """
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": 10})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
