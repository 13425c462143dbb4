"""Threads that ask one service at once get the answers that one alone would get."""

from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from threading import Barrier

from server.nlp import Analysis, Article, Pipeline
from server.service.analysis import AnalysisService
from server.service.analyst import Options
from server.service.cache import Answer, AnswerCache
from server.service.slot import Slot
from tests.reliability.articles import unique_articles


def test_zones_are_never_shared(pipeline: Pipeline) -> None:
    texts = [*islice(unique_articles("de"), 12), *islice(unique_articles("en"), 12)] * 2
    articles = [Article.from_text(text) for text in texts]
    alone = [pipeline.analyze(article) for article in articles]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(pipeline.analyze, articles))
    assert together == alone


def test_the_service_answers_the_same(pipeline: Pipeline) -> None:
    service = AnalysisService(pipeline, AnswerCache(0, 60), Slot(queue=100, wait=60), deadline=60)
    articles = [Article.from_text(text) for text in islice(unique_articles("de"), 16)]
    alone = [service.answer(article, Options())[0] for article in articles]
    with ThreadPoolExecutor(8) as threads:
        together = [body for body, _ in threads.map(lambda article: service.answer(article, Options()), articles)]
    assert together == alone


class CountingPipeline(Pipeline):
    """The real pipeline, which also counts."""

    calls = 0

    def analyze(self, article: Article, **options: object) -> Analysis:
        """See `Pipeline.analyze`."""
        CountingPipeline.calls += 1
        return super().analyze(article, **options)  # type: ignore[arg-type]


def test_eight_readers_of_one_article_cost_one_analysis() -> None:
    service = AnalysisService(CountingPipeline(["de"]), AnswerCache(10**6, 60), Slot(queue=8, wait=60), deadline=60)
    article, start = Article.from_text(next(unique_articles("de"))), Barrier(8)

    def read(_: int) -> tuple[bytes, str]:
        start.wait()
        return service.answer(article, Options(language="de"))

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(read, range(8)))
    assert CountingPipeline.calls == 1
    assert len({body for body, _ in answers}) == 1
    assert sorted(origin for _, origin in answers) == ["cache"] * 7 + ["computed"]


def test_failures_are_not_kept() -> None:
    cache, answers = AnswerCache(1000, 60), iter([ValueError("no"), Answer(b"{}", complete=True)])

    def compute() -> Answer:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    for _ in range(2):
        try:
            body = cache.get("key", compute).body
        except ValueError:
            continue
    assert body == b"{}"


def test_a_kept_answer_needs_no_place_in_the_queue(pipeline: Pipeline) -> None:
    slot = Slot(queue=1, wait=0)
    service = AnalysisService(pipeline, AnswerCache(10**6, 60), slot, deadline=60)
    article = Article.from_text(next(unique_articles("en")))
    service.answer(article, Options())
    with slot.admit():
        assert service.answer(article, Options())[1] == "cache"
