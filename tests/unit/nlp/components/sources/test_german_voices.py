"""Who speaks in German articles: witnesses by what they tell, roles told elsewhere, groups, and phrases hard to read.

Brackets mark the source, braces what it says. Rows that belong together are minimal pairs: one word flips the type.
"""

import pytest

from tests.markup import check, parse

PRIVATE = [
    # a private person who tells what they saw, lived through or feel
    (
        "Im Haus wohnt Jana Mertens. [Jana Mertens] sagt: {„Ich habe einen lauten Knall gehört und bin gerannt.“}",
        "witness",
    ),
    ("Im Haus wohnt Jana Mertens. [Jana Mertens] sagt: {„Die Preise steigen weiter.“}", "person"),
    ("Da ist Bürgermeisterin Jana Mertens. [Mertens] sagt: {„Ich habe einen lauten Knall gehört.“}", "official"),
    ("Da ist die Physikerin Jana Mertens. [Mertens] sagt: {„Ich habe einen lauten Knall gehört.“}", "expert"),
    ("Sänger Ole Brand kam. [Brand] sagt: {„Ich habe die ganze Nacht gezittert.“}", "person"),
    ("[Eine Frau] sagt: {„Ich habe die ganze Nacht gezittert.“}", "witness"),
    ("[Eine Frau] sagt: {„Die Regierung muss handeln.“}", "anonymous"),
    ("[Der 34-jährige Jonas Kelm] sagt: {„Wir hatten Todesangst.“}", "witness"),
    ("[Verkäuferin Uta Klee] sagt: {„Mein Laden stand unter Wasser, wir haben alles verloren.“}", "witness"),
    ("[Landwirt Uwe Klee] sagt: {„Die Preise müssen steigen.“}", "person"),
    ("[Mitschüler Niklas] sagt: {„Man kann die Sprache wechseln.“}", "witness"),
    ("[Schülerin Mia] sagt: {„Das Programm erklärt alles.“}", "witness"),
    ("[Schülerin Mia Kroll] sagt: {„Das Programm erklärt alles.“}", "person"),
    ("Das erlebt der junge Mann, der nicht schlafen kann. {„Plötzlich sah ich Rauch“}, sagt [er].", "witness"),
    ("Der Angeklagte Kai B. schwieg. [Kai B.] sagt: {„Ich hatte Angst.“}", "person"),
]
ELSEWHERE = [
    # a role that the article tells in a predicate or a relative clause
    ("Heute ist Brandow der einzige Kandidat. Boris Brandow wartet. [Brandow] sagt: {„Wir sammeln.“}", "official"),
    ("Heute ist Brandow der letzte Gast. Boris Brandow wartet. [Brandow] sagt: {„Wir sammeln.“}", "person"),
    ("Man muss Brandow als Kandidat führen. Igor Brandow wartet. [Brandow] sagt: {„Wir sammeln.“}", "official"),
    ("Mia Rauch, die seit 2010 Bürgermeisterin der Stadt ist, kam. [Rauch] sagt: {„Wir sammeln.“}", "official"),
    ("Mia Rauch, die mit der Bürgermeisterin der Stadt sprach, kam. [Rauch] sagt: {„Wir sammeln.“}", "person"),
    ("Anna Post, die im Haus für die Öffentlichkeitsarbeit zuständig ist, kam. [Post] sagt: {„Ja.“}", "organisation"),
    ("Kai Otten, der bei der Stiftung Warentest arbeitet, kam. [Otten] sagt: {„Der Preis fällt.“}", "organisation"),
    ("Kai Otten, der die Klinik leitet, kam. [Otten] sagt: {„Der Preis fällt.“}", "organisation"),
    ("Kai Otten, der die Klinik kennt, kam. [Otten] sagt: {„Der Preis fällt.“}", "person"),
    ("[Biologin und Autorin Lea Rahn] sagt: {„Der Preis fällt.“}", "expert"),
]
PHRASES = [
    # attributes before the head, institutions that go on, short names in brackets
    ("[Der für die Region zuständige Klinikchef Lutz Arndt] sagt: {„Ja.“}", "organisation"),
    ("[Die in Kiel ansässige Firma Noll] sagt: {„Ja.“}", "organisation"),
    ("[Die den Sozialdemokraten nahestehende Zeitung „El Norte“] sagt: {„Ja.“}", "media"),
    ("[Das Landesamt für Gesundheit und Pflege] sagt: {„Ja.“}", "official"),
    ("[Der österreichische Verfassungsgerichtshof (VXGH)] sagt: {„Ja.“}", "official"),
    ("[Die QRZV] sagt: {„Ja.“}", "organisation"),
    ("[Umweltbundesamt.de] sagt: {„Ja.“}", "official"),
    ("[Konservative Politiker] sagen: {„Ja.“}", "official"),
    ("[Betroffene Eltern] sagen: {„Ja.“}", "witness"),
    ("[Die Leitung der betroffenen Schule] sagt: {„Ja.“}", "organisation"),
    ("[Das israelische Militär] sagt: {„Ja.“}", "official"),
    ("[Die Parteispitze] sagt: {„Ja.“}", "official"),
    ("[Die Geschäftsführung] sagt: {„Ja.“}", "organisation"),
    ("Von [deutscher Seite] heißt es: {„Ja.“}", "official"),
    # many of whom the text tells nothing more
    ("[Die Taxifahrer] sagen: {„Ja.“}", "anonymous"),
    ("[Der Taxifahrer Lutz Arndt] sagt: {„Ja.“}", "person"),
    ("[Die Kläger] sagen: {„Ja.“}", "person"),
    ("[Einige Anhänger Mira Kleins] sagen: {„Ja.“}", "anonymous"),
    ("So sagen [manche]: {„Ja.“}", "anonymous"),
    ("So sagt [einer von ihnen]: {„Ja.“}", "anonymous"),
    # texts and posts
    ("In [einem Artikel der Nachrichtenagentur Reuters] heißt es: {„Ja.“}", "media"),
    ("In [einem Beitrag der Werft] heißt es: {„Ja.“}", "document"),
    ("In [einem Beitrag auf Facebook] heißt es: {„Ja.“}", "social_media"),
    ("[Ein Schild] sagt: {„Ja.“}", "document"),
    ("[Ein Handlungsleitfaden des Landes] sagt: {„Ja.“}", "document"),
]
UNFRAMED = [
    # a quotation without a frame: who opens its sentence, is named again before it, or spoke last, not too long ago
    "{source1|Schlachter Kai Otten} sagt: {claim1|„Der Preis fällt.“}\n{source2|Das Ministerium} sagt: "
    "{claim2|„Wir prüfen.“}\nOtten steht in der Halle. {claim3 form=direct type=person|„Hier ist es kalt.“}",
    "{source1|Die Bürgermeisterin Ida Vogt} sagt: {claim1|„Der Damm hält.“}\nEs regnet. Der Wind weht. Es ist kalt. "
    "Niemand kommt.\n{claim2 form=direct type=official|„Das Wasser fällt.“}",
    "{source1|Das Ministerium} sagt: {claim1|„Wir prüfen.“} "
    "Trainer Ole Witt ist zufrieden: {claim2 form=direct type=person|„Der Ball war drin.“}",
    # demnach takes up the text told of before
    "Die Uni Nordau stellte eine Studie vor. {cue|Demnach} {claim type=document|sinkt der Pegel seit Jahren}.",
]


WHOLE = [
    # with all components before: a source left in the content, a heading that quotes the text, a subject after its verb
    "{source|Einer Untersuchung der Uni Kiel} {cue|zufolge} {claim type=document|sinkt der Pegel seit Jahren}.",
    "<subheading>{claim1 type=expert|„Das Eis wird in zehn Jahren fehlen“}\n"
    "{claim2 type=expert|„Das Eis wird in zehn Jahren fehlen“}, {cue2|sagt} {source2|der Geologe Kai Otten}.",
]


@pytest.mark.parametrize(("text", "source_type"), PRIVATE + ELSEWHERE + PHRASES)
def test_voice_is_typed(text, source_type, typed):
    told = text.replace("{", "{claim form=direct type=" + source_type + "|").replace("[", "{source|").replace("]", "}")
    marked = parse(told)
    check(marked, typed(marked, "de"))


@pytest.mark.parametrize("text", UNFRAMED)
def test_claim_without_a_source_has_the_speaker_before(text, typed):
    marked = parse(text)
    check(marked, typed(marked, "de"))


@pytest.mark.parametrize("text", WHOLE)
def test_source_is_found_and_typed(text, analysed):
    marked = parse(text)
    check(marked, analysed(marked, "de"))
