"""Every test here runs on both databases."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from server.store.migrate import upgrade
from server.store.session import Database
from tests.services import Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A new database without tables."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'reports.sqlite3'}")
    else:
        server: Postgres = request.getfixturevalue("postgres")
        database = Database(server.create_database(f"t{uuid4().hex}"))
    yield database
    database.engine.dispose()


@pytest.fixture
def database(empty_database: Database) -> Database:
    """A new database with the newest schema."""
    upgrade(empty_database)
    with empty_database.transaction() as session:
        session.execute(text("SELECT 1"))
    return empty_database
