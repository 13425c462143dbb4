"""Working files quote the page; what comes out are offsets that cover exactly those words."""

from collections.abc import Callable

import pytest

from server.nlp.annotations import Form, Medium, SourceType, Status
from training.gold.pages import Page
from training.gold.storage import GoldArticle
from training.gold.workfile import NotFound

HEAD = "page Seeblick.html.gz de\n[p2]\n"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("die Vorwürfe", ["die Vorwürfe"]),
        ("Das Schiff>>gewesen.", ["Das Schiff sei gewartet und erst im Mai zurück gewesen."]),
        ("zurück#2", ["zurück"]),
        ("Die Reederei && Das Schiff", ["Die Reederei", "Das Schiff"]),
        ("p1:sagte", ["sagte"]),
        ("l1:*", ["Auf dem Grünsee sank am Montag die Fähre „Ida“."]),
    ],
)
def test_a_place_becomes_the_span_of_its_words(
    place: str, words: list[str], annotate: Callable[[str], GoldArticle], page: Page
) -> None:
    claim = annotate(f"{HEAD}i org R .7 n | {place} | Die Reederei").claims[0]
    assert [page.quote(span) for span in claim.spans] == words


def test_the_occurrence_is_the_one_asked_for(annotate: Callable[[str], GoldArticle]) -> None:
    first, second = annotate(f"{HEAD}i org R .7 - | zurück#1\ni org R .7 - | zurück#2").claims
    assert first.spans[0][1] < second.spans[0][1]


def test_every_label_is_read(article: GoldArticle, page: Page) -> None:
    quotation, helper = article.claims[2:4]
    assert (quotation.form, quotation.status, quotation.score) == (Form.DIRECT, Status.REPORTED, 0.7)
    assert (quotation.source.type, quotation.source.medium) == (SourceType.OFFICIAL, Medium.SPEECH)
    assert quotation.source.named and quotation.checkworthy
    assert page.quote(quotation.source.spans[0]) == "Hafenmeisterin Ulla Brandt"
    assert (helper.source.type, helper.source.named) == (SourceType.ANONYMOUS, False)
    assert article.headline is not None
    assert (article.headline.score, article.headline.band) == (25.0, "slight")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("i org R .7 n | der Kapitän", "0 times in p2: 'der Kapitän'"),
        ("i org R .7 n | zurück", "2 times in p2: 'zurück'"),
        ("i org R .7 n | zurück#3", "list index out of range"),
        ("i org R .7 n | Das Schiff>>Die Reederei", "not in p2 after 'Das Schiff': 'Die Reederei'"),
        ("i org R .7 n | Reeder", "0 times in p2: 'Reeder'"),
        ("i org R .7 n | p9:Reeder", "'p9'"),
    ],
)
def test_words_that_are_not_there_are_refused_with_their_line(
    line: str, complaint: str, annotate: Callable[[str], GoldArticle]
) -> None:
    with pytest.raises(NotFound) as refusal:
        annotate(HEAD + line)
    assert str(refusal.value) == f"seeblick.txt:3: {complaint}"
