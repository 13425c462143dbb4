"""The process that reads articles may stand still, fail or die: health, refusals and reports do not depend on it."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import httpx
import psutil
import pytest

from server.nlp import Article, Pipeline
from server.nlp.pipeline import UnsupportedLanguage
from server.service.analyst import AnalysisFailed, AnalystLost, Beside, Here, Options
from server.service.cache import Answer
from tests.contract.test_reports import report
from tests.reliability.articles import article_of
from tests.services import Server, wait_for

ARTICLE = Article.from_text("Die Brücke ist gesperrt.\nAda Holm sagte, der Riss sei neu.")


def analyst_of(server: Server) -> psutil.Process:
    """The process that reads articles for the only worker."""
    (worker,) = server.workers()
    (analyst,) = psutil.Process(worker).children()
    return analyst


def ask(server: Server, mark: str) -> httpx.Response:
    return httpx.post(server.url + "/v1/analyze", json={"text": article_of(300, mark=mark)}, timeout=60)


def is_refusal(answer: httpx.Response) -> bool:
    assert answer.headers["Content-Type"] == "application/problem+json"
    return answer.status_code == 503 and int(answer.headers["Retry-After"]) >= 1


def test_while_an_analysis_stands_still_everything_else_goes_on(serve: Callable[..., Server]) -> None:
    server = serve(slot_queue=4, slot_wait=0.2)
    kept = ask(server, "vorher")
    analyst = analyst_of(server)
    analyst.suspend()
    with ThreadPoolExecutor(20) as threads:
        first: Future[httpx.Response] = threads.submit(ask, server, "als Erste")
        wait_for(lambda: _queued(server) == 1)
        refused = list(threads.map(lambda number: ask(server, f"Nummer {number}"), range(16)))
        assert all(map(is_refusal, refused))
        assert server.client.get("/health/live").status_code == 200
        assert server.client.get("/health/ready").status_code == 200
        assert server.client.post("/v1/reports", json=report()).status_code == 201
        again = ask(server, "vorher")
        assert (again.content, again.headers["X-Hearsay-Answer"]) == (kept.content, "cache")
        assert not first.done()
        analyst.resume()
        assert first.result().status_code == 200


def _queued(server: Server) -> float:
    lines = server.client.get("/metrics").text.splitlines()
    return sum(float(line.split()[-1]) for line in lines if line.startswith("hearsay_queue"))


@pytest.mark.parametrize("accident", [signal.SIGKILL, signal.SIGSTOP], ids=["dies", "hangs"])
def test_an_analyst_that_is_lost_costs_one_request_and_is_replaced(
    serve: Callable[..., Server], accident: signal.Signals
) -> None:
    server = serve(deadline=0.5)
    lost = analyst_of(server)
    os.kill(lost.pid, accident)
    assert is_refusal(ask(server, "in die Lücke"))
    wait_for(lambda: not psutil.pid_exists(lost.pid))
    wait_for(lambda: len(server.workers()) == 1 and ask(server, "danach").status_code == 200)
    assert "the process that analyses is lost" in server.log.read_text()


def test_no_analyst_outlives_its_worker(serve: Callable[..., Server]) -> None:
    server = serve()
    orphan = analyst_of(server)
    os.kill(orphan.ppid(), signal.SIGKILL)
    assert not psutil.wait_procs([orphan], timeout=20)[1]
    last = analyst_of_the_next(server, orphan)
    assert server.stop() == 0
    assert not psutil.wait_procs([last], timeout=20)[1]


def analyst_of_the_next(server: Server, before: psutil.Process) -> psutil.Process:
    wait_for(lambda: httpx.get(server.url + "/health/live").status_code == 200)
    analyst = analyst_of(server)
    assert analyst.pid != before.pid
    return analyst


class Clumsy(Here):
    """The real analyst, which stumbles over articles that are told to be English."""

    def read(self, article: Article, options: Options, seconds: float) -> Answer:
        """See `Here`."""
        if options.language == "en":
            raise KeyError(f"the article said: {article.text}")
        return super().read(article, options, seconds)


@pytest.fixture
def beside(pipeline: Pipeline) -> Iterator[tuple[Beside, list[str]]]:
    """An analyst beside this process, and what became of it."""
    left: list[str] = []
    analyst = Beside(Clumsy(pipeline), lambda: None, lambda: left.append("left"))
    yield analyst, left
    analyst.close()
    os.waitpid(analyst.pid, 0)


def test_beside_gives_the_same_as_here(beside: tuple[Beside, list[str]], pipeline: Pipeline) -> None:
    for options in (Options("de"), Options(), Options("de", min_confidence=0.9, ui_language="en")):
        assert beside[0].read(ARTICLE, options, 60) == Here(pipeline).read(ARTICLE, options, 60)
    assert not beside[0].read(ARTICLE, Options("de"), -1).complete


def test_failures_come_over_without_words_and_end_nothing(
    beside: tuple[Beside, list[str]], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(AnalysisFailed):
        beside[0].read(ARTICLE, Options("en"), 60)
    (record,) = caplog.records
    assert vars(record)["error"] == "KeyError" and "test_analyst.py" in str(vars(record)["at"])
    assert "Brücke" not in str(vars(record))
    with pytest.raises(UnsupportedLanguage) as unsupported:
        beside[0].read(ARTICLE, Options("fr"), 60)
    assert unsupported.value.code == "fr"
    assert beside[0].read(ARTICLE, Options("de"), 60).complete and beside[1] == []


def test_whoever_asks_a_lost_one_is_told_and_it_is_left_once(beside: tuple[Beside, list[str]]) -> None:
    os.kill(beside[0].pid, signal.SIGKILL)
    for _ in range(3):
        with pytest.raises(AnalystLost):
            beside[0].read(ARTICLE, Options("de"), 60)
    assert beside[1] == ["left"]
