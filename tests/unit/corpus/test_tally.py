"""What is counted, and that it stays small."""

import tracemalloc
from pathlib import Path

import pytest

from server.corpus.answers import Answer, read_answers
from server.corpus.table import write_csv
from server.corpus.tally import OUTLETS, Share, Tally
from tests.unit.corpus.answers import answer, write

ANSWERS = [
    answer({"unspecified": 1, "official": 3, "none": 5}, 12.0, "aligned", outlet="Post", date="2031-01-03"),
    answer({"anonymous": 2}, -47.5, "marked", outlet="Post", date="2031-02-28T07:00:00Z"),
    answer({"person": 4}, 100.0, "severe", outlet="Talbote", date="2031-02"),
    answer({"none": 1}),
    {"error": {"title": "The article has no text"}, "id": 7},
    '{"id": 8, "claims"',
    {"id": 9},
]


@pytest.fixture
def tally(tmp_path: Path) -> Tally:
    return Tally().count(read_answers(write(tmp_path / "answers.jsonl", ANSWERS)))


def test_claims_are_counted_by_outlet_and_month(tally: Tally) -> None:
    assert {key: dict(cell.types) for key, cell in tally.cells.items()} == {
        ("Post", "2031-01"): {"unspecified": 1, "official": 3, "none": 5},
        ("Post", "2031-02"): {"anonymous": 2},
        ("Talbote", "2031-02"): {"person": 4},
        (None, None): {"none": 1},
    }
    assert list(tally.by_outlet()) == ["Post", "Talbote", None]
    assert list(tally.by_month()) == ["2031-01", "2031-02", None]
    assert (tally.errors, tally.unreadable) == (1, 2)


def test_the_share_of_unnamed_sources_is_of_attributed_claims(tally: Tally) -> None:
    assert tally.by_outlet()["Post"].unnamed[:3] == (3, 6, 0.5)
    assert tally.by_outlet()["Talbote"].unnamed[:3] == (0, 4, 0.0)
    assert tally.by_outlet()[None].unnamed == (0, 0, 0.0, 0.0, 1.0)


def test_mismatch_scores_fall_into_classes_of_ten(tally: Tally) -> None:
    assert tally.whole().scores == {10: 1, -50: 1, 90: 1}
    assert tally.whole().bands == {"aligned": 1, "marked": 1, "severe": 1, "not_rated": 1}


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_intervals_are_wilsons(count: int, total: int, low: float, high: float) -> None:
    """81 of 263 is the example of Newcombe 1998 (method 3); the borders are symmetric under count ↔ total − count."""
    assert Share.of(count, total)[3:] == pytest.approx((low, high), abs=1e-4)


def test_memory_does_not_grow_with_articles_or_outlets() -> None:
    def many(count: int) -> Tally:
        return Tally().count(
            Answer.model_validate(answer({"person": 1}, outlet=f"outlet {number}", date="2031-01"))
            for number in range(count)
        )

    tracemalloc.start()
    small = many(OUTLETS * 2)
    before = tracemalloc.get_traced_memory()[0]
    large = many(OUTLETS * 8)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert large.whole().articles == OUTLETS * 8
    assert len(large.cells) == len(small.cells) == OUTLETS + 1
    assert grown < 1.1 * before


def test_the_csv_has_a_row_per_outlet_and_month_and_no_formula(tally: Tally, tmp_path: Path) -> None:
    tally.count([Answer.model_validate(answer({"person": 1}, outlet="=1+1", date="2031-05-01"))])
    write_csv(tally, tmp_path / "table.csv")
    head, *rows = (tmp_path / "table.csv").read_text().splitlines()
    assert head.startswith("outlet,month,articles,unspecified,anonymous,")
    assert [row.split(",")[:3] for row in rows] == [
        ["", "", "1"], ["'=1+1", "2031-05", "1"], ["Post", "2031-01", "1"], ["Post", "2031-02", "1"],
        ["Talbote", "2031-02", "1"],
    ]  # fmt: skip
