"""Firefox: permissions it really asks for, its keys, its sidebar, its short-lived background, zoom and restart."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import reports_in
from tests.e2e.firefox import EXTENSION, UI, Firefox, Tab, running_firefox, waited
from tests.e2e.holding import holding
from tests.e2e.site import PAGES, Site
from tests.e2e.test_firefox import click_claim
from tests.services import Server, free_port, wait_for

ALWAYS = ".site label:nth-of-type(1) input"
SITES = "(await browser.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches)"


def panel_of(firefox: Firefox, tab: Tab) -> Tab:
    """The overview of one page's tab."""
    return firefox.open(f"{firefox.origin}/panel.html?tab={firefox.tab_id(tab)}")


def press_on(panel: Tab, selector: str) -> None:
    """A trusted click on a control of an extension page."""
    panel.front()
    panel.wait(f"document.querySelector('{selector}') !== null")
    panel.press(selector)


def registered(firefox: Firefox) -> list[str]:
    """Where the content script starts by itself."""
    return firefox.evaluate(firefox._own.context, f"(async () => {SITES})()")


def test_a_site_is_allowed_refused_and_taken_back(firefox: Firefox, news: Site) -> None:
    tab = firefox.open(news.url("agency.html"))
    firefox.paint(tab)
    panel = panel_of(firefox, tab)
    press_on(panel, ALWAYS)
    firefox.answer_prompt("secondaryButton")
    panel.wait(f"!document.querySelector('{ALWAYS}').checked")
    assert registered(firefox) == [] and firefox.stored("settings").get("sites", {}) == {}
    press_on(panel, ALWAYS)
    firefox.answer_prompt("button")
    waited(lambda: registered(firefox) == ["http://news.localhost/*"], 15, "registered")
    other = firefox.open(news.url("english.html"))
    waited(other.painted, 30, "painted by itself")
    firefox.click(other)
    other.wait("CSS.highlights.size === 0")
    other.goto(news.url("tabloid.html"))
    assert waited(lambda: firefox.ask(other, action="state"), 15, "the script runs")["phase"] in ("idle", "off")
    waited(lambda: firefox.ask(other, action="state")["phase"] == "off", 15, "the tab stays off")
    assert other.painted() == {}
    firefox._own.run("browser.permissions.remove({ origins: ['http://news.localhost/*'] })")
    waited(lambda: registered(firefox) == [] and firefox.stored("settings")["sites"] == {}, 15, "taken back")


def test_the_keys_switch_step_and_open_the_sidebar(firefox: Firefox, news: Site) -> None:
    tab = firefox.open(news.url("tabloid.html"))
    tab.front()
    firefox.shortcut("H")
    waited(tab.painted, 30, "painted")
    shown = firefox.ask(tab, action="state")["shown"]
    for key, current in [("J", shown[0]), ("J", shown[1]), ("K", shown[0])]:
        firefox.shortcut(key)
        waited(lambda current=current: firefox.ask(tab, action="state")["current"] == current, 10, key)
    firefox.shortcut("O")
    sidebar = "window.SidebarController.isOpen && window.SidebarController.currentID"
    assert "hearsay" in waited(lambda: firefox.chrome(sidebar), 15, "the sidebar")
    firefox.chrome("window.SidebarController.hide()")
    firefox.shortcut("H")
    tab.wait("CSS.highlights.size === 0")


def test_the_overview_opens_from_the_card_in_a_window(firefox: Firefox, news: Site) -> None:
    """A button on a page is no gesture for Firefox's sidebar, so the panel gets a window of its own."""
    tab = firefox.open(news.url("tabloid.html"))
    firefox.paint(tab)
    click_claim(tab, "anonymous")
    number = firefox.tab_id(tab)
    tab.press(".card .panel")
    urls = "(async () => (await browser.tabs.query({ windowType: 'popup' })).map(({ url }) => url))()"
    panel = f"{firefox.origin}/panel.html?tab={number}"
    waited(lambda: firefox._own.run(urls) == [panel], 15, "a window with the panel")


@pytest.mark.timeout(240)
def test_the_background_lives_as_long_as_the_server_thinks(firefox: Firefox, news: Site, live_server: Server) -> None:
    """Firefox ends a background page after 30 idle seconds, whatever it waits for."""
    with holding(live_server.url) as gate:
        gate.shut()
        firefox.settings(server=gate.url)
        tab = firefox.open(news.url("agency.html?patient"))
        firefox.click(tab)
        waited(lambda: gate.asked == 1, 30, "asked")
        seen: list[str] = []

        def past_the_limit() -> bool:
            seen.append(firefox.background)
            return len(seen) > 38

        tab.run("new Promise((done) => setTimeout(done, 500))")
        waited(
            lambda: tab.run("new Promise((done) => setTimeout(() => done(true), 900))") and past_the_limit(), 120, ""
        )
        assert set(seen) == {"running"}
        gate.open()
        waited(tab.painted, 30, "painted")
        assert gate.asked == 1


def test_a_background_killed_while_the_server_thinks_costs_nothing(
    firefox: Firefox, news: Site, live_server: Server
) -> None:
    with holding(live_server.url) as gate:
        gate.shut()
        firefox.settings(server=gate.url)
        tab = firefox.open(news.url("agency.html?killed"))
        firefox.click(tab)
        waited(lambda: gate.asked == 1, 30, "asked")
        firefox.stop_background()
        waited(lambda: gate.asked == 2, 30, "asked again")
        gate.open()
        waited(tab.painted, 30, "painted")


def test_reports_outlive_the_browser(
    serve: Callable[..., Server], live_server: Server, news: Site, tmp_path: Path, built: Path
) -> None:
    port = free_port()
    with running_firefox(tmp_path / "profile") as firefox:
        firefox.reset(server=live_server.url, language="de")
        tab = firefox.open(news.url("tabloid.html"))
        firefox.paint(tab)
        click_claim(tab, "anonymous")
        tab.press(".card .report")
        tab.wait(f"{UI}.querySelector('.dialog pre').textContent !== ''")
        firefox.settings(server=f"http://127.0.0.1:{port}")
        tab.press(".dialog .primary")
        waited(lambda: [entry["state"] for entry in firefox.stored("queue") or []] == ["waiting"], 15, "queued")
        key = firefox.stored("queue")[0]["report"]["key"]
    server = serve(port=port)
    with running_firefox(tmp_path / "profile") as firefox:
        wait_for(lambda: [row["key"] for row in reports_in(server)] == [key])
        waited(lambda: [entry["state"] for entry in firefox.stored("queue")] == ["sent"], 15, "sent")


@pytest.mark.parametrize("factor", [0.5, 2])
def test_zoom_moves_the_card_along(firefox: Firefox, news: Site, factor: float) -> None:
    tab = firefox.open(news.url(f"tabloid.html?zoom={factor}"))
    firefox.paint(tab)
    normal = tab.run("innerWidth")
    number = firefox.tab_id(tab)
    firefox._own.run(f"browser.tabs.setZoom({number}, {factor})")
    try:
        tab.wait(f"Math.abs(innerWidth - {normal / factor}) < 3")
        firefox.ask(tab, action="step", by=1)
        tab.wait(f"""(() => {{ const box = {UI}.querySelector(".card").getBoundingClientRect();
          return box.width && box.left >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1; }})()""")
    finally:
        firefox._own.run(f"browser.tabs.setZoom({number}, 1)")


def test_nothing_moves_for_those_who_asked_for_it(firefox: Firefox, news: Site) -> None:
    name = f"getComputedStyle({UI}.querySelector('.card')).animationName"
    for wish, moves in [(1, False), (0, True)]:
        firefox.set_preference("ui.prefersReducedMotion", wish)
        tab = firefox.open(news.url(f"tabloid.html?motion={wish}"))
        firefox.paint(tab)
        firefox.ask(tab, action="step", by=1)
        assert (tab.wait(name) != "none") == moves


def test_painting_adds_no_node_to_the_page_and_moves_nothing(firefox: Firefox, news: Site) -> None:
    tab = firefox.open(news.url("tabloid.html"))
    measure = """[document.body.outerHTML, document.documentElement.scrollHeight,
      JSON.stringify([...document.querySelectorAll("main *")].map((each) => each.getBoundingClientRect()))]"""
    before = tab.run(measure)
    firefox.paint(tab)
    assert tab.run(measure) == before


@pytest.mark.parametrize("mode", ["open", "closed"])
def test_text_in_a_shadow_root_is_read_and_painted(firefox: Firefox, news: Site, mode: str) -> None:
    html = (PAGES / "agency.html").read_text().replace("<article>", "<news-story>")
    script = f"""<script>{{ const story = document.querySelector("news-story");
      const root = story.attachShadow({{ mode: "{mode}" }}); root.append(...story.childNodes);
      globalThis.testRoot = root; }}</script>"""
    news.pages[f"firefox-{mode}.html"] = html.replace("</article>", f"</news-story>{script}")
    tab = firefox.open(news.url(f"firefox-{mode}.html"))
    state = firefox.paint(tab)
    assert len(state["analysis"]["claims"]) >= 5 and state["unlocated"] == []
    ground = """getComputedStyle(testRoot.querySelector("p:not(.byline)"), "::highlight(hearsay-organisation)")
      .backgroundColor"""
    assert tab.run(ground) not in ("transparent", "rgba(0, 0, 0, 0)")


def test_an_update_leaves_one_interface_on_the_page(live_server: Server, news: Site, built: Path) -> None:
    """The script of the old version is still in the page, without its extension."""
    with running_firefox() as firefox:
        firefox.reset(server=live_server.url, language="de")
        tab = firefox.open(news.url("agency.html"))
        firefox.paint(tab)
        tab.run("(() => { document.querySelector('hearsay-ui').dataset.old = 'true'; })()")
        firefox.send("webExtension.install", extensionData={"type": "path", "path": str(EXTENSION)})

        def clicked_anew() -> bool:
            firefox.click(tab)
            return bool(
                tab.run("""new Promise((done) => setTimeout(() =>
              done(document.querySelector('hearsay-ui:not([data-old])') !== null), 1000))""")
            )

        waited(clicked_anew, 30, "the new version answers")
        waited(tab.painted, 30, "painted")
        assert tab.run("document.querySelectorAll('hearsay-ui').length") == 1
