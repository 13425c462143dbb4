"""Reads from an archive's answers the little that the report counts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from server.archive.parquet import is_parquet, read_rows
from server.archive.reading import read_records
from server.nlp.annotations import SourceType
from server.nlp.result import Band

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
COLUMNS = ("outlet", "date", "error", "claims", "headline", "incomplete")


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


class _Source(_Part):
    type: SourceType


class _Claim(_Part):
    source: _Source


class _Mismatch(_Part):
    band: Band
    score: float | None = Field(ge=-100, le=100)


class _Headline(_Part):
    mismatch: _Mismatch


class Answer(_Part):
    """One answer of an archive; `claims` and `headline` are there, or `error`."""

    outlet: str | None = None
    date: str | None = None
    error: dict[str, Any] | None = None
    claims: list[_Claim] | None = None
    headline: _Headline | None = None
    incomplete: bool | None = None

    @property
    def month(self) -> str | None:
        """`YYYY-MM`."""
        found = _MONTH.match(self.date or "")
        return found[0] if found else None


def read_answers(path: Path) -> Iterator[Answer | None]:
    """Every answer of a `.jsonl`, `.jsonl.gz` or `.parquet` file; None for a line that is no answer.

    Raises `OSError` and `ArchiveError`.
    """
    lines = read_rows(path, columns=COLUMNS) if is_parquet(path) else read_records(path)
    for line, _ in lines:
        try:
            answer = Answer.model_validate_json(line)
        except ValidationError:
            yield None
            continue
        yield answer if answer.error is not None or (answer.claims is not None and answer.headline) else None
