"""The seven statuses as numbers: bands, usual scores, and how several cues add up (guidelines, section 3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from ...annotations import Certainty, CertaintyCue, CueKind, Status

BANDS: dict[Status, tuple[float, float]] = {
    Status.ASSERTED: (0.8, 1.0),
    Status.REPORTED: (0.6, 0.8),
    Status.HEDGED: (0.35, 0.65),
    Status.DISTANCED: (0.2, 0.5),
    Status.QUESTIONED: (0.2, 0.4),
    Status.HYPOTHETICAL: (0.3, 0.6),
    Status.DENIED: (0.0, 0.2),
}
"""Lowest and highest score of each status: the table of the guidelines."""

WEAKNESS: tuple[Status, ...] = (
    Status.ASSERTED,
    Status.REPORTED,
    Status.HYPOTHETICAL,
    Status.HEDGED,
    Status.DISTANCED,
    Status.QUESTIONED,
    Status.DENIED,
)
"""From the strongest to the weakest link: of several cues the one furthest right decides."""

OWN_VOICE = 0.92
ATTRIBUTED = 0.7
FURTHER_CUE = 0.03
"""Score of a plain statement in the article's own voice, of one that a source vouches for, and what every further
cue that weakens takes off."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one rule reads off one cue: the words, their kind, and the status and score (0 to 1) they speak for."""

    span: Span
    kind: CueKind
    status: Status
    score: float
    rule: str = ""

    @property
    def weakness(self) -> int:
        """Place in `WEAKNESS`: the higher, the weaker the link."""
        return WEAKNESS.index(self.status)


def weigh(readings: Sequence[Reading], *, attributed: bool) -> Certainty:
    """The certainty that all readings of a claim add up to: the weakest link gives the status.

    A source's own vouching is `reported` unless a reading says more (*bestätigte*); the article's own voice is
    `asserted`. The score is the lowest that speaks for the status, less `FURTHER_CUE` per further weakening cue,
    within the status's band.
    """
    if not readings:
        return Certainty(Status.REPORTED, ATTRIBUTED) if attributed else Certainty(Status.ASSERTED, OWN_VOICE)
    if any(reading.status is Status.ASSERTED for reading in readings):
        readings = [reading for reading in readings if not _mere_mood(reading)]
    status = max(readings, key=lambda reading: reading.weakness).status
    deciding = [reading for reading in readings if reading.status is status]
    neutral = status in (Status.ASSERTED, Status.REPORTED)
    moving = deciding if neutral else [reading for reading in readings if reading.weakness > 1]
    score = min(reading.score for reading in deciding) - (0 if neutral else FURTHER_CUE * (len(moving) - 1))
    return Certainty(status, within(status, score), _cues(moving))


def _mere_mood(reading: Reading) -> bool:
    """Whether it only says that somebody is quoted, which a confirming verb outdoes."""
    return reading.kind is CueKind.MOOD and reading.status is Status.REPORTED


def within(status: Status, score: float) -> float:
    """The score, moved into the status's band."""
    low, high = BANDS[status]
    return min(max(score, low), high)


def _cues(readings: Iterable[Reading]) -> list[CertaintyCue]:
    """One cue per place and kind, in text order; the rule that weakens most names it."""
    best: dict[tuple[int, int], Reading] = {}
    for reading in readings:
        place = (reading.span.start, reading.span.end)
        if place not in best or reading.weakness > best[place].weakness:
            best[place] = reading
    return [CertaintyCue(best[place].span, best[place].kind, best[place].rule) for place in sorted(best)]
