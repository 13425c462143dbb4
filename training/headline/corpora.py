"""Saved news pages and the Emergent headlines: figures only, their texts stay where they are."""

import csv
import gzip
import json
from collections import Counter
from pathlib import Path

from server.nlp import Article, Block, Pipeline, Role

DENIED = 0.2
"""Highest certainty of a denied proposition (guidelines, section 3)."""
ASSERTING, REPORTING = frozenset({"for", "against"}), "observing"


def page_bands(pipeline: Pipeline, corpora: Path, language: str, show: bool = False) -> Counter[str]:
    """How many saved pages fall into each band; `show` prints each page's file and judgement."""
    bands: Counter[str] = Counter()
    with gzip.open(corpora / "pages" / language / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            result = pipeline.analyze(_article(page), language=language).headline
            bands[result.mismatch.band] += 1
            if show:
                print(f"{result.mismatch.band:9} {result.mismatch.score!s:6} {page['file']}: {page['title']}")
                print(f"          {result.mismatch.explanation}")
    return bands


def _article(page: dict[str, object]) -> Article:
    def blocks(role: Role, texts: object) -> list[Block]:
        return [Block(f"{role}{i}", role, text) for i, text in enumerate(texts if isinstance(texts, list) else [texts])]

    return Article(
        tuple(
            block
            for role, key in ((Role.HEADLINE, "title"), (Role.LEAD, "summary"), (Role.BODY, "paragraphs"))
            for block in blocks(role, page[key] or [])
        )
    )


def emergent_auc(pipeline: Pipeline, corpora: Path) -> tuple[float, int]:
    """Area under the curve of headline certainty, asserting (for, against) against reporting headlines; and n."""
    asserting, reporting = [], []
    with (corpora / "headline_en" / "emergent_train.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            article = Article((Block("h", Role.HEADLINE, row["articleHeadline"]),))
            certainty = pipeline.analyze(article, language="en").headline.certainty
            surety = 0.5 if certainty is None else certainty
            if surety <= DENIED:  # a denial is as sure as an assertion, of the opposite
                surety = 1 - surety
            (reporting if row["articleHeadlineStance"] == REPORTING else asserting).append(surety)
    wins = sum((a > r) + 0.5 * (a == r) for a in asserting for r in reporting)
    return wins / (len(asserting) * len(reporting)), len(asserting) + len(reporting)
