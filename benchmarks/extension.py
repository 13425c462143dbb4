"""The extension's work in a real browser, against what it would cost otherwise.

    python -m benchmarks.extension    prints the figures, writes its part of docs/performance.md and
                                      benchmarks/extension.json

In headless Chromium, on long pages of our own: reading, anchoring and painting together against Mozilla
Readability's own parse of a copy of the same page; and 1,000 ranges on the screen by the Custom Highlight API
against the same ranges wrapped in elements. Medians of `RUNS` runs by the clock, in turn, each on a fresh load
of the page.
"""

import dataclasses
import json
import statistics
import subprocess
from collections.abc import Iterator, Mapping
from html import escape
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from server.nlp import Article, Block, Role, load_pipeline

from .page import machine, table, write_part
from .texts import ROOT, paragraphs

EXTENSION = ROOT / "extension"
SCRIPTS = EXTENSION / "dist" / "test"
RESULTS = Path(__file__).parent / "extension.json"
RUNS = 5
LENGTHS = {"de": (40, 200), "en": (40, 200)}
"""Paragraphs of some 45 words per page: a long report, and a dossier."""
RANGES = 1_000
TARGETS = {"work ÷ Readability": ("≤", 1.5), "elements ÷ highlights": ("≥", 4.0)}
LINK = '<a href="/topic">{}</a>'


def long_page(language: str, count: int) -> str:
    """A news page around `count` of our own paragraphs: links in the text, teasers, captions, comments, footer."""
    short = paragraphs(language)
    own = [short[0], *(" ".join(short[at : at + 3]) for at in range(1, len(short), 3))]
    # Word for word repeated paragraphs would be dropped as repetitions.
    texts = [text if turn < len(own) else f"{text} ({turn})" for turn, text in enumerate(islice(cycle(own), count + 1))]
    headline, body = texts[0], texts[1:]
    parts = []
    for number, text in enumerate(body):
        words = [escape(word) for word in text.split()]
        middle = len(words) // 2
        words[middle] = LINK.format(words[middle]) if number % 3 else f"<em>{words[middle]}</em>"
        parts.append(f"<p>{' '.join(words)}</p>")
        if number % 12 == 5:
            parts.append(f"<figure><img alt=''><figcaption>{escape(text[:60])}</figcaption></figure>")
        if number % 20 == 9:
            parts.append(f"<aside class=related><ul>{''.join(teasers(body, 4))}</ul></aside>")
    comments = "".join(f"<div class=comment><b>Ada</b><p>{escape(text)}</p></div>" for text in islice(cycle(body), 40))
    return f"""<!doctype html><html lang="{language}"><head><title>{escape(headline)}</title>
      <style>body {{ font: 18px/1.6 serif; max-width: 700px; margin: auto }}</style></head><body>
      <nav><ul>{"".join(teasers(body, 30))}</ul></nav><main><article><h1>{escape(headline)}</h1>
      <div class="article-text">{"".join(parts)}</div></article>
      <section class="comments">{comments}</section></main>
      <footer><ul>{"".join(teasers(body, 40))}</ul></footer></body></html>"""


def teasers(texts: list[str], count: int) -> Iterator[str]:
    """Links to other articles."""
    return (f"<li>{LINK.format(escape(text[:50]))}</li>" for text in islice(cycle(texts), count))


def opened(browser: Browser, html: str) -> Page:
    """The page, freshly loaded, with the scripts to be timed in it."""
    page = browser.new_page()
    page.set_content(html)
    for script in ("speed.js", "reference.js"):
        page.evaluate((SCRIPTS / script).read_text(encoding="utf-8"))
    return page


def timed(browser: Browser, html: str, expression: str, argument: object = None) -> dict[str, float]:
    """What one measurement on a fresh load gives."""
    page = opened(browser, html)
    figures: dict[str, float] = page.evaluate(expression, argument)
    page.close()
    return figures


def claims_on(browser: Browser, html: str, language: str) -> list[dict[str, Any]]:
    """The claims our own pipeline finds in what the extension reads on the page."""
    page = opened(browser, html)
    blocks = page.evaluate("HearsaySpeed.blocks()")
    page.close()
    article = Article(tuple(Block(block["id"], Role(block["role"]), block["text"]) for block in blocks))
    analysis = load_pipeline([language]).analyze(article, language=language)
    return [dataclasses.asdict(claim) for claim in analysis.claims]


def reading(browser: Browser, language: str, count: int) -> dict[str, float]:
    """Milliseconds of each step and of Readability's parse, and the ratio."""
    html = long_page(language, count)
    claims = claims_on(browser, html, language)
    ours, reference = [], []
    for _ in range(RUNS):
        ours.append(timed(browser, html, "(claims) => HearsaySpeed.work(claims)", claims))
        reference.append(timed(browser, html, "() => HearsayReference.parse()"))
    assert all(run["anchored"] == len(claims) for run in ours), "a claim was not anchored"
    steps = {step: statistics.median(run[step] for run in ours) for step in ("reading", "anchoring", "painting")}
    work = statistics.median(run["reading"] + run["anchoring"] + run["painting"] for run in ours)
    parse = statistics.median(run["milliseconds"] for run in reference)
    return {"claims": len(claims), **steps, "Readability": parse, "work ÷ Readability": work / parse}


def painting(browser: Browser, language: str, count: int) -> dict[str, float]:
    """Milliseconds until all ranges are on the screen, both ways, and the ratio."""
    html = long_page(language, count)
    runs: dict[str, list[float]] = {"highlights": [], "elements": []}
    for _ in range(RUNS):
        for how, times in runs.items():
            figures = timed(browser, html, "([how, count]) => HearsaySpeed.drawn(how, count)", [how, RANGES])
            assert figures["count"] == RANGES
            times.append(figures["milliseconds"])
    medians = {how: statistics.median(times) for how, times in runs.items()}
    return {**medians, "elements ÷ highlights": medians["elements"] / medians["highlights"]}


def measure() -> dict[str, Mapping[str, float]]:
    """Every figure, by page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        results: dict[str, Mapping[str, float]] = {}
        for language, lengths in LENGTHS.items():
            for count in lengths:
                results[f"{language}, {count} paragraphs"] = reading(browser, language, count)
        results[f"{RANGES} ranges"] = painting(browser, "en", max(LENGTHS["en"]))
        browser.close()
        return results


def lines(results: Mapping[str, Mapping[str, float]], about: str) -> Iterator[str]:
    """The part of the page."""
    yield "## The extension on a page\n"
    yield f"Machine: {about}. Headless Chromium, medians of {RUNS} runs, milliseconds by the clock.\n"
    for title, figures in results.items():
        yield f"### {title}\n"
        target = {name: f"{sign} {value:g}" for name, (sign, value) in TARGETS.items()}
        yield from table(
            ["", "", "target"], [(name, f"{value:,.2f}", target.get(name, "")) for name, value in figures.items()]
        )


def main() -> None:
    """Build, measure, print, write."""
    subprocess.run(["npm", "run", "--silent", "build"], cwd=EXTENSION, check=True)
    about, results = machine(), measure()
    part = list(lines(results, about))
    print("\n".join(part))
    written = {"machine": about, "targets": {name: " ".join(map(str, target)) for name, target in TARGETS.items()}}
    RESULTS.write_text(
        json.dumps({**written, "results": results}, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    write_part("python -m benchmarks.extension", part)


if __name__ == "__main__":
    main()
