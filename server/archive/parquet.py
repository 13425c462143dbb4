"""Parquet files in and out, through pyarrow (the extra `archive`), a row group at a time."""

import datetime
import json
import types
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from server.archive.errors import BrokenInput, Missing
from server.archive.record import Record
from server.nlp import Analysis

ROWS = 1000
"""Rows per row group: some ten megabytes of answers, the most that is held in memory."""


def is_parquet(path: Path) -> bool:
    """Whether the file's name says that it is Parquet."""
    return path.suffix == ".parquet"


def read_rows(
    path: Path, skip: int = 0, columns: Iterable[str] = tuple(Record.model_fields)
) -> Iterator[tuple[bytes, int]]:
    """Every row after the first `skip` as a line of JSON, with its place in the file in bytes (by its share of rows).

    Only `columns` are read, where the file has them. Raises `OSError`, `Missing` and `BrokenInput`.
    """
    parquet = _pyarrow()
    try:
        yield from _rows(parquet, path, skip, frozenset(columns))
    except ValueError as error:  # pyarrow's errors of content are among these
        raise BrokenInput(path, error) from error


def _rows(parquet: Any, path: Path, skip: int, wanted: frozenset[str]) -> Iterator[tuple[bytes, int]]:
    with parquet.ParquetFile(path) as file:
        total, size = file.metadata.num_rows, path.stat().st_size
        columns = [name for name in file.schema_arrow.names if name in wanted]
        groups = list(range(file.num_row_groups))
        done = 0
        while groups and done + (rows := file.metadata.row_group(groups[0]).num_rows) <= skip:
            done += rows
            groups.pop(0)
        for batch in file.iter_batches(ROWS, row_groups=groups, columns=columns):
            for row in batch.to_pylist():
                done += 1
                if done > skip:
                    yield json.dumps(row, ensure_ascii=False, default=_plain).encode(), size * done // total


def write_rows(lines: Iterable[bytes], target: Path) -> None:
    """Write answers as a Parquet file whose columns are the answer's fields; `id` becomes text."""
    parquet, schema = _pyarrow(), answer_schema()
    with parquet.ParquetWriter(target, schema, compression="zstd") as writer:
        rows: list[dict[str, Any]] = []
        for line in lines:
            rows.append(_row(json.loads(line)))
            if len(rows) == ROWS:
                writer.write_table(_table(rows, schema))
                rows.clear()
        if rows:
            writer.write_table(_table(rows, schema))


def count_rows(path: Path) -> int:
    """How many rows a Parquet file has, from its footer."""
    count: int = _pyarrow().read_metadata(path).num_rows
    return count


def answer_schema() -> Any:
    """The pyarrow schema of answers, made from the contract's dataclasses so that it cannot fall behind them."""
    import pyarrow as pa

    text = pa.string()
    problem = pa.list_(pa.struct([("at", text), ("message", text)]))
    error = pa.struct([("title", text), ("errors", problem)])
    return pa.schema([("id", text), ("outlet", text), ("date", text), ("error", error), *_columns(Analysis)])


def _columns(kind: type) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(field.name, _type(hints[field.name])) for field in fields(kind)]


def _type(hint: Any) -> Any:
    """The pyarrow type of a dataclass field's type."""
    import pyarrow as pa

    if get_origin(hint) in (types.UnionType,):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is list:
        return pa.list_(_type(get_args(hint)[0]))
    if get_origin(hint) is dict:
        return pa.map_(*(_type(part) for part in get_args(hint)))
    if get_origin(hint) is Literal or (isinstance(hint, type) and issubclass(hint, Enum)):
        return pa.string()
    if is_dataclass(hint):
        return pa.struct(_columns(hint))  # type: ignore[arg-type]
    return {str: pa.string(), bool: pa.bool_(), int: pa.int64(), float: pa.float64()}[hint]


def _row(answer: dict[str, Any]) -> dict[str, Any]:
    answer["id"] = None if answer["id"] is None else str(answer["id"])
    return answer


def _table(rows: list[dict[str, Any]], schema: Any) -> Any:
    import pyarrow as pa

    return pa.Table.from_pylist(rows, schema)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _pyarrow() -> Any:
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise Missing("pyarrow, which reads and writes Parquet,", "archive") from error
    return parquet
