"""From an input file to an output file, taking up where an earlier run was killed."""

import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from server.archive.batch import Batch
from server.archive.errors import InUse, OtherArchive
from server.archive.parquet import count_rows, is_parquet, read_rows, write_rows
from server.archive.progress import Meter
from server.archive.reading import read_batches, read_records
from server.archive.record import Failure
from server.archive.writing import LineWriter

Engine = Callable[[Path, int], Iterator[Batch]]
"""Gives the answers to the records of a file after the first so many, in order."""


def over(answer: Callable[[Iterable[Batch]], Iterator[Batch]]) -> Engine:
    """The engine that reads the file in this process and hands the batches to `answer`."""
    return lambda source, skip: answer(read_batches(source, skip))


def run(source: Path, target: Path, engine: Engine, errors: Path | None = None) -> Meter:
    """Write one answer to `target` for every record of `source`, in order; skip those already there.

    `errors` gets a copy of every error record. Parquet cannot be added to, so its lines are collected in
    `journal(target)` and become `target` at the end. Raises `ArchiveError`, and `OSError` for the files.
    """
    if not is_parquet(target):
        return _run(source, target, engine, errors)
    if target.exists():
        return _finished(source, target)
    meter = _run(source, journal(target), engine, errors)
    unfinished = target.with_name(target.name + ".unfinished")
    write_rows((line for line, _ in read_records(journal(target))), unfinished)
    unfinished.replace(target)
    journal(target).unlink()
    return meter


def journal(target: Path) -> Path:
    """Where the lines of a Parquet output are kept until all are there."""
    return target.with_name(target.name + ".partial.jsonl.gz")


def _run(source: Path, target: Path, engine: Engine, errors: Path | None) -> Meter:
    try:
        writer = LineWriter(target)
    except BlockingIOError as error:
        raise InUse(target) from error
    try:
        begin = _check_same(source, target, writer)
        failures = _begin_errors(errors, target) if errors else None
        with Meter(source.stat().st_size, begin, writer.done) as meter:
            for answers, position in engine(source, writer.done):
                writer.write(answers)
                bad = [answer for answer in answers if Failure.is_one(answer)]
                if failures and bad:
                    failures.write(bad)
                meter.add(len(answers), len(bad), position)
        if failures:
            failures.close()
    finally:
        writer.close()
    return meter


def _begin_errors(errors: Path, target: Path) -> LineWriter:
    """The error file, holding exactly the errors that the output holds already."""
    errors.unlink(missing_ok=True)
    writer = LineWriter(errors)
    writer.write(line for line, _ in read_records(target) if Failure.is_one(line))
    return writer


def _check_same(source: Path, target: Path, writer: LineWriter) -> int:
    """The position in the input of the last record done, whose `id` must be that of the last answer."""
    if not writer.done:
        return 0
    line, position = next(itertools.islice(read_records(source), writer.done - 1, None), (b"", 0))
    if not line or _identifier(line) != _identifier(writer.last):
        raise OtherArchive(target)
    return position


def _finished(source: Path, target: Path) -> Meter:
    """An output that is complete is left alone, where it has as many records as the input and begins with the same."""
    count = sum(1 for _ in read_records(source))
    first, answer = (next(lines, (b"{}", 0))[0] for lines in (read_records(source), read_rows(target)))
    if count != count_rows(target) or str(_identifier(first)) != str(_identifier(answer)):
        raise OtherArchive(target)
    with Meter(source.stat().st_size, source.stat().st_size, count) as meter:
        return meter


def _identifier(line: bytes) -> object:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record.get("id") if isinstance(record, dict) else None
