"""What a validator found wrong, without a word of what was sent."""

import re

from pydantic import ValidationError

_PLAIN_NAME = re.compile(r"[a-z_]{1,30}")
SHOWN = 20
"""Faults told at most."""


def faults(error: ValidationError) -> list[dict[str, str]] | None:
    """`{"at": field, "message": why}` for what does not fit the contract; None where it is not even JSON."""
    details = error.errors(include_url=False, include_context=False, include_input=False)
    if any(detail["type"] == "json_invalid" for detail in details):
        return None
    return [{"at": _field(detail["loc"]), "message": detail["msg"]} for detail in details[:SHOWN]]


def _field(location: tuple[int | str, ...]) -> str:
    """The path of a field; a name that could be somebody's text is left out."""
    return ".".join(
        part if isinstance(part, str) and _PLAIN_NAME.fullmatch(part) else str(part) if isinstance(part, int) else "?"
        for part in location
    )
