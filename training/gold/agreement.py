"""How far two annotators of the same pages, working apart from each other, agree.

Claims are paired as for scoring, the first folder taking the gold's place; F1 is the same either way round. Labels are
compared on the pairs by Cohen's kappa (1960): agreement beyond what the two label distributions give by chance.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from . import scores
from .pages import Page
from .pairing import Pair
from .prediction import Prediction
from .report import rates_line, source_type, status
from .storage import GoldArticle, GoldClaim, read_folder


def compare_folders(first: Path, second: Path, pages: dict[str, Page]) -> tuple[scores.Comparison, list[str]]:
    """Pair the claims of the articles that both folders hold; also gives those articles' page names."""
    others = {article.page: article for article in read_folder(second)}
    comparison, common = scores.Comparison(), []
    for article in read_folder(first):
        if article.page in others:
            comparison.add(article, _as_prediction(others[article.page]), pages[article.page])
            common.append(article.page)
    return comparison, common


def figures(comparison: scores.Comparison) -> Iterator[str]:
    """Every figure of agreement, a line each."""
    attributed = [pair for pair in comparison.attributed if pair.gold and pair.predicted]
    yield rates_line("claim F1@.5, attributed", scores.found(comparison.attributed))
    yield rates_line("check-worthy own voice", scores.found(comparison.own_voice))
    yield f"{'source type kappa':32}{kappa(attributed, source_type):.3f}   ({len(attributed)} claims)"
    yield f"{'form kappa':32}{kappa(attributed, lambda claim: claim.form.value):.3f}"
    yield f"{'named kappa':32}{kappa(attributed, lambda claim: str(claim.source.named)):.3f}"
    yield f"{'check-worthy kappa':32}{kappa(attributed, lambda claim: str(claim.checkworthy)):.3f}"
    yield f"{'status kappa':32}{kappa(comparison.hits, status):.3f}   ({len(comparison.hits)} claims)"
    yield f"{'certainty score: r':32}{scores.certainty_correlation(comparison.hits):.3f}"
    points, bands, rated = scores.headline_error(comparison.headlines)
    yield f"{'headline: points apart':32}{points:.1f}   same band {bands:.2f}   ({rated} articles)"


def kappa(pairs: list[Pair], label: Callable[[GoldClaim], str]) -> float:
    """Cohen's kappa of a label over pairs with both sides; NaN without pairs, 1 where both always say the same."""
    counts = scores.confusion(pairs, label)
    total = counts.total()
    if not total:
        return float("nan")
    left, right = Counter[str](), Counter[str]()
    for (wanted, given), count in counts.items():
        left[wanted] += count
        right[given] += count
    observed = sum(count for (wanted, given), count in counts.items() if wanted == given) / total
    expected = sum(left[name] * right[name] for name in left) / total**2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def _as_prediction(article: GoldArticle) -> Prediction:
    return Prediction(article.page, article.claims, article.headline.score if article.headline else None)
