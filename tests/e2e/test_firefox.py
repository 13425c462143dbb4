"""The main path in Firefox: the same pages, the same server, the toolbar button pressed by the browser's own code."""

import json
from collections.abc import Callable
from typing import Any

from tests.e2e.chromium import squeezed
from tests.e2e.firefox import UI, Firefox, Tab, waited
from tests.e2e.site import Site
from tests.services import Server, free_port


def click_claim(tab: Tab, kind: str) -> None:
    """A real click on the first painted range of a source type."""
    name = json.dumps(f"hearsay-{kind}")
    tab.run(f"[...CSS.highlights.get({name})][0].startContainer.parentElement.scrollIntoView({{ block: 'center' }})")
    x, y = tab.run(f"""(() => {{ const [line] = [...CSS.highlights.get({name})][0].getClientRects();
      return [line.left + line.width / 2, line.top + line.height / 2]; }})()""")
    tab.click_at(x, y)
    tab.wait(f"{UI}.querySelector('.card').matches(':popover-open')")


def test_every_painted_range_holds_exactly_the_servers_words(firefox: Firefox, news: Site) -> None:
    for article in ("tabloid.html", "english.html"):
        tab = firefox.open(news.url(article))
        state = firefox.paint(tab)
        claims = state["analysis"]["claims"]
        assert len(claims) >= 5 and state["unlocated"] == []
        painted = {name: squeezed("".join(texts)) for name, texts in tab.painted().items()}
        for claim in (claim for claim in claims if claim["id"] in state["shown"]):
            assert squeezed(claim["quote"]["exact"]) in painted[claim["source"]["type"]]
        for claim in claims[:4]:
            firefox.ask(tab, action="go", claim=claim["id"])
            current = next(texts for name, texts in tab.painted().items() if name.startswith("current-"))
            assert squeezed("".join(current)).startswith(squeezed(claim["quote"]["exact"]))


def test_card_toggles_and_second_click(firefox: Firefox, news: Site) -> None:
    tab = firefox.open(news.url("tabloid.html"))
    firefox.paint(tab)
    click_claim(tab, "anonymous")
    card = tab.run(f"{UI}.querySelector('.card').textContent")
    assert "Anonyme Quelle" in card and "nicht namentlich bekannt" in card
    panel = firefox.open(f"{firefox.origin}/panel.html?tab={firefox.tab_id(tab)}")
    panel.wait("document.querySelector('.types .toggle') !== null")
    panel.run(
        "[...document.querySelectorAll('.types .toggle')].find((each) => /Anonyme/.test(each.textContent)).click()"
    )
    tab.wait("!CSS.highlights.has('hearsay-anonymous')")
    assert firefox.stored("settings")["hiddenTypes"] == ["anonymous"]
    firefox.click(tab)
    tab.wait("CSS.highlights.size === 0 && !document.querySelector('hearsay-ui')")


def test_a_report_waits_for_the_server_and_is_stored_as_previewed(
    firefox: Firefox, news: Site, live_server: Server, stored_reports: Callable[[], list[dict[str, Any]]]
) -> None:
    tab = firefox.open(news.url("tabloid.html"))
    firefox.paint(tab)
    click_claim(tab, "anonymous")
    tab.press(".card .report")
    promised = json.loads(tab.wait(f"{UI}.querySelector('.dialog pre').textContent"))
    firefox.settings(server=f"http://127.0.0.1:{free_port()}")
    tab.press(".dialog .primary")
    waited(lambda: [entry["state"] for entry in firefox.stored("queue") or []] == ["waiting"], 10, "queued")
    assert firefox.stored("queue")[0]["report"] == promised
    firefox.settings(server=live_server.url)
    panel = firefox.open(f"{firefox.origin}/panel.html")
    panel.wait("document.querySelector('.queue .plain') !== null")
    panel.run("document.querySelector('.queue .plain').click()")
    waited(lambda: [entry["state"] for entry in firefox.stored("queue")] == ["sent"], 10, "sent")
    assert promised["key"] in [row["key"] for row in stored_reports()]


def test_a_dead_server_is_named(firefox: Firefox, news: Site) -> None:
    firefox.settings(server=f"http://127.0.0.1:{free_port()}")
    tab = firefox.open(news.url("agency.html"))
    firefox.click(tab)
    text = tab.wait(f"{UI}.querySelector('.toast pre') && {UI}.querySelector('.toast').textContent")
    assert "antwortet nicht" in text
    assert firefox.ask(tab, action="state")["failure"]["kind"] == "server_down"


def test_rewritten_paragraphs_are_anchored_again(firefox: Firefox, news: Site) -> None:
    tab = firefox.open(news.url("tabloid.html"))
    firefox.paint(tab)
    before = squeezed("".join(tab.painted()["anonymous"]))
    tab.run("""(() => { for (const each of document.querySelectorAll("article p"))
      each.innerHTML = each.innerHTML.replace(/(\\w+)/, "<em>$1</em>"); })()""")
    waited(lambda: squeezed("".join(tab.painted().get("anonymous", []))) == before, 10, "anchored again")


def test_the_strictest_policy_changes_nothing(firefox: Firefox, news: Site) -> None:
    news.policies["agency.html"] = "default-src 'none'"
    try:
        tab = firefox.open(news.url("agency.html"))
        assert len(firefox.paint(tab)["analysis"]["claims"]) >= 5
        line = "getComputedStyle(document.querySelector('p'), '::highlight(hearsay-organisation)').textDecorationStyle"
        assert tab.run(line) == "double"
        assert tab.run(f"{UI}.querySelector('.badge').getBoundingClientRect().height") < 40
    finally:
        del news.policies["agency.html"]


def test_a_new_article_without_a_new_page_is_analysed(firefox: Firefox, news: Site) -> None:
    tab = firefox.open(news.url("agency.html"))
    firefox.paint(tab)
    tab.run("""(async () => { const text = await (await fetch("english.html")).text();
      const next = new DOMParser().parseFromString(text, "text/html");
      history.pushState({}, "", "english-story"); document.title = next.title; document.documentElement.lang = "en";
      document.querySelector("main").replaceWith(next.querySelector("main")); })()""")

    def english() -> bool:
        state = firefox.ask(tab, action="state")
        return state["phase"] == "painted" and state["analysis"]["language"]["code"] == "en"

    waited(english, 15, "the new article")
