"""Pairing predicted claims with gold ones by the words their contents share.

Spans are compared word by word (a word is a run of word characters or one other visible character), so that no
tokeniser is favoured. Each claim is paired at most once, so that the sum of the overlaps (word F1) is greatest;
a pair is a hit where its overlap reaches `HIT`. The measure is that of the attribution corpora's scorer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from .pages import Page
from .storage import GoldClaim, Span

HIT = 0.5
WORD = re.compile(r"\w+|[^\w\s]")

Words = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold and a predicted claim that share words; one of them is None where the other has no partner."""

    page: Page
    gold: GoldClaim | None
    predicted: GoldClaim | None
    overlap: float = 0.0


def words_of(spans: Sequence[Span], page: Page) -> Words:
    """The words that `spans` touch, each as its block and the offset of its first character."""
    texts = page.texts
    return frozenset(
        (block, word.start())
        for block, begin, end in spans
        for word in WORD.finditer(texts[block])
        if word.start() < end and word.end() > begin
    )


def overlap_of(first: Words, second: Words) -> float:
    """Word F1 of two contents, 0 to 1."""
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def pair_claims(gold: Sequence[GoldClaim], predicted: Sequence[GoldClaim], page: Page) -> list[Pair]:
    """Hits as pairs, then each gold claim that was missed, then each predicted one that is spurious."""
    wanted = [words_of(claim.spans, page) for claim in gold]
    found = [words_of(claim.spans, page) for claim in predicted]
    overlaps = np.array([[overlap_of(left, right) for right in found] for left in wanted])
    overlaps = overlaps.reshape(len(gold), len(predicted))
    rows, columns = linear_sum_assignment(overlaps, maximize=True)
    hits = [(i, j) for i, j in zip(rows, columns, strict=True) if overlaps[i, j] >= HIT]
    seen, used = {i for i, _ in hits}, {j for _, j in hits}
    return [
        *(Pair(page, gold[i], predicted[j], float(overlaps[i, j])) for i, j in hits),
        *(Pair(page, claim, None) for i, claim in enumerate(gold) if i not in seen),
        *(Pair(page, None, claim) for j, claim in enumerate(predicted) if j not in used),
    ]
