"""Dev scores of found attributions: roles by shared words, claims by overlap, as the corpora's scorer counts them.

Words are runs of word characters or one other visible character. Each found attribution is paired with at most
one gold attribution so that the summed content overlap is greatest; per role, precision is the mean share of
right words over found attributions, recall the mean share of found words over gold ones; `joint` pools the roles.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

ROLES = ("content", "source", "cue")
WORD = re.compile(r"\w+|[^\w\s]")
HIT = 0.5
Spans = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution by character spans."""

    content: Spans
    source: Spans
    cue: Spans
    form: str | None = None


@dataclass(slots=True)
class Tally:
    """Sums over articles; the properties give the figures."""

    precision: dict[str, list[float]] = field(default_factory=lambda: {role: [] for role in ROLES})
    recall: dict[str, list[float]] = field(default_factory=lambda: {role: [] for role in ROLES})
    gold: int = 0
    found: int = 0
    hits: int = 0
    source_right: int = 0
    form_gold: dict[str, int] = field(default_factory=dict)
    form_hits: dict[str, int] = field(default_factory=dict)
    form_found: dict[str, int] = field(default_factory=dict)
    form_found_hits: dict[str, int] = field(default_factory=dict)

    def role(self, role: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of one role, or of all with `joint`."""
        roles = ROLES if role == "joint" else (role,)
        precision = _mean([value for name in roles for value in self.precision[name]])
        recall = _mean([value for name in roles for value in self.recall[name]])
        return precision, recall, f1(precision, recall)

    @property
    def claim(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of claims whose content overlap reaches one half."""
        precision, recall = self.hits / max(self.found, 1), self.hits / max(self.gold, 1)
        return precision, recall, f1(precision, recall)

    @property
    def source(self) -> float:
        """The share of hits with the right source."""
        return self.source_right / max(self.hits, 1)

    def form(self, form: str) -> float:
        """F1@.5 of one form: hits of that gold form, over found claims labelled so."""
        precision = self.form_found_hits.get(form, 0) / max(self.form_found.get(form, 0), 1)
        recall = self.form_hits.get(form, 0) / max(self.form_gold.get(form, 0), 1)
        return f1(precision, recall)

    def line(self) -> str:
        """All figures in one line."""
        roles = " ".join("{} {:.3f}/{:.3f}/{:.3f}".format(role, *self.role(role)) for role in (*ROLES, "joint"))
        forms = " ".join(f"{form} {self.form(form):.3f}" for form in sorted(self.form_gold))
        return "{} claim {:.3f}/{:.3f}/{:.3f} source right {:.3f} | {}".format(roles, *self.claim, self.source, forms)


def add_article(scores: Tally, text: str, gold: Sequence[Attributed], found: Sequence[Attributed]) -> list[bool]:
    """Count one article; the answer says for each found attribution whether it is a hit."""
    words = np.array([match.span() for match in WORD.finditer(text)] or [(0, 0)])
    wanted = [_words(words, item) for item in gold]
    given = [_words(words, item) for item in found]
    overlaps = np.array([[_overlap(w["content"], g["content"]) for g in given] for w in wanted])
    pairs = _pairs(overlaps.reshape(len(gold), len(found)))
    scores.gold += len(gold)
    scores.found += len(found)
    partner = dict(pairs)
    back = {j: i for i, j in pairs}
    for i, item in enumerate(wanted):
        _count(scores.recall, item, given[partner[i]] if i in partner else None)
    for j, item in enumerate(given):
        _count(scores.precision, item, wanted[back[j]] if j in back else None)
    hit = [j in back and overlaps[back[j], j] >= HIT for j in range(len(found))]
    for j, right in enumerate(hit):
        _add(scores.form_found, found[j].form)
        if right:
            _count_hit(scores, gold[back[j]], wanted[back[j]], found[j], given[j])
    for item in gold:
        _add(scores.form_gold, item.form)
    return hit


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _count_hit(scores: Tally, gold: Attributed, wanted: dict, found: Attributed, given: dict) -> None:
    scores.hits += 1
    neither = not (wanted["source"] or given["source"])
    scores.source_right += neither or _overlap(wanted["source"], given["source"]) >= HIT
    _add(scores.form_hits, gold.form)
    if found.form == gold.form:
        _add(scores.form_found_hits, found.form)


def _add(counts: dict[str, int], form: str | None) -> None:
    if form:
        counts[form] = counts.get(form, 0) + 1


def _count(sums: dict[str, list[float]], own: dict, other: dict | None) -> None:
    for role in ROLES:
        if own[role]:
            sums[role].append(len(own[role] & other[role]) / len(own[role]) if other else 0.0)


def _pairs(overlaps: NDArray[np.float64]) -> list[tuple[int, int]]:
    rows, columns = linear_sum_assignment(overlaps, maximize=True)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if overlaps[i, j] > 0]


def _words(words: NDArray[np.int64], item: Attributed) -> dict[str, set[int]]:
    return {
        role: {
            int(index)
            for begin, end in getattr(item, role)
            for index in np.flatnonzero((words[:, 0] < end) & (words[:, 1] > begin))
        }
        for role in ROLES
    }


def _overlap(a: set[int], b: set[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
