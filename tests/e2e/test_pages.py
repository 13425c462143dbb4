"""Pages as they are: rewritten by scripts, late, without reloads, under strict policies, in shadow roots."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.chromium import Chromium, squeezed, ui
from tests.e2e.site import PAGES, Site
from tests.services import Server


def words_of(chromium: Chromium, page: Page, kind: str) -> str:
    """All painted words of one source type, without white space."""
    return squeezed("".join(chromium.painted(page).get(kind, [])))


def test_rewritten_paragraphs_are_anchored_again(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    chromium.paint(page)
    before = words_of(chromium, page, "anonymous")
    page.evaluate("""() => { for (const each of document.querySelectorAll("article p"))
      each.innerHTML = each.innerHTML.replace(/(\\w+)/, "<em>$1</em>"); }""")
    page.wait_for_function("document.querySelector('article p em')")
    chromium.wait(lambda: words_of(chromium, page, "anonymous") == before)
    assert chromium.ask(page, action="state")["unlocated"] == []


def test_claims_whose_words_are_gone_are_listed(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    claims = chromium.paint(page)["analysis"]["claims"]
    gone = next(claim for claim in claims if "Zypern" in claim["quote"]["exact"])
    panel = chromium.panel(page)
    page.bring_to_front()
    page.evaluate("""() => { const all = [...document.querySelectorAll("article p")];
      all.find((each) => each.textContent.includes("Zypern")).textContent = "Die Redaktion hat ihn entfernt."; }""")
    expect(panel.locator(".unlocated .claim", has_text="Zypern")).to_have_count(1)
    assert gone["id"] in chromium.ask(page, action="state")["unlocated"]
    assert "Zypern" not in words_of(chromium, page, gone["source"]["type"])


def test_a_page_that_loads_late_is_waited_for(chromium: Chromium, news: Site) -> None:
    news.pages["late.html"] = """<html lang=de><title>Hafenstreik</title><div id=app></div><script>
      fetch("agency.html").then((answer) => answer.text()).then((text) => setTimeout(() => {
        app.innerHTML = new DOMParser().parseFromString(text, "text/html").body.innerHTML; }, 1500));</script>"""
    page = chromium.open(news.url("late.html"))
    assert len(chromium.paint(page)["analysis"]["claims"]) >= 5


def test_a_new_article_without_a_new_page_is_analysed(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("agency.html"))
    chromium.paint(page)
    page.evaluate("""async () => { const text = await (await fetch("english.html")).text();
      const next = new DOMParser().parseFromString(text, "text/html");
      history.pushState({}, "", "english-story"); document.title = next.title; document.documentElement.lang = "en";
      document.querySelector("main").replaceWith(next.querySelector("main")); }""")

    def english() -> bool:
        state = chromium.ask(page, action="state")
        return state["phase"] == "painted" and state["analysis"]["language"]["code"] == "en"

    chromium.wait(english)
    assert chromium.ask(page, action="state")["unlocated"] == []


def test_the_strictest_policy_changes_nothing(chromium: Chromium, news: Site) -> None:
    news.policies["agency.html"] = "default-src 'none'"
    try:
        page = chromium.open(news.url("agency.html"))
        chromium.paint(page)
        page.evaluate("scrollTo(0, 0)")
        expect(ui(page, ".badge")).to_be_visible()
        assert page.evaluate("""() => getComputedStyle(document.querySelector("p"), "::highlight(hearsay-organisation)")
          .textDecorationStyle""") == "double"  # fmt: skip
        width = ui(page, ".badge").bounding_box()
        assert width and width["height"] < 40
    finally:
        del news.policies["agency.html"]


def test_text_in_an_open_shadow_root_is_read_and_painted(chromium: Chromium, news: Site) -> None:
    news.pages["shadow.html"] = (PAGES / "agency.html").read_text().replace("<article>", "<news-story>").replace(
        "</article>",
        """</news-story><script>const story = document.querySelector("news-story");
        const root = story.attachShadow({ mode: "open" }); root.append(...story.childNodes);</script>""",
    )  # fmt: skip
    page = chromium.open(news.url("shadow.html"))
    state = chromium.paint(page)
    assert len(state["analysis"]["claims"]) >= 5 and state["unlocated"] == []
    painted = """() => getComputedStyle(document.querySelector("news-story").shadowRoot.querySelector("p:not(.byline)"),
      "::highlight(hearsay-organisation)").backgroundColor"""
    assert page.evaluate(painted) != "rgba(0, 0, 0, 0)"


def test_the_server_is_reached_from_a_public_page(
    start_chromium: Callable[..., Chromium], live_server: Server, news: Site
) -> None:
    """Local Network Access forbids such a page to reach 127.0.0.1; the background may."""
    chromium = start_chromium(live_server.url, f"--ip-address-space-overrides=127.0.0.1:{news.port}=public")
    page = chromium.open(news.url("english.html"))
    chromium.paint(page)
    refused = page.evaluate("(url) => fetch(url).then(() => 'reached', () => 'refused')", live_server.url)
    assert refused == "refused"


def test_a_background_that_was_shut_down_comes_back(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("agency.html?background"))
    chromium.click(page)
    chromium.wait(lambda: chromium.painted(page))
    chromium.wake().evaluate("() => { globalThis.oldOne = true; }")
    chromium.stop_worker()
    chromium.click(page)
    page.wait_for_function("CSS.highlights.size === 0")
    # Looking into a background that is just starting would hold up its events.
    page.wait_for_timeout(600)
    assert not chromium.wake().evaluate("() => Boolean(globalThis.oldOne)")
    chromium.click(page)
    chromium.wait(lambda: chromium.painted(page))
