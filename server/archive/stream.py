"""The batch function of archives: lines of JSON in, as many lines of JSON out, in the same order.

It knows nothing of files and processes, so local processes and a cluster run the same code.
"""

from collections.abc import Iterable
from functools import cache

from pydantic import ValidationError

from server.api.validation import faults
from server.archive.record import Record, failure
from server.nlp import Pipeline, load_pipeline
from server.nlp.pipeline import UnsupportedLanguage
from server.service.analyst import serialise


@cache
def pipeline_of_process() -> Pipeline:
    """The pipeline of this process, loaded once."""
    return load_pipeline()


def analyze_lines(lines: Iterable[bytes], pipeline: Pipeline | None = None) -> list[bytes]:
    """One answer per line: the API's with `id`, `outlet` and `date`; for a bad line the error record."""
    pipeline = pipeline or pipeline_of_process()
    return [_analyze(line, pipeline) for line in lines]


def _analyze(line: bytes, pipeline: Pipeline) -> bytes:
    try:
        record = Record.model_validate_json(line)
    except ValidationError as error:
        errors = faults(error)
        title = "The line is not valid JSON" if errors is None else "The record does not fit the contract"
        return failure(line, title, errors)
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
    except OSError:  # the machine's defect, not the article's: the run ends and can be gone on with
        raise
    except Exception as error:  # one article's defect must not end an archive of millions
        return failure(line, f"The analysis failed: {type(error).__name__}")
    return record.head()[:-1].encode() + b"," + serialise(analysis)[1:]
