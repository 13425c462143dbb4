"""What the components find, as they work on it: spans of one spaCy Doc with labels.

Every label is defined in ``docs/annotation-guidelines.md``. These objects hold spaCy spans and
never leave the pipeline; ``result.py`` turns them into plain data.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from spacy.tokens import Span


class Form(StrEnum):
    """How the content is worded (guidelines, section 1)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"
    FREE_INDIRECT = "free_indirect"
    NONE = "none"


class SourceType(StrEnum):
    """Who says it, from the least to the most identifiable (guidelines, section 2)."""

    UNSPECIFIED = "unspecified"
    ANONYMOUS = "anonymous"
    WITNESS = "witness"
    SOCIAL_MEDIA = "social_media"
    DOCUMENT = "document"
    MEDIA = "media"
    EXPERT = "expert"
    OFFICIAL = "official"
    ORGANISATION = "organisation"
    PERSON = "person"
    NONE = "none"


class Medium(StrEnum):
    """The channel by which the source spoke (guidelines, section 2)."""

    SPEECH = "speech"
    WRITING = "writing"
    SOCIAL_MEDIA = "social_media"
    THOUGHT = "thought"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """How the text presents a claim (guidelines, section 3)."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    HEDGED = "hedged"
    DISTANCED = "distanced"
    QUESTIONED = "questioned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class CueKind(StrEnum):
    """What sort of word moved the certainty (guidelines, section 3)."""

    MODAL = "modal"
    ADVERB = "adverb"
    MOOD = "mood"
    VERB = "verb"
    NOUN = "noun"
    PUNCTUATION = "punctuation"
    QUOTATION = "quotation"
    NEGATION = "negation"


@dataclass(slots=True)
class Source:
    """Who vouches for a claim. ``spans`` is empty where the text names nobody; ``repair`` is what changed them last."""

    spans: list[Span] = field(default_factory=list)
    type: SourceType = SourceType.NONE
    named: bool = False
    resolved: str | None = None
    medium: Medium = Medium.UNKNOWN
    rule: str = ""
    repair: str = ""


@dataclass(slots=True)
class CertaintyCue:
    """One word or mark that moved the certainty of the claims it governs, and the rule that read it."""

    span: Span
    kind: CueKind
    rule: str


@dataclass(slots=True)
class Certainty:
    """How surely the text presents a claim; ``score`` runs from 0 (as false) to 1 (as established)."""

    status: Status = Status.ASSERTED
    score: float = 1.0
    cues: list[CertaintyCue] = field(default_factory=list)


@dataclass(slots=True)
class Claim:
    """One proposition with its source, cue and certainty.

    ``content`` holds one or more spans in text order; ``rule`` names the rule or model that found it.
    ``confidence`` is the calibrated probability, 0 to 1, that it is a claim with this span.
    """

    content: list[Span]
    form: Form
    rule: str
    source: Source = field(default_factory=Source)
    cue: list[Span] = field(default_factory=list)
    certainty: Certainty = field(default_factory=Certainty)
    checkworthy: float = 0.0
    confidence: float = 1.0

    @property
    def begin(self) -> int:
        """The first token's index."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """The index after the last token."""
        return self.content[-1].end


@dataclass(slots=True)
class HeadlineEvidence:
    """One line of the sum behind the mismatch: the body claim used, its effect in points, and why."""

    claim: Claim
    effect: float
    reason: str


@dataclass(slots=True)
class HeadlineJudgement:
    """The headline against the body (guidelines, section 4); certainties run from 0 to 1.

    `evidence` begins with the headline's own claim; its effects add up to the score. `reason` and each evidence's
    `reason` are message keys of ``messages/<code>.toml``. `support` is None where the headline is not rated.
    """

    claims: list[Claim]
    certainty: float | None
    support: float | None
    evidence: list[HeadlineEvidence]
    reason: str
