"""The tables: readers' reports, and what a reviewer decided about each."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, Index, MetaData, String, Text, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """See the class."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


class Base(DeclarativeBase):
    """Names every constraint, so that migrations can change it on every database."""

    metadata = MetaData(naming_convention=NAMES)


class Report(Base):
    """One reader's correction, as sent, and where it stands: `open`, `accepted`, `rejected` or `withdrawn`.

    `fingerprint` is equal for reports that say the same about the same words. `correction` is what the
    reviewer made of the suggestion when accepting. A withdrawn report keeps no text.
    """

    __tablename__ = "reports"
    __table_args__ = (Index("ix_reports_status_created_at", "status", "created_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(36), unique=True)
    created_at: Mapped[datetime] = mapped_column(Instant, default=now)
    status: Mapped[str] = mapped_column(String(16), default="open")
    kind: Mapped[str] = mapped_column(String(24))
    language: Mapped[str] = mapped_column(String(2))
    fingerprint: Mapped[str] = mapped_column(String(48), index=True)
    quote_exact: Mapped[str] = mapped_column(Text)
    quote_prefix: Mapped[str] = mapped_column(Text, default="")
    quote_suffix: Mapped[str] = mapped_column(Text, default="")
    source_type: Mapped[str] = mapped_column(String(24), default="")
    certainty: Mapped[str] = mapped_column(String(24), default="")
    answer: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    suggestion: Mapped[dict[str, Any]] = mapped_column(JSON)
    comment: Mapped[str] = mapped_column(Text, default="")
    software_version: Mapped[str] = mapped_column(String(50))
    models: Mapped[dict[str, str]] = mapped_column(JSON)
    host: Mapped[str | None] = mapped_column(String(253))
    correction: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    decisions: Mapped[list["Decision"]] = relationship(back_populates="report", order_by="Decision.id")


class Decision(Base):
    """One step of a review: what the report's status and correction were before and became, so it can be undone."""

    __tablename__ = "decisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(Instant, default=now)
    action: Mapped[str] = mapped_column(String(16))
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
    note: Mapped[str] = mapped_column(Text, default="")
    report: Mapped[Report] = relationship(back_populates="decisions")
