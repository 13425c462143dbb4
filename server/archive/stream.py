"""The batch function of archives: lines of JSON in, as many lines of JSON out, in the same order.

It knows nothing of files and processes, so local processes and a cluster run the same code.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from server.api.problems import invalid
from server.api.schemas import AnalyzeRequest
from server.nlp import Pipeline, load_pipeline
from server.nlp.pipeline import UnsupportedLanguage
from server.service.analysis import ANSWER


class Identified(BaseModel):
    """The part of a record that is read even when the rest is wrong."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)
    id: str | int | None = None


class Record(AnalyzeRequest):
    """One article of an archive: as `POST /v1/analyze` takes it, with an `id` that comes back."""

    id: str | int


@cache
def pipeline_of_process() -> Pipeline:
    """The pipeline of this process, loaded once."""
    return load_pipeline()


def analyze_lines(lines: Iterable[bytes], pipeline: Pipeline | None = None) -> list[bytes]:
    """One answer per line: the API's, with `id`; or `{"id", "error": {"title", "errors"?}}` for a bad line."""
    pipeline = pipeline or pipeline_of_process()
    return [_analyze(line, pipeline) for line in lines]


def failure(line: bytes, title: str, errors: list[dict[str, str]] | None = None) -> bytes:
    """The error record of a line."""
    try:
        identifier = Identified.model_validate_json(line).id
    except ValidationError:
        identifier = None
    error: dict[str, Any] = {"title": title} | ({"errors": errors} if errors else {})
    return _Failure(id=identifier, error=error).model_dump_json().encode()


class _Failure(BaseModel):
    id: str | int | None
    error: dict[str, Any]


def _analyze(line: bytes, pipeline: Pipeline) -> bytes:
    try:
        record = Record.model_validate_json(line)
    except ValidationError as error:
        problem = invalid(error)
        return failure(line, problem.title, problem.errors)
    article = record.article()
    if not article.text.strip():
        return failure(line, "The article has no text")
    try:
        analysis = pipeline.analyze(
            article,
            language=record.language,
            min_confidence=record.min_confidence,
            ui_language=record.ui_language,
        )
    except UnsupportedLanguage as error:
        return failure(line, f"Unsupported language: {error.code}")
    except Exception as error:  # one article's defect must not end an archive of millions
        return failure(line, f"The analysis failed: {type(error).__name__}")
    answer = ANSWER.dump_python(analysis, mode="json", exclude={"blocks"} if analysis.blocks is None else None)
    return _Answer.model_validate({"id": record.id} | answer).model_dump_json().encode()


class _Answer(BaseModel):
    """`id` first, then the answer as it is."""

    model_config = ConfigDict(extra="allow")
    id: str | int
