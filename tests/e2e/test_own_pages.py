"""The extension's own pages: settings, first run, accessibility, languages."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.chromium import Chromium, pretty, ui
from tests.e2e.site import Site
from tests.services import Server, free_port

AXE = Path(__file__).parents[2] / "extension" / "node_modules" / "axe-core" / "axe.min.js"
WCAG = "({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })"


def violations(page: Page) -> list[str]:
    """What axe finds wrong on a page, with the elements concerned."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"async () => (await axe.run(document, {WCAG})).violations")
    return [
        f"{each['id']}: {node['html'][:160]} {node['failureSummary'][:300]}" for each in found for node in each["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["options", "welcome"])
def test_settings_and_first_run_are_accessible(chromium: Chromium, name: str, theme: str) -> None:
    chromium.settings(theme=theme)
    page = chromium.own_page(f"{name}.html")
    expect(page.locator("h1")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_panel_and_everything_on_the_page_is_accessible(chromium: Chromium, news: Site, theme: str) -> None:
    chromium.settings(theme=theme)
    page = chromium.open(news.url(f"tabloid.html?{theme}"))
    chromium.paint(page)
    panel = chromium.panel(page)
    panel.locator("details.legend summary").click()
    assert violations(panel) == []
    page.bring_to_front()
    chromium.ask(page, action="step", by=1)
    assert [each for each in violations(page) if "hearsay" in each or "card" in each or "badge" in each] == []
    ui(page, ".card .report").click()
    assert [each for each in violations(page) if "dialog" in each or "label" in each] == []


def test_the_server_is_tested_and_saved(chromium: Chromium, live_server: Server) -> None:
    page = chromium.own_page("options.html")
    address = page.locator("input[type=url]")
    address.fill("ftp://example")
    page.locator(".save").click()
    expect(page.locator(".message")).to_contain_text("http://")
    address.fill(f"http://127.0.0.1:{free_port()}")
    page.locator(".test").click()
    expect(page.locator(".message")).to_contain_text("Keine Antwort")
    address.fill(f"{live_server.url}/anything")
    page.locator(".test").click()
    expect(page.locator(".message")).to_contain_text("Der Server antwortet")
    page.locator(".save").click()
    expect(page.locator(".message")).to_contain_text("Gespeichert")
    assert chromium.stored("settings")["server"] == live_server.url


def test_options_reach_an_open_page_at_once(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html?options"))
    chromium.paint(page)
    options = chromium.own_page("options.html")
    options.locator("[data-type=anonymous] input[type=range]").fill("200")
    page.bring_to_front()
    line = "getComputedStyle(document.querySelector('article p'), '::highlight(hearsay-anonymous)').textDecorationColor"
    chromium.wait(lambda: " 200)" in page.evaluate(line))
    options.locator("[data-type=anonymous] input[type=checkbox]").uncheck()
    page.wait_for_function("!CSS.highlights.has('hearsay-anonymous')")
    options.locator("select").first.select_option("en")
    chromium.wait(lambda: page.evaluate("document.querySelector('hearsay-ui').lang") == "en")
    expect(options.locator("h1")).to_have_text("Hearsay – settings")


def test_the_first_run_page_names_the_server_and_what_is_sent(chromium: Chromium, live_server: Server) -> None:
    page = chromium.own_page("welcome.html")
    expect(page.locator(".privacy")).to_contain_text(live_server.url)
    expect(page.locator("pre")).to_have_text("make run")


def test_nothing_is_kept_but_settings_queue_and_a_bounded_cache(chromium: Chromium, news: Site) -> None:
    for article in ("tabloid.html", "agency.html"):
        chromium.paint(chromium.open(news.url(f"{article}?kept")))
    kept = "async () => [Object.keys(await chrome.storage.local.get()), await chrome.storage.session.get()]"
    local, session = chromium.wake().evaluate(kept)
    assert set(local) <= {"settings", "queue"}
    assert list(session) == ["answers"], pretty(session)
    assert len(session["answers"]) == 2
    assert not any("news.localhost" in str(entry) for entry in session["answers"])


def test_hearsay_asks_for_little(chromium: Chromium) -> None:
    manifest = chromium.wake().evaluate("() => chrome.runtime.getManifest()")
    assert set(manifest["permissions"]) == {"activeTab", "alarms", "scripting", "storage", "sidePanel"}
    assert manifest["host_permissions"] == ["http://127.0.0.1/*"]
    assert "content_scripts" not in manifest
