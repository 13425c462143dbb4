"""The review desk in a real browser: by mouse, by keyboard, without scripts, and with hostile reports."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.contract.test_reports import report
from tests.contract.test_review import TOKEN, listed
from tests.e2e.test_playground import accessibility
from tests.services import Server

HOSTILE = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">{{ 7 * 7 }}"


@pytest.fixture
def desk(browser: Browser, live_server: Server) -> Iterator[Callable[..., Page]]:
    """The desk, entered with the token."""
    pages: list[Page] = []

    def enter(**options: Any) -> Page:
        page = browser.new_context(locale="en-GB", **options).new_page()
        pages.append(page)
        page.goto(live_server.url + "/review")
        page.get_by_label("Review token").fill(TOKEN)
        page.get_by_role("button", name="Enter").click()
        expect(page.get_by_role("heading", name="Reports")).to_be_visible()
        return page

    yield enter
    for page in pages:
        page.context.close()


def find(page: Page, words: str) -> None:
    """Search the list."""
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("button", name="Show").click()


def send(server: Server, words: str, **changes: Any) -> None:
    quote = {"exact": words, "prefix": "Davor. ", "suffix": " Danach."}
    assert server.client.post("/v1/reports", json=report(quote=quote, **changes)).status_code == 201


def test_wrong_token(browser: Browser, live_server: Server) -> None:
    page = browser.new_page(locale="de-DE")
    page.goto(live_server.url + "/review")
    page.get_by_label("Prüf-Token").fill("falsch")
    page.get_by_role("button", name="Öffnen").click()
    expect(page.get_by_role("alert")).to_have_text("Das ist nicht das Token.")
    assert accessibility(page) == []
    page.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_accept_with_a_correction_and_undo(desk: Callable[..., Page], live_server: Server, scripts: bool) -> None:
    words = f"Das Wehr ist offen, Fall {scripts}."
    for _ in range(2):
        send(live_server, words)
    page = desk(java_script_enabled=scripts)
    find(page, words)
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_role("link", name=words).click()
    expect(page.locator("blockquote")).to_have_text(f"Davor. {words} Danach.")
    expect(page.locator("blockquote mark")).to_have_text(words)
    page.get_by_label("Source type").select_option("official")
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(".state")).to_have_text("accepted")
    expect(page.locator("pre")).to_contain_text(f"{{claim type=official|{words}}}")
    assert listed(live_server, search=words, status="accepted")[0]["correction"]["type"] == "official"
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".state")).to_have_text("open")
    expect(page.locator(".history li")).to_have_count(2)


def test_everything_by_keyboard(desk: Callable[..., Page], live_server: Server) -> None:
    send(live_server, "Tastenprobe eins.")
    send(live_server, "Tastenprobe zwei.")
    page = desk()
    page.keyboard.press("/")
    page.keyboard.type("Tastenprobe")
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(2)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("blockquote mark")).to_have_text("Tastenprobe eins.")
    page.keyboard.press("r")
    expect(page.locator(".state")).to_have_text("rejected")
    page.keyboard.press("u")
    expect(page.locator(".state")).to_have_text("open")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Reports")).to_be_visible()


def test_hostile_reports_are_shown_as_text(desk: Callable[..., Page], live_server: Server) -> None:
    answer = {
        "source": {"type": HOSTILE, "text": HOSTILE},
        "certainty": {"cues": [{"text": HOSTILE, "rule": HOSTILE}, 7]},
    }
    suggestion = {"source": HOSTILE, "span": HOSTILE}
    send(live_server, f"Feindlich {HOSTILE}", comment=HOSTILE, suggestion=suggestion, answer=answer)
    page = desk()
    find(page, "Feindlich")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.locator("tbody a").click()
    expect(page.locator("dd.comment")).to_have_text(HOSTILE)
    assert page.title() == "Review desk · Hearsay"
    assert page.locator("main script, main img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(desk: Callable[..., Page], live_server: Server, scheme: str) -> None:
    send(live_server, f"Zugänglich {scheme}.")
    page = desk(color_scheme=scheme)
    assert accessibility(page) == []
    find(page, f"Zugänglich {scheme}.")
    page.locator("tbody a").first.click()
    expect(page.locator("blockquote")).to_be_visible()
    assert accessibility(page) == []
