"""What the rules of a language find together in one or a few sentences: every attributed claim is marked, none other."""

import pytest

from tests.markup import check, parse

GERMAN = [
    # every style of quotation marks
    "{source|Sie} {cue|sagte}: {claim form=direct|„Der Deich hält bis Montag.“}",
    "{source|Sie} {cue|sagte}: {claim form=direct|“Der Deich hält bis Montag.”}",
    "{source|Sie} {cue|sagte}: {claim form=direct|»Der Deich hält bis Montag.«}",
    "{source|Sie} {cue|sagte}: {claim form=direct|«Der Deich hält bis Montag.»}",
    "{source|Sie} {cue|sagte}: {claim form=direct|\"Der Deich hält bis Montag.\"}",
    "{source|Sie} {cue|sagte}: {claim form=direct|''Der Deich hält bis Montag.''}",
    "{source|Sie} {cue|sagte}: {claim form=direct|‚Der Deich hält bis Montag.‘}",
    "{source|Sie} {cue|sagte}: {claim form=direct|„Der Deich hält bis Montag, und dann sehen wir weiter.}",
    # quotations around the frame
    "{claim form=direct|„Der Deich hält. Wir prüfen ihn stündlich.“}, {cue|sagte} {source|der frühere Deichgraf}, der "
    "anonym bleiben will.",
    "{claim form=direct|„Wir gehen“}, {cue|sagte} {source|Jo Kern, Sprecher der Feuerwehr}, {claim|„sobald es hell ist.“}",
    "{claim1 form=direct|„Wir gehen“}, {cue1|sagte} {source1,2|Kern}. {claim2 form=direct|„Aber erst muss es hell sein.“}",
    "{source|Kern} {cue|nannte} die Lage {claim form=direct|„ernst, aber beherrschbar“}.",
    # what stands in marks without being said
    "Der „Alte Deich“ ist neu gestrichen.",
    "Die „Rettung“ kostete drei Millionen.",
    # what is hearsay of a saying, and what somebody claims of himself
    "{claim form=free_indirect source=none|Der Deichgraf {cue|soll} im Rat mit Rücktritt gedroht haben.}",
    "Gestern {cue|will} {source|ein Lotse} {claim form=indirect|gesehen haben, wie der Deich brach}.",
    "Niemand will den Lotsen am Deich gesehen haben.",
    # indirect speech
    "{source|Die Stadt} {cue|teilte} am Freitag {cue|mit}, {claim form=indirect|dass der Deich hält}.",
    "{claim form=indirect|Der Deich sei undicht, und niemand tue etwas}, {cue|klagen} {source|die Anwohner}.",
    "{claim form=indirect|Der Deich}, {cue|sagte} {source|die Ingenieurin}, {claim|sei seit Jahren undicht}.",
    "Über den Deich {cue|sagte} {source|die Ingenieurin} gestern, {claim form=indirect|er sei undicht}.",
    "{source|Die Ingenieurin, Ada Holm}, {cue|warf} der Stadt {cue|vor}, {claim form=indirect|nichts getan zu haben}.",
    "{source1,2|Er} {cue1|sagte}, {claim1 form=indirect|der Deich sei alt}, und {cue2|kündigte an}, {claim2 "
    "form=indirect|dass er saniert werde}.",
    "Wie {source|die „Küstenpost“} unter Berufung auf Akten {cue|berichtete}, {claim form=indirect|war der Deich alt}.",
    # sources beside the sentence
    "{cue|Laut} {source|Polizei} {claim form=indirect|wurden zwei Autos von der Flut erfasst}.",
    "{claim form=indirect|Der Deich ist} {cue|nach Angaben} {source|der Stadt} {claim|seit gestern dicht}.",
    "{cue|Nach Einschätzung von} {source|Ada Holm, Ingenieurin in Husum}, {claim form=indirect|hält der Deich}.",
    "{claim form=indirect|Der Deich war} {source|Medienberichten} {cue|zufolge} {claim|nie geprüft worden}.",
    "{claim form=indirect|Der Deich sei nie geprüft worden}, {cue|so} {source|die Anwohner}.",
    # speech that goes on
    "{source1,2|Holm} {cue1|sagte}, {claim1 form=indirect|der Deich sei alt}. {claim2 form=free_indirect|Er habe Risse. "
    "Niemand habe sie geprüft.}",
    "{source1,2|Holm} {cue1|sagte}, {claim1 form=indirect|der Deich sei alt}. Er hat tatsächlich Risse. "
    "Niemand prüft sie.".replace("source1,2", "source1"),
    # hearsay
    "{claim form=free_indirect source=none|Zwei Männer {cue|sollen} den Deich beschädigt haben.}",
    "{claim form=free_indirect source=none|Die Stadt {cue|soll} von dem Leck gewusst haben, obwohl sie es bestreitet.}",
    "Die Stadt soll den Deich bis Mai erneuern.",
    "Der Deich sollte eigentlich halten.",
    "Gesucht werden {claim form=reported source=none|zwei {cue|mutmaßliche} Täter}.",
    "{cue|Es heißt}, {claim form=indirect source=none|zwei Leute seien vermisst}.",
    # what is denied
    "{source|Die Reederei} {cue|weist} {claim form=reported|die Vorwürfe der Stadt} {cue|zurück}.",
    # no attribution at all
    "Der Deich brach um vier Uhr, und das Wasser stieg.",
    "Sie ging, um den Deich zu sehen.",
    "Wer hat den Deich gebaut?",
]  # fmt: skip

ENGLISH = [
    "{source|She} {cue|said}: {claim form=direct|“The dam will hold until Monday.”}",
    "{source|She} {cue|said}, {claim form=direct|\"The dam will hold until Monday.\"}",
    "{source|She} {cue|said}, {claim form=direct|‘The dam will hold until Monday.’}",
    "{claim form=direct|“We are leaving,”} {source|Kern} {cue|told} reporters on Tuesday, {claim|“as soon as it is light.”}",
    "{claim form=direct|“We are leaving,”} {cue|said} {source|Jo Kern, a spokesman for the fire service}.",
    "The “Old Dam” has been painted.",
    "{source|The city} {cue|said} on Friday {claim form=indirect|that the dam was safe}.",
    "{source|The city} {cue|said} {claim form=indirect|the dam was safe}.",
    "PORT ANSEL (Coast Press) - {claim form=indirect|The dam broke on Monday}, {source|police} {cue|said}.",
    "PORT ANSEL — {claim form=indirect|The dam broke on Monday}, {source|police} {cue|said}.",
    "{source|Kern}, who built the dam, {cue|told} the Coast Post {claim form=indirect|that it had been leaking for years}.",
    "{claim form=indirect|The dam has been leaking for years}, {source|residents} {cue|say}.",
    "{claim form=indirect|The dam}, {cue|said} {source|the engineer}, {claim|has been leaking for years}.",
    "{claim form=indirect|The dam had never been checked}, {cue|according to} {source|two people familiar with the matter}.",
    "{cue|According to} {source|the police}, {claim form=indirect|two cars were swept away}.",
    "The crew acted according to plan.",
    "{claim form=free_indirect source=none|The city {cue|reportedly} knew of the leak.}",
    "{claim form=free_indirect source=none|The mayor {cue|is said} to have known of the leak.}",
    "{source|The company} {cue|has denied} {claim form=reported|the allegations of the city}.",
    "The dam broke at four, and the water rose.",
    "Who built the dam?",
]  # fmt: skip


@pytest.mark.parametrize("markup", GERMAN)
def test_german(attributed, markup):
    marked = parse(markup)
    check(marked, attributed(marked, "de"), exact=True)


@pytest.mark.parametrize("markup", ENGLISH)
def test_english(attributed, markup):
    marked = parse(markup)
    check(marked, attributed(marked, "en"), exact=True)
