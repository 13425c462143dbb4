"""Migrations go both ways, and end where the tables in the code are."""

from alembic import command
from alembic.util import CommandError
from sqlalchemy import inspect

from server.store.migrate import config, downgrade, revisions, upgrade
from server.store.session import Database


def tables(database: Database) -> set[str]:
    return set(inspect(database.engine).get_table_names()) - {"alembic_version"}


def test_up_down_up(empty_database: Database) -> None:
    assert not empty_database.alive()
    upgrade(empty_database)
    assert tables(empty_database) == {"reports", "decisions"}
    assert empty_database.alive()
    downgrade(empty_database, "base")
    assert tables(empty_database) == set()
    upgrade(empty_database)
    assert tables(empty_database) == {"reports", "decisions"}
    current, newest = revisions(empty_database)
    assert current == newest is not None


def test_again_changes_nothing(database: Database) -> None:
    upgrade(database)
    assert tables(database) == {"reports", "decisions"}


def test_the_schema_is_what_the_code_says(database: Database) -> None:
    try:
        command.check(config(database))
    except CommandError as error:
        raise AssertionError(f"a migration is missing: {error}") from error
