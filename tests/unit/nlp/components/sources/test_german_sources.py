"""German source phrases, each in one sentence: who is it, and does a reader learn a name?

Brackets mark the source. Rows that belong together are minimal pairs: one word flips the type.
"""

import pytest

from tests.markup import check, parse

NAMED, UNNAMED = "yes", "no"

TABLE = [
    # who speaks for an institution, and for which
    ("[Ein Sprecher des Finanzministeriums] bestätigte das.", "official", NAMED),
    ("[Ein Sprecher der Brauerei Nordquell] bestätigte das.", "organisation", NAMED),
    ("[Ein Polizeisprecher] bestätigte das.", "official", NAMED),
    ("[Ein Bahnsprecher] bestätigte das.", "organisation", NAMED),
    ("[Der Polizeigewerkschaftssprecher Udo Henn] bestätigte das.", "organisation", NAMED),
    ("[Eine US-Regierungssprecherin] bestätigte das.", "official", NAMED),
    ("[Der Sprecher des Weißen Hauses] bestätigte das.", "official", NAMED),
    ("[Das Weiße Haus] bestätigte das.", "official", NAMED),
    ("[Ein Sprecher von Quandrix] bestätigte das.", "organisation", NAMED),
    ("[Die Sprecher:innen der Landesregierung] bestätigten das.", "official", NAMED),
    ("[Die Sprecher*innen der Gewerkschaft Verdi] bestätigten das.", "organisation", NAMED),
    ("[Putins Sprecher] bestätigte das.", "official", NAMED),
    ("[Die Sprecherin der Staatsanwaltschaft, Ilse Korn,] bestätigte das.", "official", NAMED),
    ("[Ilse Korn, Sprecherin der Staatsanwaltschaft,] bestätigte das.", "official", NAMED),
    ("[Ilse Korn, Sprecherin der Handelskammer,] bestätigte das.", "organisation", NAMED),
    ("[Ein hochrangiger Vertreter der Handelskammer] bestätigte das.", "anonymous", UNNAMED),
    # offices, courts, police, military, parties
    ("[Außenminister Ruben Falk] sagte das.", "official", NAMED),
    ("[Die Oberbürgermeisterin von Nordheim] sagte das.", "official", NAMED),
    ("[Der Kremlchef] sagte das.", "official", NAMED),
    ("[Der Chef der Bundesnetzagentur, Ruben Falk,] sagte das.", "official", NAMED),
    ("[Der Chef der Rösterei, Ruben Falk,] sagte das.", "organisation", NAMED),
    ("[Das Landgericht Nordheim] entschied das.", "official", NAMED),
    ("[Richter Ruben Falk] entschied das.", "official", NAMED),
    ("[Schiedsrichter Ruben Falk] entschied das.", "person", NAMED),
    ("[Die Staatsanwältin] sagte das.", "official", UNNAMED),
    ("[Die Anwältin der Familie Falk] sagte das.", "person", UNNAMED),
    ("[Die Bundeswehr] teilte das mit.", "official", NAMED),
    ("[Die Feuerwehr] teilte das mit.", "official", NAMED),
    ("[Die Grünen] fordern das.", "official", NAMED),
    ("[CSU-Landesgruppenvorsitzende Ilse Korn] fordert das.", "official", NAMED),
    ("[Ilse Korn (FDP)] fordert das.", "official", NAMED),
    ("[Ilse Korn (Greenpeace)] fordert das.", "organisation", NAMED),
    ("[Moskau] bestritt das.", "official", NAMED),
    ("[Die Vereinten Nationen] warnten davor.", "official", NAMED),
    ("[Die EU-Kommission] warnte davor.", "official", NAMED),
    ("[Die Behörden] warnten davor.", "official", UNNAMED),
    ("[Mehrere Länder] warnten davor.", "official", UNNAMED),
    ("[Der frühere Ministerpräsident Ruben Falk] sagte das.", "official", NAMED),
    ("[Den Sicherheitsbehörden] zufolge ist das so.", "official", UNNAMED),
    ("[Ein ukrainischer General] sagte das.", "official", NAMED),
    # the text withholds who it is
    ("[Ein ehemaliger US-Beamter] sagte das.", "anonymous", UNNAMED),
    ("[Der ehemalige US-Beamte Ruben Falk] sagte das.", "official", NAMED),
    ("[Ein hochrangiger Beamter], der anonym bleiben will, sagte das.", "anonymous", UNNAMED),
    ("[Ein Ministeriumssprecher], der nicht namentlich genannt werden wollte, sagte das.", "anonymous", UNNAMED),
    ("[Ein Ministeriumssprecher], der neu im Amt ist, sagte das.", "official", NAMED),
    ("[Ein namentlich nicht genannter Diplomat] sagte das.", "anonymous", UNNAMED),
    ("[Insider] berichten das.", "anonymous", UNNAMED),
    ("Aus [Regierungskreisen] verlautete das.", "anonymous", UNNAMED),
    ("Aus [der Regierung] verlautete das.", "official", NAMED),
    ("[Koalitionskreisen] zufolge ist das so.", "anonymous", UNNAMED),
    ("[Die Quelle] sagte das.", "anonymous", UNNAMED),
    ("[Medienberichten] zufolge ist das so.", "anonymous", UNNAMED),
    ("[Berichten] zufolge ist das so.", "anonymous", UNNAMED),
    ("[Dem Bericht] zufolge ist das so.", "document", UNNAMED),
    ("[Beobachter] sehen das so.", "anonymous", UNNAMED),
    ("[Kritiker] sehen das so.", "anonymous", UNNAMED),
    ("[Ein Mitarbeiter des Werks] sagte das.", "anonymous", UNNAMED),
    ("[Vier ehemalige und zwei aktuelle Beamte] sagten das.", "anonymous", UNNAMED),
    ("[Ein SPD-Abgeordneter] sagte das.", "anonymous", UNNAMED),
    ("[Die SPD-Abgeordneten] sagten das.", "official", NAMED),
    ("[Manche] sehen das so.", "anonymous", UNNAMED),
    # who was there, who is affected
    ("[Ein Augenzeuge] sagte das.", "witness", UNNAMED),
    ("[Die Mutter des Opfers] sagte das.", "witness", UNNAMED),
    ("[Die Nachbarin Ilse Korn] sagte das.", "witness", NAMED),
    ("[Die Rednerin Ilse Korn] sagte das.", "person", NAMED),
    ("[Zeugenaussagen] zufolge war das so.", "witness", UNNAMED),
    ("[Expertenaussagen] zufolge war das so.", "expert", UNNAMED),
    ("[Anwohner und Insider] sagten das.", "witness", UNNAMED),
    ("[Anwohner und die Polizei] sagten das.", "official", NAMED),
    ("[Ilse Korn (47)] sagte das.", "witness", NAMED),
    # posts, documents, outlets
    ("[Ein X-Nutzer] schrieb das.", "social_media", UNNAMED),
    ("[Ein virales Video] zeigt das.", "social_media", UNNAMED),
    ("[Ein Video] zeigt das.", "document", UNNAMED),
    ("[Facebook] teilte das mit.", "organisation", NAMED),
    ("[Einer Studie] zufolge ist das so.", "document", UNNAMED),
    ("[Eine Umfrage des Instituts Infratest] ergab das.", "document", NAMED),
    ("[Das Gesetz] sagt das.", "document", UNNAMED),
    ("[62 Prozent der Wähler] sehen das so.", "document", UNNAMED),
    ("[Einem Bericht des „Spiegel“] zufolge ist das so.", "media", NAMED),
    ("[Dem „Spiegel“] zufolge ist das so.", "media", NAMED),
    ("[Die dpa] meldete das.", "media", NAMED),
    ("[NBC] berichtete das.", "media", NAMED),
    ("[Die „Moscow Times“] berichtete das.", "media", NAMED),
    ("[Der Sender Kanal Nord] berichtete das.", "media", NAMED),
    ("[Ein Sender] berichtete das.", "anonymous", UNNAMED),
    ("[Unsere Redaktion] erfuhr das.", "media", NAMED),
    ("[ZDF-Korrespondentin Ilse Korn] sagte das.", "media", NAMED),
    # knowledge of the field
    ("[Der Politologe Ruben Falk] sagte das.", "expert", NAMED),
    ("[Der Politiker Ruben Falk] sagte das.", "official", NAMED),
    ("[Chefökonomin Ilse Korn] sagte das.", "expert", NAMED),
    ("[Experten] sagen das.", "expert", UNNAMED),
    ("[Die Virolog*innen] sagen das.", "expert", UNNAMED),
    ("[Forscher der Universität Nordheim] sagen das.", "expert", UNNAMED),
    ("[Die Universität Nordheim] sagt das.", "organisation", NAMED),
    ("[Ruben Falk, ein politischer Berater,] sagte das.", "expert", NAMED),
    ("[Ein politischer Berater] sagte das.", "anonymous", UNNAMED),
    ("[Das Forschungsinstitut Nordlicht] sagt das.", "expert", NAMED),
    ("[Die Ärztin und Präsidentin der Gesellschaft für Schlafkunde, Ilse Korn,] sagt das.", "expert", NAMED),
    # organisations and persons
    ("[Greenpeace] kritisierte das.", "organisation", NAMED),
    ("[Der Konzern] kritisierte das.", "organisation", UNNAMED),
    ("[Der FC Nordheim] kritisierte das.", "organisation", NAMED),
    ("[Die Klinik Nordheim] kritisierte das.", "organisation", NAMED),
    ("[Falk Motoren GmbH] kritisierte das.", "organisation", NAMED),
    ("[Die Bischöfin von Nordheim] kritisierte das.", "organisation", NAMED),
    ("[Der Sänger Ruben Falk] kritisierte das.", "person", NAMED),
    ("[RUBEN FALK] kritisierte das.", "person", NAMED),
    ("[Anwalt Ruben Falk] kritisierte das.", "person", NAMED),
    ("[Staatsanwalt Ruben Falk] kritisierte das.", "official", NAMED),
    ("[Teamkollege Ruben Falk] kritisierte das.", "person", NAMED),
    # words that are looked through
    ("Nach [Angaben der Polizei] ist das so.", "official", NAMED),
    ("Nach [Angaben des Konzerns Quandrix] ist das so.", "organisation", NAMED),
    ("Nach [Ansicht von Ruben Falk] ist das so.", "person", NAMED),
    ("Nach [Ansicht Putins] ist das so.", "official", NAMED),
    ("Nach [amtlichen Angaben] ist das so.", "official", UNNAMED),
    ("Nach [Polizeiangaben] ist das so.", "official", NAMED),
    ("In [einer Mitteilung des Konzerns Quandrix] steht das.", "organisation", NAMED),
    ("In [einem Gutachten des Konzerns Quandrix] steht das.", "document", NAMED),
    ("[Nach bisherigen Ermittlungen] ist das so.", "official", UNNAMED),
    ("[Es] hieß das.", "unspecified", UNNAMED),
]

RESOLVED = [
    ("Der Klimaforscher Jan Wiebe warnt. [Wiebe] nennt Zahlen.", "expert", "Der Klimaforscher Jan Wiebe"),
    ("Jan Wiebe, Sprecher des Senats, warnt. [Wiebe] nennt Zahlen.", "official", "Jan Wiebe, Sprecher des Senats"),
    ("[Wiebe] nennt Zahlen. Später warnt der Sänger Jan Wiebe.", "person", "der Sänger Jan Wiebe"),
    ("Jan Wiebe leitet die Klinik am See. [Wiebe] nennt Zahlen.", "organisation", "Jan Wiebe leitet die Klinik am See"),
    ("Jan Wiebe von der Gewerkschaft Verdi warnt. [Wiebe] nennt Zahlen.", "organisation", None),
    ("Nebenan wohnt der Maler Ole Wiebe. [Jan Wiebe] nennt Zahlen.", "person", None),
]


@pytest.mark.parametrize(("sentence", "source_type", "named"), TABLE, ids=[row[0] for row in TABLE])
def test_source_is_typed(sentence, source_type, named, typed):
    check_source(sentence, f"type={source_type} named={named}", typed)


@pytest.mark.parametrize(("text", "source_type", "resolved"), RESOLVED, ids=[row[0] for row in RESOLVED])
def test_name_is_typed_by_its_fullest_mention(text, source_type, resolved, typed):
    full = f' resolved="{resolved}"' if resolved else ""
    check_source(text, f"type={source_type}{full}", typed)


def check_source(text, attributes, typed):
    """Type the bracketed source; what it says stands in a sentence of its own, which decides nothing."""
    marked = parse(text.replace("[", "{source|").replace("]", "}") + f" {{claim {attributes}|So ist es.}}")
    check(marked, typed(marked, "de"))
