"""`hearsay reports`: readers' corrections, out of the database."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from server.cli.database import open_database
from server.service.export import case, training_rows

app = typer.Typer(
    help="Readers' corrections: export what the review desk accepted. Not to be confused with `hearsay report`, "
    "which draws a page about an archive.",
    no_args_is_help=True,
)


class Form(StrEnum):
    """What accepted corrections are written as."""

    ROWS = "rows"
    CASES = "cases"


@app.callback()
def reports() -> None:
    """Makes a group of the one command there is."""


@app.command()
def export(
    form: Annotated[Form, typer.Option(help="Training rows (JSON lines), or regression cases (markup).")] = Form.ROWS,
    language: Annotated[str | None, typer.Option(help="Only corrections of articles in this language.")] = None,
) -> None:
    """Write accepted corrections to standard output: `hearsay reports export > corrections.jsonl`.

    `python -m training.attribution --corrections corrections.jsonl` learns from the rows. The cases of a language
    (`--form cases --language de >> tests/golden/de.txt`) fail until it reads them right, and hold from then on.
    """
    for row in training_rows(open_database()):
        if language not in (None, row["language"]):
            continue
        line = json.dumps(row, ensure_ascii=False) if form is Form.ROWS else case(row)
        if line:
            typer.echo(line)
