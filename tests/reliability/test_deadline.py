"""A slow analysis ends: what is found by then is answered as incomplete and never cached."""

import time
from collections.abc import Callable

from server.nlp import Article, Pipeline
from tests.reliability.articles import article_of
from tests.services import Server


def test_past_the_deadline_no_component_starts(pipeline: Pipeline) -> None:
    analysis = pipeline.analyze(Article.from_text(article_of(2000)), deadline=time.monotonic() - 1)
    assert analysis.incomplete
    assert analysis.claims == []
    assert analysis.headline.mismatch.band == "not_rated"


def test_before_the_deadline_everything_runs(pipeline: Pipeline) -> None:
    assert not pipeline.analyze(Article.from_text(article_of(2000)), deadline=time.monotonic() + 600).incomplete


def test_incomplete_answers_are_not_cached(serve: Callable[..., Server]) -> None:
    server = serve(deadline=0.000001)
    for _ in range(2):
        answer = server.analyze({"text": article_of(3000)})
        assert answer.status_code == 200
        assert answer.json()["incomplete"]
        assert answer.headers["X-Hearsay-Answer"] == "computed"
