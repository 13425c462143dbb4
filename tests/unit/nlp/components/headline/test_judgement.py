"""The judgement of whole articles: fair headlines raise no alarm, and the sum behaves as a reader expects."""

import pytest

from tests.markup import parse

FERRY = "Die Reederei Nordstern verkauft drei Fähren nach Tavia. Das Unternehmen bestätigte den Verkauf am Montag.\n"
RUMOUR = "Die Reederei Nordstern soll drei Fähren nach Tavia verkauft haben. Das berichtet ein Insider.\n"
DENIAL = "Vorstandschefin Ada Holm bestreitet, dass die Reederei drei Fähren nach Tavia verkauft hat.\n"
CONFIRMED = "Das Hafenamt Kelm bestätigte, dass die Reederei Nordstern drei Fähren nach Tavia verkauft hat.\n"
TOLD = "{}, die Reederei Nordstern habe drei Fähren nach Tavia verkauft.\n"
STATED = "Reederei Nordstern hat drei Fähren nach Tavia verkauft"


def score(analysed, headline, body):
    judgement = analysed(parse(f"<headline>{headline}\n{body}"), "de")._.headline
    assert judgement.support is not None, judgement.reason
    assert sum(line.effect for line in judgement.evidence) == pytest.approx(
        100 * (judgement.certainty - judgement.support)
    )
    return 100 * (judgement.certainty - judgement.support)


FAIR = [
    (STATED, FERRY),
    ("Reederei Nordstern verkauft Fähren nach Tavia", FERRY),
    ("Verkauf bestätigt: Reederei Nordstern gibt drei Fähren ab", FERRY),
    ("Verkauft die Reederei Nordstern Fähren nach Tavia?", FERRY),
    ("Reederei Nordstern will Fähren nach Tavia verkaufen", FERRY),
    ("Reederei Nordstern soll Fähren nach Tavia verkauft haben", RUMOUR),
    ("Insider: Reederei Nordstern hat Fähren nach Tavia verkauft", RUMOUR),
    ("Reederei Nordstern dementiert Verkauf von Fähren nach Tavia", RUMOUR + DENIAL),
]


@pytest.mark.parametrize(("headline", "body"), FAIR)
def test_a_fair_headline_raises_no_alarm(analysed, headline, body):
    assert abs(score(analysed, headline, body)) < 40


def test_a_rumour_told_as_a_fact_is_marked(analysed):
    assert score(analysed, STATED + "!", RUMOUR + DENIAL) >= 40


def test_the_same_matter_in_other_words_is_matched(analysed):
    assert score(analysed, "Bürgermeisterin Quint tritt zurück", "Der Rücktritt von Adah Quint steht fest.\n") < 40


def test_a_denial_in_the_body_never_lowers_the_score(analysed):
    assert score(analysed, STATED, RUMOUR + DENIAL) >= score(analysed, STATED, RUMOUR)


def test_a_confirmation_in_the_body_never_raises_the_score(analysed):
    assert score(analysed, STATED, RUMOUR + CONFIRMED) <= score(analysed, STATED, RUMOUR)


def test_an_unnamed_source_never_supports_more_than_a_named_one(analysed):
    unnamed, named = (TOLD.format(source) for source in ("Ein Insider sagte", "Hafenchefin Ada Holm sagte"))
    assert score(analysed, STATED, unnamed) >= score(analysed, STATED, named)


@pytest.mark.parametrize("body", [FERRY, RUMOUR, RUMOUR + DENIAL])
def test_hedging_the_headline_never_raises_the_score(analysed, body):
    headlines = [STATED + "!", STATED, "Reederei Nordstern soll drei Fähren nach Tavia verkauft haben"]
    found = [score(analysed, headline, body) for headline in headlines]
    assert found == sorted(found, reverse=True)


def test_a_claim_near_by_of_another_event_never_makes_an_alarm(analysed):
    elsewhere = "Die Reederei Nordstern soll drei Fähren nach Tavia geschickt haben. Das berichtet ein Insider.\n"
    told = score(analysed, STATED, RUMOUR)
    assert 15 <= score(analysed, STATED, elsewhere) < 40 <= told


def test_an_article_about_something_else_is_not_rated(analysed):
    doc = analysed(parse(f"<headline>{STATED}\nIn Kelm öffnet am Sonntag das neue Freibad."), "de")
    assert doc._.headline.reason == "no_match"


def evidence(analysed, code, headline, body):
    judgement = analysed(parse(f"<headline>{headline}\n{body}"), code)._.headline
    return [line.reason for line in judgement.evidence], 100 * (judgement.certainty - judgement.support)


def test_another_number_of_the_same_is_no_support(analysed):
    body = "Der Krisenstab bestätigte vier Verletzte nach dem Brand in Lohfeld.\n"
    same = score(analysed, "Vier Verletzte nach Brand in Lohfeld", body)
    more = score(analysed, "Vierzig Verletzte nach Brand in Lohfeld", body)
    assert same < 15 < more


def test_numbers_in_words_and_digits_are_the_same(analysed):
    body = "Der Krisenstab bestätigte vier Verletzte nach dem Brand in Lohfeld.\n"
    assert score(analysed, "4 Verletzte nach Brand in Lohfeld", body) < 15


LINKED = "People who eat walnuts have a lower risk of migraine. The authors looked at 900 adults.\n"


def test_occurring_together_is_no_cause(analysed):
    reasons, overstated = evidence(analysed, "en", "Walnuts lower the risk of migraine", LINKED)
    assert "linked" in reasons
    assert overstated > 30


def test_a_headline_that_only_links_is_fair_to_a_link(analysed):
    reasons, overstated = evidence(analysed, "en", "Walnuts linked to lower risk of migraine", LINKED)
    assert "linked" not in reasons
    assert overstated < 15


def test_a_negation_in_a_comparison_denies_nothing(analysed):
    body = "People who eat walnuts suffer less from migraine than those who never do, a study suggests.\n"
    reasons, _ = evidence(analysed, "en", "Walnuts may ease migraine", body)
    assert not {"denies", "denied"} & set(reasons)


def test_a_body_that_only_denies_leaves_little(analysed):
    reasons, overstated = evidence(analysed, "de", STATED, DENIAL)
    assert "denied" in reasons
    assert overstated > 15


def test_a_denying_headline_is_fair_to_a_body_that_only_denies(analysed):
    assert abs(score(analysed, "Vorstandschefin Holm bestreitet Verkauf von Fähren nach Tavia", DENIAL)) < 15


def test_a_topic_before_the_colon_says_what_a_bare_question_means(analysed):
    body = "Der Neubau der Sporthalle Weidach verzögert sich vermutlich um ein Jahr.\n" + FERRY
    assert abs(score(analysed, "Sporthalle Weidach: Kommt der Neubau später?", body)) < 30
