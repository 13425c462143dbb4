"""Readers' reports: stored once whatever happens on the way, withdrawn on request."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy.exc import IntegrityError

from server import metrics
from server.store.reports import by_key, erase
from server.store.session import Database
from server.store.tables import Report


class UnknownReport(LookupError):
    """No report has this key or id."""


def fingerprint(kind: str, exact: str, suggestion: Mapping[str, Any]) -> str:
    """Equal for reports that say the same about the same words."""
    said = json.dumps([kind, " ".join(exact.split()), suggestion], sort_keys=True, ensure_ascii=False)
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:48]


class ReportService:
    """What clients may do with reports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def store(self, report: Report) -> tuple[Report, bool]:
        """Keep a report; where its key is known, the first one stays. The second value says whether it is new."""
        try:
            with self._database.transaction() as session:
                known = by_key(session, report.key)
                if known is not None:
                    return known, False
                session.add(report)
        except IntegrityError:  # the same key was stored by another process since we looked
            with self._database.transaction() as session:
                known = by_key(session, report.key)
                if known is None:
                    raise
                return known, False
        metrics.REPORTS.labels(report.kind).inc()
        return report, True

    def withdraw(self, key: str) -> None:
        """Forget what a report said; its key stays taken. Raises `UnknownReport`."""
        with self._database.transaction() as session:
            report = by_key(session, key)
            if report is None:
                raise UnknownReport
            erase(report)
