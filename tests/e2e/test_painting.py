"""From the toolbar click to painted claims, on three articles, against the real server."""

from itertools import pairwise

import pytest

from tests.e2e.chromium import Chromium, pretty, squeezed
from tests.e2e.site import Site

ARTICLES = ["tabloid.html", "agency.html", "english.html"]


@pytest.mark.parametrize("article", ARTICLES)
def test_every_painted_range_holds_exactly_the_servers_words(chromium: Chromium, news: Site, article: str) -> None:
    """Emoji, soft hyphens, ligatures and a right-to-left name stand before and in the claims."""
    page = chromium.open(news.url(article))
    state = chromium.paint(page)
    claims = state["analysis"]["claims"]
    assert len(claims) >= 5, pretty(claims)
    assert state["unlocated"] == []
    painted = {name: squeezed("".join(texts)) for name, texts in chromium.painted(page).items()}
    for claim in (claim for claim in claims if claim["id"] in state["shown"]):
        assert squeezed(claim["quote"]["exact"]) in painted[claim["source"]["type"]]
    for claim in claims:
        assert chromium.ask(page, action="go", claim=claim["id"]), claim["id"]
        current = [texts for name, texts in chromium.painted(page).items() if name.startswith("current-")]
        words = squeezed("".join(current[0]))
        exact = squeezed(claim["quote"]["exact"])
        assert words == exact if len(claim["spans"]) == 1 else words.startswith(exact)


def test_the_tabloid_piece_is_read_as_a_reader_would(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    claims = chromium.paint(page)["analysis"]["claims"]
    found = {(claim["source"]["type"], claim["certainty"]["status"]) for claim in claims}
    assert any(kind == "anonymous" for kind, _ in found), pretty(sorted(found))
    assert any(status == "distanced" for _, status in found), pretty(sorted(found))
    assert any(status == "denied" for _, status in found), pretty(sorted(found))


def test_nothing_outside_the_article_is_painted(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    chromium.paint(page)
    painted = [text for texts in chromium.painted(page).values() for text in texts]
    for words in ("Jonas Trebbin", "Lesen Sie auch", "Foto: Elbkurier", "Newsletter", "Leserin88", "Folgen Sie"):
        assert words in page.locator("body").inner_text()
        assert not any(words in text for text in painted)


def test_painting_adds_no_node_to_the_page_and_moves_nothing(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    measure = """() => [document.body.outerHTML, document.documentElement.scrollHeight,
      JSON.stringify([...document.querySelectorAll("main *")].map((each) => each.getBoundingClientRect()))]"""
    before = page.evaluate(measure)
    chromium.paint(page)
    assert page.evaluate(measure) == before
    assert page.evaluate("document.documentElement.lastElementChild.localName") == "hearsay-ui"


def test_the_pages_own_highlights_stay(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("agency.html"))
    page.evaluate("CSS.highlights.set('own', new Highlight(new Range()))")
    chromium.paint(page)
    chromium.click(page)
    page.wait_for_function("[...CSS.highlights.keys()].join() === 'own'")


def test_a_second_click_takes_everything_away(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("agency.html"))
    chromium.paint(page)
    chromium.click(page)
    page.wait_for_function("CSS.highlights.size === 0 && !document.querySelector('hearsay-ui')")


def test_two_tabs_keep_apart(chromium: Chromium, news: Site) -> None:
    pages = [chromium.open(news.url(article)) for article in ("agency.html", "english.html")]
    states = [chromium.paint(page) for page in pages]
    assert [state["analysis"]["language"]["code"] for state in states] == ["de", "en"]
    chromium.click(pages[1])
    pages[1].wait_for_function("CSS.highlights.size === 0")
    assert chromium.painted(pages[0])


def test_claims_are_listed_in_text_order(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("agency.html"))
    claims = chromium.paint(page)["analysis"]["claims"]
    begins = [(int(claim["spans"][0]["block"][1:]), claim["spans"][0]["begin"]) for claim in claims]
    assert all(one <= other for one, other in pairwise(begins)), begins
