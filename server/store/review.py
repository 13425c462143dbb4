"""What a reviewer asks of the reports; identical ones count as one. Works inside the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from server.store.tables import Report

PAGE = 50
"""Groups on one page."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which reports, in which order; an empty string means any."""

    status: str = "open"
    kind: str = ""
    language: str = ""
    source_type: str = ""
    version: str = ""
    search: str = ""
    sort: str = "newest"
    page: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """Identical reports: the first of them, how many there are, and how many say anything about the same words."""

    report: Report
    count: int
    about_the_same: int

    @property
    def agreement(self) -> float:
        """The share of readers, 0 to 1, who said just this about these words."""
        return self.count / self.about_the_same


def groups(session: Session, wanted: Wanted) -> tuple[list[Group], int]:
    """One page of groups, and how many there are on all pages."""
    same = (
        select(
            func.min(Report.id).label("first"), func.count().label("count"), func.max(Report.created_at).label("last")
        )
        .where(*_conditions(wanted))
        .group_by(Report.fingerprint, Report.status)
        .subquery()
    )
    about_the_same = (
        select(Report.kind, Report.quote_exact, func.count().label("total"))
        .where(Report.status != "withdrawn")
        .group_by(Report.kind, Report.quote_exact)
        .subquery()
    )
    agreement = same.c.count * 1.0 / about_the_same.c.total
    orders: dict[str, Sequence[ColumnElement[Any]]] = {
        "newest": (same.c.last.desc(),),
        "oldest": (same.c.last.asc(),),
        "count": (same.c.count.desc(), same.c.last.desc()),
        "agreement": (agreement.desc(), same.c.count.desc(), same.c.last.desc()),
    }
    query: Select[Report, int, int] = (
        select(Report, same.c.count, about_the_same.c.total)
        .join(same, same.c.first == Report.id)
        .join(
            about_the_same,
            (about_the_same.c.kind == Report.kind) & (about_the_same.c.quote_exact == Report.quote_exact),
        )
        .order_by(*orders.get(wanted.sort, orders["newest"]), Report.id)
    )
    rows = session.execute(query.offset((wanted.page - 1) * PAGE).limit(PAGE))
    total = session.scalar(select(func.count()).select_from(same)) or 0
    return [Group(report, count, about) for report, count, about in rows], total


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [Report.status != "withdrawn"]
    for column, value in (
        (Report.status, wanted.status),
        (Report.kind, wanted.kind),
        (Report.language, wanted.language),
        (Report.source_type, wanted.source_type),
        (Report.software_version, wanted.version),
    ):
        if value:
            conditions.append(column == value)
    if wanted.search:
        pattern = f"%{wanted.search.translate({ord(sign): f'/{sign}' for sign in '/%_'})}%"
        conditions.append(Report.quote_exact.ilike(pattern, escape="/") | Report.comment.ilike(pattern, escape="/"))
    return conditions


def identical(session: Session, report: Report) -> list[Report]:
    """All reports that say the same and stand the same, this one included."""
    same = (Report.fingerprint == report.fingerprint) & (Report.status == report.status)
    return list(session.scalars(select(Report).where(same).order_by(Report.id)))


def versions(session: Session) -> list[str]:
    """The versions of Hearsay that reports were sent about."""
    return list(session.scalars(select(Report.software_version).distinct().order_by(Report.software_version)))


def accepted(session: Session) -> list[Report]:
    """One report of each accepted correction, in the order they came in."""
    first = select(func.min(Report.id)).where(Report.status == "accepted").group_by(Report.fingerprint)
    return list(session.scalars(select(Report).where(Report.id.in_(first)).order_by(Report.id)))
