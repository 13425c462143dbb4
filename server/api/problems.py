"""One shape for every error: `application/problem+json` (RFC 9457). Never repeats what was sent."""

import math
import time
from typing import Any

from flask import Flask, Response, g, json
from flask.typing import ResponseReturnValue
from pydantic import ValidationError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError

from server.api.limits import limiter
from server.api.validation import faults
from server.logs import log, where

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """An error with its HTTP status; `errors` lists `{"at": field, "message": why}` for invalid input."""

    def __init__(
        self,
        status: int,
        title: str,
        detail: str | None = None,
        *,
        errors: list[dict[str, str]] | None = None,
        retry_after: int | None = None,
        **members: object,
    ) -> None:
        super().__init__(title)
        self.status, self.title, self.detail = status, title, detail
        self.errors, self.retry_after, self.members = errors, retry_after, members


def invalid(error: ValidationError) -> Problem:
    """The problem for a body that is not JSON (400) or does not fit the contract (422)."""
    errors = faults(error)
    if errors is None:
        return Problem(400, "The body is not valid JSON")
    return Problem(422, "The body does not fit the contract", errors=errors)


def response(problem: Problem) -> Response:
    """The answer for a problem."""
    body: dict[str, Any] = {"type": "about:blank", "title": problem.title, "status": problem.status}
    if problem.detail:
        body["detail"] = problem.detail
    if problem.errors:
        body["errors"] = problem.errors
    body |= problem.members
    body["request_id"] = g.get("request_id", "")
    answer = Response(json.dumps(body), problem.status, content_type=MEDIA_TYPE)
    if problem.retry_after is not None:
        answer.headers["Retry-After"] = str(problem.retry_after)
    return answer


def register(app: Flask) -> None:
    """Answer every error of the application, its own and Flask's, in the one shape."""

    @app.errorhandler(Problem)
    def _own(error: Problem) -> Response:
        return response(error)

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> ResponseReturnValue:
        if error.code is None or error.code < 400:
            return error
        answer = response(Problem(error.code, error.name))
        if error.code == 429 and (limit := limiter.current_limit):
            answer.headers["Retry-After"] = str(max(1, math.ceil(limit.reset_at - time.time())))
        for name, value in error.get_headers():
            if name in ("Allow", "Retry-After"):
                answer.headers[name] = value
        return answer

    @app.errorhandler(OperationalError)
    def _database(error: OperationalError) -> Response:
        log.error("database is away", extra={"error": type(error.orig).__name__, "at": where(error)})
        return response(Problem(503, "The database is away", "Send it again later.", retry_after=5))

    @app.errorhandler(Exception)
    def _unexpected(error: Exception) -> Response:
        log.error("unexpected error", extra={"error": type(error).__name__, "at": where(error)})
        return response(Problem(500, InternalServerError().name))
