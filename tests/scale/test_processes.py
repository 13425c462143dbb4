"""Processes that die: order is kept, nothing is lost, and only the record to blame becomes an error record."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.archive.batch import Batch
from server.archive.local import Processes
from tests.scale.deadly import echo_or_die, grave


def batches(lines: list[str], size: int = 4) -> Iterator[Batch]:
    for begin in range(0, len(lines), size):
        yield Batch([line.encode() for line in lines[begin : begin + size]], begin)


def answers(lines: list[str]) -> list[str]:
    pool = Processes(2, echo_or_die, grave)
    try:
        return [line.decode() for batch in pool.map(batches(lines)) for line in batch.lines]
    finally:
        pool.close()


@pytest.mark.parametrize("guilty", [[0], [5], [19], [5, 6], [1, 18]], ids=str)
def test_a_deadly_record_takes_nobody_with_it(guilty: list[int]) -> None:
    lines = ["die" if number in guilty else f"line {number}" for number in range(20)]
    assert answers(lines) == ["†" if line == "die" else f"echo {line}" for line in lines]


def test_slow_neighbours_of_a_deadly_record_are_not_blamed() -> None:
    lines = ["wait 0", "line 1", "line 2", "line 3", "die", "line 5", "line 6", "line 7", "wait 8"]
    assert answers(lines) == ["†" if line == "die" else f"echo {line}" for line in lines]


def test_a_process_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    lines = [f"line {number}" for number in range(12)] + [f"die once {tmp_path / 'seen'}"]
    assert answers(lines) == [f"echo {line}" for line in lines]


def test_no_records_no_answers() -> None:
    assert answers([]) == []
