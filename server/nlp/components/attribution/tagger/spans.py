"""Spans of sources, cues and contents in one flat sequence of tags, and the features that link them (English)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
SOURCE, CUE, CONTENT = range(3)
COUNT = 1 + 2 * len(ROLES)
CANDIDATES = 8
"""Nearest heads a span may link to."""

DISTANCES, BETWEEN, SENTENCES, PARAGRAPHS, QUOTED = 16, 9, 5, 3, 4
FEATURES = DISTANCES + BETWEEN + SENTENCES + PARAGRAPHS + QUOTED
KINDS = 2
"""A content asks for its cue (0), a cue for its source (1)."""
ACTIVE = 7
"""Features that are on for every pair."""


@dataclass(frozen=True, slots=True, order=True)
class RoleSpan:
    """Tokens `first` to `last`, both inclusive, of one role."""

    first: int
    last: int
    role: int

    @property
    def tokens(self) -> range:
        """The span's token indices."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Question:
    """One span that asks for its head among nearby candidates; `kind` is 0 for contents and 1 for cues."""

    asking: RoleSpan
    candidates: tuple[RoleSpan, ...]
    kind: int


def tag(role: int, begins: bool) -> int:
    """The tag of a role's first or of a further token; 0 is outside."""
    return 1 + 2 * role + (0 if begins else 1)


def may_follow(before: int, after: int) -> bool:
    """Whether tag `after` may stand right after tag `before`."""
    return after == 0 or after % 2 == 1 or (before > 0 and (before + 1) // 2 == after // 2)


def may_begin(first: int) -> bool:
    """Whether a text may begin with this tag."""
    return first == 0 or first % 2 == 1


def may_end(last: int) -> bool:
    """Every tag may end a text."""
    return True


def encode(spans: Sequence[RoleSpan], length: int) -> list[int]:
    """One tag a token; where spans overlap, cues win over sources and sources over contents."""
    tags = [0] * length
    for role in (CONTENT, SOURCE, CUE):
        for span in spans:
            if span.role == role:
                tags[span.first : span.last + 1] = [tag(role, False)] * (span.last + 1 - span.first)
                tags[span.first] = tag(role, True)
    for index, value in enumerate(tags):
        if value and value % 2 == 0 and (index == 0 or (tags[index - 1] + 1) // 2 != value // 2):
            tags[index] = value - 1
    return tags


def decode(tags: Sequence[int]) -> list[RoleSpan]:
    """The spans of a sequence of tags."""
    found: list[list[int]] = []
    role = -1
    for index, value in enumerate(tags):
        if value == 0:
            role = -1
        elif value % 2 == 1 or (value - 1) // 2 != role:
            role = (value - 1) // 2
            found.append([index, index, role])
        else:
            found[-1][1] = index
    return [RoleSpan(first, last, role) for first, last, role in found]


def questions(spans: Sequence[RoleSpan]) -> list[Question]:
    """A question for every content and cue that has candidates."""
    found = []
    for asking in spans:
        if asking.role == SOURCE:
            continue
        head = CUE if asking.role == CONTENT else SOURCE
        heads = sorted((span for span in spans if span.role == head), key=lambda span: _gap(asking, span))
        if heads:
            found.append(Question(asking, tuple(heads[:CANDIDATES]), 0 if asking.role == CONTENT else 1))
    return found


def _gap(asking: RoleSpan, candidate: RoleSpan) -> int:
    return max(candidate.first - asking.last, asking.first - candidate.last)


class PairFeatures:
    """Features of (asking span, candidate) pairs in one text: `ACTIVE` indices below `KINDS` × `FEATURES` each."""

    def __init__(
        self,
        spans: Sequence[RoleSpan],
        states: NDArray[np.int64],
        sentences: NDArray[np.int64],
        paragraphs: NDArray[np.int64],
    ) -> None:
        self._starts = [np.array(sorted(span.first for span in spans if span.role == role)) for role in range(3)]
        self._states, self._sentences, self._paragraphs = states, sentences, paragraphs

    def of(self, asking: RoleSpan, candidate: RoleSpan, kind: int) -> list[int]:
        """The active features: distance, spans of each role between, sentences and paragraphs apart, quotation."""
        before = candidate.first < asking.first
        left, right = (candidate.last, asking.first) if before else (asking.last, candidate.first)
        distance = distance_class(max(0, right - left - 1)) + (8 if before else 0)
        found = [distance]
        base = DISTANCES
        for role, starts in enumerate(self._starts):
            between = int(np.searchsorted(starts, right) - np.searchsorted(starts, left, side="right"))
            found.append(base + 3 * role + min(max(between, 0), 2))
        base += BETWEEN
        apart = int(self._sentences[candidate.first] - self._sentences[asking.first])
        found.append(base + max(-2, min(2, apart)) + 2)
        base += SENTENCES
        found.append(base + min(abs(int(self._paragraphs[candidate.first] - self._paragraphs[asking.first])), 2))
        base += PARAGRAPHS
        quoted = 2 * int(self._states[asking.first] > 0) + int(self._states[candidate.first] == 2)
        found.append(base + quoted)
        return [index + FEATURES * kind for index in found]


def distance_class(distance: int) -> int:
    """Distances in tokens as one of eight classes: 0, 1, 2, 3–4, 5–8, 9–16, 17–32, more."""
    return int(np.searchsorted((0, 1, 2, 4, 8, 16, 32), distance))
