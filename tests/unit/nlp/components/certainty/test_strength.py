"""The learned English strengths: they move a score within its band and never the status."""

import pytest

from server.nlp.components.certainty.bands import BANDS
from server.nlp.components.certainty.component import CertaintyComponent
from server.nlp.components.certainty.strength import Strength
from server.nlp.lang import rules_for
from tests.marked_claims import with_claims
from tests.markup import parse

ORDERED = [
    ("The tests showed that 40 percent of the pipes leak.", "The tests may show that the pipes could leak."),
    ("The mayor resigned on Monday.", "The mayor might resign on Monday."),
    ("The fire was set by two men.", "The fire was probably set by two men."),
]


@pytest.fixture
def certainty(annotated):
    def judge(sentence):
        marked = parse(f"{{claim form=none|{sentence}}}")
        doc = CertaintyComponent(rules_for("en"))(with_claims(annotated(marked, "en"), marked))
        return doc._.claims[0].certainty

    return judge


@pytest.mark.parametrize(("surer", "less_sure"), ORDERED)
def test_the_surer_sentence_scores_higher(certainty, surer, less_sure):
    assert certainty(surer).score > certainty(less_sure).score


@pytest.mark.parametrize("sentence", [sentence for pair in ORDERED for sentence in pair])
def test_the_score_stays_in_the_band(certainty, sentence):
    found = certainty(sentence)
    low, high = BANDS[found.status]
    assert low <= found.score <= high


def test_a_language_without_a_table_keeps_the_scores_of_its_rules():
    assert Strength.load("de") is None
    assert Strength.load("en") is not None
