"""Zoom, motion, forced colours, paper, layout: what a reader's own display asks for."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.chromium import Chromium, ui
from tests.e2e.site import Site
from tests.e2e.test_controls import middle_of_claim

ZOOM = """async (factor) => { const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  await chrome.tabs.setZoom(tab.id, factor); }"""
INSIDE = """(card) => { const { left, top, right, bottom } = card.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5; }"""


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_zoom_moves_badge_and_card_along(chromium: Chromium, news: Site, factor: float) -> None:
    page = chromium.open(news.url(f"tabloid.html?zoom={factor}"))
    chromium.paint(page)
    normal = page.evaluate("innerWidth")
    chromium.ask(page, action="step", by=1)
    chromium.wake().evaluate(ZOOM, factor)
    try:
        page.wait_for_function("(width) => Math.abs(innerWidth - width) < 2", arg=normal / factor)
        expect(ui(page, ".card")).to_be_visible()
        chromium.wait(lambda: ui(page, ".card").evaluate(INSIDE))
        between = """() => { const [badge, headline] = [document.querySelector("hearsay-ui").shadowRoot
          .querySelector(".badge"), document.querySelector("h1")].map((each) => each.getBoundingClientRect());
          return badge.top > headline.top - 40 && badge.bottom < headline.bottom + 40; }"""
        chromium.wait(lambda: page.evaluate(between))
        page.keyboard.press("Escape")
        page.mouse.click(*middle_of_claim(page, "anonymous"))
        expect(ui(page, ".card")).to_contain_text("Anonyme Quelle")
    finally:
        chromium.wake().evaluate(ZOOM, 1)


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_nothing_moves_for_those_who_asked_for_it(chromium: Chromium, news: Site, motion: str, moves: bool) -> None:
    page = chromium.open(news.url("tabloid.html"), reduced_motion=motion)
    chromium.paint(page)
    chromium.ask(page, action="step", by=1)
    expect(ui(page, ".card")).to_be_visible()
    assert (ui(page, ".card").evaluate("(card) => getComputedStyle(card).animationName") != "none") == moves
    panel = chromium.panel(page)
    panel.emulate_media(reduced_motion=motion)
    running = "document.getAnimations().filter(({ playState }) => playState === 'running').length"
    assert panel.evaluate(running) == 0


def picture_of(page: Page, name: str) -> bytes:
    """The first line of a highlight's first range, as it is on the screen."""
    box = page.evaluate(
        """(name) => { const [line] = [...CSS.highlights.get(name)][0].getClientRects();
          return { x: line.left, y: line.top - 2, width: Math.min(line.width, 300), height: line.height + 4 }; }""",
        name,
    )
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.screenshot(clip=box, animations="disabled")


def test_forced_colours_keep_the_lines_apart(chromium: Chromium, news: Site) -> None:
    """Chromium gives all highlights the colours of a selection then; the line styles must still tell them apart."""
    page = chromium.open(news.url("tabloid.html"), forced_colors="active")
    chromium.paint(page)
    middle_of_claim(page, "anonymous")
    page.mouse.move(2, 2)
    page.evaluate("document.querySelector('hearsay-ui').style.display = 'none'")
    plain = picture_of(page, "hearsay-anonymous")
    assert picture_of(page, "hearsay-anonymous") == plain
    pictures = {plain}
    styles = ["unspecified", "official", "organisation", "witness"]
    for other in styles:  # the same words under the rules of other source types
        page.evaluate(
            """(name) => { globalThis.range ??= [...CSS.highlights.get("hearsay-anonymous")][0];
              for (const [key, ranges] of CSS.highlights) if (key.startsWith("hearsay-")) ranges.delete(range);
              CSS.highlights.set("hearsay-" + name, new Highlight(range)); }""",
            other,
        )
        pictures.add(picture_of(page, f"hearsay-{other}"))
    assert len(pictures) == 1 + len(styles)


def test_the_interface_stays_readable_in_forced_colours(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"), forced_colors="active")
    chromium.paint(page)
    chromium.ask(page, action="step", by=1)
    border = ui(page, ".card").evaluate("(card) => getComputedStyle(card).borderTopWidth")
    assert border == "1px"  # shadows vanish then
    panel = chromium.panel(page)
    panel.emulate_media(forced_colors="active")
    pressed = panel.locator(".types .toggle").first
    style = "(each) => getComputedStyle(each).borderTopStyle"
    assert pressed.evaluate(style) == "solid"
    pressed.click()
    expect(panel.locator(".types .toggle").first).to_have_attribute("aria-pressed", "false")
    assert panel.locator(".types .toggle").first.evaluate(style) == "dashed"


def test_nothing_is_painted_on_paper(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    chromium.paint(page)
    ground = """() => [...CSS.highlights].filter(([name]) => name.startsWith("hearsay-")).map(([name, ranges]) => {
      const style = getComputedStyle([...ranges][0].startContainer.parentElement, `::highlight(${name})`);
      return [style.backgroundColor, style.textDecorationLine, style.textShadow].join(" "); })"""
    on_screen = page.evaluate(ground)
    assert all(style != "rgba(0, 0, 0, 0) none none" for style in on_screen)
    page.emulate_media(media="print")
    expect(ui(page, ".badge")).to_be_hidden()
    assert set(page.evaluate(ground)) == {"rgba(0, 0, 0, 0) none none"}


def test_the_browser_counts_no_layout_shift(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    page.evaluate("""() => { globalThis.shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: "layout-shift" }); }""")
    chromium.paint(page)
    for _ in range(3):
        chromium.ask(page, action="step", by=1)
    chromium.click(page)
    page.wait_for_function("CSS.highlights.size === 0")
    assert page.evaluate("shifts.map(({ value }) => value)") == []
    page.evaluate("document.querySelector('main').style.paddingTop = '90px'")  # the meter works
    page.wait_for_function("shifts.length > 0")
