"""The loop: a reader's correction becomes a regression case that fails, and holds once the words are learned."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import expect

from tests.contract.test_review import decide, listed
from tests.e2e.chromium import Chromium, ui
from tests.e2e.site import Site
from tests.e2e.test_controls import middle_of_claim
from tests.e2e.test_reports import preview
from tests.services import ROOT, Server

SENTENCE = "Die Quastenkammer erklärte am Montag, das Tor klemme seit Mai."
ARTICLE = f"""<!doctype html><html lang="de"><head><title>Tor am Hafen klemmt</title></head><body><article>
<h1>Tor am Hafen klemmt</h1>
<p>In Lindersum warten seit Wochen die Schiffe, weil das große Tor am Hafen nicht mehr ganz aufgeht.</p>
<p>{SENTENCE}</p>
<p>Im Herbst kommt ein neuer Antrieb, der alte stammt aus dem Jahr 1961 und wird dann im Museum am Markt gezeigt.</p>
</article></body></html>"""
CHECK = """
import sys
from server.nlp import load_pipeline
from tests.markup import check, parse
case = parse(sys.stdin.read())
check(case, load_pipeline(["de"]).analyze(case.article, language="de", min_confidence=0))
"""


def holds(case: str, server: Path) -> subprocess.CompletedProcess[str]:
    """Checks a regression case against the server package in the folder `server`."""
    environment = os.environ | {"PYTHONPATH": f"{server}{os.pathsep}{ROOT}"}
    return subprocess.run(
        [sys.executable, "-c", CHECK], input=case, cwd=server, env=environment, capture_output=True, text=True
    )


def export(server: Server, *options: str) -> list[str]:
    """`hearsay reports export` on the server's database."""
    environment = os.environ | {"HEARSAY_DATABASE_URL": f"sqlite:///{server.log.parent / 'reports.sqlite3'}"}
    command = [sys.executable, "-m", "server.cli", "reports", "export", *options]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    ).stdout.splitlines()


def test_a_correction_travels_from_the_dialog_to_a_changed_answer(
    chromium: Chromium, news: Site, live_server: Server, tmp_path: Path
) -> None:
    news.pages["gate.html"] = ARTICLE
    page = chromium.open(news.url("gate.html"))
    chromium.paint(page)
    page.mouse.click(*middle_of_claim(page, "organisation"))
    ui(page, ".card .report").click()
    ui(page, ".dialog input[value=wrong_type]").check()
    ui(page, ".dialog select").select_option("official")
    key = preview(page)["key"]
    ui(page, ".dialog .primary").click()
    expect(ui(page, ".toast")).to_contain_text("angekommen")

    number = listed(live_server, search="das Tor klemme seit Mai", kind="wrong_type")[0]["id"]
    assert decide(live_server, number, action="accept").status_code == 200
    row = next(row for row in map(json.loads, export(live_server)) if row["id"] == number)
    assert row["text"] == SENTENCE and row["type"] == "official" and key
    case = next(line for line in export(live_server, "--form", "cases") if "Quastenkammer" in line)
    assert case == "Die Quastenkammer erklärte am Montag, {claim type=official|das Tor klemme seit Mai}."

    before = holds(case, ROOT)
    assert before.returncode != 0 and "type=organisation" in before.stderr
    shutil.copytree(ROOT / "server", tmp_path / "server", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "server/nlp/lang/de/data/source_institution.tsv").open("a", encoding="utf-8") as words:
        words.write("-quastenkammer\n")
    after = holds(case, tmp_path)
    assert after.returncode == 0, after.stderr
