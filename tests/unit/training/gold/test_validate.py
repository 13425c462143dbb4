"""A gold article that does not fit its page or the guidelines is told what is wrong."""

from dataclasses import replace

import pytest

from server.nlp.annotations import Form, SourceType, Status
from training.gold.pages import Page, page_of
from training.gold.storage import GoldArticle, GoldClaim, GoldSource
from training.gold.validate import problems


def test_a_good_article_has_no_problems(article: GoldArticle, page: Page) -> None:
    assert problems(article, page) == []


@pytest.mark.parametrize(
    ("number", "change", "complaint"),
    [
        (1, {"spans": ()}, "no content"),
        (1, {"spans": (("l1", 0, 900),)}, "content lies outside l1: 0–900"),
        (1, {"spans": (("p7", 0, 4),)}, "content lies outside p7: 0–4"),
        (1, {"spans": (("l1", 0, 4),)}, "content begins or ends with a space: l1 0–4"),
        (3, {"spans": (("p1", 48, 66), ("p1", 0, 11))}, "the pieces of the content are not in text order"),
        (1, {"source": GoldSource(SourceType.PERSON)}, "form none with source type person"),
        (1, {"cue": (("l1", 0, 3),)}, "a source or cue in the article's own voice"),
        (3, {"form": Form.NONE, "cue": (), "source": GoldSource()}, None),
        (0, {"cue": (("p1", 0, 2),)}, "the reportative cue of hearsay belongs inside the content"),
        (0, {"source": GoldSource(SourceType.UNSPECIFIED, named=True)}, "hearsay with a source"),
        (0, {"status": Status.DENIED}, "score 0.4 with status denied"),
        (5, {"id": "c1"}, "twice"),
    ],
)
def test_each_fault_is_named(
    number: int, change: dict[str, object], complaint: str | None, article: GoldArticle, page: Page
) -> None:
    claims: list[GoldClaim] = list(article.claims)
    claims[number] = replace(claims[number], **change)  # type: ignore[arg-type]
    found = problems(replace(article, claims=tuple(claims)), page)
    assert found == ([f"{claims[number].id}: {complaint}"] if complaint else [])


def test_a_changed_page_is_noticed_before_anything_else(article: GoldArticle, page: Page) -> None:
    texts = page.texts
    other = page_of(page.name, "de", texts["h"], [texts["l1"] + " Neu."], [texts["p1"]])
    assert problems(article, other) == ["l1: the page has changed", "p2: the page has changed"]
