"""Takes the pictures of the extension at work: `python -m tests.e2e.screenshots [FOLDER]`.

Real server, real Chromium, our own German article. Without a folder only the two
pictures of the README are taken, into `docs/images`.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

from tests.e2e.chromium import Chromium, running_chromium, ui
from tests.e2e.conftest import EXTENSION
from tests.e2e.site import Site, serving_site
from tests.e2e.test_controls import middle_of_claim
from tests.services import serving

WIDE: ViewportSize = {"width": 1120, "height": 800}
NARROW: ViewportSize = {"width": 380, "height": 900}


def settled(page: Page) -> None:
    """Waits until the notice is gone."""
    page.bring_to_front()
    page.mouse.move(4, 700)
    expect(ui(page, ".toast")).to_be_hidden(timeout=15_000)
    still(page)


def still(page: Page) -> None:
    """Waits until what was drawn last is on the screen."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def article(browser: Chromium, site: Site, name: str = "tabloid.html", dark: bool = False, quiet: bool = True) -> Page:
    """One of the articles, painted; `quiet` waits until the notice about it is gone."""
    page = browser.open(site.url(name))
    page.set_viewport_size(WIDE)
    page.evaluate("(dark) => document.documentElement.classList.toggle('dark', dark)", dark)
    browser.paint(page)
    if quiet:
        settled(page)
    return page


def with_card(page: Page, kind: str = "anonymous") -> Page:
    """The page with the card of its first claim of a source type."""
    page.mouse.click(*middle_of_claim(page, kind))
    still(page)
    return page


def panel_of(browser: Chromium, page: Page, size: ViewportSize = NARROW) -> Page:
    """The overview of a page's tab."""
    panel = browser.panel(page)
    panel.set_viewport_size(size)
    expect(panel.locator(".claim").first).to_be_visible()
    still(panel)
    return panel


def for_readme(browser: Chromium, site: Site, folder: Path) -> Page:
    """The two pictures of the README; the painted page, for more."""
    page = with_card(article(browser, site))
    page.screenshot(path=folder / "article.png")
    panel_of(browser, page).screenshot(path=folder / "panel.png")
    page.bring_to_front()
    return page


def take(browser: Chromium, site: Site, folder: Path, server: str) -> None:
    """Every picture, one after the other."""
    page = for_readme(browser, site, folder)
    on_the_page(browser, site, folder, page)
    panel = panel_of(browser, page)
    panel.locator("details.legend summary").click()
    panel.screenshot(path=folder / "panel-long.png", full_page=True)
    panel_of(browser, page, {"width": 280, "height": 900}).screenshot(path=folder / "panel-narrow.png")
    for name in ("options", "welcome"):
        own = browser.own_page(f"{name}.html")
        own.set_viewport_size(WIDE)
        expect(own.locator("h1")).to_be_visible()
        own.screenshot(path=folder / f"{name}.png", full_page=True)
    night = with_card(article(browser, site, dark=True))
    night.screenshot(path=folder / "dark.png")
    browser.settings(theme="dark")
    panel_of(browser, night).screenshot(path=folder / "panel-dark.png")
    browser.settings(theme="auto")
    contrast = article(browser, site)
    contrast.emulate_media(forced_colors="active")
    contrast.screenshot(path=folder / "forced-colours.png")
    playground = browser.open(server)
    playground.set_viewport_size(WIDE)
    expect(playground.locator("#claims li").first).to_be_visible()
    playground.screenshot(path=folder / "playground.png", full_page=True)


def on_the_page(browser: Chromium, site: Site, folder: Path, page: Page) -> None:
    """Dialog, headline, notice, and long words in a narrow window."""
    ui(page, ".card .report").click()
    still(page)
    page.screenshot(path=folder / "report.png")
    page.keyboard.press("Escape")
    page.mouse.click(4, 700)
    page.screenshot(path=folder / "light.png")
    page.evaluate("scrollTo(0, 0)")
    ui(page, ".badge button").click()
    still(page)
    page.screenshot(path=folder / "headline.png")
    article(browser, site, quiet=False).screenshot(path=folder / "found.png")
    words = article(browser, site, "compound.html")
    words.set_viewport_size({"width": 400, "height": 800})
    still(words)
    with_card(words, "anonymous" if "anonymous" in browser.painted(words) else "official")
    words.screenshot(path=folder / "long-words.png")
    panel_of(browser, words).screenshot(path=folder / "panel-long-words.png")


def main() -> None:
    """Builds the extension, starts everything, takes the pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["npm", "run", "--silent", "build"], cwd=EXTENSION, check=True)
    with (
        tempfile.TemporaryDirectory() as scratch,
        sync_playwright() as playwright,
        serving_site() as site,
        serving(Path(scratch)) as server,
        running_chromium(
            playwright, Path(scratch) / "profile", server.url, "--hide-scrollbars", reduced_motion="reduce"
        ) as browser,
    ):
        if len(sys.argv) > 1:
            take(browser, site, folder, server.url)
        else:
            for_readme(browser, site, folder)
    print(*sorted(path.name for path in folder.glob("*.png")))


if __name__ == "__main__":
    main()
