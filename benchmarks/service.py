"""What the service adds to the bare pipeline, and what a reader waits for; over HTTP, on loopback.

Bare pipeline and server read the same new articles in turn, so that a slow moment hits both alike.
"""

import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from server.nlp import Pipeline, load_pipeline
from tests.reliability.articles import unique_articles
from tests.services import Server, serving

RUNS = 15
WORDS = 600
WARM = 3
"""Articles before the first that counts."""


def articles(language: str) -> Iterator[str]:
    """Articles of about 600 words, all different."""
    length = len(next(unique_articles(language, paragraphs=10)).split()) / 10
    return unique_articles(language, paragraphs=round(WORDS / length))


def service() -> dict[str, float]:
    """Medians over different articles: milliseconds per language, and the server's overhead."""
    pipeline = load_pipeline()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        figures: dict[str, float] = {}
        for language, name in (("en", "English"), ("de", "German")):
            bare, served = _in_turn(server, pipeline, language)
            figures |= {
                f"{name}, {WORDS} words, uncached p50, ms": 1000 * statistics.median(served),
                f"{name}, {WORDS} words, server ÷ bare pipeline": statistics.median(served) / statistics.median(bare),
            }
        figures[f"{WORDS} words, cached p50, ms"] = 1000 * statistics.median(_cached(server))
        return figures


def _in_turn(server: Server, pipeline: Pipeline, language: str) -> tuple[list[float], list[float]]:
    bare, served = [], []
    for text in islice(articles(language), WARM + RUNS):
        begin = time.perf_counter()
        pipeline.analyze(text, language=language)
        between = time.perf_counter()
        answer = server.analyze({"text": text, "language": language})
        end = time.perf_counter()
        assert answer.headers["X-Hearsay-Answer"] == "computed"
        bare.append(between - begin)
        served.append(end - between)
    return bare[WARM:], served[WARM:]


def _cached(server: Server) -> Iterator[float]:
    body = {"text": next(articles("en")), "language": "en"}
    for _ in range(WARM + RUNS):
        begin = time.perf_counter()
        answer = server.analyze(body)
        passed = time.perf_counter() - begin
        if answer.headers["X-Hearsay-Answer"] == "cache":
            yield passed
