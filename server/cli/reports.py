"""`hearsay reports`: readers' corrections, out of the database."""

import json
import sys
from typing import Annotated

import typer
from sqlalchemy import select

from server.cli.database import open_database
from server.store.tables import Report

app = typer.Typer(help="Readers' corrections.", no_args_is_help=True)


@app.command()
def export(
    status: Annotated[str, typer.Option(help="Which reports: open, accepted, rejected.")] = "accepted",
) -> None:
    """Write reports to standard output, one JSON object a line."""
    with open_database().transaction() as session:
        for report in session.scalars(select(Report).where(Report.status == status).order_by(Report.id)):
            row = {column.key: getattr(report, column.key) for column in Report.__table__.columns}
            sys.stdout.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
