"""Reads a request's body: JSON only, capped, validated, never repeated in an error."""

from typing import TypeVar

from flask import request
from pydantic import BaseModel, ValidationError
from werkzeug.exceptions import RequestEntityTooLarge

from server.api.problems import Problem, invalid

Model = TypeVar("Model", bound=BaseModel)
DRAIN = 8_000_000
"""Bytes of a body too long that are read and thrown away, so that the connection can be used again."""


def read(model: type[Model]) -> Model:
    """The body as a `model`. Raises `Problem` 415, 400 or 422, and Flask's 413."""
    if request.mimetype != "application/json":
        raise Problem(415, "Unsupported Media Type", "Send application/json.")
    try:
        return model.model_validate_json(_data())
    except ValidationError as error:
        raise invalid(error) from None


def _data() -> bytes:
    try:
        data = request.get_data(cache=False)
        if request.content_length is None:  # sent in chunks: the stream ends silently at the cap, and tells only now
            request.stream.read(1)
        return data
    except RequestEntityTooLarge:
        if (request.content_length or 0) <= DRAIN:
            _throw_away()
        raise


def _throw_away() -> None:
    """Without this the server answers and then closes, and the client's next request on the connection fails."""
    left = DRAIN
    while left > 0 and (chunk := request.environ["wsgi.input"].read(min(left, 1 << 16))):
        left -= len(chunk)
