"""Takes the pictures of the extension at work: `python -m tests.e2e.screenshots [FOLDER]`.

Real server, real Chromium, our own German article. Without a folder only the two
pictures of the README are taken, into `docs/images`.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.e2e.chromium import Chromium, running_chromium, ui
from tests.e2e.conftest import EXTENSION
from tests.e2e.site import Site, serving_site
from tests.e2e.test_controls import middle_of_claim
from tests.services import serving

WIDE = {"width": 1120, "height": 800}
NARROW = {"width": 380, "height": 900}


def settled(page: Page) -> None:
    """Waits for the notice to go away and for the animation to end."""
    page.bring_to_front()
    page.wait_for_timeout(3200)


def article(browser: Chromium, site: Site, dark: bool = False) -> Page:
    """The tabloid piece, painted."""
    page = browser.open(site.url("tabloid.html"))
    page.set_viewport_size(WIDE)
    page.evaluate("(dark) => document.documentElement.classList.toggle('dark', dark)", dark)
    browser.paint(page)
    settled(page)
    return page


def for_readme(browser: Chromium, site: Site, folder: Path) -> Page:
    """The two pictures of the README; the painted page, for more."""
    page = article(browser, site)
    page.mouse.click(*middle_of_claim(page, "anonymous"))
    page.wait_for_timeout(300)
    page.screenshot(path=folder / "article.png")
    panel = browser.panel(page)
    panel.set_viewport_size(NARROW)
    panel.wait_for_timeout(400)
    panel.screenshot(path=folder / "panel.png")
    page.bring_to_front()
    return page


def take(browser: Chromium, site: Site, folder: Path) -> None:
    """Every picture, one after the other."""
    page = for_readme(browser, site, folder)
    ui(page, ".card .report").click()
    page.wait_for_timeout(200)
    page.screenshot(path=folder / "report.png")
    page.keyboard.press("Escape")
    page.mouse.click(4, 700)
    page.screenshot(path=folder / "light.png")
    page.evaluate("scrollTo(0, 0)")
    ui(page, ".badge button").click()
    page.wait_for_timeout(300)
    page.screenshot(path=folder / "headline.png")
    panel = browser.panel(page)
    panel.set_viewport_size(NARROW)
    panel.locator("details.legend summary").click()
    panel.screenshot(path=folder / "panel-long.png", full_page=True)
    panel.set_viewport_size({"width": 280, "height": 900})
    panel.screenshot(path=folder / "panel-narrow.png")
    for name in ("options", "welcome"):
        own = browser.own_page(f"{name}.html")
        own.set_viewport_size(WIDE)
        own.wait_for_timeout(300)
        own.screenshot(path=folder / f"{name}.png")
    night = article(browser, site, dark=True)
    night.mouse.click(*middle_of_claim(night, "anonymous"))
    night.wait_for_timeout(300)
    night.screenshot(path=folder / "dark.png")
    browser.settings(theme="dark")
    panel = browser.panel(night)
    panel.set_viewport_size(NARROW)
    panel.wait_for_timeout(300)
    panel.screenshot(path=folder / "panel-dark.png")
    browser.settings(theme="auto")
    contrast = article(browser, site)
    contrast.emulate_media(forced_colors="active")
    contrast.screenshot(path=folder / "forced-colours.png")


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
        running_chromium(playwright, Path(scratch) / "profile", server.url) as browser,
    ):
        (take if len(sys.argv) > 1 else for_readme)(browser, site, folder)
    print(*sorted(path.name for path in folder.glob("*.png")))


if __name__ == "__main__":
    main()
