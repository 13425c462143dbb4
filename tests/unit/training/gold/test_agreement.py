"""Agreement between two annotators, on cases small enough to count by hand."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from server.nlp.annotations import Status
from training.gold import agreement, scores
from training.gold.pages import Page
from training.gold.pairing import Pair
from training.gold.report import status
from training.gold.storage import GoldArticle, GoldClaim, write_article


def pairs_of(labels: list[tuple[Status, Status]], claim: GoldClaim, page: Page) -> list[Pair]:
    return [Pair(page, replace(claim, status=a), replace(claim, status=b), 1.0) for a, b in labels]


@pytest.mark.parametrize(
    ("labels", "kappa"),
    [
        ([(Status.REPORTED, Status.REPORTED)] * 3, 1.0),
        ([(Status.REPORTED, Status.DENIED), (Status.DENIED, Status.REPORTED)], -1.0),
        # three of four agree; by chance 2/4·3/4 + 2/4·1/4 = 1/2
        (
            [(Status.REPORTED, Status.REPORTED)] * 2
            + [(Status.DENIED, Status.DENIED), (Status.DENIED, Status.REPORTED)],
            (0.75 - 0.5) / 0.5,
        ),
    ],
    ids=["always the same", "never the same", "three of four"],
)
def test_kappa_is_agreement_beyond_chance(
    labels: list[tuple[Status, Status]], kappa: float, article: GoldArticle, page: Page
) -> None:
    assert agreement.kappa(pairs_of(labels, article.claims[2], page), status) == pytest.approx(kappa)


def test_only_articles_in_both_folders_are_compared(
    article: GoldArticle, page: Page, tmp_path: Path, annotate: Callable[[str], GoldArticle]
) -> None:
    write_article(article, tmp_path / "a")
    write_article(replace(article, page="Other.html.gz"), tmp_path / "a")
    write_article(replace(article, claims=article.claims[:4]), tmp_path / "b")
    comparison, common = agreement.compare_folders(tmp_path / "a", tmp_path / "b", {page.name: page})
    assert common == [page.name]
    assert scores.found(comparison.attributed) == scores.Rates(hits=3, predicted=3, gold=5)
    assert "source type kappa               1.000   (3 claims)" in "\n".join(agreement.figures(comparison))
