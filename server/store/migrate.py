"""Brings a database to the newest schema, or back, by Alembic's migrations."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from server.store.session import Database


def config(database: Database) -> Config:
    """Alembic's configuration for this database; there is no alembic.ini."""
    options = Config()
    options.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    options.attributes["engine"] = database.engine
    return options


def upgrade(database: Database, revision: str = "head") -> None:
    """Apply migrations up to `revision`."""
    command.upgrade(config(database), revision)


def downgrade(database: Database, revision: str) -> None:
    """Undo migrations down to `revision`; `base` leaves an empty database."""
    command.downgrade(config(database), revision)


def revisions(database: Database) -> tuple[str | None, str | None]:
    """The database's revision and the newest one."""
    with database.engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    return current, ScriptDirectory.from_config(config(database)).get_current_head()
