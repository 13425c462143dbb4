"""Storing, replaying and withdrawing reports, the same on both databases."""

from uuid import uuid4

import pytest
from sqlalchemy import func, select

from server.service.reports import ReportService, UnknownReport, fingerprint
from server.store.session import Database
from server.store.tables import Report, now


def report(key: str | None = None, exact: str = "Der Hafen wurde verkauft.") -> Report:
    suggestion = {"type": "anonymous"}
    return Report(
        key=key or str(uuid4()),
        kind="wrong_type",
        language="de",
        fingerprint=fingerprint("wrong_type", exact, suggestion),
        quote_exact=exact,
        answer={"id": "c1"},
        suggestion=suggestion,
        comment="🙂 Kommentar",
        software_version="0.1.0",
        models={"de.tagger": "1"},
    )


def count(database: Database) -> int:
    with database.transaction() as session:
        return session.scalar(select(func.count()).select_from(Report)) or 0


def test_everything_comes_back_as_it_went_in(database: Database) -> None:
    before = now()
    stored, new = ReportService(database).store(report())
    assert new
    with database.transaction() as session:
        read = session.get_one(Report, stored.id)
        assert (read.quote_exact, read.comment, read.answer) == (
            "Der Hafen wurde verkauft.",
            "🙂 Kommentar",
            {"id": "c1"},
        )
        assert (read.status, read.suggestion, read.models) == ("open", {"type": "anonymous"}, {"de.tagger": "1"})
        assert read.correction is None
        assert before <= read.created_at <= now()


def test_the_same_key_is_stored_once_and_the_first_stays(database: Database) -> None:
    service, key = ReportService(database), str(uuid4())
    first, _ = service.store(report(key))
    second, new = service.store(report(key, exact="Etwas anderes."))
    assert not new
    assert (second.id, second.quote_exact) == (first.id, "Der Hafen wurde verkauft.")
    assert count(database) == 1


def test_the_same_key_stored_between_look_and_write(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two servers get the same report at once: the unique index decides, and both give the same receipt."""
    service, key = ReportService(database), str(uuid4())
    first, _ = service.store(report(key))
    looks = iter([True])
    from server.service import reports as module

    look = module.by_key
    monkeypatch.setattr(module, "by_key", lambda session, key: None if next(looks, False) else look(session, key))
    second, new = service.store(report(key))
    assert (second.id, new) == (first.id, False)


def test_withdrawn_reports_keep_no_text(database: Database) -> None:
    service = ReportService(database)
    stored, _ = service.store(report())
    service.withdraw(stored.key)
    with database.transaction() as session:
        read = session.get_one(Report, stored.id)
        assert read.status == "withdrawn"
        assert (read.quote_exact, read.comment, read.answer, read.suggestion, read.fingerprint) == (
            "",
            "",
            None,
            {},
            "",
        )


def test_withdrawing_what_is_not_there(database: Database) -> None:
    with pytest.raises(UnknownReport):
        ReportService(database).withdraw(str(uuid4()))


def test_equal_corrections_have_equal_fingerprints() -> None:
    one = fingerprint("wrong_type", "Der  Hafen\nwurde verkauft.", {"type": "media", "status": "denied"})
    assert one == fingerprint("wrong_type", "Der Hafen wurde verkauft.", {"status": "denied", "type": "media"})
    assert one != fingerprint("wrong_type", "Der Hafen wurde verkauft.", {"type": "media"})
    assert one != fingerprint("wrong_span", "Der Hafen wurde verkauft.", {"type": "media", "status": "denied"})
