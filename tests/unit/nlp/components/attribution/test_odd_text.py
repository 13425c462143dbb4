"""The rules stand whatever is thrown at them, and every span they give lies inside one block of the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.nlp.article import Article, Layout
from server.nlp.components.attribution.component import AttributionComponent
from server.nlp.extensions import declare
from server.nlp.lang import rules_for
from server.nlp.pipeline import annotate

ODD = [
    "",
    " ",
    "„",
    "“”\"'«»",
    "sagte",
    ", sagte er, sagte sie, sagte",
    "DIE STADT SAGTE, DER DEICH SEI ALT.",
    "Sie sagte:„Wir gehen.“Dann ging sie.",
    "🙂 Sie sagte 🙂: „Der 🙂 hält.“ 🙂",
    "Sie\u00adsag\u00adte, der Deich hal\u00adte.",
    "| Laut | Polizei |\n| 3 | zufolge |",
    "+++ 12.03 Uhr: Polizei: „Alle raus“ +++ 12.04 Uhr +++",
    "((((Laut [Polizei (soll",
]
PIECES = st.sampled_from(
    [
        "sagte",
        "dass",
        "laut",
        "Polizei",
        "Ada Holm",
        ",",
        ".",
        ":",
        "„",
        "“",
        '"',
        "(",
        ")",
        "sei",
        "soll",
        "haben",
        "–",
    ]
    + ["said", "that", "according to", "the board", "’", "“", "reportedly", "\n", "🙂", "é", "1.", "und", "die"]
)


@pytest.fixture(scope="module", params=["de", "en"])
def analyse(request):
    declare()
    rules = rules_for(request.param)
    nlp, component = rules.annotator(), AttributionComponent(rules)

    def run(text):
        article = Article.from_text(text)
        return component(annotate(nlp, article)[0]), Layout(article)

    return run


def assert_sound(doc, layout):
    for claim in doc._.claims:
        spans = [*claim.content, *claim.source.spans, *claim.cue]
        assert claim.content
        assert all(len(span) and len(list(layout.places(span.start_char, span.end_char))) == 1 for span in spans)
        assert [span.start for span in claim.content] == sorted(span.start for span in claim.content)
        assert 0 <= claim.confidence <= 1


@pytest.mark.parametrize("text", ODD)
def test_odd_texts(analyse, text):
    assert_sound(*analyse(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=60))
def test_any_order_of_words(analyse, words):
    assert_sound(*analyse(" ".join(words)))
