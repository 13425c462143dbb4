"""The figures: claims found, source types, statuses, check-worthiness, certainty and headline against the gold."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np

from .pages import Page
from .pairing import Pair, overlap_of, pair_claims, words_of
from .prediction import Prediction
from .storage import GoldArticle, GoldClaim, GoldHeadline, band_of


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and F1 from counts; 0 where there is nothing to divide by."""

    hits: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of the predicted that is right."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that is found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / (self.predicted + self.gold) if self.predicted + self.gold else 0.0


@dataclass(slots=True)
class Comparison:
    """Gold against prediction over several pages: pairs of attributed claims, of own-voice claims shown by default,
    of all own-voice claims rated check-worthy, and headlines."""

    attributed: list[Pair] = field(default_factory=list)
    own_voice: list[Pair] = field(default_factory=list)
    rated: list[Pair] = field(default_factory=list)
    headlines: list[tuple[GoldHeadline, float | None]] = field(default_factory=list)

    @property
    def hits(self) -> list[Pair]:
        """Every pair with both sides, attributed and own voice."""
        return [pair for pair in self.attributed + self.own_voice if pair.gold and pair.predicted]

    def add(self, article: GoldArticle, prediction: Prediction, page: Page) -> None:
        """Take one page in. Own-voice claims count only where they are check-worthy, on either side."""
        gold, predicted = article.claims, prediction.claims
        self.attributed += pair_claims(_attributed(gold), _attributed(predicted), page)
        self.own_voice += pair_claims(_own(gold), _own(predicted), page)
        self.rated += pair_claims(_own(gold), list(prediction.rated), page)
        if article.headline:
            self.headlines.append((article.headline, prediction.mismatch))


def found(pairs: Iterable[Pair]) -> Rates:
    """How many claims were found: a hit is a pair with both sides."""
    pairs = list(pairs)
    return Rates(
        hits=sum(1 for pair in pairs if pair.gold and pair.predicted),
        predicted=sum(1 for pair in pairs if pair.predicted),
        gold=sum(1 for pair in pairs if pair.gold),
    )


def confusion(pairs: Iterable[Pair], label: Callable[[GoldClaim], str]) -> Counter[tuple[str, str]]:
    """How often each gold label was predicted as each label; ``-`` stands for a missing side."""
    return Counter(
        (label(pair.gold) if pair.gold else "-", label(pair.predicted) if pair.predicted else "-") for pair in pairs
    )


def per_class(counts: Counter[tuple[str, str]]) -> dict[str, Rates]:
    """Rates of each label that the gold holds, most frequent first."""
    gold, predicted = Counter[str](), Counter[str]()
    for (wanted, given), count in counts.items():
        gold[wanted] += count
        predicted[given] += count
    return {
        name: Rates(counts[name, name], predicted[name], gold[name]) for name, _ in gold.most_common() if name != "-"
    }


def macro_f1(rates: dict[str, Rates]) -> float:
    """The mean F1 over the labels that the gold holds."""
    return sum(rate.f1 for rate in rates.values()) / len(rates) if rates else 0.0


def checkworthiness(pairs: Iterable[Pair]) -> Rates:
    """Check-worthiness of the attributed claims that were found."""
    both = [(pair.gold.checkworthy, pair.predicted.checkworthy) for pair in pairs if pair.gold and pair.predicted]
    return Rates(both.count((True, True)), sum(given for _, given in both), sum(wanted for wanted, _ in both))


def accuracy(pairs: Iterable[Pair], same: Callable[[Pair], bool]) -> float:
    """The share of hits for which `same` holds."""
    verdicts = [same(pair) for pair in pairs if pair.gold and pair.predicted]
    return sum(verdicts) / len(verdicts) if verdicts else 0.0


def same_source(pair: Pair) -> bool:
    """Whether the sources' words overlap by half, or both sides rightly have none."""
    assert pair.gold and pair.predicted
    wanted = words_of(pair.gold.source.spans, pair.page)
    given = words_of(pair.predicted.source.spans, pair.page)
    return overlap_of(wanted, given) >= 0.5 or not (wanted or given)


def certainty_correlation(pairs: Iterable[Pair]) -> float:
    """Pearson's r of the certainty scores over the hits; NaN below three of them or where one side never varies."""
    both = [(pair.gold.score, pair.predicted.score) for pair in pairs if pair.gold and pair.predicted]
    wanted, given = np.array(both).reshape(-1, 2).T
    if len(both) < 3 or wanted.std() == 0 or given.std() == 0:
        return float("nan")
    return float(np.corrcoef(wanted, given)[0, 1])


def headline_error(headlines: list[tuple[GoldHeadline, float | None]]) -> tuple[float, float, int]:
    """Mean absolute difference of the mismatch in points, share of right bands, and how many were rated."""
    rated = [(gold, score) for gold, score in headlines if score is not None]
    if not rated:
        return float("nan"), 0.0, 0
    points = sum(abs(gold.score - score) for gold, score in rated) / len(rated)
    return points, sum(gold.band == band_of(score) for gold, score in rated) / len(rated), len(rated)


def _attributed(claims: Iterable[GoldClaim]) -> list[GoldClaim]:
    return [claim for claim in claims if claim.attributed]


def _own(claims: Iterable[GoldClaim]) -> list[GoldClaim]:
    return [claim for claim in claims if not claim.attributed and claim.checkworthy]
