"""`hearsay db` and `hearsay reports`: the schema by hand, and corrections out."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from server.cli import app
from server.service.reports import ReportService
from server.service.review import ReviewService
from server.store.session import Database
from tests.store.test_reports import report


def run(file: Path, *arguments: str) -> Result:
    return CliRunner(env={"HEARSAY_DATABASE_URL": f"sqlite:///{file}"}).invoke(app, [*arguments])


def test_up_status_down(tmp_path: Path) -> None:
    file = tmp_path / "a folder that is made" / "reports.sqlite3"
    assert "empty" in run(file, "db", "status").stdout
    for _ in range(2):
        up = run(file, "db", "upgrade")
        assert up.exit_code == 0 and "empty" not in up.stdout
    assert "empty" in run(file, "db", "downgrade", "base").stdout


def test_only_accepted_corrections_are_exported_once_each(tmp_path: Path) -> None:
    file = tmp_path / "reports.sqlite3"
    run(file, "db", "upgrade")
    database = Database(f"sqlite:///{file}")
    service = ReportService(database)
    stored = [service.store(report(exact=words))[0] for words in ("Tor zu.", "Tor zu.", "Tor auf.", "Tor weg.")]
    review = ReviewService(database)
    review.decide(stored[0].id, "accept")
    review.decide(stored[2].id, "reject")
    rows = [json.loads(line) for line in run(file, "reports", "export").stdout.splitlines()]
    assert [(row["text"], row["type"]) for row in rows] == [("Tor zu.", "anonymous")]
    assert run(file, "reports", "export", "--form", "cases").stdout == "{claim type=anonymous|Tor zu.}\n"
