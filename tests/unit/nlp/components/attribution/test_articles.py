"""Whole invented articles, as hard as real ones: every attributed claim is marked, and nothing else is found."""

from tests.markup import check, parse

TABLOID = """
<headline>Wirbel um Hafenchefin: {claim1 form=free_indirect source=none|Lund {cue1|soll} Container verschoben haben!}
Erstellt von Rieke Tamm-Olsen
14.03.2031 09.12
{claim2 form=indirect|Hat Hafenchefin Mette Lund etwa Container an der Zollbehörde vorbei verschoben?} Das zumindest {cue2|behauptet} {source2|ein ehemaliger Lotse} jetzt im Gespräch mit der "Küstenpost". In dem brisanten Interview {cue3|behauptet} {source3|der frühere Seemann}, {claim3 form=indirect|dass der Hafen geheime Absprachen mit einer Reederei getroffen habe}.
<subheading>{claim4 form=free_indirect source=none|Hafen {cue4|soll} Listen gefälscht haben}
{claim5 form=indirect|Er selbst sei bei den Treffen dabei gewesen}, {cue5|so die Behauptung} {source5|des Insiders}. {claim6 form=indirect|Bei den nächtlichen Treffen wurden} {source6|Berichten} {cue6|zufolge} {claim6|auch Listen vernichtet}. {claim7 form=indirect|Die Fahrten fanden zweimal im Monat statt, oft bei Nebel}, {cue7|so} {source7|die Quelle}.
{claim8 form=direct|"Ich habe die Listen gesehen. Sie waren falsch."}, {cue8|sagte} {source8|der frühere Lotse}, der anonym bleiben will. Weiter {cue9|fügte} {source9|er} {cue9|hinzu}: {claim9 form=direct|"Niemand hat gefragt, und niemand wollte es wissen."}
Schon gelesen?Mette Lund bald am Ende?: Hafen-Chaos lässt Chefin zittern
{cue10|Nach Ansicht von} {source10|Jo Kern, einem früheren Zöllner}, {claim10 form=indirect|hat der Hafen die Stadt betrogen}. {claim11 form=direct|"Der Hafen hat uns betrogen"}, {cue11|wetterte} {source11|er} in einem Beitrag im Netz.
{source12|Die Hafenverwaltung} {cue12|bestreitet} {claim12 form=reported|Berichte über die Absprachen mit der Reederei}. {source13|Die Sprecherin des Hafens, Ada Holm}, {cue13|schrieb} am Donnerstag: {claim13 form=direct|"Es gab keine Absprachen. Wenn wir Verträge schließen, dann tun wir das offen."}
Folgen Sie Küstennetz schon bei allen Netzwerken? Hier finden Sie Nachrichten und den direkten Draht zur Redaktion.
rto/mbk/kuestennetz.de
"""  # noqa: E501

AGENCY = """
<headline>{claim6 form=indirect|Flood gates failed}, {source6|report} {cue6|says}
By Rhea Colm
{claim1 form=indirect|The flood gates of Port Ansel had not been tested for six years}, {cue1|according to} {source1|an internal report of the harbor board}.
{claim2 form=direct|“We were told that everything was fine,”} {cue2|said} {source2|Lena Ford, a nurse}. {claim2|“Nobody came to look at the gates.”}
{source3|The board} {cue3|said} in a statement {claim3 form=indirect|that two engineers had left}. {source4|It} {cue4|has denied} {claim4 form=reported|the allegations of the residents}.
{claim5 form=free_indirect source=none|One engineer {cue5|reportedly} warned the mayor in May.} The mayor took office in April.
Read more: How the gates work
"""  # noqa: E501


def test_german_tabloid(attributed):
    marked = parse(TABLOID)
    check(marked, attributed(marked, "de"), exact=True)


def test_english_report(attributed):
    marked = parse(AGENCY)
    check(marked, attributed(marked, "en"), exact=True)
