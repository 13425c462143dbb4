"""Card, badge, toggles, panel and keyboard."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.chromium import Chromium, squeezed, ui
from tests.e2e.site import Site


def middle_of_claim(page: Page, highlight: str) -> tuple[float, float]:
    """A point on the first line of the first range of a highlight."""
    page.evaluate(
        "(name) => [...CSS.highlights.get(name)][0].startContainer.parentElement.scrollIntoView({block: 'center'})",
        f"hearsay-{highlight}",
    )
    x, y = page.evaluate(
        """(name) => { const [line] = [...CSS.highlights.get(name)][0].getClientRects();
          return [line.left + line.width / 2, line.top + line.height / 2]; }""",
        f"hearsay-{highlight}",
    )
    return x, y


def test_a_click_on_a_claim_opens_its_card(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    claims = chromium.paint(page)["analysis"]["claims"]
    page.mouse.click(*middle_of_claim(page, "anonymous"))
    current = chromium.ask(page, action="state")["current"]
    claim = next(claim for claim in claims if claim["id"] == current)
    card = ui(page, ".card")
    expect(card).to_be_visible()
    expect(card).to_contain_text("Anonyme Quelle")
    expect(card).to_contain_text(claim["source"]["text"])
    expect(card).to_contain_text("nicht namentlich bekannt")
    expect(card).to_contain_text(claim["explanation"])
    expect(card).to_contain_text(claim["rule"])
    expect(card).to_contain_text(str(round(claim["certainty"]["score"] * 100)))
    for cue in claim["certainty"]["cues"]:
        expect(card.locator("mark", has_text=cue["text"]).first).to_be_visible()


def test_resting_on_a_claim_shows_the_card_and_leaving_hides_it(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    chromium.paint(page)
    page.mouse.move(*middle_of_claim(page, "anonymous"))
    expect(ui(page, ".card")).to_be_visible()
    page.mouse.move(5, 400)
    expect(ui(page, ".card")).to_be_hidden()


def test_the_card_is_walked_and_closed_by_keyboard_and_gives_the_focus_back(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    shown = chromium.paint(page)["shown"]
    page.locator("a[rel=author]").focus()
    chromium.ask(page, action="step", by=1)
    assert chromium.ask(page, action="state")["current"] == shown[0]
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert chromium.ask(page, action="state")["current"] == shown[2]
    page.keyboard.press("k")
    assert chromium.ask(page, action="state")["current"] == shown[1]
    page.keyboard.press("Escape")
    expect(ui(page, ".card")).to_be_hidden()
    assert page.evaluate("document.activeElement.getAttribute('rel')") == "author"


def test_the_badge_stands_by_the_headline_and_explains_the_rating(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    mismatch = chromium.paint(page)["analysis"]["headline"]["mismatch"]
    badge, headline = ui(page, ".badge").bounding_box(), page.locator("h1").bounding_box()
    assert badge and headline
    assert headline["y"] - 40 < badge["y"] < headline["y"] + headline["height"] + 40
    ui(page, ".badge button").click()
    expect(ui(page, ".card")).to_contain_text(mismatch["explanation"])
    page.mouse.wheel(0, 300)
    page.wait_for_function("scrollY === 300")  # the scroll is over
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    scrolled = ui(page, ".badge").bounding_box()
    assert scrolled and abs(badge["y"] - scrolled["y"] - page.evaluate("scrollY")) < 2


def sure_ones(state: dict[str, Any]) -> list[dict[str, Any]]:
    """The claims that are counted: the answer also has less sure ones that the headline's rating rests on."""
    return [claim for claim in state["analysis"]["claims"] if claim["confidence"] >= 0.5]


def test_toggles_hide_a_category_everywhere_and_persist(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    before = chromium.paint(page)
    panel = chromium.panel(page)
    toggle = panel.locator(".types .toggle", has_text="Anonyme Quelle")
    expect(toggle).to_have_attribute("aria-pressed", "true")
    anonymous = [claim["id"] for claim in sure_ones(before) if claim["source"]["type"] == "anonymous"]
    expect(toggle.locator("b")).to_have_text(str(len(anonymous)))
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "false")
    page.wait_for_function("!CSS.highlights.has('hearsay-anonymous')")
    after = chromium.ask(page, action="state")
    assert after["shown"] == [name for name in before["shown"] if name not in anonymous]
    other = chromium.open(news.url("tabloid.html?again"))
    chromium.paint(other)
    assert "anonymous" not in chromium.painted(other)
    assert chromium.stored("settings")["hiddenTypes"] == ["anonymous"]


def test_certainty_toggles_and_search_narrow_the_list(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    claims = sure_ones(chromium.paint(page))
    panel = chromium.panel(page)
    distanced = [claim for claim in claims if claim["certainty"]["status"] == "distanced"]
    panel.locator(".statuses .toggle", has_text="distanziert").click()
    expect(panel.locator(".claim")).to_have_count(len(claims) - len(distanced))
    expect(panel.locator("#live")).to_contain_text(str(len(claims)))
    panel.get_by_role("button", name="Alle zeigen").click()
    expect(panel.locator(".claim")).to_have_count(len(claims))
    panel.locator(".search").fill("zypern")
    expect(panel.locator(".claim")).to_have_count(sum("Zypern" in claim["quote"]["exact"] for claim in claims))


def test_the_list_is_grouped_and_jumps_to_the_text(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    claims = sure_ones(chromium.paint(page))
    panel = chromium.panel(page)
    kinds = {claim["source"]["type"] for claim in claims}
    expect(panel.locator(".group")).to_have_count(len(kinds))
    panel.locator(f"[data-claim={claims[-1]['id']}]").click()
    page.wait_for_function("[...CSS.highlights.keys()].some((name) => name.startsWith('hearsay-current'))")
    page.bring_to_front()
    expect(ui(page, ".card")).to_be_visible()
    current = next(texts for name, texts in chromium.painted(page).items() if name.startswith("current-"))
    assert squeezed(claims[-1]["quote"]["exact"]) in squeezed("".join(current))


def test_the_panel_is_walked_by_keyboard(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    chromium.paint(page)
    panel = chromium.panel(page)
    names = panel.locator(".claim").evaluate_all("(all) => all.map((each) => each.dataset.claim)")
    panel.locator(".claim").first.focus()
    for key, place in [("j", 1), ("ArrowDown", 2), ("k", 1)]:
        panel.keyboard.press(key)
        assert panel.evaluate("document.activeElement.dataset.claim") == names[place]


def test_a_claim_is_copied_with_its_source(chromium: Chromium, news: Site) -> None:
    chromium.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = chromium.open(news.url("tabloid.html"))
    chromium.paint(page)
    page.mouse.click(*middle_of_claim(page, "anonymous"))
    ui(page, ".card .copy").click()
    expect(ui(page, ".card .copy")).to_have_text("Kopiert")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "— " in copied and "Anonyme Quelle" in copied
    assert "\u00ad" not in copied


@pytest.mark.parametrize(("scheme", "ground"), [("", "light"), ("dark", "dark")])
def test_colours_follow_the_pages_own_ground(chromium: Chromium, news: Site, scheme: str, ground: str) -> None:
    page = chromium.open(news.url("tabloid.html"))
    page.evaluate("(name) => document.documentElement.className = name", scheme)
    chromium.paint(page)
    assert page.evaluate("document.querySelector('hearsay-ui').dataset.theme") == ground


def test_nothing_is_painted_on_paper(chromium: Chromium, news: Site) -> None:
    page = chromium.open(news.url("tabloid.html"))
    chromium.paint(page)
    page.emulate_media(media="print")
    expect(ui(page, ".badge")).to_be_hidden()
    colour = "getComputedStyle(document.querySelector('.lead'), '::highlight(hearsay-unspecified)').backgroundColor"
    assert page.evaluate(colour) == "rgba(0, 0, 0, 0)"
