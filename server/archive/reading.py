"""Reads an archive's records in batches: lines of JSON, plain or gzip, or the rows of a Parquet file.

Whatever the file, a record is one line of JSON as bytes; so everything behind this module has one kind of input.
"""

import gzip
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from server.archive.batch import BATCH, Batch
from server.archive.errors import BrokenInput
from server.archive.parquet import is_parquet, read_rows


def read_batches(path: Path, skip: int = 0, size: int = BATCH) -> Iterator[Batch]:
    """The records after the first `skip`, `size` at a time. Raises `OSError` and `BrokenInput`."""
    records = read_records(path, skip)
    while found := list(islice(records, size)):
        yield Batch([line for line, _ in found], found[-1][1])


def read_records(path: Path, skip: int = 0) -> Iterator[tuple[bytes, int]]:
    """Every record after the first `skip`, with the position in the file as stored, in bytes."""
    if is_parquet(path):
        yield from read_rows(path, skip)
    else:
        yield from islice(_lines(path), skip, None)


def _lines(path: Path) -> Iterator[tuple[bytes, int]]:
    """Every line that is not blank, without its end."""
    with path.open("rb") as stored:
        zipped = path.suffix == ".gz"
        stream: BinaryIO = gzip.GzipFile(fileobj=stored) if zipped else stored  # type: ignore[assignment]
        position = 0
        try:
            for line in stream:
                position = stored.tell() if zipped else position + len(line)
                if line.strip():
                    yield line.rstrip(b"\r\n"), position
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise BrokenInput(path, error) from error
