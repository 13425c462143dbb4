"""Corrections: what is shown is what is sent, and nothing sent is lost."""

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.chromium import Chromium, ui
from tests.e2e.conftest import reports_in
from tests.e2e.site import Site
from tests.e2e.test_controls import middle_of_claim
from tests.services import Server, free_port, wait_for

Stored = Callable[[], list[dict[str, Any]]]


def open_report(chromium: Chromium, news: Site) -> tuple[Page, dict[str, Any]]:
    """The dialog about the first anonymous claim, and that claim."""
    page = chromium.open(news.url("tabloid.html"))
    state = chromium.paint(page)
    page.mouse.click(*middle_of_claim(page, "anonymous"))
    current = chromium.ask(page, action="state")["current"]
    ui(page, ".card .report").click()
    expect(ui(page, ".dialog")).to_be_visible()
    return page, next(claim for claim in state["analysis"]["claims"] if claim["id"] == current)


def preview(page: Page) -> dict[str, Any]:
    """What the dialog says it will send."""
    return json.loads(ui(page, ".dialog pre").inner_text())


def test_a_report_is_stored_exactly_as_previewed(chromium: Chromium, news: Site, stored_reports: Stored) -> None:
    page, claim = open_report(chromium, news)
    ui(page, ".dialog input[value=wrong_type]").check()
    ui(page, ".dialog select").select_option("witness")
    ui(page, ".dialog textarea[name=comment]").fill("Er war selbst dabei. 🙂")
    promised = preview(page)
    assert promised["answer"] == claim
    assert promised["suggestion"] == {"type": "witness"}
    assert promised["page"] == {}
    ui(page, ".dialog .primary").click()
    expect(ui(page, ".toast")).to_contain_text("angekommen")
    row = next(row for row in stored_reports() if row["key"] == promised["key"])
    assert row["kind"] == "wrong_type"
    assert row["quote_exact"] == claim["quote"]["exact"]
    assert "Er war selbst dabei. 🙂" in map(str, row.values())


def test_the_host_is_named_only_if_the_reader_agrees(chromium: Chromium, news: Site) -> None:
    page, _ = open_report(chromium, news)
    assert preview(page)["page"] == {}
    ui(page, ".dialog input[name=host]").check()
    assert preview(page)["page"] == {"host": "news.localhost"}


def test_a_sites_shortcuts_do_not_fire_while_the_reader_types(chromium: Chromium, news: Site) -> None:
    page, _ = open_report(chromium, news)
    page.evaluate("() => { window.heard = []; addEventListener('keydown', (event) => heard.push(event.key)); }")
    ui(page, ".dialog textarea[name=comment]").press_sequentially("jks")
    assert page.evaluate("heard") == []
    page.keyboard.press("Escape")
    expect(ui(page, ".dialog")).to_be_hidden()


def test_a_selection_can_be_reported_as_a_missed_claim(chromium: Chromium, news: Site, stored_reports: Stored) -> None:
    page = chromium.open(news.url("tabloid.html"))
    chromium.paint(page)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('article p:nth-of-type(3)'))")
    ui(page, ".missed button").click()
    promised = preview(page)
    assert promised["kind"] == "missed_claim" and promised["answer"] is None
    assert promised["quote"]["exact"].startswith("🚨🔥 Ein Mitarbeiter")
    assert "\u00ad" not in promised["quote"]["exact"]
    ui(page, ".dialog .primary").click()
    expect(ui(page, ".toast")).to_contain_text("angekommen")
    assert promised["key"] in [row["key"] for row in stored_reports()]


def test_the_headlines_rating_can_be_reported(chromium: Chromium, news: Site, stored_reports: Stored) -> None:
    page = chromium.open(news.url("tabloid.html"))
    headline = chromium.paint(page)["analysis"]["headline"]
    ui(page, ".badge button").click()
    ui(page, ".card .report").click()
    ui(page, ".dialog select").select_option("severe")
    assert preview(page)["answer"] == headline
    key = preview(page)["key"]
    ui(page, ".dialog .primary").click()
    expect(ui(page, ".toast")).to_contain_text("angekommen")
    assert key in [row["key"] for row in stored_reports()]


def test_a_report_survives_a_dead_server_and_is_delivered_once(
    chromium: Chromium, serve: Callable[..., Server], news: Site
) -> None:
    page, _ = open_report(chromium, news)
    port = free_port()
    chromium.settings(server=f"http://127.0.0.1:{port}", minConfidence=0.5)
    key = preview(page)["key"]
    ui(page, ".dialog .primary").click()
    expect(ui(page, ".toast")).to_contain_text("sobald der Server antwortet")
    assert [(entry["state"], entry["report"]["key"]) for entry in chromium.stored("queue")] == [("waiting", key)]
    panel = chromium.panel(page)
    expect(panel.locator(".queue")).to_contain_text("wartet auf den Server")
    server = serve(port=port)
    panel.get_by_role("button", name="Jetzt senden").click()
    expect(panel.locator(".queue li")).to_have_attribute("data-state", "sent")
    assert [row["key"] for row in reports_in(server)] == [key]
    panel.get_by_role("button", name="Zurückziehen").click()
    expect(panel.locator(".queue")).to_have_count(0)
    wait_for(lambda: reports_in(server)[0]["status"] == "withdrawn")
