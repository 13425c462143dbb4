"""Ray gives what the processes of one machine give, byte for byte, also when an actor or a node is lost under it."""

import contextlib
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil
import pytest

from tests.scale.archives import below, command, finished, read, record, until, write
from tests.services import ROOT, free_port, wait_for

pytestmark = pytest.mark.timeout(400)  # Ray's own processes and two pipelines; a busy machine takes its time
ACTOR = "MapWorker(Map(Reader))"
"""In the title of the process of every actor."""
STARTS = 5


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


def test_a_node_that_is_lost_costs_no_record(tmp_path: Path, cluster: str) -> None:
    """Two actors on a cluster of three nodes with a core each: what ran on the lost one is done on the spare one."""
    source = write(tmp_path / "in.jsonl", [record(number) for number in range(96)])
    local, clustered = tmp_path / "local.jsonl", tmp_path / "ray.jsonl"
    assert finished(command(source, local, "--processes", "1"))[0] == 0

    with ExitStack() as stack:
        nodes = [stack.enter_context(node(f"--address={cluster}", "--num-cpus=1")) for _ in range(3)]
        run = command(source, clustered, "--engine", "ray", "--address", cluster, "--processes", "2")
        until(lambda: clustered.exists() and clustered.stat().st_size, run)
        lost = next(each for each in nodes if below(each, ACTOR))
        kill_all_of(lost)
        half = len(clustered.read_bytes().splitlines())
        status, told = finished(run)
        assert status == 0, told
    assert half < 96, "the node was lost after its work was done"
    assert clustered.read_bytes() == local.read_bytes()


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a Ray cluster whose first node works on nothing; only who knows its token gets in."""
    monkeypatch.setenv("RAY_AUTH_MODE", "token")
    monkeypatch.setenv("RAY_AUTH_TOKEN", secrets.token_hex(32))
    port = free_port()
    with (
        tempfile.TemporaryDirectory(prefix="ray-", dir="/tmp") as folder,  # a short path: it holds sockets
        monkeypatch.context() as changed,
    ):
        changed.setenv("RAY_TMPDIR", folder)
        with node("--head", f"--port={port}", "--num-cpus=0", "--include-dashboard=false"):
            yield f"127.0.0.1:{port}"


@contextmanager
def node(*options: str) -> Iterator[subprocess.Popen[str]]:
    """A node of a cluster, with all its processes, once it is up and until the block ends."""
    process = next(each for _ in range(STARTS) if (each := started(*options)))
    try:
        yield process
    finally:
        kill_all_of(process)


def started(*options: str) -> subprocess.Popen[str] | None:
    """A node that is up; None where Ray gave up, as it does after half a minute on a busy machine."""
    arguments = ["start", *options, "--block", "--object-store-memory=80000000", "--disable-usage-stats"]
    environment = os.environ | {"OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    with tempfile.NamedTemporaryFile("w+") as told:
        process = subprocess.Popen(
            [Path(sys.executable).with_name("ray"), *arguments],
            env=environment, stdout=told, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        try:
            wait_for(lambda: "Ray runtime started" in Path(told.name).read_text(), process)
        except AssertionError:
            kill_all_of(process)
            return None
        return process


def kill_all_of(process: subprocess.Popen[str]) -> None:
    """Every process of a node at once, as when its machine fails."""
    if process.poll() is None:
        first = psutil.Process(process.pid)
        for each in (*first.children(recursive=True), first):
            with contextlib.suppress(psutil.NoSuchProcess):
                each.kill()
    process.wait()


def test_a_cluster_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", [record(1)])
    status, told = finished(command(source, tmp_path / "out.jsonl", "--engine", "ray", "--address", "127.0.0.1:1"))
    assert (status, "hearsay: Ray at 127.0.0.1:1" in told, "Traceback" in told) == (1, True, False), told
