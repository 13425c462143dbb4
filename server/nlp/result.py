"""The pipeline's answer as plain data: the contract that the API serves and the archive writes.

Nothing here holds a spaCy object, so an answer may outlive the memory zone it was made in.
Offsets are Unicode code points into the block's text as it was sent, end exclusive.
"""

from dataclasses import dataclass, field
from typing import Literal

from .annotations import CueKind, Form, Medium, SourceType, Status
from .article import Place, PlacedBlock

Band = Literal["aligned", "slight", "marked", "severe", "not_rated"]
Direction = Literal["overstates", "understates", "none"]


@dataclass(slots=True)
class Quote:
    """The claim's words with up to 32 characters on each side, to find it again on a changed page."""

    exact: str
    prefix: str
    suffix: str


@dataclass(slots=True)
class SourceResult:
    """Who vouches for the claim; `resolved` is the fuller mention a pronoun stands for."""

    type: SourceType
    text: str
    named: bool
    resolved: str | None
    medium: Medium
    spans: list[Place]


@dataclass(slots=True)
class AttributionCue:
    """The words that tie the claim to its source."""

    text: str
    spans: list[Place]


@dataclass(slots=True)
class CertaintyCueResult:
    """A word that moved the certainty, with the rule that read it."""

    text: str
    kind: CueKind
    rule: str
    block: str
    begin: int
    end: int


@dataclass(slots=True)
class CertaintyResult:
    """How surely the text presents the claim: `score` from 0 (as false) to 1 (as established fact)."""

    status: Status
    score: float
    cues: list[CertaintyCueResult]


@dataclass(slots=True)
class ClaimResult:
    """One claim. `rule` names what found it; `checkworthy` and `confidence` run from 0 to 1."""

    id: str
    form: Form
    spans: list[Place]
    quote: Quote
    source: SourceResult
    cue: AttributionCue
    certainty: CertaintyResult
    checkworthy: float
    confidence: float
    rule: str
    explanation: str


@dataclass(slots=True)
class Evidence:
    """One line of the sum behind the mismatch score; `effect` is in the score's unit, −100 to 100."""

    claim: str
    effect: float
    reason: str


@dataclass(slots=True)
class Mismatch:
    """Headline certainty minus the body's support, in points from −100 to 100; null when not rated."""

    score: float | None
    band: Band
    direction: Direction
    support: float | None
    evidence: list[Evidence]
    explanation: str


@dataclass(slots=True)
class HeadlineResult:
    """The headline's certainty (0 to 1), the ids of its own claims, and the mismatch."""

    certainty: float | None
    claims: list[str]
    mismatch: Mismatch


@dataclass(slots=True)
class LanguageResult:
    """The language used, an ISO 639-1 code, and whether it was detected rather than given."""

    code: str
    detected: bool


@dataclass(slots=True)
class Software:
    """What made the answer."""

    name: str
    version: str
    models: dict[str, str]


@dataclass(slots=True)
class Analysis:
    """The whole answer for one article."""

    software: Software
    language: LanguageResult
    claims: list[ClaimResult]
    headline: HeadlineResult
    offsets: Literal["code-points"] = "code-points"
    incomplete: bool = False
    blocks: list[PlacedBlock] | None = field(default=None)
