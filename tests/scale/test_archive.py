"""`hearsay archive` as users run it: killed, broken off, on a full disk, beside itself."""

import gzip
import re
import resource
import signal
from pathlib import Path

import pytest

from server.archive.writing import LineWriter
from tests.scale.archives import below, command, finished, gone, read, record, until, write

pytestmark = pytest.mark.timeout(300)  # each process loads its own pipeline, and a busy machine takes its time
WORKER = "spawn_main"
"""In the command line of every process that reads articles."""


def ids(path: Path) -> list[str]:
    return [str(answer["id"]) for answer in read(path)]


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_killed_in_the_middle_it_goes_on_without_loss_or_doubles(tmp_path: Path, name: str) -> None:
    records = [record(number) if number % 10 else {"id": number} for number in range(100)]
    source, target, errors = write(tmp_path / "in.jsonl.gz", records), tmp_path / name, tmp_path / "errors.jsonl"
    kept = target if name == "out.jsonl" else tmp_path / "out.parquet.partial.jsonl.gz"
    run = command(source, target, "--errors", str(errors), "--processes", "2")
    until(lambda: kept.exists() and kept.stat().st_size, run)
    workers = below(run, WORKER)
    assert len(workers) == 2
    run.kill()
    assert finished(run)[0] == -signal.SIGKILL
    assert gone(workers), "processes whose parent was killed must not stay"
    assert kept.stat().st_size
    assert not (tmp_path / "out.parquet").exists()

    status, told = finished(command(source, target, "--errors", str(errors), "--processes", "1"))
    assert status == 0, told
    assert (done := re.search(r"(\d+) done before", told)), told
    assert 0 < int(done[1]) < 100
    assert ids(target) == [str(row["id"]) for row in records]
    assert ids(errors) == [str(number) for number in range(0, 100, 10)]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([source.name, name, errors.name])


def test_a_process_that_is_killed_costs_no_record_and_makes_no_error(tmp_path: Path) -> None:
    source, target = write(tmp_path / "in.jsonl", [record(number) for number in range(50)]), tmp_path / "out.jsonl"
    run = command(source, target, "--processes", "1")
    until(lambda: target.exists() and target.stat().st_size, run)
    below(run, WORKER)[0].kill()
    status, told = finished(run)
    assert (status, "50 articles" in told, " 0 errors" in told) == (0, True, True), told
    assert ids(target) == [str(number) for number in range(50)]


def test_a_full_disk_ends_the_run_with_a_word_and_it_goes_on_when_there_is_room(tmp_path: Path) -> None:
    # With the language given: the detector unpacks its model to a file as it is loaded.
    records = [record(number) | {"language": ("en", "de")[number % 2]} for number in range(40)]
    source, target = write(tmp_path / "in.jsonl", records), tmp_path / "out.jsonl"
    full = command(
        source, target, "--processes", "1",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )  # fmt: skip
    status, told = finished(full)
    assert status == 1
    assert "out.jsonl: File too large" in told
    assert "Traceback" not in told
    assert finished(command(source, target, "--processes", "1"))[0] == 0
    assert ids(target) == [str(number) for number in range(40)]


def test_two_runs_cannot_write_the_same_output(tmp_path: Path) -> None:
    source, target = write(tmp_path / "in.jsonl", [record(1)]), tmp_path / "out.jsonl"
    other = LineWriter(target)
    status, told = finished(command(source, target, "--processes", "1"))
    other.close()
    assert (status, "is being written by another run" in told) == (1, True), told
    assert target.read_bytes() == b""


def test_what_is_wrong_is_said_in_one_line(tmp_path: Path) -> None:
    """Each case: input, output, words of the message."""
    good = write(tmp_path / "good.jsonl", [record(1)])
    broken = tmp_path / "broken.jsonl.gz"
    broken.write_bytes(gzip.compress(b'{"id": 1}\n' * 1000)[:-9])
    not_parquet = tmp_path / "not.parquet"
    not_parquet.write_text("id,text\n")
    other = write(tmp_path / "other.jsonl", [record(7)])
    cases = [
        (good, tmp_path / "missing" / "out.jsonl", "No such file or directory"),
        (good, good / "out.jsonl", "Not a directory"),
        (good, other, "holds the answers to other articles"),
        (broken, tmp_path / "a.jsonl", "cannot be read to its end"),
        (not_parquet, tmp_path / "b.jsonl", "cannot be read to its end"),
    ]
    runs = [(command(source, target, "--processes", "1"), words) for source, target, words in cases]
    for run, words in runs:
        status, told = finished(run)
        assert (status, words in told, "Traceback" in told) == (1, True, False), told
    assert read(other) == [record(7)]
