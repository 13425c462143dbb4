"""Memory stays flat however many new words are read, and no spaCy object leaves the analysis."""

import gc
from dataclasses import fields, is_dataclass
from enum import StrEnum
from itertools import islice

import psutil
import pytest

from server.nlp import Article, Pipeline
from tests.reliability.articles import unique_articles

ARTICLES = 60


def megabytes() -> float:
    gc.collect()
    resident: int = psutil.Process().memory_info().rss
    return resident / 1e6


@pytest.mark.parametrize("language", ["de", "en"])
def test_new_words_leave_no_trace(pipeline: Pipeline, language: str) -> None:
    articles = [Article.from_text(text) for text in islice(unique_articles(language, paragraphs=20), ARTICLES)]
    strings = pipeline.vocab(language).strings
    for article in articles[:10]:
        pipeline.analyze(article, language=language)
    words, before = len(strings), megabytes()
    for article in articles[10:]:
        pipeline.analyze(article, language=language)
    assert len(strings) == words
    assert megabytes() - before < 30, "measured: about 1; without memory zones the strings alone stay forever"


def test_without_a_zone_words_do_stay(pipeline: Pipeline) -> None:
    """The measure above can fail: the same words read outside a zone are kept."""
    strings = pipeline.vocab("de").strings
    before = len(strings)
    strings.add("Zq-bleibt-außerhalb-der-Zone")
    assert len(strings) == before + 1


def test_answers_hold_plain_data_only(pipeline: Pipeline) -> None:
    article = Article.from_text(next(unique_articles("en", paragraphs=9)))

    def check(value: object) -> None:
        if is_dataclass(value):
            for field in fields(value):
                check(getattr(value, field.name))
        elif isinstance(value, list | tuple):
            for item in value:
                check(item)
        elif isinstance(value, dict):
            check([*value.keys(), *value.values()])
        else:
            assert value is None or isinstance(value, StrEnum) or type(value) in (str, int, float, bool), type(value)

    check(pipeline.analyze(article))
