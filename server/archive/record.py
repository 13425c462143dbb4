"""What an archive holds: one article per record, as the API takes it, with what comes back beside the answer."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from server.api.schemas import AnalyzeRequest


class Identified(BaseModel):
    """The part of a record that is read even when the rest is wrong."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)
    id: str | int | None = None


class Record(AnalyzeRequest):
    """One article: as `POST /v1/analyze` takes it, with an `id`, and with `outlet` and `date`, which come back.

    Other fields are left aside: an archive's records hold more than the analysis needs.
    """

    model_config = ConfigDict(extra="ignore")
    id: str | int
    outlet: Annotated[str, StringConstraints(max_length=200)] | None = None
    date: Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])")] | None = Field(
        default=None, description="ISO 8601, to the month or finer"
    )

    def head(self) -> str:
        """What comes back in front of the answer, as a JSON object."""
        return self.model_dump_json(include={"id", "outlet", "date"}, exclude_none=True)


class Failure(BaseModel):
    """The record that stands for an article that could not be analysed; `error` comes first, so that it shows."""

    error: dict[str, Any]
    id: str | int | None

    @staticmethod
    def is_one(line: bytes) -> bool:
        """Whether an answer's line is an error record."""
        return line.startswith(b'{"error":')


def failure(line: bytes, title: str, errors: list[dict[str, str]] | None = None) -> bytes:
    """The error record of an input line: `{"error": {"title", "errors"?}, "id"}`; never repeats the article."""
    try:
        identifier = Identified.model_validate_json(line).id
    except ValidationError:
        identifier = None
    error: dict[str, Any] = {"title": title} | ({"errors": errors} if errors else {})
    return Failure(error=error, id=identifier).model_dump_json().encode()


def lost(line: bytes) -> bytes:
    """The error record of a line that twice ended the process reading it."""
    return failure(line, "The process that read this article died")
