"""The review desk's questions and decisions, the same on both databases."""

import pytest

from server.service.export import case, training_rows
from server.service.reports import ReportService
from server.service.review import NothingToUndo, ReviewService
from server.store.review import PAGE, Wanted
from server.store.session import Database
from tests.store.test_reports import report


def store(database: Database, *texts: str) -> list[int]:
    """Store one report for each text; their ids."""
    service = ReportService(database)
    return [service.store(report(exact=text))[0].id for text in texts]


def listed(database: Database, **wanted: object) -> list[tuple[str, int]]:
    """The groups' texts and sizes."""
    found, _ = ReviewService(database).groups(Wanted(**wanted))  # type: ignore[arg-type]
    return [(group.report.quote_exact, group.count) for group in found]


def test_identical_ones_together_in_every_order(database: Database) -> None:
    store(database, "Eins.", "Zwei.", "Drei.", "Zwei.")
    assert listed(database, sort="newest") == [("Zwei.", 2), ("Drei.", 1), ("Eins.", 1)]
    assert listed(database, sort="oldest") == [("Eins.", 1), ("Drei.", 1), ("Zwei.", 2)]
    assert listed(database, sort="count")[0] == ("Zwei.", 2)
    assert listed(database, sort="agreement")[0] == ("Zwei.", 2)


def test_agreement_is_the_share_of_those_who_say_the_same(database: Database) -> None:
    store(database, "Eins.", "Eins.", "Eins.")
    other = report(exact="Eins.")
    other.suggestion, other.fingerprint = {"type": "media"}, "another"
    ReportService(database).store(other)
    found, total = ReviewService(database).groups(Wanted(sort="agreement"))
    assert [group.agreement for group in found] == [0.75, 0.25]
    assert total == 2


@pytest.mark.parametrize(
    ("search", "expected"),
    [("EINS", ["Eins 100 %."]), ("%", ["Eins 100 %."]), ("_", []), ("kommentar", None), ("'", [])],
)
def test_search_is_by_letters_not_by_patterns(database: Database, search: str, expected: list[str] | None) -> None:
    store(database, "Eins 100 %.", "Zwei.")
    found = sorted(text for text, _ in listed(database, search=search))
    assert found == (["Eins 100 %.", "Zwei."] if expected is None else expected)


def test_pages(database: Database) -> None:
    store(database, *(f"Nummer {number:03}." for number in range(PAGE + 3)))
    first, second = listed(database, sort="oldest"), listed(database, sort="oldest", page=2)
    assert (len(first), len(second)) == (PAGE, 3)
    assert not set(first) & set(second)


def test_decide_correct_undo(database: Database) -> None:
    numbers = store(database, "Eins.", "Eins.")
    review = ReviewService(database)
    review.decide(numbers[0], "accept", {"type": "official"}, note="im Impressum")
    assert listed(database, status="accepted") == [("Eins.", 2)]
    found, decisions, count = review.report(numbers[1])
    assert (found.status, found.correction, count) == ("accepted", {"type": "official"}, 2)
    assert [decision.note for decision in decisions] == ["im Impressum"]
    review.undo(numbers[0])
    assert listed(database, status="open") == [("Eins.", 2)]
    with pytest.raises(NothingToUndo):
        review.undo(numbers[0])


def test_withdrawn_reports_are_gone_from_the_desk(database: Database) -> None:
    stored, _ = ReportService(database).store(report())
    ReportService(database).withdraw(stored.key)
    assert listed(database, status="") == []


def test_export(database: Database) -> None:
    numbers = store(database, "Der Kai {neu} ist zu.", "Nichts.")
    ReviewService(database).decide(numbers[0], "accept", {"status": "hedged"})
    (row,) = training_rows(database)
    assert (row["text"], row["claim"], row["corrected"]) == ("Der Kai {neu} ist zu.", (0, 21), ["status", "type"])
    assert case(row) == "{claim type=anonymous status=hedged|Der Kai \\{neu\\} ist zu.}"
