"""The figures, each on cases small enough to count by hand."""

from collections import Counter
from dataclasses import replace

import pytest

from server.nlp.annotations import Form, SourceType, Status
from training.gold import report, scores
from training.gold.pages import Page
from training.gold.pairing import overlap_of, pair_claims, words_of
from training.gold.prediction import Prediction
from training.gold.storage import GoldArticle, GoldClaim, GoldSource, Span


def claim(*spans: Span, **labels: object) -> GoldClaim:
    plain = GoldClaim("c1", Form.INDIRECT, spans, GoldSource(SourceType.PERSON), (), Status.REPORTED, 0.7, False)
    return replace(plain, **labels)  # type: ignore[arg-type]


def compared(article: GoldArticle, claims: tuple[GoldClaim, ...], mismatch: float | None, page: Page):
    comparison = scores.Comparison()
    comparison.add(article, Prediction(page.name, claims, mismatch), page)
    return comparison


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        (("h", 0, 25), ("h", 0, 25), 1.0),
        (("h", 0, 5), ("h", 6, 10), 0.0),
        (("h", 0, 25), ("h", 0, 10), 2 * 2 / (4 + 2)),
        (("h", 0, 2), ("h", 0, 5), 1.0),
        (("h", 0, 5), ("p1", 0, 5), 0.0),
    ],
    ids=["same", "apart", "two of four words", "a touched word counts whole", "another block"],
)
def test_overlap_counts_words(first: Span, second: Span, overlap: float, page: Page) -> None:
    assert overlap_of(words_of([first], page), words_of([second], page)) == pytest.approx(overlap)


def test_each_claim_is_paired_once_and_best(page: Page) -> None:
    whole, half = claim(("h", 0, 25)), claim(("h", 0, 10))
    pairs = pair_claims([whole], [half, whole], page)
    assert [(pair.gold, pair.predicted, pair.overlap) for pair in pairs] == [(whole, whole, 1.0), (None, half, 0.0)]


def test_a_pair_below_half_the_words_is_a_miss_and_a_false_alarm(page: Page) -> None:
    pairs = pair_claims([claim(("h", 0, 25))], [claim(("h", 0, 5))], page)
    assert [(bool(pair.gold), bool(pair.predicted)) for pair in pairs] == [(True, False), (False, True)]


def test_the_gold_scores_full_marks_against_itself(article: GoldArticle, page: Page) -> None:
    comparison = compared(article, article.claims, 25.0, page)
    assert scores.found(comparison.attributed).f1 == scores.found(comparison.own_voice).f1 == 1.0
    types = scores.per_class(scores.confusion(comparison.attributed, report.source_type))
    assert list(types) == ["organisation", "unspecified", "official", "anonymous"]
    assert scores.macro_f1(types) == scores.certainty_correlation(comparison.hits) == pytest.approx(1.0)
    assert scores.headline_error(comparison.headlines) == (0.0, 1.0, 1)


def test_attributed_and_own_voice_are_counted_apart(article: GoldArticle, page: Page) -> None:
    own_as_attributed = replace(article.claims[1], form=Form.FREE_INDIRECT)
    comparison = compared(article, (own_as_attributed,), None, page)
    assert scores.found(comparison.attributed) == scores.Rates(hits=0, predicted=1, gold=5)
    assert scores.found(comparison.own_voice) == scores.Rates(hits=0, predicted=0, gold=1)


def test_an_own_voice_claim_counts_only_when_check_worthy(article: GoldArticle, page: Page) -> None:
    comparison = compared(article, (replace(article.claims[1], checkworthy=False),), None, page)
    assert scores.found(comparison.own_voice) == scores.Rates(hits=0, predicted=0, gold=1)


def test_rates_per_class_and_their_mean() -> None:
    counts = Counter({("a", "a"): 3, ("a", "b"): 1, ("b", "b"): 1, ("b", "-"): 1, ("-", "a"): 2, ("-", "c"): 1})
    rates = scores.per_class(counts)
    assert rates == {"a": scores.Rates(3, 5, 4), "b": scores.Rates(1, 2, 2)}
    assert (rates["a"].precision, rates["a"].recall, rates["a"].f1) == (0.6, 0.75, pytest.approx(2 / 3))
    assert scores.macro_f1(rates) == pytest.approx((2 / 3 + 1 / 2) / 2)


def test_nothing_found_gives_zeros_and_no_correlation(article: GoldArticle, page: Page) -> None:
    comparison = compared(article, (), None, page)
    assert scores.found(comparison.attributed).f1 == 0.0
    assert scores.certainty_correlation(comparison.hits) != scores.certainty_correlation(comparison.hits)  # NaN
    assert "claim F1@.5, attributed         P 0.000  R 0.000  F1 0.000" in "\n".join(report.figures(comparison))


def test_wrong_labels_show_in_the_confusion(article: GoldArticle, page: Page) -> None:
    wrong = replace(article.claims[2], source=replace(article.claims[2].source, type=SourceType.PERSON, spans=()))
    comparison = compared(article, (wrong,), -80.0, page)
    assert scores.confusion(comparison.attributed, report.source_type)["official", "person"] == 1
    assert scores.accuracy(comparison.attributed, scores.same_source) == 0.0
    assert scores.accuracy(comparison.attributed, report.same_named) == 1.0
    assert scores.headline_error(comparison.headlines) == (105.0, 0.0, 1)
