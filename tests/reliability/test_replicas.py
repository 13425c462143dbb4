"""Three processes with one Redis behave as one server: memory, metrics, limits, one analysis per article."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psutil
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.reliability.articles import article_of
from tests.services import Server, redis_running, serving, wait_for

WORKERS, LIMIT = 3, 60


@pytest.fixture(scope="module")
def replicas(tmp_path_factory: pytest.TempPathFactory, redis_url: str) -> Iterator[Server]:
    """Three workers on one Redis."""
    folder = tmp_path_factory.mktemp("replicas")
    with serving(folder, workers=WORKERS, redis_url=redis_url, reports_limit=f"{LIMIT} per hour") as server:
        wait_for(lambda: len(server.workers()) == WORKERS)
        yield server


def ask(server: Server, bodies: list[dict[str, str]], path: str = "/v1/analyze") -> list[httpx.Response]:
    """All at once, each on a connection of its own, so that every process gets some."""
    with ThreadPoolExecutor(12) as threads:
        return list(threads.map(lambda body: httpx.post(server.url + path, json=body, timeout=60), bodies))


def private_megabytes(pid: int) -> float:
    """Memory that only this process holds."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    sizes = {name.rstrip(":"): int(size) for name, size, *_ in map(str.split, lines)}
    return (sizes["Private_Clean"] + sizes["Private_Dirty"]) / 1000


def value(server: Server, name: str, **labels: str) -> float:
    """A metric's total over the labels given."""
    families = text_string_to_metric_families(server.client.get("/metrics").text)
    samples = [sample for family in families for sample in family.samples if sample.name == name]
    return sum(sample.value for sample in samples if labels.items() <= sample.labels.items())


def test_metrics_add_up_over_processes(replicas: Server) -> None:
    before = value(replicas, "hearsay_request_seconds_count", route="/health/live")
    with ThreadPoolExecutor(12) as threads:
        list(threads.map(lambda _: httpx.get(replicas.url + "/health/live"), range(60)))
    for _ in range(3):  # whichever process is asked
        assert httpx.get(replicas.url + "/metrics").status_code == 200
        assert value(replicas, "hearsay_request_seconds_count", route="/health/live") == before + 60


def test_models_and_queue_are_told(replicas: Server) -> None:
    models = replicas.client.get("/health/ready").json()["models"]
    assert value(replicas, "hearsay_model") == len(models)
    assert value(replicas, "hearsay_queue") == 0


def test_one_article_is_analysed_once_for_all(replicas: Server) -> None:
    answers = ask(replicas, [{"text": article_of(2000, mark="Einmal für alle"), "language": "de"}] * 12)
    origins = Counter(answer.headers["X-Hearsay-Answer"] for answer in answers if answer.status_code == 200)
    assert origins["computed"] == 1
    assert len({answer.content for answer in answers if answer.status_code == 200}) == 1


def test_the_limit_holds_over_processes(replicas: Server) -> None:
    answers = ask(replicas, [{}] * (LIMIT + 30), "/v1/reports")
    statuses = Counter(answer.status_code for answer in answers)
    assert statuses == {422: LIMIT, 429: 30}
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert 0 < int(refused.headers["Retry-After"]) <= 3600


def test_workers_share_the_models(replicas: Server) -> None:
    ask(replicas, [{"text": article_of(2000, mark=f"Warm {number}")} for number in range(12)])
    for pid in replicas.workers():
        analyst, *others = psutil.Process(pid).children()
        assert not others
        assert private_megabytes(pid) + private_megabytes(analyst.pid) < 100


def test_a_killed_worker_is_replaced(replicas: Server) -> None:
    import os
    import signal

    victim = replicas.workers()[0]
    os.kill(victim, signal.SIGKILL)
    wait_for(lambda: len(replicas.workers()) == WORKERS and victim not in replicas.workers())
    assert httpx.get(replicas.url + "/health/ready").status_code == 200


def test_without_redis_every_process_goes_on_alone(tmp_path: Path) -> None:
    with (
        redis_running(tmp_path) as (url, redis),
        serving(tmp_path, redis_url=url, analyze_limit="8 per hour") as server,
    ):
        first = server.analyze({"text": article_of(500, mark="mit Redis")})
        assert (first.status_code, server.client.get("/health/ready").json()["redis"]) == (200, True)
        redis.kill()
        redis.wait()
        answers = [server.analyze({"text": article_of(500, mark=f"ohne Redis {number}")}) for number in range(9)]
        assert [answer.status_code for answer in answers] == [200] * 8 + [429]
        ready = server.client.get("/health/ready")
        assert (ready.status_code, ready.json()["redis"]) == (200, False)


def test_without_redis_at_all_processes_share_the_limit_out(tmp_path: Path) -> None:
    with serving(tmp_path, workers=WORKERS, reports_limit="30 per hour") as server:
        wait_for(lambda: len(server.workers()) == WORKERS)
        answers = ask(server, [{}] * 90, "/v1/reports")
        assert Counter(answer.status_code for answer in answers)[422] <= 30
