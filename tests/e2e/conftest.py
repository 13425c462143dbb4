"""A browser with the extension, a news site, and the real server, for the end-to-end tests."""

import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.e2e.chromium import Chromium, running_chromium
from tests.e2e.firefox import Firefox, running_firefox
from tests.e2e.site import Site, serving_site
from tests.services import Server

EXTENSION = Path(__file__).parents[2] / "extension"
DEFAULTS: dict[str, Any] = {"language": "de", "theme": "auto"}


@pytest.fixture(scope="session")
def built() -> Path:
    """The extension, built from the sources as they are now."""
    subprocess.run(["npm", "run", "--silent", "build"], cwd=EXTENSION, check=True, timeout=120)
    return EXTENSION / "dist"


@pytest.fixture(scope="session")
def playwright(built: Path) -> Iterator[Playwright]:
    """Playwright, once for the whole run."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A plain Chromium, without the extension."""
    launched = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def news(built: Path) -> Iterator[Site]:
    """The site with the test articles."""
    with serving_site() as site:
        yield site


@pytest.fixture(scope="session")
def shared_chromium(
    playwright: Playwright, live_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Chromium]:
    """One Chromium for all tests that do not need a profile of their own."""
    with running_chromium(playwright, tmp_path_factory.mktemp("chromium"), live_server.url) as browser:
        yield browser


@pytest.fixture
def chromium(shared_chromium: Chromium, live_server: Server) -> Iterator[Chromium]:
    """The shared Chromium with default settings, an empty queue and no tab but a blank one."""
    browser = shared_chromium
    browser.reset(server=live_server.url, **DEFAULTS)
    yield browser
    browser.close_tabs()


@pytest.fixture
def start_chromium(playwright: Playwright, tmp_path: Path) -> Iterator[Callable[..., Chromium]]:
    """Starts a Chromium with a profile of its own: `start_chromium(server_url, "--flag")`."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        yield lambda server, *arguments, **options: stack.enter_context(
            running_chromium(playwright, tmp_path / "profile", server, *arguments, **options)
        )


@pytest.fixture(scope="session")
def shared_firefox(built: Path) -> Iterator[Firefox]:
    """One Firefox for all tests that do not need a profile of their own."""
    with running_firefox() as browser:
        yield browser


@pytest.fixture
def firefox(shared_firefox: Firefox, live_server: Server) -> Iterator[Firefox]:
    """The shared Firefox with default settings and no tab but the extension's own."""
    shared_firefox.reset(server=live_server.url, language="de")
    yield shared_firefox
    shared_firefox.close_tabs()


@pytest.fixture
def stored_reports(live_server: Server) -> Callable[[], list[dict[str, Any]]]:
    """Reads the reports in the shared server's database."""
    return lambda: reports_in(live_server)


def reports_in(server: Server) -> list[dict[str, Any]]:
    """The rows of a server's table of reports, oldest first."""
    with closing(sqlite3.connect(server.log.parent / "reports.sqlite3")) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM reports ORDER BY id")]
