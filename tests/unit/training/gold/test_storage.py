"""The stored form keeps every label, and nothing of the article but hashes."""

import re
from pathlib import Path

import pytest

from training.gold.halves import Half, read_halves
from training.gold.pages import Page, digest
from training.gold.storage import ARTICLES, GoldArticle, band_of, read_article, read_folder, write_article

SECOND = ARTICLES.with_name("second")


def test_an_article_reads_back_as_it_was_written(article: GoldArticle, tmp_path: Path) -> None:
    assert read_article(write_article(article, tmp_path)) == article
    assert list(read_folder(tmp_path)) == [article]
    assert list(read_folder(tmp_path, "en")) == []


def test_no_word_of_the_article_is_stored(article: GoldArticle, page: Page, tmp_path: Path) -> None:
    stored = write_article(article, tmp_path).read_text(encoding="utf-8")
    words = {word for text in page.texts.values() for word in re.findall(r"\w{5,}", text)}
    assert words and not [word for word in words if word in stored]
    assert article.paragraphs["p1"] == digest(page.texts["p1"])


@pytest.mark.parametrize(
    ("score", "band"),
    [(14.9, "aligned"), (-15, "slight"), (39, "slight"), (40, "marked"), (-64, "marked"), (65, "severe")],
)
def test_bands_are_those_of_the_guidelines(score: float, band: str) -> None:
    assert band_of(score) == band


@pytest.mark.parametrize("folder", [ARTICLES, SECOND], ids=["gold", "second annotation"])
def test_the_published_annotations_hold_offsets_and_labels_only(folder: Path) -> None:
    paths = list(folder.glob("*/*.json"))
    assert paths
    for path in paths:
        strings = re.findall(r'"([^"]*)"', path.read_text(encoding="utf-8"))
        assert not [string for string in strings if re.search(r"[^\w.-]", string)], path


def test_the_gold_is_the_articles_folder_and_the_second_annotation_no_part_of_it() -> None:
    gold = {article.page: article for article in read_folder(ARTICLES)}
    assert gold.keys() == set(read_halves())
    for article in read_folder(SECOND):
        assert article.paragraphs == gold[article.page].paragraphs
        assert article.claims != gold[article.page].claims, "a copy measures no agreement"


@pytest.mark.parametrize(("language", "fewest"), [("de", 14), ("en", 7)])
def test_both_halves_of_a_language_are_about_equal(language: str, fewest: int) -> None:
    halves = [read_halves()[article.page] for article in read_folder(ARTICLES, language)]
    assert len(halves) >= fewest
    assert abs(halves.count(Half.TUNE) - halves.count(Half.LOCKED)) <= 1
