"""The review desk's decisions: on all identical reports at once, each step kept so that it can be undone."""

from typing import Any, Literal

from sqlalchemy.orm import Session

from server.service.reports import UnknownReport
from server.store.review import Group, Wanted, groups, identical, versions
from server.store.session import Database
from server.store.tables import Decision, Report

Action = Literal["accept", "reject", "reopen"]
STATUS: dict[Action, str] = {"accept": "accepted", "reject": "rejected", "reopen": "open"}


class NothingToUndo(ValueError):
    """The report was never decided about, or everything was undone."""


class ReviewService:
    """What a reviewer may do with reports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def groups(self, wanted: Wanted) -> tuple[list[Group], int]:
        """One page of identical reports counted together, and the number of all."""
        with self._database.transaction() as session:
            return groups(session, wanted)

    def versions(self) -> list[str]:
        """The versions that reports were sent about."""
        with self._database.transaction() as session:
            return versions(session)

    def report(self, number: int) -> tuple[Report, list[Decision], int]:
        """A report, the decisions about it from first to last, and how many say the same. Raises `UnknownReport`."""
        with self._database.transaction() as session:
            report = _get(session, number)
            return report, list(report.decisions), len(identical(session, report))

    def decide(self, number: int, action: Action, correction: dict[str, Any] | None = None, note: str = "") -> Report:
        """Decide about a report and all identical ones. Raises `UnknownReport`."""
        with self._database.transaction() as session:
            report = _get(session, number)
            for each in identical(session, report):
                before = _state(each)
                each.status = STATUS[action]
                each.correction = correction if action == "accept" else None
                each.decisions.append(Decision(action=action, before=before, after=_state(each), note=note))
            return report

    def undo(self, number: int) -> Report:
        """Take the last decision back, for all identical reports. Raises `UnknownReport`, `NothingToUndo`."""
        with self._database.transaction() as session:
            report = _get(session, number)
            done = False
            for each in identical(session, report):
                last = _last_standing(each.decisions)
                if last is None:
                    continue
                before = _state(each)
                each.status, each.correction = last.before["status"], last.before["correction"]
                each.decisions.append(Decision(action="undo", before=before, after=_state(each)))
                done = True
            if not done:
                raise NothingToUndo
            return report


def _get(session: Session, number: int) -> Report:
    report = session.get(Report, number)
    if report is None or report.status == "withdrawn":
        raise UnknownReport
    return report


def _state(report: Report) -> dict[str, Any]:
    return {"status": report.status, "correction": report.correction}


def _last_standing(decisions: list[Decision]) -> Decision | None:
    """The last decision that no later `undo` took back."""
    undone = 0
    for decision in reversed(decisions):
        if decision.action == "undo":
            undone += 1
        elif undone:
            undone -= 1
        else:
            return decision
    return None
