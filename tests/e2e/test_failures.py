"""What a reader sees when there is nothing to paint, and the way back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.chromium import Chromium, ui
from tests.e2e.site import Site
from tests.services import Server, free_port


def failed(chromium: Chromium, page: Page) -> str:
    """Clicks and waits for the failure; its kind."""
    chromium.click(page)
    expect(ui(page, ".toast h2")).to_be_visible(timeout=20_000)
    return chromium.ask(page, action="state")["failure"]["kind"]


def test_a_dead_server_is_named_and_a_busy_one_is_asked_again(
    chromium: Chromium, news: Site, serve: Callable[..., Server]
) -> None:
    port = free_port()
    chromium.settings(server=f"http://127.0.0.1:{port}")
    page = chromium.open(news.url("agency.html"))
    assert failed(chromium, page) == "server_down"
    expect(ui(page, ".toast")).to_contain_text(f"127.0.0.1:{port}")
    expect(ui(page, ".toast pre")).to_have_text("make run")
    serve(port=port, analyze_limit="1 per 4 second")
    ui(page, ".toast .retry").click()
    page.wait_for_function("CSS.highlights.size > 0", timeout=30_000)
    other = chromium.open(news.url("english.html"))
    assert failed(chromium, other) == "overload"
    other.wait_for_function("CSS.highlights.size > 0", timeout=30_000)


def test_a_page_without_an_article_says_so(chromium: Chromium, news: Site) -> None:
    news.pages["empty.html"] = "<title>Start</title><nav><a href=/>Start</a></nav><p>Willkommen.</p>"
    page = chromium.open(news.url("empty.html"))
    assert failed(chromium, page) == "no_article"
    expect(ui(page, ".toast")).to_contain_text("kein Artikel")


def test_an_article_that_is_too_long_says_so(chromium: Chromium, news: Site) -> None:
    text = "".join(f"<p>{f'Der Rat beriet Antrag {number} bis in die Nacht. ' * 50}</p>" for number in range(100))
    news.pages["long.html"] = f"<html lang=de><title>Haushalt</title><h1>Haushalt</h1><article>{text}</article>"
    page = chromium.open(news.url("long.html"))
    assert failed(chromium, page) == "too_long"


def test_a_language_hearsay_does_not_read_says_so(chromium: Chromium, news: Site) -> None:
    sentence = "Le ministre a déclaré mardi que les travaux du nouveau pont commenceraient avant la fin de l’année. "
    article = f"<article><p>{'<p>'.join([sentence * 3] * 4)}</article>"
    news.pages["french.html"] = f"<html lang=fr><title>Le pont</title><h1>Le pont</h1>{article}"
    page = chromium.open(news.url("french.html"))
    assert failed(chromium, page) == "language"


@pytest.mark.parametrize("address", ["chrome://version/"])
def test_a_page_that_forbids_extensions_is_marked_on_the_button(chromium: Chromium, address: str) -> None:
    page = chromium.open(address)
    chromium.click(page)
    title = """async () => { const [tab] = await chrome.tabs.query({ active: true });
      return chrome.action.getTitle({ tabId: tab.id }); }"""
    chromium.wait(lambda: "dürfen Erweiterungen nicht" in chromium.wake().evaluate(title))
