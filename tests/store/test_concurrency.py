"""Writers in several processes neither fail nor lose nor double a report."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import func, select

from server.service.reports import ReportService
from server.store.session import Database
from server.store.tables import Report
from tests.store.test_reports import report

PROCESSES, EACH = 4, 40


def write(url: str, shift: int) -> list[tuple[str, int]]:
    """Store `EACH` reports; neighbours share half of their keys."""
    service = ReportService(Database(url))
    keys = [str(uuid5(NAMESPACE_URL, str(number))) for number in range(shift, shift + EACH)]
    return [(key, service.store(report(key))[0].id) for key in keys]


def test_four_processes_at_once(database: Database) -> None:
    url = database.url.render_as_string(hide_password=False)
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        shifts = [process * EACH // 2 for process in range(PROCESSES)]
        receipts = [receipt for written in pool.map(write, [url] * PROCESSES, shifts) for receipt in written]
    expected = EACH + (PROCESSES - 1) * EACH // 2
    assert len(set(receipts)) == len({key for key, _ in receipts}) == expected
    with database.transaction() as session:
        assert session.scalar(select(func.count()).select_from(Report)) == expected
