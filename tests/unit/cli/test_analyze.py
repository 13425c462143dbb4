"""`hearsay analyze`: what it reads, what it writes, and how it fails."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from server.cli import app
from server.nlp import Pipeline
from server.samples import SAMPLES

Run = Callable[..., Result]
PAGE = """<!doctype html><html lang="en"><head><title>Gate stuck | The Vellmouth Courier</title></head><body>
<nav><a href="/">Home</a></nav><article><h1>Harbour gate stuck</h1>
<p>The harbour gate has been stuck since May, harbour master Ada Holm said on Monday at a meeting in the town hall.</p>
<p>“Nobody told us anything,” said Tom Reed, who owns a boat, and he showed a letter that he had sent in April.</p>
<p>The town council will vote on a new motor on Thursday, and the old one, built in 1961, goes to a museum.</p>
</article><footer>Imprint</footer></body></html>"""


@pytest.fixture
def run(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command with the pipeline that is loaded already."""
    monkeypatch.setattr(sys.modules["server.cli.analyze"], "load_pipeline", lambda _codes=None: pipeline)

    def run_(*arguments: str, text: str | None = None, **environment: str) -> Result:
        return CliRunner(env={"COLUMNS": "100"} | environment).invoke(app, ["analyze", *arguments], input=text)

    return run_


@pytest.mark.parametrize("language", ["de", "en"])
def test_json_is_the_answer_of_the_api(run: Run, language: str) -> None:
    result = run("-", "--format", "json", text=SAMPLES[language])
    answer = json.loads(result.stdout)
    assert answer["language"] == {"code": language, "detected": True}
    assert len(answer["claims"]) > 4
    for claim in answer["claims"]:
        begin = next(block["begin"] for block in answer["blocks"] if block["id"] == claim["spans"][0]["block"])
        span = claim["spans"][0]
        assert SAMPLES[language][begin + span["begin"] : begin + span["end"]] == claim["quote"]["exact"]


def test_text_numbers_every_claim_in_the_article_and_in_the_list(run: Run) -> None:
    output = run("-", text=SAMPLES["en"]).stdout
    claims = json.loads(run("-", "--format", "json", text=SAMPLES["en"]).stdout)["claims"]
    for claim in claims:
        assert output.count(f"[{claim['id'][1:]}]") >= 2
    assert "\x1b[" not in output, "colours in a pipe"


def test_explain_says_why(run: Run) -> None:
    plain = run("-", text=SAMPLES["de"]).stdout
    explained = run("-", "--explain", text=SAMPLES["de"]).stdout
    assert len(explained) > len(plain) * 1.3


def test_html_is_one_page_that_needs_nothing_else(run: Run) -> None:
    page = run("-", "--format", "html", text="<b>Tor</b> klemmt\n„Es klemmt“, sagte Ada Holm, die Wirtin.")
    assert page.stdout.startswith("<!doctype html>")
    assert "<mark" in page.stdout and "&lt;b&gt;Tor" in page.stdout
    assert "<script" not in page.stdout and "http" not in page.stdout


def test_the_article_is_found_in_a_saved_page(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE)
    output = run(str(file)).stdout
    assert "Harbour gate stuck" in output and "Nobody told us anything" in output
    assert "Imprint" not in output and "The Vellmouth Courier" not in output


@pytest.mark.parametrize(
    ("arguments", "text", "status", "message"),
    [
        (["/nowhere/article.txt"], None, 1, "No such file"),
        (["-"], "  \n ", 1, "no article text"),
        (["-"], "Le maire de la ville a démenti les accusations hier soir.", 1, "'fr' is not supported"),
        (["-", "--language", "fr"], "Texte.", 2, "one of de, en"),
        (["-", "--min-confidence", "7"], "Text.", 2, "min-confidence"),
        (["-", "--format", "pdf"], "Text.", 2, "pdf"),
    ],
)
def test_failures_are_one_clear_line(run: Run, arguments: list[str], text: str, status: int, message: str) -> None:
    result = run(*arguments, text=text)
    assert result.exit_code == status
    assert message in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", ["serve", "analyze", "archive", "report", "reports", "db", "models", "settings"])
def test_every_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert command in result.stdout


@pytest.mark.parametrize(("command", "other"), [("report", "hearsay reports"), ("reports", "hearsay report")])
def test_report_and_reports_point_to_each_other(command: str, other: str) -> None:
    told = " ".join(CliRunner().invoke(app, [command, "--help"]).stdout.replace("`", "").split())
    assert "Not to be confused" in told and f"confused with {other}" in told.replace("│ ", "")
