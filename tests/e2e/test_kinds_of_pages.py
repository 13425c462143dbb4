"""Live blogs, AMP, paywalls, shadow roots, paragraphs that come late: what is read of them, and what is not."""

from typing import Any

from playwright.sync_api import Page

from tests.e2e.chromium import Chromium, squeezed
from tests.e2e.site import PAGES, Site

IN_SHADOW = """</news-story><script>{{ const story = document.querySelector("news-story");
  const root = story.attachShadow({{ mode: "{mode}" }}); root.append(...story.childNodes);
  globalThis.testRoot = root; }}</script>"""
ENTRY = """<section class="live-entry"><header><time>19:{minute} Uhr</time> <span class="entry-author">Ole Matzen</span>
  </header><h2>Eintrag {minute}</h2><p>Um 19:{minute} Uhr sagte Bürgermeister Jelto Freese, das Wasser stehe am Markt
  nun {minute} Zentimeter hoch. Angeblich wurde das Altenheim am Deich bereits geräumt.</p></section>"""
MORE = """<p>Am Abend meldete sich der Hafenmeister Enno Tjaden zu Wort. „Davon hat uns niemand etwas gesagt“, sagte er.
  Möglicherweise müsse der Kai für Wochen gesperrt werden, hieß es aus der Verwaltung.</p>"""


def texts(chromium: Chromium, page: Page) -> str:
    """Every painted word."""
    return " ".join(text for ranges in chromium.painted(page).values() for text in ranges)


def quotes(state: dict[str, Any]) -> str:
    """The words of every claim."""
    return " ".join(claim["quote"]["exact"] for claim in state["analysis"]["claims"])


def add_entry(page: Page, minute: int) -> None:
    """Puts a new entry on top, as a live blog does."""
    page.evaluate(
        "(html) => document.querySelector('.live-feed').prepend(document.createRange().createContextualFragment(html))",
        ENTRY.format(minute=minute),
    )


def test_a_live_blog_is_read_entry_by_entry_and_grows(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("liveblog.html"))
    state = chromium.paint(page)
    for words in ("mehr als vierzig Keller", "fallen bis morgen früh aus", "um 20 Uhr erreicht"):
        assert words in texts(chromium, page), texts(chromium, page)
    for words in ("Teilen", "Behrends", "Sturmflut entsteht"):
        assert words not in quotes(state)
    chosen = next(claim for claim in state["analysis"]["claims"] if "pumpen" in claim["quote"]["exact"])
    chromium.ask(page, action="go", claim=chosen["id"])
    for minute in (11, 23):
        add_entry(page, minute)
        chromium.wait(lambda minute=minute: f"{minute} Zentimeter hoch" in texts(chromium, page))
    after = chromium.ask(page, action="state")
    current = next(claim for claim in after["analysis"]["claims"] if claim["id"] == after["current"])
    assert current["quote"]["exact"] == chosen["quote"]["exact"]  # the open card stays with its words
    assert after["unlocated"] == []


def test_a_live_blog_that_never_rests_does_not_flood_the_server(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("liveblog.html?busy"))
    chromium.paint(page)
    page.evaluate("performance.clearResourceTimings()")
    for minute in (11, 23):
        add_entry(page, minute)
        chromium.wait(lambda minute=minute: f"{minute} Zentimeter hoch" in texts(chromium, page))
    add_entry(page, 37)
    page.wait_for_timeout(3_000)  # calm and answer together take less; the third one has to wait for its turn
    assert "37 Zentimeter hoch" not in texts(chromium, page)
    chromium.wait(lambda: "37 Zentimeter hoch" in texts(chromium, page))


def test_an_amp_page_is_read_though_it_hides_itself_at_first(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("amp.html"))
    assert page.evaluate("getComputedStyle(document.body).visibility") == "hidden"
    state = chromium.paint(page)
    assert "ignored three warnings about its steering" in texts(chromium, page)
    assert "fully seaworthy" in texts(chromium, page)
    for words in ("Advertisement", "two new ferries", "Home"):
        assert words not in quotes(state)


def test_paywall_and_comments_are_neither_sent_nor_painted(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("paywall.html"))
    state = chromium.paint(page)
    assert "mehrere Millionen Euro" in texts(chromium, page)
    for words in ("Deichkind42", "Nachbar", "längst bekannt", "Unser Angebot", "Abo"):
        assert words in page.locator("body").inner_text()
        assert words not in quotes(state) and words not in texts(chromium, page)


def test_paragraphs_that_come_late_are_read_too(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("agency.html?late"))
    chromium.paint(page)
    page.evaluate(
        "(html) => document.querySelector('article').append(document.createRange().createContextualFragment(html))",
        MORE,
    )
    chromium.wait(lambda: "Davon hat uns niemand etwas gesagt" in texts(chromium, page))
    assert chromium.ask(page, action="state")["unlocated"] == []


def in_shadow(chromium: Chromium, news: Site, mode: str) -> Page:
    """The agency piece inside a shadow root, painted."""
    name = f"shadow-{mode}.html"
    html = (PAGES / "agency.html").read_text().replace("<article>", "<news-story>")
    news.pages[name] = html.replace("</article>", IN_SHADOW.format(mode=mode))
    page = chromium.open(news.url(name))
    state = chromium.paint(page)
    assert len(state["analysis"]["claims"]) >= 5 and state["unlocated"] == []
    return page


def test_changes_inside_a_shadow_root_are_noticed(chromium: Chromium, news: Site) -> None:
    page = in_shadow(chromium, news, "open")
    before = squeezed("".join(chromium.painted(page)["organisation"]))
    page.evaluate("""() => { for (const each of testRoot.querySelectorAll("p"))
      each.innerHTML = each.innerHTML.replace(/(\\w+)/, "<em>$1</em>"); }""")
    page.wait_for_function("testRoot.querySelector('p em')")
    chromium.wait(lambda: squeezed("".join(chromium.painted(page).get("organisation", []))) == before)


def test_text_in_a_closed_shadow_root_is_read_and_painted(chromium: Chromium, news: Site) -> None:
    """Browsers let extensions into closed roots; a page's own scripts stay outside."""
    page = in_shadow(chromium, news, "closed")
    assert page.evaluate("document.querySelector('news-story').shadowRoot") is None
    ground = """() => getComputedStyle(testRoot.querySelector("p:not(.byline)"), "::highlight(hearsay-organisation)")
      .backgroundColor"""
    assert page.evaluate(ground) != "rgba(0, 0, 0, 0)"
