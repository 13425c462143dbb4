"""`hearsay db`: the schema of the reports' database."""

from typing import Annotated

import typer

from server.settings import Settings
from server.store import migrate
from server.store.session import Database

app = typer.Typer(help="The database of the reports: upgrade, downgrade, status.", no_args_is_help=True)


def open_database() -> Database:
    """The database of the settings."""
    return Database(Settings().database_url.get_secret_value())


@app.command()
def upgrade(revision: Annotated[str, typer.Argument(help="Where to; by default the newest.")] = "head") -> None:
    """Create the tables, or bring them up to date. Safe to run again."""
    migrate.upgrade(open_database(), revision)
    status()


@app.command()
def downgrade(revision: Annotated[str, typer.Argument(help="Where to; `base` removes every table.")]) -> None:
    """Undo migrations."""
    migrate.downgrade(open_database(), revision)
    status()


@app.command()
def status() -> None:
    """Show the schema's revision and the newest one."""
    database = open_database()
    current, newest = migrate.revisions(database)
    typer.echo(f"{database.url.render_as_string()}: {current or 'empty'} (newest: {newest})")
