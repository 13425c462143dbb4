"""`hearsay reports`: readers' corrections, out of the database."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from server.cli.database import open_database
from server.service.export import case, training_rows

app = typer.Typer(help="Readers' corrections.", no_args_is_help=True)


class Form(StrEnum):
    """What accepted corrections are written as."""

    ROWS = "rows"
    CASES = "cases"


@app.callback()
def reports() -> None:
    """Readers' corrections, as the review desk accepted them."""


@app.command()
def export(
    form: Annotated[Form, typer.Option(help="Training rows (JSON lines), or regression cases (markup).")] = Form.ROWS,
) -> None:
    """Write accepted corrections to standard output: `hearsay reports export > corrections.jsonl`.

    `python -m training.attribution --corrections corrections.jsonl` learns from the rows;
    the cases go into `tests/golden/corrections.txt`, where they hold from then on.
    """
    for row in training_rows(open_database()):
        line = json.dumps(row, ensure_ascii=False) if form is Form.ROWS else case(row)
        if line:
            typer.echo(line)
