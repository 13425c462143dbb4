"""What Hearsay finds on the gold's pages, in the gold's own terms."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from server.nlp.annotations import Form, Medium, SourceType, Status

from .pages import Page
from .storage import GoldClaim, GoldSource, Span

CONFIDENCE = 0.5
"""Claims below it are returned only as the headline's evidence and never painted, so they are not scored."""
CHECKWORTHY = 0.5
"""A claim counts as check-worthy from here on."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """The claims found on one page, and the headline's mismatch in points (None: not rated).

    `rated` are all own-voice claims rated check-worthy; `claims` has only those of them that are shown by default.
    """

    page: str
    claims: tuple[GoldClaim, ...]
    mismatch: float | None
    rated: tuple[GoldClaim, ...] = ()


def analyse(pages: Iterable[Page]) -> Iterator[dict[str, Any]]:
    """The pipeline's answer for each page: the API's answer with the page's name added."""
    from server.nlp import load_pipeline  # loads the models: only where they are needed

    pages = list(pages)
    pipeline = load_pipeline(sorted({page.language for page in pages}))
    for page in pages:
        yield {"page": page.name} | asdict(pipeline.analyze(page.article, language=page.language, min_confidence=0.0))


def read_answers(path: Path) -> Iterator[dict[str, Any]]:
    """Answers saved as JSON lines, each the API's answer with the page's name under ``page``."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def prediction_of(answer: dict[str, Any]) -> Prediction:
    """Read one answer; raises `KeyError` or `ValueError` where it is not the API's answer with a page name."""
    claims = tuple(_claim(row) for row in answer["claims"] if row["confidence"] >= CONFIDENCE)
    every = (_claim(row) for row in answer["claims"])
    rated = tuple(claim for claim in every if not claim.attributed and claim.checkworthy)
    return Prediction(answer["page"], claims, answer["headline"]["mismatch"]["score"], rated)


def _claim(row: dict[str, Any]) -> GoldClaim:
    source = row["source"]
    return GoldClaim(
        id=row["id"],
        form=Form(row["form"]),
        spans=_spans(row["spans"]),
        source=GoldSource(
            SourceType(source["type"]), _spans(source["spans"]), source["named"], (), Medium(source["medium"])
        ),
        cue=_spans(row["cue"]["spans"]),
        status=Status(row["certainty"]["status"]),
        score=row["certainty"]["score"],
        checkworthy=row["checkworthy"] >= CHECKWORTHY,
    )


def _spans(places: list[dict[str, Any]]) -> tuple[Span, ...]:
    return tuple((place["block"], place["begin"], place["end"]) for place in places)
