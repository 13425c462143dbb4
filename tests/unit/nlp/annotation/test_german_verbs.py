"""Infinitive and mood of German verbs. Each example marks verbs as `form/infinitive/mood`; a mood of `-` is none."""

import re

import pytest

MARK = re.compile(r"(\w+)/(\w+)/(ind|sub1|sub2|imp|-)")

EXAMPLES = [
    pytest.param("Die Sprecherin teilte/mitteilen/ind am Montag mit.", id="particle at the end"),
    pytest.param(
        "Der Rat teilte/mitteilen/ind, wie Orlen TV berichtete/berichten/ind, am Abend mit, er berate/beraten/sub1.",
        id="particle after another finite verb",
    ),
    pytest.param("Voss sagte/zusagen/ind den Orten, die leiden/leiden/ind, mehr Geld zu.", id="particle over a clause"),
    pytest.param("Sie kündigte/ankündigen/ind an, er werde/werden/sub1 gehen/gehen/-.", id="particle before a comma"),
    pytest.param("Die Stadt wies/zurückweisen/ind den Vorwurf zurück.", id="long particle"),
    pytest.param("Er räumte/einräumen/ind den Fehler ein und sagte/sagen/ind nichts mehr.", id="particle before und"),
    pytest.param("Er sagte/sagen/ind das vor der Wahl.", id="preposition is no particle"),
    pytest.param("Was er mitteilte/mitteilen/ind, stimmte/stimmen/ind nicht.", id="particle on the verb"),
    pytest.param("Adler sagte/sagen/ind, er sei/sein/sub1 müde und habe/haben/sub1 Hunger.", id="Konjunktiv I"),
    pytest.param("Sie könne/können/sub1 und müsse/müssen/sub1 bleiben, sie wolle/wollen/sub1.", id="modals in K. I"),
    pytest.param("Die Zeugen seien/sein/sub1 geflohen/fliehen/-.", id="Konjunktiv I in the plural"),
    pytest.param("Sie sagte/sagen/ind, das Geld reiche/reichen/sub1 nicht.", id="no adjective without a noun"),
    pytest.param("Das wisse/wissen/sub1 niemand, hieß/heißen/ind es.", id="Konjunktiv I of a strong verb"),
    pytest.param("Ich habe/haben/ind Hunger und werde/werden/ind gehen.", id="ich makes it indicative"),
    pytest.param("Es wäre/sein/sub2 schön, käme/kommen/sub2 er.", id="Konjunktiv II"),
    pytest.param("Die Brücke könnte/können/sub2 fallen/fallen/-.", id="Konjunktiv II of a modal"),
    pytest.param("Er würde/werden/sub2 das bestätigen/bestätigen/-.", id="würde and infinitive"),
    pytest.param("Die Zeugen sagten/sagen/ind wenig; sie haben/haben/ind Angst.", id="ambiguous forms are indicative"),
    pytest.param("Er soll/sollen/ind geflohen/fliehen/- sein/sein/-.", id="soll with a perfect infinitive"),
    pytest.param("Sie hat/haben/ind das gesagt/sagen/-, um zu bleiben/bleiben/-.", id="participle and zu infinitive"),
    pytest.param("Die Räte sollen/sollen/ind geheim verhandelt/verhandeln/- haben/haben/-.", id="haben after a modal"),
    pytest.param("Er meint, dass sie gelogen/lügen/- haben/haben/- soll/sollen/ind.", id="haben before a modal"),
    pytest.param("Insiderin behauptet/behaupten/ind auch: Die Stadt würde/werden/sub2 sparen/sparen/-.", id="headline"),
    pytest.param("Zwei Räte verhaftet/verhaften/-", id="headline participle"),
    pytest.param("Das Haus gehört/gehören/ind ihm, das Lied gefällt/gefallen/ind ihr.", id="finite reading"),
    pytest.param("Bleiben/bleiben/imp Sie ruhig!", id="polite order"),
    pytest.param("Folgen/folgen/imp Sie uns auf Zirpl.", id="polite order that looks like a noun"),
    pytest.param("Bleiben/bleiben/ind Sie hier?", id="question that looks like an order"),
    pytest.param("Der Minister twitterte/twittern/ind und postete/posten/ind ein Bild.", id="new verbs"),
    pytest.param("Das mußte/müssen/ind er zugeben/zugeben/-.", id="spelling before 1996"),
    pytest.param("Der Termin stand/feststehen/ind am Abend fest.", id="adjective as particle"),
]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_verbs(annotate, marked):
    doc = annotate("de", MARK.sub(r"\1", marked))
    found = {(token.text, token._.verb, token._.mood or "-") for token in doc}
    assert set(MARK.findall(marked)) <= found


def test_the_space_between_blocks_is_no_verb(annotate):
    doc = annotate("de", "Liebes-Aus bei Mara Lind?\n\nDie Sängerin schweigt.")
    assert [token._.verb for token in doc if token._.verb] == ["schweigen"]


def test_what_is_no_verb_has_neither_infinitive_nor_mood(annotate):
    doc = annotate("de", "Die müde Reise des Rates nach Orlen, laut Bericht.")
    assert not [token.text for token in doc if token._.verb or token._.mood]


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Die Aussagen der Sprecherinnen", ["aussage", "sprecherin"]),
        ("Den Regierungssprechern fehlten Belege", ["regierungssprecher", "beleg"]),
    ],
)
def test_base_forms_of_nouns(annotate, text, lemmas):
    assert [token.lemma_.lower() for token in annotate("de", text) if token.pos_ == "NOUN"] == lemmas
