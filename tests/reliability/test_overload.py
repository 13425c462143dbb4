"""Too many at once: some are answered, the rest are told to come back, and health never waits."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import httpx
import pytest

from server.service.slot import Overloaded, Slot
from tests.reliability.articles import article_of
from tests.services import Server


@pytest.fixture
def taken() -> Iterator[Slot]:
    """A slot for two, in which one request works until the test ends."""
    slot, working, end = Slot(queue=2, wait=0.05), Event(), Event()

    def work() -> None:
        with slot.admit() as until, slot.work(until):
            working.set()
            end.wait()

    with ThreadPoolExecutor(1) as threads:
        threads.submit(work)
        working.wait()
        yield slot
        end.set()


def test_the_second_waits_and_gives_up(taken: Slot) -> None:
    with taken.admit() as until, pytest.raises(Overloaded) as overloaded, taken.work(until):
        raise AssertionError("two worked at once")
    assert overloaded.value.retry_after >= 1


def test_the_third_is_not_even_admitted(taken: Slot) -> None:
    with taken.admit(), pytest.raises(Overloaded), taken.admit():
        raise AssertionError("three were admitted")


def test_who_waited_for_another_does_not_wait_anew() -> None:
    """With an hour to wait for the slot, this ends because the request's own time is over."""
    slot = Slot(queue=2, wait=3600)
    with (
        slot.admit() as until,
        slot.work(until),
        slot.admit() as later,
        pytest.raises(Overloaded),
        slot.work(later - 3600),
    ):
        raise AssertionError("two worked at once")


def test_places_are_given_back_after_failures() -> None:
    slot = Slot(queue=1, wait=0)
    for _ in range(3):
        with pytest.raises(KeyError), slot.admit() as until, slot.work(until):
            raise KeyError


def test_flood(serve: Callable[..., Server]) -> None:
    """Twelve long articles at once on one worker with room for three."""
    server = serve(workers=1, threads=8, slot_queue=3, slot_wait=0.01)
    bodies = [{"text": article_of(100_000, mark=f"Nummer {number}"), "language": "de"} for number in range(12)]

    def ask(body: dict[str, str]) -> httpx.Response:
        return httpx.post(server.url + "/v1/analyze", json=body, timeout=100)

    with ThreadPoolExecutor(12) as threads:
        asked: list[Future[httpx.Response]] = [threads.submit(ask, body) for body in bodies]
        health = [server.client.get("/health/live").status_code for _ in range(10)]
        answers = [future.result() for future in asked]
    statuses = [answer.status_code for answer in answers]
    assert set(health) == {200}
    assert set(statuses) == {200, 503}
    for answer in answers:
        if answer.status_code == 503:
            assert answer.headers["Content-Type"] == "application/problem+json"
            assert int(answer.headers["Retry-After"]) >= 1
    assert server.analyze({"text": "Danach geht es weiter, sagte die Betreiberin."}).status_code == 200
