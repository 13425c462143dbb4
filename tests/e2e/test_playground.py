"""The page at `/` in a real browser: a newcomer sees a painted sample, and can paste, open and drop an article."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from server.samples import SAMPLES
from tests.services import Server

AXE = Path(__file__).parents[2] / "extension" / "node_modules" / "axe-core" / "axe.min.js"
PAINTED = """() => [...CSS.highlights].filter(([name]) => name.startsWith("hearsay-"))
  .flatMap(([, ranges]) => [...ranges].map((range) => range.toString()))"""
ARTICLE = """Streit um den Leuchtturm 🗼
„Der Turm wird gesprengt“, sagte Hafenmeisterin Ilka Brandt am Dienstag.
Angeblich ist der Sprengstoff schon bestellt."""
SAVED_PAGE = """<!doctype html><html lang="de"><head><title>Streit um den Leuchtturm</title></head><body>
<nav><a href="/">Start</a> <a href="/sport">Sport</a></nav><article><h1>Streit um den Leuchtturm</h1>
<p>„Der Turm wird gesprengt“, sagte Hafenmeisterin Ilka Brandt am Dienstag im Rathaus von Lindersum.</p>
<p>Angeblich ist der Sprengstoff für die Arbeiten schon bestellt, und die Straße zum Hafen wird im Herbst gesperrt.</p>
<p>Die Anwohner wollen am Donnerstag gegen die Pläne protestieren und haben eine Liste mit Unterschriften angelegt.</p>
</article><footer>Impressum</footer></body></html>"""


@pytest.fixture
def open_page(browser: Browser, live_server: Server) -> Iterator[Callable[..., Page]]:
    """Opens a page of the server; the test fails if anything was refused or failed on it."""
    complaints: list[str] = []
    pages: list[Page] = []

    def open_(path: str = "/", **options: object) -> Page:
        page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
        pages.append(page)
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(live_server.url + path)
        return page

    yield open_
    for page in pages:
        page.context.close()
    assert complaints == []


def painted(page: Page) -> list[str]:
    """The words under the painter's ranges."""
    expect(page.locator("#claims li").first).to_be_visible()
    words: list[str] = page.evaluate(PAINTED)
    return words


def accessibility(page: Page) -> list[str]:
    """What axe finds wrong."""
    page.evaluate(AXE.read_text())
    found: list[str] = page.evaluate(
        "async () => (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)"
    )
    return found


@pytest.mark.parametrize(("locale", "words"), [("de-DE", "Wer sagt das"), ("en-GB", "Who says so")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_newcomer_sees_a_painted_sample(open_page: Callable[..., Page], locale: str, words: str, scheme: str) -> None:
    page = open_page(locale=locale, color_scheme=scheme)
    assert all(piece in SAMPLES[locale[:2]] for piece in painted(page))
    expect(page.get_by_role("heading", level=1).first).to_contain_text(words)
    assert accessibility(page) == []


def test_pasted_text_is_painted_exactly(open_page: Callable[..., Page]) -> None:
    page = open_page(locale="de-DE")
    painted(page)
    page.get_by_role("textbox").fill(ARTICLE)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#article")).to_contain_text("Leuchtturm 🗼")
    assert "„Der Turm wird gesprengt“" in painted(page)


def test_a_saved_page_is_read(open_page: Callable[..., Page]) -> None:
    page = open_page(locale="de-DE")
    painted(page)
    page.locator("#file").set_input_files({"name": "page.html", "mimeType": "text/html", "buffer": SAVED_PAGE.encode()})
    expect(page.locator("#article h1")).to_have_text("Streit um den Leuchtturm")
    assert "„Der Turm wird gesprengt“" in painted(page)
    expect(page.locator("#article")).not_to_contain_text("Impressum")


def test_a_dropped_text_file_is_read(open_page: Callable[..., Page]) -> None:
    page = open_page(locale="de-DE")
    painted(page)
    page.evaluate(
        """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "article.txt", { type: "text/plain" }));
          document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        ARTICLE,
    )
    expect(page.locator("#article h1")).to_have_text("Streit um den Leuchtturm 🗼")


def test_toggles_hide_and_the_list_leads_to_the_words(open_page: Callable[..., Page]) -> None:
    page = open_page(locale="de-DE")
    before = painted(page)
    page.locator(".toggles.types button").first.click()
    assert len(page.evaluate(PAINTED)) < len(before)
    page.locator(".toggles.types button").first.click()
    assert sorted(page.evaluate(PAINTED)) == sorted(before)
    page.locator("#claims .claim").first.click()
    expect(page.locator("#claims .claim[aria-current=true]")).to_have_count(1)


def test_failures_are_told_in_words(browser: Browser, live_server: Server) -> None:
    page = browser.new_page(locale="en-GB")
    page.goto(live_server.url)
    painted(page)
    page.route("**/v1/analyze", lambda route: route.abort())
    page.get_by_role("button", name="Find the claims").click()
    expect(page.locator("#status")).to_have_text("The server does not answer.")
    page.close()


def test_hostile_text_stays_text(open_page: Callable[..., Page]) -> None:
    page = open_page(locale="en-GB")
    painted(page)
    page.get_by_role("textbox").fill("<img src=x onerror=alert(1)>\n“<b>It fell</b>,” said Ada Holm, a witness.")
    page.get_by_role("button", name="Find the claims").click()
    expect(page.locator("#article h1")).to_have_text("<img src=x onerror=alert(1)>")
    assert page.locator("#article img, #article b").count() == 0
