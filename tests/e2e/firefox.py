"""Firefox with the extension loaded, driven over WebDriver BiDi; no geckodriver needed."""

import itertools
import json
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

EXTENSION = Path(__file__).parents[2] / "extension" / "dist" / "firefox"
ID = "hearsay@hearsay.example"
PREFERENCES = {
    "browser.shell.checkDefaultBrowser": False,
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    # A temporary add-on keeps what it stored when the browser is started again with the same profile.
    "extensions.webextensions.keepStorageOnUninstall": True,
    "extensions.webextensions.keepUuidOnUninstall": True,
    "security.notification_enable_delay": 0,
    "intl.locale.requested": "en-US",
    "intl.accept_languages": "de-DE, de",
}
CLICK = f"""(() => {{
  const {{ ExtensionParent }} = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const extension = WebExtensionPolicy.getByID("{ID}").extension;
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}})()"""
PAINTED = """Object.fromEntries([...CSS.highlights].filter(([name]) => name.startsWith("hearsay-"))
  .map(([name, ranges]) => [name.slice(8), [...ranges].map((range) => range.toString())]))"""
EXTENSION_IN_CHROME = f"WebExtensionPolicy.getByID('{ID}').extension"
# The address bar has the focus, so that the keys are the browser's and not the page's.
SHORTCUT = """(() => {
  window.gURLBar.focus();
  const keys = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
  keys.beginInputTransactionForTests(window, () => true);
  const event = (type, [key, keyCode, code]) => new window.KeyboardEvent(type, { key, keyCode, code });
  const pressed = [["Alt", 18, "AltLeft"], ["Shift", 16, "ShiftLeft"], ["LETTER", "LETTER".charCodeAt(0), "KeyLETTER"]];
  for (const key of pressed) keys.keydown(event("keydown", key));
  for (const key of pressed.reverse()) keys.keyup(event("keyup", key));
})()"""
UI = "(document.querySelector('hearsay-ui')?.shadowRoot ?? document)"


class Tab:
    """One tab."""

    def __init__(self, browser: "Firefox", context: str) -> None:
        self.browser, self.context = browser, context

    def goto(self, url: str) -> None:
        """Opens an address in this tab."""
        self.browser.send("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def run(self, expression: str) -> Any:
        """The value of an expression in the page; promises are awaited."""
        return self.browser.evaluate(self.context, expression)

    def wait(self, expression: str, seconds: float = 30) -> Any:
        """Waits until an expression in the page is true, and gives its value."""
        return waited(lambda: self.run(expression), seconds, expression)

    def front(self) -> None:
        """Brings the tab to the front."""
        self.browser.send("browsingContext.activate", context=self.context)

    def painted(self) -> dict[str, list[str]]:
        """The words under every range, by highlight."""
        return self.run(PAINTED)

    def press(self, selector: str) -> None:
        """A trusted click on a piece of the interface."""
        point = f"""(() => {{ const each = {UI}.querySelector({json.dumps(selector)});
          each.scrollIntoView({{ block: "nearest" }}); const box = each.getBoundingClientRect();
          return [box.left + box.width / 2, box.top + box.height / 2]; }})()"""
        self.click_at(*self.wait(f"{UI}.querySelector({json.dumps(selector)}) && {point}"))

    def click_at(self, x: float, y: float) -> None:
        """A trusted click at a point of the viewport."""
        moves = [{"type": "pointerMove", "x": int(x), "y": int(y)}, {"type": "pointerDown", "button": 0}]
        source = {"type": "pointer", "id": "mouse", "actions": [*moves, {"type": "pointerUp", "button": 0}]}
        self.browser.send("input.performActions", context=self.context, actions=[source])


class Firefox:
    """One browser with a fresh profile and the extension in it."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket, self._ids = socket, itertools.count(1)
        self.send("session.new", capabilities={})
        self.send("webExtension.install", extensionData={"type": "path", "path": str(EXTENSION)})
        self._chrome = self.send("browsingContext.getTree", **{"moz:scope": "chrome"})["contexts"][0]["context"]
        host = self.evaluate(self._chrome, f"WebExtensionPolicy.getByID('{ID}').mozExtensionHostname")
        self.origin = f"moz-extension://{host}"
        self._own = self.open(f"{self.origin}/welcome.html")

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command and its answer."""
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv(timeout=110))
            if answer.get("id") == number:
                if answer["type"] == "error":
                    raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
                return answer["result"]

    def evaluate(self, context: str, expression: str) -> Any:
        """The value of an expression, by way of JSON."""
        wrapped = f"(async () => JSON.stringify((await ({expression})) ?? null))()"
        answer = self.send("script.evaluate", expression=wrapped, target={"context": context}, awaitPromise=True)
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def open(self, url: str) -> Tab:
        """A new tab with the page in it."""
        tab = Tab(self, self.send("browsingContext.create", type="tab")["context"])
        tab.goto(url)
        return tab

    def reset(self, **settings: Any) -> None:
        """Default settings but for these, no reports."""
        self._own.run("(async () => { await browser.storage.local.clear(); await browser.storage.session.clear(); })()")
        self.settings(**settings)

    def settings(self, **change: Any) -> None:
        """Writes settings as the options page would."""
        self._own.run(f"""(async () => {{ const {{ settings = {{}} }} = await browser.storage.local.get("settings");
          await browser.storage.local.set({{ settings: {{ ...settings, ...{json.dumps(change)} }} }}); }})()""")

    def stored(self, key: str) -> Any:
        """What the extension keeps in `storage.local`."""
        return self._own.run(f"(async () => (await browser.storage.local.get('{key}')).{key})()")

    def click(self, tab: Tab) -> None:
        """Presses the toolbar button while `tab` is in front."""
        tab.front()
        self.evaluate(self._chrome, CLICK)

    def ask(self, tab: Tab, **message: Any) -> Any:
        """Asks the content script, as the panel does."""
        tab.front()
        content = json.dumps({"to": "page", **message})
        return self._own.run(f"""(async () => {{ const [tab] = await browser.tabs.query({{ active: true }});
          return browser.tabs.sendMessage(tab.id, {content}, {{ frameId: 0 }}); }})()""")

    def tab_id(self, tab: Tab) -> int:
        """The extension's number for a tab."""
        tab.front()
        return self._own.run("(async () => (await browser.tabs.query({ active: true }))[0].id)()")

    def paint(self, tab: Tab) -> dict[str, Any]:
        """Clicks and waits until the claims are painted; the page's state as the panel sees it."""
        self.click(tab)
        waited(tab.painted, 30, "painted")
        return self.ask(tab, action="state")

    def chrome(self, expression: str) -> Any:
        """The value of an expression in the browser's own window."""
        return self.evaluate(self._chrome, expression)

    def shortcut(self, letter: str) -> None:
        """Presses Alt+Shift+letter, as keys of the browser window."""
        self.chrome(SHORTCUT.replace("LETTER", letter))

    def answer_prompt(self, button: str) -> None:
        """Presses `button` or `secondaryButton` of the browser's question for a permission."""
        shown = "window.PopupNotifications.isPanelOpen && window.PopupNotifications.panel.firstElementChild"
        waited(lambda: self.chrome(f"Boolean({shown})"), 15, "the browser asks")
        self.chrome(f"({shown}).{button}.click()")

    def set_preference(self, name: str, value: int) -> None:
        """Changes one of the browser's own settings."""
        self.chrome(f"Services.prefs.setIntPref({json.dumps(name)}, {value})")

    def stop_background(self) -> None:
        """Shuts the background down, as the browser does after 30 idle seconds."""
        self.chrome(f"{EXTENSION_IN_CHROME}.terminateBackground({{ ignoreDevToolsAttached: true }})")

    @property
    def background(self) -> str:
        """Whether the background is `running`, `starting`, `suspending` or `stopped`."""
        return self.chrome(f"{EXTENSION_IN_CHROME}.backgroundState")

    def close_tabs(self) -> None:
        """Leaves only the extension's own tab."""
        for each in self.send("browsingContext.getTree")["contexts"]:
            if each["context"] != self._own.context:
                self.send("browsingContext.close", context=each["context"])


def waited(condition: Callable[[], Any], seconds: float, what: str) -> Any:
    """Waits until `condition()` is true; its value."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise AssertionError(f"it did not come about: {what}")


@contextmanager
def running_firefox(folder: Path | None = None) -> Iterator[Firefox]:
    """A fresh profile, ended and deleted with the run; or the one in `folder`, which is kept."""
    profile = folder or Path(tempfile.mkdtemp(prefix="hearsay-firefox-"))
    profile.mkdir(exist_ok=True)
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(lines))
    process = subprocess.Popen(
        ["firefox-esr", "-headless", "-no-remote", "-profile", str(profile),
         "--remote-allow-system-access", "--remote-debugging-port", "0"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        with connect(f"{_address(process)}/session", max_size=None) as socket:
            browser = Firefox(socket)
            yield browser
            browser.send("browser.close")
    finally:
        process.terminate()
        process.wait(20)
        if process.stderr:
            process.stderr.close()
        if folder is None:
            shutil.rmtree(profile, ignore_errors=True)


def _address(process: "subprocess.Popen[str]") -> str:
    assert process.stderr
    for line in process.stderr:
        if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
            return found[1]
    raise AssertionError("Firefox ended before it could be driven")
