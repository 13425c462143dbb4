"""What a headline promises, by its words alone: how certain it is, and which words govern that."""

import pytest

from server.nlp.annotations import Status
from tests.markup import parse

BODY = {"de": "Am Hafen stehen zwei alte Kräne.", "en": "Two old cranes stand in the harbor."}

HEADLINES = [
    ("de", "Reederei Nordstern verkauft drei Fähren", Status.ASSERTED),
    ("de", "Königsgrab entdeckt!", Status.ASSERTED),
    ("de", "Reederei erwägt Verkauf von drei Fähren", Status.HYPOTHETICAL),
    ("de", "Rat stimmt über Verkauf der Fähren ab", Status.HYPOTHETICAL),
    ("de", "Fährlinie nach Holm vor dem Aus", Status.HEDGED),
    ("de", "Lotsin hält Leck für möglich", Status.HEDGED),
    ("de", "Rat schließt Verkauf der Fähren nicht aus", Status.HEDGED),
    ("de", "Hafenamt wirft Reederei Betrug vor", Status.DISTANCED),
    ("de", "Ermittlungen gegen Lotsen wegen Betrugs", Status.DISTANCED),
    ("de", "Lotse steht unter Betrugsverdacht", Status.DISTANCED),
    ("de", "Verkauf der Fähren fraglich", Status.QUESTIONED),
    ("de", "Reederei dementiert: Kein Verkauf der Fähren", Status.DENIED),
    ("de", "Reederei weist Betrugsvorwurf gegen Lotsen zurück", Status.DENIED),
    ("de", "Tanker „Möwe“ verliert Öl", Status.ASSERTED),
    ("en", "Nordstern sells three ferries", Status.ASSERTED),
    ("en", "Ferry line to close in June", Status.HYPOTHETICAL),
    ("en", "Nordstern considers sale of ferries", Status.HYPOTHETICAL),
    ("en", "Ferry line close to collapse", Status.HEDGED),
    ("en", "Ferry line on brink of collapse", Status.HEDGED),
    ("en", "Pilot accused of fraud", Status.DISTANCED),
    ("en", "Harbor Boss Denies Selling Three Ferries", Status.DENIED),
    ("en", "Nordstern May Sell Three Ferries", Status.HEDGED),
]


@pytest.mark.parametrize(("code", "text", "status"), HEADLINES)
def test_governing_words_decide_what_a_headline_offers(analysed, code, text, status):
    judgement = analysed(parse(f"<headline>{text}\n{BODY[code]}"), code)._.headline
    assert judgement.claims[0].certainty.status is status


ORDERED = [
    (
        "de",
        ["Reederei bestreitet Verkauf der Fähren", "Verkauft die Reederei die Fähren?", "Reederei verkauft die Fähren"],
    ),
    ("de", ["Reederei prüft Verkauf der Fähren", "Reederei plant Verkauf der Fähren", "Reederei verkauft die Fähren"]),
    ("en", ["Yard denies selling ferries", "Will the yard sell its ferries?", "Yard sells its ferries"]),
    ("en", ["Yard mulls sale of ferries", "Yard plans to sell ferries", "Yard sells ferries", "Yard sells ferries!"]),
]


@pytest.mark.parametrize(("code", "headlines"), ORDERED)
def test_a_headline_that_says_more_is_more_certain(analysed, code, headlines):
    found = [analysed(parse(f"<headline>{text}\n{BODY[code]}"), code)._.headline.certainty for text in headlines]
    assert found == sorted(set(found))


@pytest.mark.parametrize(
    ("code", "text"),
    [("de", "Was die Fähren so teuer macht"), ("de", "Wie sicher ist der Hafen?"), ("en", "Why is the harbor empty?")],
)
def test_a_headline_that_opens_a_topic_promises_nothing(analysed, code, text):
    assert analysed(parse(f"<headline>{text}\n{BODY[code]}"), code)._.headline.reason == "no_proposition"


def test_a_headline_never_reaches_into_the_paragraph_below(analysed):
    doc = analysed(
        parse(
            "<headline>Mayor Adah Quint may resign, aides say\n"
            "Mayor Adah Quint resigned on Monday after eight years in office, the council said."
        ),
        "en",
    )
    for claim in doc._.claims:
        assert len({doc._.layout.index_at(span.start_char) for span in claim.content}) == 1


def test_a_verb_that_reports_nothing_is_no_cue(analysed):
    claim = analysed(
        parse("<headline>Bakery Holm slashes a third of its staff\nNothing else."), "en"
    )._.headline.claims[0]
    assert not claim.source.spans
    assert claim.certainty.status is Status.ASSERTED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Schauspielerin Holm erwartet Nachwuchs", Status.ASSERTED),
        ("Reeder Holm erwartet Streik", Status.HEDGED),
    ],
)
def test_a_phrase_that_asserts_takes_its_verbs_reserve_away(analysed, text, status):
    judgement = analysed(parse(f"<headline>{text}\nSonst nichts."), "de")._.headline
    assert judgement.claims[0].certainty.status is status


def test_a_verb_that_opens_a_question_is_a_verb(analysed):
    doc = analysed(parse("<headline>Plant Nordstern eine Fähre?\nSonst nichts."), "de")
    assert (doc[0]._.verb, doc[0]._.mood) == ("planen", "ind")
