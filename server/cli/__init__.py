"""The command line: `hearsay serve | analyze | archive | report | reports | db | models | settings`."""

import typer

from server.cli import database, reports
from server.cli.analyze import analyze
from server.cli.archive import archive
from server.cli.models import models
from server.cli.options import settings
from server.cli.report import report
from server.cli.serve import serve

app = typer.Typer(
    name="hearsay",
    help="Who says so, and how surely? Finds the claims in German and English news articles, who vouches for each, "
    "and how certain the text is about it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
app.command("serve")(serve)
app.command("analyze")(analyze)
app.command("archive")(archive)
app.command("report")(report)
app.command("models")(models)
app.command("settings")(settings)
app.add_typer(reports.app, name="reports")
app.add_typer(database.app, name="db")


def main() -> None:
    """Entry point of the `hearsay` command."""
    app()
