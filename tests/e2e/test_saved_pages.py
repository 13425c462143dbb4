"""Reading and anchoring on saved news pages; needs the corpora folder, which is no part of the project."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.saved_pages import measure, report
from tests.services import Server

CORPORA = os.environ.get("HEARSAY_CORPORA", "")


@pytest.mark.skipif(not CORPORA, reason="HEARSAY_CORPORA names no folder of saved pages")
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("language", "least"), [("de", 0.93), ("en", 0.93)])
def test_articles_are_read_as_the_gold_says(
    browser: Browser, live_server: Server, language: str, least: float, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = measure(browser, Path(CORPORA), language, live_server.url)
    with capsys.disabled():
        print(f"\n{report(language, figures)}")
    assert figures.macro >= least
    assert figures.on_page >= 0.95 * figures.pages
    assert figures.mapped >= 0.99 * figures.characters
    assert figures.exact == figures.anchored == figures.claims > 0
