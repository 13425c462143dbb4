"""What outlasts what: the worker, the browser, the server, the extension's own update."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, Playwright, expect

from tests.e2e.chromium import Chromium, running_chromium, ui
from tests.e2e.conftest import reports_in
from tests.e2e.holding import holding
from tests.e2e.site import Site
from tests.e2e.test_reports import open_report, preview
from tests.services import Server, free_port, wait_for


def send_correction(page: Page) -> str:
    """Sends the dialog as it is; the report's key."""
    key = str(preview(page)["key"])
    ui(page, ".dialog .primary").click()
    expect(ui(page, ".toast")).to_contain_text("Danke")
    return key


def test_a_worker_killed_while_the_server_thinks_costs_nothing(
    chromium: Chromium, news: Site, live_server: Server
) -> None:
    with holding(live_server.url) as gate:
        gate.shut()
        chromium.settings(server=gate.url)
        page = chromium.open(news.url("agency.html?killed"))
        chromium.click(page)
        chromium.wait(lambda: gate.asked == 1)
        chromium.stop_worker()
        chromium.wait(lambda: gate.asked == 2)  # asked again by the worker's successor
        gate.open()
        chromium.wait(lambda: chromium.painted(page))


def test_reports_outlive_the_browser(
    playwright: Playwright, serve: Callable[..., Server], live_server: Server, news: Site, tmp_path: Path
) -> None:
    port = free_port()
    with running_chromium(playwright, tmp_path / "profile", live_server.url) as chromium:
        page, _ = open_report(chromium, news)
        chromium.settings(server=f"http://127.0.0.1:{port}")
        key = send_correction(page)
        assert [entry["state"] for entry in chromium.stored("queue")] == ["waiting"]
    server = serve(port=port)
    with running_chromium(playwright, tmp_path / "profile", server.url) as chromium:
        wait_for(lambda: [row["key"] for row in reports_in(server)] == [key])
        chromium.wait(lambda: [entry["state"] for entry in chromium.stored("queue")] == ["sent"])


def test_a_busy_server_is_left_alone_as_long_as_it_asks(
    chromium: Chromium, news: Site, serve: Callable[..., Server]
) -> None:
    server = serve(reports_limit="1 per 12 second")
    chromium.settings(server=server.url)
    keys = []
    for _ in range(2):
        page, _ = open_report(chromium, news)
        keys.append(send_correction(page))
    [_, second] = chromium.stored("queue")
    assert (second["state"], second["detail"], second["attempts"]) == ("waiting", "429", 1)
    chromium.wait(lambda: [entry["state"] for entry in chromium.stored("queue")] == ["sent", "sent"])
    assert chromium.stored("queue")[1]["attempts"] == 1  # our own pace would have asked after five seconds
    assert [row["key"] for row in reports_in(server)] == keys


def test_a_correction_can_be_undone_at_once(chromium: Chromium, news: Site, live_server: Server) -> None:
    page, _ = open_report(chromium, news)
    key = send_correction(page)
    ui(page, ".toast").get_by_role("button", name="Rückgängig").click()
    expect(ui(page, ".toast")).to_contain_text("Zurückgezogen")
    wait_for(lambda: {row["key"]: row["status"] for row in reports_in(live_server)}[key] == "withdrawn")
    assert chromium.stored("queue") == []
