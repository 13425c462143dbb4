"""From an input file to an output file, taking up where an earlier run was killed."""

import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from server.archive.files import LineWriter, read_lines
from server.archive.progress import Meter

Engine = Callable[[Iterable[bytes]], Iterator[list[bytes]]]


class OtherArchive(ValueError):
    """The output file was not made from this input."""


def run(source: Path, target: Path, engine: Engine, errors: Path | None = None) -> Meter:
    """Write one line to `target` for every line of `source`, in order; skip those already there.

    `errors` gets a copy of every error record. Raises `OtherArchive`, and `OSError` for the files.
    """
    position = 0
    writer = LineWriter(target)
    failures = LineWriter(errors) if errors else None

    def lines() -> Iterator[bytes]:
        nonlocal position
        for line, place in itertools.islice(read_lines(source), writer.done, None):
            position = place or position + len(line) + 1
            yield line

    try:
        _check_same(source, writer)
        with Meter(source.stat().st_size, writer.done) as meter:
            for answers in engine(lines()):
                writer.write(answers)
                bad = [answer for answer in answers if _failed(answer)]
                if failures and bad:
                    failures.write(bad)
                meter.add(len(answers), len(bad), position)
    finally:
        writer.close()
        if failures:
            failures.close()
    return meter


def _check_same(source: Path, writer: LineWriter) -> None:
    """Compare the last article done with its line in the input."""
    if not writer.done:
        return
    line = next(itertools.islice(read_lines(source), writer.done - 1, None), (b"", 0))[0]
    if not line or _identifier(line) != _identifier(writer.last):
        raise OtherArchive


def _identifier(line: bytes) -> object:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record.get("id") if isinstance(record, dict) else None


def _failed(answer: bytes) -> bool:
    return answer.find(b'"error":', 0, 400) >= 0 and "error" in json.loads(answer)
