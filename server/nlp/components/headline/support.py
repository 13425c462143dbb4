"""How much support the body gives the headline's proposition: one formula, its constants, and its sum.

Each matched claim is worth its certainty, moved by who vouches for it (`STANDING`). The best claim counts in
full; each further independent source closes `CORROBORATION` of its worth of the gap that is left to certainty;
each denial takes away `DENIAL` of its worth:

    support = (1 − (1 − v₁) · Π (1 − CORROBORATION · vᵢ)) · Π (1 − DENIAL · dⱼ)      v₁ ≥ v₂ ≥ …

So a denial never raises it, another source never lowers it, an unnamed source never counts more than a named
one, and the effects listed for a reader add up to it (guidelines, section 4; tested by properties).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ...annotations import Source, SourceType, Status

STANDING = {
    SourceType.NONE: 0.0,  # the article vouches: its certainty stands as it is
    SourceType.DOCUMENT: 0.5,  # can be read by anybody: half the gap to certainty closes
    SourceType.OFFICIAL: 0.5,  # answers for what it says
    SourceType.ORGANISATION: 0.3,  # likewise, but with an interest of its own
    SourceType.MEDIA: -0.1,  # checked by somebody else's editors, not by these
    SourceType.WITNESS: -0.1,  # was there, but saw one side
    SourceType.EXPERT: -0.2,  # judges from outside
    SourceType.PERSON: -0.2,
    SourceType.SOCIAL_MEDIA: -0.5,  # nobody checked it: half is left
    SourceType.ANONYMOUS: -0.5,  # cannot be asked again
    SourceType.UNSPECIFIED: -0.5,  # hearsay
}
UNNAMED = -0.35
"""Standing of an identified kind of source whose name the reader never learns; above anonymous, below any named one."""
UNNAMED_INSTITUTION = -0.15
"""The same where an office, a company or a text stands behind it (*die Polizei*, *a study*): it can be found."""
INSTITUTIONS = frozenset({SourceType.OFFICIAL, SourceType.ORGANISATION, SourceType.DOCUMENT, SourceType.MEDIA})
OPINION = 0.75
"""What is left of a view (*nach Ansicht von*, *believes*): its source does not say that it knows."""
VOUCHED = frozenset({Status.ASSERTED, Status.REPORTED})
"""Only where the source vouches without reserve does its standing close a part of the gap."""
RETICENCE = 0.5
"""Share of an understatement that counts where the headline does not assert: to ask, hedge or quote is no untruth."""
LINKED = 0.5
"""What a claim that two things occur together is worth at most for a headline that one causes the other: a hedge."""
MISCOUNTED = 0.5
"""What is left of a claim's worth that counts the same to another number: less or more of it than the headline."""
CORROBORATION = 0.3
DENIAL = 0.35


@dataclass(frozen=True, slots=True)
class Effect:
    """What one claim (by its index in the list given) adds to the support, from −1 to 1."""

    index: int
    change: float


def worth(certainty: float, status: Status, source: Source, *, opinion: bool = False) -> float:
    """A claim's worth, 0 to 1: its certainty moved by the standing of its source."""
    standing = STANDING[source.type]
    if source.type is not SourceType.NONE and not source.named:
        standing = min(standing, UNNAMED_INSTITUTION if source.type in INSTITUTIONS else UNNAMED)
    if standing < 0:
        certainty *= 1 + standing
    elif status in VOUCHED and not opinion:
        certainty += (1 - certainty) * standing
    return certainty * OPINION if opinion else certainty


def combine(
    statements: Sequence[tuple[int, float]], denials: Sequence[tuple[int, float]]
) -> tuple[float, list[Effect]]:
    """The support, 0 to 1, and each claim's part in it; the parts add up to the support.

    Both lists give (index, worth), one entry for each independent source.
    """
    effects: list[Effect] = []
    support = 0.0
    for rank, (index, value) in enumerate(sorted(statements, key=lambda pair: -pair[1])):
        change = value if rank == 0 else (1 - support) * CORROBORATION * value
        effects.append(Effect(index, change))
        support += change
    for index, value in sorted(denials, key=lambda pair: -pair[1]):
        change = -support * DENIAL * value
        effects.append(Effect(index, change))
        support += change
    return support, effects


def reticence(certainty: float, support: float) -> float:
    """What is taken off the support (0 to 1) of a headline that leaves open what the article knows more surely."""
    return (1 - RETICENCE) * max(0.0, support - certainty)
