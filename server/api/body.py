"""Reads a request's body: JSON only, capped, validated, never repeated in an error."""

from typing import TypeVar

from flask import request
from pydantic import BaseModel, ValidationError

from server.api.problems import Problem, invalid

Model = TypeVar("Model", bound=BaseModel)


def read(model: type[Model]) -> Model:
    """The body as a `model`. Raises `Problem` 415, 413, 400 or 422."""
    if request.mimetype != "application/json":
        raise Problem(415, "Unsupported Media Type", "Send application/json.")
    data = request.get_data(cache=False)
    if request.content_length is None:  # sent in chunks: the stream ends silently at the cap, and says so only here
        request.stream.read(1)
    try:
        return model.model_validate_json(data)
    except ValidationError as error:
        raise invalid(error) from None
