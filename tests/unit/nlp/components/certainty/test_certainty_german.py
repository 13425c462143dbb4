"""German certainty, sentence by sentence: the claim is marked, the status and the deciding words are expected."""

import pytest

from server.nlp.components.certainty.component import CertaintyComponent
from server.nlp.lang import rules_for
from tests.marked_claims import with_claims
from tests.markup import check, parse

CASES = {
    "reported speech": [
        "{claim status=reported|Der Hafen sei seit Montag gesperrt}, {cue|sagte} {source|Bürgermeisterin Ida Voss}.",
        "{source|Die Polizei} {cue|teilte mit}, {claim status=reported|dass zwei Wagen ausbrannten}.",
        "{cue|Laut} {source|Feuerwehr} {claim status=reported|brannten zwei Wagen aus}.",
        "{cue|Demnach} {claim form=free_indirect status=reported|hätten sich beide Seiten im März getroffen}.",
        "{claim form=direct status=reported|„Wir haben den Damm geprüft“}, {cue|sagte} {source|Jonas Reeder}.",
        "{source|Reeder} {cue|sagte}, {claim status=reported|die Arbeiter würden ihren Lohn pünktlich bekommen}.",
        "{claim form=none status=asserted score=0.8..1|Der Hafen ist seit Montag gesperrt.}",
        "{claim form=none status=asserted|Das Fest fand 1998 zum ersten Mal statt.}",
    ],
    "own strength of the cue": [
        "{source|Der Konzern} {cue|bestätigte}, {claim status=asserted|dass Daten abgeflossen sind}.",
        "{source|Der Konzern} {cue|bestätigte} nicht, {claim status=hedged|dass Daten abgeflossen sind}.",
        "{source|Der Konzern} {cue|behauptete}, {claim status=distanced|dass Daten abgeflossen sind}.",
        "{claim status=distanced|Daten seien abgeflossen}, {cue|so} die Behauptung {source|des Insiders}.",
        "{claim status=reported|Daten seien abgeflossen}, {cue|so} die Auskunft {source|des Insiders}.",
        "{source|Der Konzern} {cue|bestreitet}, {claim status=denied|dass Daten abgeflossen sind}.",
        "{source|Der Konzern} {cue|bestreitet} nicht, {claim status=reported|dass Daten abgeflossen sind}.",
        "{source|Der Konzern} {cue|räumte ein}, {claim status=asserted|dass Daten abgeflossen seien}.",
        "{source|Der Konzern} {cue|vermutet}, {claim status=hedged|dass Daten abgeflossen sind}.",
        "{source|Der Konzern} {cue|bezweifelt}, {claim status=hedged|dass Daten abgeflossen sind}.",
        "{source|Der Konzern} {cue|weist} {claim form=reported status=denied|den Vorwurf der Bestechung} {cue|zurück}.",
        "{source|Der Konzern} {cue|dementierte} {claim form=reported status=denied|Berichte über Entlassungen}.",
        "{source|Der Konzern} {cue|schließt aus}, {claim status=denied|dass Daten abgeflossen sind}.",
        "{source|Der Konzern} {cue|schließt} nicht {cue|aus}, {claim status=hedged|dass Daten abgeflossen sind}.",
        "{source|Der Richter} {cue|entschied}, {claim status=asserted|dass die Klage zulässig ist}.",
        "{source|Die Ärztin} {cue|glaubt} nicht, {claim status=denied|dass der Test taugt}.",
        "{source|Die Ärztin} {cue|glaubt}, {claim status=hedged|dass der Test taugt}.",
        "{source|Der Verband} {cue|wirft} der Stadt {cue|vor}, {claim status=reported|die Zahlen geschönt zu haben}.",
        "Der Stadt {cue|wird vorgeworfen}, {claim status=distanced type=unspecified|die Zahlen geschönt zu haben}.",
    ],
    "sollen": [
        "{claim form=free_indirect status=distanced|Der Trainer {certainty kind=modal|soll} den Vertrag gekündigt haben}.",
        "{claim form=none status=hypothetical|Der Trainer {certainty kind=modal|soll} den Vertrag im Mai verlängern}.",
        "{claim form=free_indirect status=distanced|Die Beute {certainty kind=modal|soll} in Tavia versteckt worden sein}.",
        "{claim form=none status=hypothetical|Die Beute {certainty kind=modal|soll} in Tavia versteigert werden}.",
        "{claim form=free_indirect status=distanced|Der Erbe {certainty kind=modal|soll} in Norwegen leben}.",
        "{claim form=none status=hypothetical|Der Erbe {certainty kind=modal|soll} künftig in Norwegen leben}.",
        "{claim form=free_indirect status=distanced|Es {certainty kind=modal|soll} zwei Tote geben}.",
        "{claim form=none status=hypothetical|Ab Januar {certainty kind=modal|soll} es zwei Kontrollen geben}.",
        "{claim form=none status=hypothetical|Die Behörde {certainty kind=modal|sollte} jeden Antrag prüfen}.",
        "{source|Der Rat} {cue|sagte}, {claim status=hypothetical|die Behörde solle jeden Antrag prüfen}.",
        "{claim form=free_indirect status=distanced|Ein Nachbar {certainty kind=modal|soll} angeblich geschossen haben}.",
    ],
    "wollen": [
        "{claim form=none status=distanced|Die Zeugin {certainty kind=modal|will} einen Schuss gehört haben}.",
        "{claim form=none status=hypothetical|Die Zeugin {certainty kind=modal|will} vor Gericht aussagen}.",
        "{claim form=none status=asserted|Die Zeugin wollte sich dazu nicht äußern}.",
        "{claim form=none status=hypothetical|Der Konzern {certainty kind=modal|will} zwei Werke schließen}.",
    ],
    "guessing modals": [
        "{claim form=none status=hedged|Die Brücke {certainty kind=modal|dürfte} länger gesperrt bleiben}.",
        "{claim form=none status=asserted|Die Besucher durften länger bleiben}.",
        "{claim form=none status=hedged|Die Brücke {certainty kind=modal|könnte} länger gesperrt bleiben}.",
        "{claim form=none status=asserted|Die Brücke konnte länger offen bleiben}.",
        "{claim form=none status=hedged|Der Täter {certainty kind=modal|muss} den Code gekannt haben}.",
        "{claim form=none status=asserted|Der Täter muss den Schaden bezahlen}.",
        "{source|Voss} {cue|sagte}, {claim status=reported|der Täter müsse den Schaden bezahlen}.",
        "{claim form=none status=hedged|Das {certainty kind=modal|mag} ein Zufall sein}.",
        "{claim form=none status=hedged|Der Fahrer {certainty kind=modal|kann} eingeschlafen sein}.",
        "{source|Voss} {cue|sagte}, {claim status=hedged|der Damm {certainty kind=modal|könnte} brechen}.",
    ],
    "mood and tense": [
        "{claim form=none status=hypothetical|Ein Verbot {certainty kind=mood|wäre} das Ende der Messe}.",
        "{claim form=none status=asserted|Das Verbot war das Ende der Messe}.",
        "{claim form=none status=hypothetical|{certainty|Wenn} der Damm bräche, stünde die Altstadt unter Wasser}.",
        "{claim form=none status=hypothetical|Sollte der Damm brechen, würde die Altstadt überflutet}.",
        "{claim form=none status=hypothetical|Die Brücke {certainty kind=mood|wird} im Herbst öffnen}.",
        "{claim form=none status=asserted|Die Brücke wird seit Montag saniert}.",
        "{source|Voss} {cue|sagte}, {claim status=hypothetical|die Brücke {certainty kind=mood|werde} im Herbst öffnen}.",
        "{claim form=none status=hedged|Die Brücke wird {certainty kind=adverb|voraussichtlich} im Herbst öffnen}.",
        "{claim form=direct status=hypothetical|„Ich {certainty kind=mood|würde} sofort zurücktreten“}, {cue|sagte} {source|Voss}.",
    ],
    "adverbs": [
        "{claim form=none status=hedged|Der Fahrer war {certainty kind=adverb|offenbar} betrunken}.",
        "{claim form=none status=distanced|Der Fahrer war {certainty kind=adverb|angeblich} betrunken}.",
        "{claim form=none status=asserted|Der Fahrer war nachweislich betrunken}.",
        "{claim form=none status=hedged|Der Fahrer war {certainty kind=adverb|wohl} betrunken}.",
        "{claim form=none status=asserted|Der Fahrer fühlte sich nicht wohl}.",
        "{claim form=none status=hedged|Der Fahrer war {certainty kind=adverb|möglicherweise} betrunken}.",
        "{claim form=none status=hedged|Es ist {certainty kind=adverb|unklar}, ob jemand verletzt wurde}.",
        "Das Blatt {cue|berichtet} über {claim form=reported status=distanced|{certainty kind=adverb|angebliche} Geheimtreffen}.",
        "{claim form=none status=asserted|Der mutmaßliche Schütze wurde in Tavia festgenommen}.",
        "{claim form=none status=distanced|Die {certainty kind=adverb|sogenannten} Befreier plünderten das Rathaus}.",
        "{claim form=none status=distanced|Die „{certainty kind=quotation|freiwillige}“ Spende war Pflicht}.",
        "{claim form=free_indirect status=distanced|Der Mann {cue|{certainty kind=verb|gilt}} als Kopf der Bande}.",
        "{claim form=none status=asserted|Das Gesetz gilt seit Mai}.",
        "{claim form=none status=hedged|Der Plan {certainty kind=verb|scheint} gescheitert zu sein}.",
    ],
    "denial": [
        "Es ist {certainty|falsch}, {claim form=none status=denied|dass der Turm einstürzt}.",
        "Es gibt {certainty|keine Hinweise}, {claim form=none status=denied|dass der Turm einstürzt}.",
        "Es gibt Hinweise, {claim form=none status=hedged|dass der Turm einstürzt}.",
        "{claim status=denied|Die Vorwürfe seien {certainty|haltlos}}, {cue|sagte} {source|Voss}.",
        "{claim status=reported|Die Vorwürfe seien schwer}, {cue|sagte} {source|Voss}.",
        "{claim status=reported|Es habe keine Absprachen gegeben}, {cue|sagte} {source|Voss}.",
        "Es gab {certainty|keine} {claim form=none status=denied|geheimen Absprachen}.",
    ],
    "questions, plans, demands": [
        "{claim form=none status=questioned|Hat der Bürgermeister gelogen?}",
        "{claim form=none status=asserted|Der Bürgermeister hat gelogen.}",
        "{source|Die Polizei} {cue|prüft}, {claim status=questioned|ob der Fahrer betrunken war}.",
        "{claim form=none status=hypothetical|Die Stadt {certainty kind=verb|plant} einen neuen Hafen}.",
        "{claim form=none status=asserted|Die Stadt eröffnete einen neuen Hafen}.",
        "{source|Der Verband} {cue|fordert} {claim form=reported status=hypothetical|mehr Geld für Radwege}.",
        "{source|Der Verband} {cue|begrüßt} {claim form=reported status=reported|mehr Geld für Radwege}.",
        "{source|Der Verband} {cue|kündigte an}, {claim status=hypothetical|die Preise zu senken}.",
    ],
    "scope": [
        "{claim form=none status=asserted|Die Polizei, die vermutlich zu spät kam, sperrte den Platz}.",
        "{claim form=none status=asserted|Er verließ die Stadt, weil sie ihm angeblich zu laut war}.",
        "{source|Voss} {cue|sagte} offenbar, {claim status=hedged|der Hafen sei gesperrt}.",
        "{source|Voss} soll {cue|gesagt} haben, {claim status=distanced|der Hafen sei gesperrt}.",
        "{source|Voss} {cue|sagte}, {source2|die Polizei} {cue2|habe bestätigt}, {claim2 status=asserted|dass} {claim2|Öl auslief}"
        ", und {claim|der Hafen sei zu}.",
        "{claim form=none status=asserted|Der Rat tagt heute}, möglicherweise fällt ein Beschluss.",
    ],
}
SENTENCES = [
    pytest.param(sentence, id=f"{name} {i}") for name, group in CASES.items() for i, sentence in enumerate(group)
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_status(annotated, sentence):
    marked = parse(sentence)
    doc = CertaintyComponent(rules_for("de"))(with_claims(annotated(marked, "de"), marked))
    check(marked, doc)
