"""Reading and writing reports; every function works inside the caller's transaction."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.store.tables import Report


def by_key(session: Session, key: str) -> Report | None:
    """The report with this idempotency key."""
    return session.scalar(select(Report).where(Report.key == key))


def erase(report: Report) -> None:
    """Mark a report as withdrawn and forget all text in it."""
    report.status = "withdrawn"
    report.quote_exact = report.quote_prefix = report.quote_suffix = report.comment = report.fingerprint = ""
    report.answer = report.host = report.correction = None
    report.suggestion = {}
    for decision in report.decisions:
        decision.before, decision.after, decision.note = {}, {}, ""
