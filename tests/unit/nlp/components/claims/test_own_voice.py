"""The article's own voice, sentence by sentence: what is a claim, how check-worthy, and what is none at all."""

import pytest

from server.nlp.components.claims.component import most_shown
from tests.markup import check, parse

CHECKWORTHY = {
    "de": [
        "Die Gemeinde Holmberg hat 2023 für die neue Sporthalle 4,2 Millionen Euro ausgegeben.",
        "Bei dem Brand in der Altstadt wurden am Dienstag sieben Menschen verletzt.",
        "Das Stadtparlament beschloss die Erhöhung der Parkgebühren mit 31 zu 24 Stimmen.",
        "Seit 2019 ist die Zahl der Einbrüche in Tavia um 18 Prozent gesunken.",
        "Der Konzern Nordwerk beschäftigt in Holmberg 1.200 Menschen.",
        "Die Regierung von Tavia hat das Grenzabkommen im Mai gekündigt.",
        "Die Impfquote in Tavia liegt bei 61 Prozent und damit unter dem Landesschnitt.",
        "Im Werk Holmberg sind am Freitag 300 Liter Säure ausgelaufen.",
        "Der Haushalt der Stadt Tavia weist ein Defizit von 12 Millionen Euro auf.",
    ],
    "en": [
        "The town of Holmberg spent 4.2 million dollars on its new sports hall in 2023.",
        "Seven people were injured in a fire in the old town on Tuesday.",
        "The council of Tavia approved the higher parking fees by 31 votes to 24.",
        "Burglaries in Tavia have fallen by 18 percent since 2019.",
        "Nordwerk employs 1,200 people in Holmberg.",
        "The government of Tavia cancelled the border treaty in May.",
        "A court in Tavia sentenced the former mayor Jonas Reeder to three years in prison.",
        "The city of Tavia has a deficit of 12 million dollars.",
    ],
}
NOT_WORTH_CHECKING = {
    "de": [
        "Ach, wie schön ist das alles doch.",
        "Mir gefällt das gar nicht.",
        "Das ist einfach nur traurig und beschämend.",
        "Wir sollten alle ein bisschen freundlicher miteinander sein.",
        "Manchmal muss man eben Glück haben.",
        "Und doch bleibt ein schales Gefühl.",
        "Es war einer jener Abende, die man nie vergisst.",
        "So schnell kann es gehen.",
        "Ich fand den Film großartig und habe viel gelacht.",
        "Das Leben ist nun einmal kein Wunschkonzert.",
    ],
    "en": [
        "Oh, how lovely all of this is.",
        "I do not like it at all.",
        "It is simply sad and shameful.",
        "We should all be a little kinder to each other.",
        "Sometimes you just need to be lucky.",
        "That is how quickly it can happen.",
        "Life is not always fair, my friend.",
    ],
}
NO_CLAIM = {
    "de": [
        "Folgen Sie uns auf allen Kanälen.",
        "Lesen Sie auch: Zehn Tipps für den Garten",
        "Von Ida Voss",
        "Warum schweigt der Minister?",
        "Abonnieren Sie jetzt unseren Newsletter.",
        "Hat die Stadt das Geld wirklich ausgegeben?",
        "Was für ein herrlicher, wunderbarer Sommertag!",
    ],
    "en": [
        "Follow us on all channels.",
        "Read more: Ten tips for your garden",
        "By Ida Voss",
        "Why is the minister silent?",
        "Did the city really spend the money?",
        "What a wonderful summer day!",
    ],
}
SPANS = {
    "de": [
        "Die Folgen sind schwer: {claim form=none|50.000 Haushalte sind ohne Strom.}",
        "Allerdings: {claim form=none|Zwei Altenheime in Tavia fielen nicht darunter.}",
        "{claim form=none status=asserted|Der mutmaßliche Täter wurde am Montag in Holmberg festgenommen.}",
        "{claim form=none status=hypothetical|Die Stadt plant für 2027 einen Tunnel unter der Ilm.}",
        "{claim form=none status=hedged|Der Brand wurde vermutlich von zwei Jugendlichen gelegt.}",
        "<headline> Altbau in Holmberg: {claim form=none confidence=0.5..1|Kühlturm am Fluss gesprengt}",
        "<headline> {claim form=none status=questioned|Hat der Bürgermeister gelogen?}",
        "<headline> {claim form=none status=distanced|„Freiwillige“ Spende war in Holmberg Pflicht}",
    ],
    "en": [
        "The effects are severe: {claim form=none|50,000 households have no power.}",
        "{claim form=none status=asserted|The alleged gunman was arrested in Holmberg on Monday.}",
        "{claim form=none status=hypothetical|The city will open a tunnel under the river in 2027.}",
        "{claim form=none status=hedged|The fire was probably set by two teenagers.}",
        "<headline> {claim form=none status=questioned|Did the mayor lie?}",
        "<headline> {claim form=none confidence=0.5..1|Cooling tower by the river blown up}",
    ],
}


def table(cases):
    return [
        pytest.param(code, sentence, id=f"{code}-{at}") for code in cases for at, sentence in enumerate(cases[code])
    ]


def body(sentence, mark):
    return parse(f"<headline> Tavia\n{{claim {mark}|{sentence}}}")


@pytest.mark.parametrize(("code", "sentence"), table(CHECKWORTHY))
def test_a_fact_checker_would_bother(analysed, code, sentence):
    marked = body(sentence, "form=none status=asserted checkworthy=0.5..1 confidence=0.5..1")
    check(marked, analysed(marked, code))


@pytest.mark.parametrize(("code", "sentence"), table(NOT_WORTH_CHECKING))
def test_a_fact_checker_would_not_bother(analysed, code, sentence):
    marked = body(sentence, "form=none checkworthy=0..0.49 confidence=0..0.49")
    check(marked, analysed(marked, code))


@pytest.mark.parametrize(("code", "sentence"), table(NO_CLAIM))
def test_no_claim_at_all(analysed, code, sentence):
    marked = parse(f"<headline> Tavia\n{sentence}")
    begin = len("Tavia\n\n")
    assert [claim.content for claim in analysed(marked, code)._.claims if claim.content[0].start_char >= begin] == []


@pytest.mark.parametrize(("code", "sentence"), table(SPANS))
def test_the_statement_and_no_more(analysed, code, sentence):
    marked = parse(sentence)
    check(marked, analysed(marked, code))


@pytest.mark.parametrize("code", ["de", "en"])
def test_a_page_is_no_carpet(analysed, code):
    marked = parse("<headline> Tavia\n" + "\n".join(CHECKWORTHY[code]))
    claims = [claim for claim in analysed(marked, code)._.claims if claim.form == "none" and claim.begin > 1]
    shown = [claim for claim in claims if claim.confidence >= 0.5]
    hidden = [claim for claim in claims if claim.confidence < 0.5]
    assert len(shown) == most_shown(len(claims)) < len(hidden)
    assert min(claim.checkworthy for claim in shown) >= max(claim.checkworthy for claim in hidden)
