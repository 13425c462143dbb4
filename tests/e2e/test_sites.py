"""Where Hearsay starts: on a click, on allowed sites by itself, and nowhere the reader switched it off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.chromium import ID, Chromium, allowed_on
from tests.e2e.site import Site
from tests.services import Server

REGISTERED = "async () => (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches)"
EVERYWHERE = ["http://*/*", "https://*/*"]


@pytest.fixture
def allowed(start_chromium: Callable[..., Chromium], live_server: Server, tmp_path: Path) -> Chromium:
    """A Chromium whose reader grants every permission asked for."""
    return start_chromium(live_server.url, extension=allowed_on(EVERYWHERE, tmp_path))


def always(chromium: Chromium, page: Page, news: Site, on: bool = True) -> None:
    """Ticks or unticks "always read on this site" in the panel, and waits until the browser knows and the page runs."""
    panel = chromium.panel(page)
    panel.get_by_label("immer lesen").set_checked(on)
    wanted = ["http://news.localhost/*"] if on else []
    chromium.wait(lambda: chromium.wake().evaluate(REGISTERED) == wanted)
    if on:
        chromium.wait(lambda: chromium.painted(page))  # it is the panel that starts the page at hand
    panel.close()


def phase(chromium: Chromium, page: Page) -> str:
    """What the page's content script is doing."""
    return str(chromium.ask(page, action="state")["phase"])


def runs_in(chromium: Chromium, page: Page) -> bool:
    """Whether a content script is in the front tab at all."""
    page.bring_to_front()
    ping = """async () => { const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return chrome.tabs.sendMessage(tab.id, { to: "page", action: "ping" }).catch(() => false); }"""
    return bool(chromium.wake().evaluate(ping))


def test_an_allowed_site_starts_by_itself_until_it_is_taken_back(allowed: Chromium, news: Site) -> None:
    page = allowed.open(news.url("agency.html"))
    assert not runs_in(allowed, page)
    allowed.paint(page)
    allowed.click(page)
    page.wait_for_function("CSS.highlights.size === 0")
    always(allowed, page, news)
    other = allowed.open(news.url("english.html"))
    allowed.wait(lambda: allowed.painted(other))
    always(allowed, other, news, on=False)
    third = allowed.open(news.url("tabloid.html"))
    assert not runs_in(allowed, third)


def test_a_tab_switched_off_stays_off_wherever_it_goes(allowed: Chromium, news: Site) -> None:
    page = allowed.open(news.url("agency.html"))
    allowed.paint(page)
    always(allowed, page, news)
    page.bring_to_front()
    allowed.click(page)
    page.wait_for_function("CSS.highlights.size === 0")
    page.goto(news.url("english.html"))
    allowed.wait(lambda: runs_in(allowed, page) and phase(allowed, page) == "off")
    other = allowed.open(news.url("english.html?other"))
    allowed.wait(lambda: allowed.painted(other))  # another tab is not concerned
    assert not allowed.painted(page)
    panel = allowed.panel(page)
    expect(panel.locator("main")).to_contain_text("In diesem Tab haben Sie Hearsay ausgeschaltet")
    page.bring_to_front()
    allowed.click(page)
    allowed.wait(lambda: allowed.painted(page))
    page.goto(news.url("tabloid.html"))
    allowed.wait(lambda: allowed.painted(page))


def test_everywhere_but_here(allowed: Chromium, news: Site) -> None:
    options = allowed.own_page("options.html")
    options.get_by_label("Auf allen Websites").check()
    allowed.wait(lambda: sorted(allowed.wake().evaluate(REGISTERED)) == EVERYWHERE)
    page = allowed.open(news.url("agency.html"))
    allowed.wait(lambda: allowed.painted(page))
    panel = allowed.panel(page)
    panel.get_by_label("nie von selbst lesen").check()
    allowed.wait(lambda: (allowed.stored("settings") or {})["sites"].get(news.url("").rstrip("/")) == "off")
    other = allowed.open(news.url("english.html"))
    allowed.wait(lambda: runs_in(allowed, other))
    assert phase(allowed, other) == "idle"
    expect(options.locator(".sites li")).to_contain_text("nie von selbst")
    options.locator(".sites button").click()
    other.reload()
    allowed.wait(lambda: allowed.painted(other))


def test_every_command_has_a_shortcut_and_runs(chromium: Chromium, news: Site) -> None:
    """The browser's own event is raised here: a headless Chromium takes no keys beside the page. Firefox does."""
    options = chromium.own_page("options.html")
    rows = {row.locator("span").first.inner_text(): row.locator("kbd").all_inner_texts() for row in
            options.locator(".shortcuts li").all()}  # fmt: skip
    assert [keys[-1] for keys in rows.values()] == ["H", "J", "K", "O"], rows
    page = chromium.open(news.url("tabloid.html"))
    raise_command = """async (name) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.commands.onCommand.dispatch(name, tab); }"""
    chromium.paint(page)
    shown = chromium.ask(page, action="state")["shown"]
    for name, current in [("next", shown[0]), ("next", shown[1]), ("previous", shown[0])]:
        chromium.wake().evaluate(raise_command, name)
        chromium.wait(lambda current=current: chromium.ask(page, action="state")["current"] == current)
    chromium.wake().evaluate(raise_command, "toggle")
    page.wait_for_function("CSS.highlights.size === 0")


def test_the_side_panel_opens_from_the_card(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    chromium.paint(page)
    chromium.ask(page, action="step", by=1)
    page.locator("hearsay-ui .card .panel").click()
    open_ones = (
        "async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).map((one) => one.documentUrl)"
    )
    chromium.wait(lambda: chromium.wake().evaluate(open_ones) == [f"chrome-extension://{ID}/panel.html"])
    chromium.wake().evaluate("async () => chrome.sidePanel.close({ windowId: (await chrome.windows.getCurrent()).id })")
    chromium.wait(lambda: chromium.wake().evaluate(open_ones) == [])
