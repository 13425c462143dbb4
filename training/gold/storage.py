"""The gold's file format: one JSON file per article with offsets, labels and hashes, and no article text.

A span is ``(block, begin, end)``: a block id (``h`` headline, ``l1`` first lead, ``p1`` first paragraph) and Unicode
code points into that block, end exclusive. Labels are those of ``docs/annotation-guidelines.md``.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from server.nlp.annotations import Form, Medium, SourceType, Status

Span = tuple[str, int, int]

ARTICLES = Path(__file__).parent / "articles"
"""The published gold: ``<language>/<page>.json``."""


@dataclass(frozen=True, slots=True)
class GoldSource:
    """Who vouches for a claim; `resolved` spans the earlier, fuller mention of a pronoun."""

    type: SourceType = SourceType.NONE
    spans: tuple[Span, ...] = ()
    named: bool = False
    resolved: tuple[Span, ...] = ()
    medium: Medium = Medium.UNKNOWN


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim; `score` is its certainty from 0 (as false) to 1 (as established fact)."""

    id: str
    form: Form
    spans: tuple[Span, ...]
    source: GoldSource
    cue: tuple[Span, ...]
    status: Status
    score: float
    checkworthy: bool

    @property
    def attributed(self) -> bool:
        """Whether somebody, or hearsay, is made to vouch for it."""
        return self.form is not Form.NONE


@dataclass(frozen=True, slots=True)
class GoldHeadline:
    """The headline's certainty, the body's support for it (both 0 to 1), and the mismatch they add up to."""

    certainty: float
    support: float

    @property
    def score(self) -> float:
        """Headline certainty minus support, in points from −100 to 100."""
        return round(100 * (self.certainty - self.support), 1)

    @property
    def band(self) -> str:
        """The name of the score's band (guidelines, section 4)."""
        return band_of(self.score)


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """All labels of one page. `paragraphs` maps each block id to the SHA-256 of its text."""

    page: str
    language: str
    paragraphs: dict[str, str]
    claims: tuple[GoldClaim, ...]
    headline: GoldHeadline | None = field(default=None)


def band_of(score: float) -> str:
    """The band of a mismatch score in points (guidelines, section 4)."""
    size = abs(score)
    return "aligned" if size < 15 else "slight" if size < 40 else "marked" if size < 65 else "severe"


def read_article(path: Path) -> GoldArticle:
    """Read one article's file; raises `ValueError` on an unknown label and `KeyError` on a missing field."""
    row = json.loads(path.read_text(encoding="utf-8"))
    headline = row["headline"]
    return GoldArticle(
        page=row["page"],
        language=row["language"],
        paragraphs=row["paragraphs"],
        claims=tuple(_claim(claim) for claim in row["claims"]),
        headline=GoldHeadline(headline["certainty"], headline["support"]) if headline else None,
    )


def read_folder(folder: Path, language: str | None = None) -> Iterator[GoldArticle]:
    """Every article under `folder`, in order of path; `language` (ISO 639-1) leaves only its own."""
    for path in sorted(folder.glob("*/*.json")):
        if language is None or path.parent.name == language:
            yield read_article(path)


def write_article(article: GoldArticle, folder: Path = ARTICLES) -> Path:
    """Write one article to ``<folder>/<language>/<page>.json``, one claim a line, and return the path."""
    row = asdict(article)
    claims = ",\n".join("  " + json.dumps(claim, ensure_ascii=False) for claim in row.pop("claims"))
    if article.headline:
        row["headline"] |= {"score": article.headline.score, "band": article.headline.band}
    head = json.dumps(row, ensure_ascii=False, indent=1).removesuffix("\n}")
    path = folder / article.language / f"{article.page.removesuffix('.html.gz')}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{head},\n "claims": [\n{claims}\n ]\n}}\n', encoding="utf-8")
    return path


def _claim(row: dict[str, Any]) -> GoldClaim:
    source = row["source"]
    return GoldClaim(
        id=row["id"],
        form=Form(row["form"]),
        spans=_spans(row["spans"]),
        source=GoldSource(
            SourceType(source["type"]),
            _spans(source["spans"]),
            source["named"],
            _spans(source["resolved"]),
            Medium(source["medium"]),
        ),
        cue=_spans(row["cue"]),
        status=Status(row["status"]),
        score=row["score"],
        checkworthy=row["checkworthy"],
    )


def _spans(rows: list[list[Any]]) -> tuple[Span, ...]:
    return tuple((str(block), int(begin), int(end)) for block, begin, end in rows)
