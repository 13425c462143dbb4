"""German minimal pairs: the two sentences differ in a word or two, and that turns the status."""

import pytest

from server.nlp.components.certainty.component import CertaintyComponent
from server.nlp.lang import rules_for
from tests.marked_claims import with_claims
from tests.markup import check, parse

PAIRS = {
    "soll of hearsay, soll of duty": [
        "{claim form=free_indirect status=distanced|Der Vorstand soll von dem Leck gewusst haben}.",
        "{claim form=none status=hypothetical|Der Vorstand soll von jedem Leck erfahren}.",
        "{claim form=free_indirect status=distanced|Die Bande soll aus Tavia stammen}.",
        "{claim form=none status=hypothetical|Die Bande soll nach Tavia ausgeliefert werden}.",
        "{claim form=none status=hypothetical|Die Steuer soll ab Juli gelten}.",
        "{claim form=free_indirect status=distanced|Die Summe soll in Tavia verschwunden sein}.",
    ],
    "sollte, solle, soll unter einem Redewort": [
        "{source|Voss} {cue|sagte}, {claim status=hypothetical|der Rat solle den Hafen schließen}.",
        "{source|Voss} {cue|sagte}, {claim status=reported|der Rat habe den Hafen geschlossen}.",
        "{claim form=none status=hypothetical|Sollte der Rat zustimmen, würde der Hafen geschlossen}.",
        "{claim form=none status=asserted|Weil der Rat zustimmte, wurde der Hafen geschlossen}.",
    ],
    "werde, würde, wird": [
        "{source|Voss} {cue|sagte}, {claim status=hypothetical|der Hafen werde im Mai schließen}.",
        "{source|Voss} {cue|sagte}, {claim status=reported|der Hafen werde seit Mai saniert}.",
        "{claim form=none status=hypothetical|Der Hafen wird im Mai schließen}.",
        "{claim form=none status=asserted|Der Hafen wird seit Mai umgebaut}.",
        "{claim form=none status=hypothetical|Ein Streik würde den Hafen lahmlegen}.",
        "{source|Voss} {cue|sagte}, {claim status=reported|die Arbeiter würden den Hafen lahmlegen}.",
    ],
    "könne, könnte, konnte": [
        "{source|Voss} {cue|sagte}, {claim status=hedged|der Kran könnte umstürzen}.",
        "{source|Voss} {cue|sagte}, {claim status=reported|die Firma könne den Kran bezahlen}.",
        "{claim form=none status=asserted|Die Firma konnte den Kran bezahlen}.",
        "{claim form=none status=hedged|Die Firma könnte den Kran bezahlt haben}.",
    ],
    "dürfte of likelihood, dürfen of permission": [
        "{claim form=none status=hedged|Der Schaden dürfte eine Million Euro betragen}.",
        "{claim form=none status=asserted|Der Schaden durfte eine Million Euro betragen}.",
        "{source|Voss} {cue|sagte}, {claim status=reported|Kinder dürften die Halle nicht betreten}.",
        "{claim form=none status=asserted|Kinder dürfen die Halle nicht betreten}.",
    ],
    "will with perfect, will with infinitive": [
        "{claim form=none status=distanced|Der Fahrer will den Radler nicht gesehen haben}.",
        "{claim form=none status=hypothetical|Der Fahrer will den Radler entschädigen}.",
        "{claim form=none status=asserted|Der Fahrer wollte sich nicht äußern}.",
    ],
    "muss, kann, mag with and without perfect": [
        "{claim form=none status=hedged|Der Täter muss einen Schlüssel gehabt haben}.",
        "{claim form=none status=asserted|Der Täter muss 200 Euro zahlen}.",
        "{claim form=none status=hedged|Der Zug kann entgleist sein}.",
        "{claim form=none status=asserted|Der Zug kann 400 Reisende befördern}.",
    ],
    "Konjunktiv I whose form is the indicative's": [
        "{source|Voss} {cue|sagte}, {claim status=reported|die Kräne stehen still}.",
        "{source|Voss} {cue|sagte}, {claim status=reported|die Kräne stünden still}.",
        "{claim form=none status=hypothetical|Ohne Strom stünden die Kräne still}.",
        "{claim form=none status=asserted|Ohne Strom stehen die Kräne still}.",
    ],
    "denial and its scope": [
        "{source|Der Rat} {cue|bestreitet}, {claim status=denied|dass Geld geflossen ist}.",
        "{source|Der Rat} {cue|bestreitet} nicht, {claim status=reported|dass Geld geflossen ist}.",
        "{source|Der Rat} {cue|weist} {claim form=reported status=denied|den Verdacht der Untreue} {cue|zurück}.",
        "{source|Der Rat} {cue|erwähnt} {claim form=reported status=reported|den Verdacht der Untreue}.",
        "{source|Der Rat} {cue|wies} {claim form=reported status=denied|den Vorwurf der Untreue} {cue|zurück}.",
        "{source|Der Rat} {cue|dementiert}, {claim status=denied|den Hafen verkauft zu haben}.",
        "{source|Der Rat} {cue|bestätigt}, {claim status=asserted|den Hafen verkauft zu haben}.",
        "{source|Der Rat} {cue|leugnet}, {claim status=denied|dass der Damm Risse hat}.",
        "{source|Der Rat} {cue|gibt zu}, {claim status=asserted|dass der Damm Risse hat}.",
    ],
    "a report called false": [
        "{source|Der Rat} {cue|nannte} {claim form=reported status=denied|die Vorwürfe „haltlos“}.",
        "{source|Der Rat} {cue|nannte} {claim form=reported status=reported|die Vorwürfe „ernst“}.",
        "{source|Der Rat} {cue|beklagte} {claim form=reported status=reported|falsche Vorwürfe}.",
    ],
    "angenommen: assumed, accepted": [
        "{claim form=none status=hypothetical|{certainty|Angenommen,} der Damm bricht}: Dann ist die Altstadt überflutet.",
        "{claim form=none status=asserted|Der Rat hat den Antrag angenommen}.",
        "{claim form=none status=asserted|Der Rat nahm den Antrag an}.",
        "{source|Der Rat} {cue|nimmt an}, {claim status=hedged|dass der Damm hält}.",
    ],
    "words that hedge, and their doubles that do not": [
        "{claim form=none status=asserted|Das Buch erscheint im Mai}.",
        "{claim form=none status=hedged|Das Buch scheint verschollen}.",
        "{claim form=none status=asserted|Das Gesetz ist umstritten}.",
        "Umstritten ist, {claim form=none status=hedged|dass das Gesetz wirkt}.",
        "{claim form=none status=asserted|Die Kinder fühlten sich wohl}.",
        "{claim form=none status=hedged|Die Kinder kamen wohl zu Fuß}.",
        "{claim form=none status=asserted|Die Akten wurden ganz offen verbrannt}.",
        "{claim form=none status=hedged|Die Akten wurden offenbar verbrannt}.",
    ],
    "scare quotes and names": [
        "{claim form=none status=distanced|Die „gerechte“ Abgabe trifft vor allem Mieter}.",
        "{claim form=none status=asserted|Die Zeitung „Abendpost“ druckte den Brief}.",
        "{claim form=none status=asserted|Die gerechte Abgabe trifft vor allem Mieter}.",
    ],
    "a cue counts only for what it governs": [
        "{claim form=none status=asserted|Der Wirt, der angeblich trank, verkaufte sein Lokal}.",
        "{claim form=free_indirect status=distanced|Der Wirt, der sein Lokal verkaufte, trank angeblich}.",
        "{source|Voss} vermutet nichts, {cue|sagte} aber, {claim status=reported|der Damm halte}.",
        "{claim form=none status=asserted|Der Rat beriet, weil der Hafen schließen soll}.",
        "{claim form=none status=asserted|Obwohl er wohl krank war, fuhr der Fahrer los}.",
        "{claim form=none status=hedged|Obwohl er krank war, fuhr der Fahrer wohl los}.",
    ],
    "plans, acts and open questions": [
        "{claim form=none status=hypothetical|Die Stadt plant den Verkauf des Hafens}.",
        "{claim form=none status=asserted|Die Stadt begann den Verkauf des Hafens}.",
        "{source|Die Stadt} {cue|prüft}, {claim status=questioned|ob sie den Hafen verkauft}.",
        "{source|Die Stadt} {cue|teilt mit}, {claim status=reported|dass sie den Hafen verkauft}.",
        "{claim form=none status=questioned|Verkauft die Stadt den Hafen?}",
        "{claim form=none status=asserted|Die Stadt verkauft den Hafen.}",
        "{source|Der Minister} {cue|sagte} den Gemeinden, die überflutet sind, {claim form=reported status=hypothetical|"
        "zehn Millionen Euro} {cue|zu}.",
    ],
}
SENTENCES = [
    pytest.param(sentence, id=f"{name} {i}") for name, group in PAIRS.items() for i, sentence in enumerate(group)
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_status(annotated, sentence):
    marked = parse(sentence)
    doc = CertaintyComponent(rules_for("de"))(with_claims(annotated(marked, "de"), marked))
    check(marked, doc)
