"""Chromium with the extension loaded, driven the way a reader would: a real click on the toolbar button."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Locator, Page, Playwright, Worker

EXTENSION = Path(__file__).parents[2] / "extension" / "dist" / "chrome"
ID = "gnfobmapmfjamgbcjakfbdnmpeodcoaf"

# The window changes its front tab a moment after it is told to, and a tab that is closing may have the same
# address, so the question waits for the right one.
ASK_PAGE = """async ({ url, message }) => {
  for (let tries = 0; ; tries++) {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    try {
      if (tab?.url === url) return await chrome.tabs.sendMessage(tab.id, { to: "page", ...message }, { frameId: 0 });
    } catch (error) {
      if (tries >= 100) throw new Error(`${error} ${JSON.stringify(await chrome.tabs.query({}))}`);
    }
    if (tries >= 200) throw new Error(`${tab?.url} is in front, not ${url}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}"""

PAINTED = """() => Object.fromEntries([...CSS.highlights].filter(([name]) => name.startsWith("hearsay-"))
  .map(([name, ranges]) => [name.slice(8), [...ranges].map((range) => range.toString())]))"""


class Chromium:
    """One browser profile with the extension in it."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.wake()
        assert context.browser
        self._browser: CDPSession = context.browser.new_browser_cdp_session()

    def settings(self, **change: Any) -> None:
        """Writes settings as the options page would."""
        self.wake().evaluate(
            """async (change) => {
              const { settings = {} } = await chrome.storage.local.get("settings");
              await chrome.storage.local.set({ settings: { ...settings, ...change } });
            }""",
            change,
        )

    def reset(self, **settings: Any) -> None:
        """Default settings but for these, no reports, no remembered answers."""
        self.wake().evaluate(
            """async (settings) => {
              await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
              await chrome.storage.local.set({ settings });
            }""",
            settings,
        )

    def stop_worker(self) -> None:
        """Shuts the background down, as the browser does after 30 idle seconds."""
        for target in self._browser.send("Target.getTargets")["targetInfos"]:
            if target["type"] == "service_worker" and ID in target["url"]:
                self._browser.send("Target.closeTarget", {"targetId": target["targetId"]})
        self.context.pages[0].wait_for_timeout(600)

    def close_tabs(self) -> None:
        """Leaves one blank tab; a tab that is still closing could otherwise get the next test's click."""
        blank = self.context.new_page()
        for page in self.context.pages:
            if page is not blank:
                page.close()
        self.wait(lambda: len(self._tabs()) == 1)

    def wake(self) -> Worker:
        """The background, which the browser may have shut down and started anew."""
        workers = self.context.service_workers
        return workers[-1] if workers else self.context.wait_for_event("serviceworker")

    def open(self, url: str, **options: Any) -> Page:
        """A new tab with the page in it."""
        page = self.context.new_page()
        if options:
            page.emulate_media(**options)
        page.goto(url)
        page.bring_to_front()
        return page

    def own_page(self, name: str) -> Page:
        """A page of the extension, in a tab."""
        return self.open(f"chrome-extension://{ID}/{name}")

    def panel(self, page: Page) -> Page:
        """The overview of one page's tab, in a tab of its own."""
        page.bring_to_front()
        query = "async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0].id"
        tab = self.wake().evaluate(query)
        return self.own_page(f"panel.html?tab={tab}")

    def stored(self, key: str) -> Any:
        """What the extension keeps in `storage.local`."""
        return self.wake().evaluate("async (key) => (await chrome.storage.local.get(key))[key]", key)

    def click(self, page: Page) -> None:
        """Presses the toolbar button once `page` is in front, a moment after the browser is told."""
        page.bring_to_front()
        self.wait(lambda: page.evaluate("document.visibilityState") == "visible")
        target = next(each for each in self._tabs() if each["url"].split("#")[0] == page.url.split("#")[0])
        self._browser.send("Extensions.triggerAction", {"id": ID, "targetId": target["targetId"]})

    def _tabs(self) -> list[dict[str, Any]]:
        """Every tab the browser has, also one that is still closing."""
        targets: list[dict[str, Any]] = self._browser.send("Target.getTargets", {"filter": [{"type": "tab"}]})[
            "targetInfos"
        ]
        return targets

    def ask(self, page: Page, **message: Any) -> Any:
        """Asks the content script, as the panel does."""
        page.bring_to_front()
        return self.wake().evaluate(ASK_PAGE, {"url": page.url, "message": message})

    def painted(self, page: Page) -> dict[str, list[str]]:
        """The words under every range, by highlight."""
        return page.evaluate(PAINTED)

    def wait(self, condition: Callable[[], Any], seconds: float = 30) -> None:
        """Waits until `condition()` holds; unlike Playwright's own waiting, it needs no eval in the page."""
        for _ in range(int(seconds * 10)):
            if condition():
                return
            self.context.pages[0].wait_for_timeout(100)
        raise AssertionError("it did not come about")

    def paint(self, page: Page) -> dict[str, Any]:
        """Clicks and waits until the claims are painted; the page's state as the panel sees it."""
        self.click(page)
        try:
            self.wait(lambda: self.painted(page))
        except AssertionError as error:
            state = self.ask(page, action="state")
            raise AssertionError(f"not painted: {state['phase']}, {state['failure']}") from error
        return self.ask(page, action="state")


def ui(page: Page, selector: str) -> Locator:
    """A piece of the interface on the page."""
    return page.locator(f"hearsay-ui {selector}")


@contextmanager
def running_chromium(
    playwright: Playwright, profile: Path, server: str, *arguments: str, extension: Path = EXTENSION, **options: Any
) -> Iterator[Chromium]:
    """A profile, fresh unless it is there already, that talks to `server`; ended with the test."""
    context = playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path="/usr/bin/chromium",
        headless=False,
        locale=options.pop("locale", "de-DE"),
        viewport=options.pop("viewport", {"width": 1100, "height": 900}),
        args=[
            "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--enable-unsafe-extension-debugging",
            f"--disable-extensions-except={extension}", f"--load-extension={extension}", *arguments,
        ],
        **options,
    )  # fmt: skip
    context.set_default_timeout(15_000)
    try:
        browser = Chromium(context)
        browser.settings(server=server, language="de")
        yield browser
    finally:
        context.close()


def allowed_on(hosts: list[str], folder: Path) -> Path:
    """A copy of the extension that may read `hosts` from the start: no headless Chromium answers its own prompt."""
    copy = shutil.copytree(EXTENSION, folder / "extension")
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["host_permissions"] += hosts
    (copy / "manifest.json").write_text(json.dumps(manifest))
    return copy


def squeezed(text: str) -> str:
    """Text without white space and invisible characters: what must be equal under a range and in the answer."""
    return re.sub("[\\s\u00ad\u200b\u2060\ufeff]", "", text)


def pretty(value: object) -> str:
    """For messages of failed assertions."""
    return json.dumps(value, ensure_ascii=False, indent=1)
