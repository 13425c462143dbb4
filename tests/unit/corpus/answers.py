"""Answers as an archive holds them, cut down to what the report reads."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def answer(
    types: Mapping[str, int], score: float | None = None, band: str = "not_rated", **head: Any
) -> dict[str, Any]:
    """An answer with so many claims of each source type; `head` is `outlet`, `date`."""
    claims = [{"id": "c", "source": {"type": kind}} for kind, count in types.items() for _ in range(count)]
    headline = {"certainty": 0.5, "mismatch": {"score": score, "band": band, "direction": "none"}}
    return {"id": 1, **head, "claims": claims, "headline": headline, "incomplete": False}


def write(path: Path, answers: list[Any]) -> Path:
    """As lines; what is text already is written as it is."""
    lines = [row if isinstance(row, str) else json.dumps(row) for row in answers]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path
