"""What `hearsay archive` tells of its progress: how many, how fast, what went wrong, and how long it still takes."""

import re

import pytest

from server.archive.progress import Meter


def test_nothing_is_foretold_before_anything_is_done() -> None:
    assert Meter(total=1000).left is None
    assert Meter(total=1000, begin=400, before=7).left is None


def test_it_tells_counts_rate_and_time_left() -> None:
    meter = Meter(total=1000)
    meter.add(articles=16, errors=2, position=400)
    meter.add(articles=16, errors=1, position=800)
    assert meter.left is not None and meter.left.total_seconds() >= 0
    assert re.match(r"32 articles, \d+\.\d/s, 3 errors", str(meter))


def test_what_an_earlier_run_did_is_told_apart_and_not_counted_into_the_rate() -> None:
    meter = Meter(total=1000, begin=500, before=40)
    meter.add(articles=16, errors=0, position=750)
    assert str(meter).startswith("16 articles") and "40" in str(meter)


def test_the_end_is_told_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Meter(total=10) as meter:
        meter.add(articles=3, errors=0, position=10)
    told = capsys.readouterr()
    assert told.err.startswith("3 articles, ") and told.out == ""
