"""Ray gives what the processes of one machine give, byte for byte, also when an actor is killed under it."""

from pathlib import Path

import psutil
import pytest

from tests.scale.archives import below, command, finished, read, record, until, write

pytest.importorskip("ray", reason="the extra `ray` is not installed")
pytestmark = pytest.mark.timeout(400)  # Ray's own processes and two pipelines; a busy machine takes its time
ACTOR = "MapWorker(Map(Reader))"
"""In the title of the process of every actor."""


def test_local_and_ray_agree_and_an_actor_that_is_killed_costs_no_record(tmp_path: Path) -> None:
    records = [record(number) if number % 9 else {"id": number} for number in range(120)]
    source = write(tmp_path / "in.jsonl", records)
    local, clustered, errors = tmp_path / "local.jsonl", tmp_path / "ray.jsonl", tmp_path / "errors.jsonl"
    assert finished(command(source, local, "--processes", "1"))[0] == 0

    run = command(source, clustered, "--engine", "ray", "--processes", "1", "--errors", str(errors))
    until(lambda: clustered.exists() and clustered.stat().st_size, run)
    (actor,) = below(run, ACTOR)
    actor.kill()
    assert not psutil.wait_procs([actor], timeout=20)[1]
    half = len(clustered.read_bytes().splitlines())
    status, told = finished(run)
    assert status == 0, told
    assert half < 120, "the actor was killed after its work was done"
    assert clustered.read_bytes() == local.read_bytes()
    assert [answer["id"] for answer in read(errors)] == list(range(0, 120, 9))


def test_a_cluster_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", [record(1)])
    status, told = finished(command(source, tmp_path / "out.jsonl", "--engine", "ray", "--address", "127.0.0.1:1"))
    assert (status, "hearsay: Ray at 127.0.0.1:1" in told, "Traceback" in told) == (1, True, False), told
