"""Measures the reading of articles on saved news pages against gold paragraphs.

    python -m tests.e2e.saved_pages --corpora FOLDER [--language de] [--verbose]

The pages are opened in Chromium with scripts blocked, the content script's own reading code runs in them,
and its blocks are compared with the gold title and paragraphs. With `--server` every page is analysed too,
and the words under each claim's ranges are compared with the server's.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, Page, Route, sync_playwright

READER = Path(__file__).parents[2] / "extension" / "dist" / "test" / "reader.js"
POLICY = "script-src 'none'; frame-src 'none'"
ALIKE = 0.9
"""Two paragraphs are the same from this share of matching characters on."""


COUNTS = ["gold", "sent", "matched", "pages", "headlines", "on_page"]
COUNTS += ["characters", "mapped", "claims", "anchored", "exact"]


@dataclass
class Figures:
    """One page's or one language's counts."""

    gold: int = 0
    sent: int = 0
    matched: int = 0
    pages: int = 0
    headlines: int = 0
    on_page: int = 0
    characters: int = 0
    mapped: int = 0
    claims: int = 0
    anchored: int = 0
    exact: int = 0
    f1: list[float] = field(default_factory=list)

    def add(self, other: "Figures") -> None:
        """Adds another page's counts."""
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.f1 += other.f1

    @property
    def micro(self) -> float:
        """Paragraph F1 over all paragraphs."""
        return 2 * self.matched / max(1, self.gold + self.sent)

    @property
    def macro(self) -> float:
        """The mean of the pages' paragraph F1."""
        return sum(self.f1) / max(1, len(self.f1))


def normal(text: str) -> str:
    """Lower-case words only: publishers' feeds differ from their pages in quotes, dashes and spaces."""
    return " ".join(re.findall(r"\w+", re.sub("[\u00ad\u200b]", "", text).lower()))


def alike(one: str, other: str) -> bool:
    """Whether two normalised paragraphs are the same but for trifles."""
    if one == other:
        return True
    if not one or not other or min(len(one), len(other)) / max(len(one), len(other)) < ALIKE - 0.1:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def match(gold: list[str], sent: list[str]) -> tuple[int, list[str], list[str]]:
    """How many pairs match, and what is left over on both sides."""
    rest, missed = list(sent), []
    for paragraph in gold:
        found = next((other for other in rest if alike(paragraph, other)), None)
        if found is None:
            missed.append(paragraph)
        else:
            rest.remove(found)
    return len(gold) - len(missed), missed, rest


def headline_is_right(title: str, answer: dict[str, Any]) -> tuple[bool, bool]:
    """Whether our headline is the gold title; and whether it is that or the page's `h1`.

    Some gold titles are written for search engines; there the `h1` is what readers see as the headline.
    """
    texts = dict.fromkeys(("kicker", "headline"), "")
    texts |= {block["role"]: block["text"] for block in answer["blocks"] if block["role"] in texts}
    ours = [normal(texts["headline"]), normal(f"{texts['kicker']} {texts['headline']}")]
    equal = any(alike(normal(title), text) for text in ours)
    headings = [normal(heading) for heading in answer["headings"]]
    elsewhere = any(alike(normal(title), heading) for heading in headings)
    return equal, equal or (not elsewhere and any(alike(heading, text) for heading in headings for text in ours))


def compare(row: dict[str, Any], answer: dict[str, Any], verbose: bool) -> Figures:
    """Counts for one page; a lead that the gold has apart as the summary counts neither way."""
    gold = [text for text in map(normal, row["paragraphs"]) if text]
    lead = [normal(text) for text in row["summary"] or []]
    body = [normal(block["text"]) for block in answer["blocks"] if block["role"] not in ("headline", "kicker")]
    body = [text for text in body if text and (text in gold or not any(alike(text, other) for other in lead))]
    matched, missed, extra = match(gold, body)
    equal, right = headline_is_right(row["title"], answer)
    figures = Figures(len(gold), len(body), matched, 1, int(equal), int(right), answer["characters"], answer["mapped"])
    figures.f1.append(2 * matched / max(1, len(gold) + len(body)))
    if verbose and (missed or extra or not right):
        print(f"\n== {row['file']}  F1 {figures.f1[0]:.2f}")
        if not right:
            ours = [block["text"] for block in answer["blocks"] if block["role"] in ("kicker", "headline")]
            print(f"   title  gold {row['title']!r}\n          ours {ours}\n          h1   {answer['headings']}")
        print(*(f"   - {text[:150]}" for text in missed), *(f"   + {text[:150]}" for text in extra), sep="\n")
    return figures


def anchor(page: Page, server: str, answer: dict[str, Any], figures: Figures) -> None:
    """Has the server find claims, and counts those whose ranges hold exactly the server's words."""
    blocks = answer["blocks"]
    if not blocks:
        return
    claims = httpx.post(f"{server}/v1/analyze", json={"blocks": blocks, "language": None}, timeout=60).json()["claims"]
    found = page.evaluate("(claims) => HearsayReader.anchored(claims)", claims)
    figures.claims, figures.anchored, figures.exact = len(claims), found["anchored"], found["exact"]


def rows(corpora: Path, language: str) -> Iterator[tuple[dict[str, Any], str]]:
    """The gold rows with their pages' HTML."""
    folder = corpora / "pages" / language
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row, gzip.decompress((folder / row["file"]).read_bytes()).decode("utf-8", "replace")


def read(page: Page, html: str) -> dict[str, Any]:
    """Opens the HTML with scripts blocked and nothing else loaded, and reads the article."""

    def answer(route: Route) -> None:
        if route.request.is_navigation_request() and route.request.frame == page.main_frame:
            headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
            route.fulfill(body=html, headers=headers)
        else:
            route.abort()

    page.unroute_all()
    page.route("**/*", answer)
    page.goto("http://news.localhost/article", wait_until="domcontentloaded")
    page.evaluate(READER.read_text(encoding="utf-8"))
    return page.evaluate("HearsayReader.blocks()")


def measure(browser: Browser, corpora: Path, language: str, server: str | None, verbose: bool = False) -> Figures:
    """The figures over all pages of one language."""
    total = Figures()
    for row, html in rows(corpora, language):
        page = browser.new_page()
        answer = read(page, html)
        figures = compare(row, answer, verbose)
        if server:
            anchor(page, server, answer, figures)
        total.add(figures)
        page.close()
    return total


def report(language: str, figures: Figures) -> str:
    """One line of figures."""
    anchored = f", exact {figures.exact} of {figures.claims} claims" if figures.claims else ""
    return (
        f"{language}: {figures.pages} pages, paragraph F1 {figures.micro:.3f} (mean of pages {figures.macro:.3f}), "
        f"headline {figures.on_page}/{figures.pages} ({figures.headlines} word for word the gold title), "
        f"mapped {figures.mapped / max(1, figures.characters):.4f}{anchored}"
    )


def main() -> None:
    """Prints the figures for the languages asked for."""
    parser = argparse.ArgumentParser(description="Reading of articles on saved pages, against gold paragraphs.")
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds pages/de and pages/en")
    parser.add_argument("--server", help="a running server's address, to anchor its claims too")
    parser.add_argument("--language", choices=["de", "en"], action="append")
    parser.add_argument("--verbose", action="store_true", help="print missed (-) and extra (+) paragraphs")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for language in options.language or ["de", "en"]:
            print(report(language, measure(browser, options.corpora, language, options.server, options.verbose)))
        browser.close()


if __name__ == "__main__":
    main()
