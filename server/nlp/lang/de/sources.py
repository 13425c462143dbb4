"""German source rules in the order they are tried; the first that answers types the source.

The decisions are `components/sources/verdicts/`, the words `data/source_*.tsv`. In the examples the source phrase
is given by its mark, so that no attribution rule matters.
"""

from collections.abc import Callable

from ...components.sources.mention import Mention, Verdict
from ...components.sources.typer import SourceRule
from ...components.sources.verdicts import bodies, names, people, texts, unnamed
from ...rule import Rule


def _rule(name: str, fires: str, silent: str, apply: Callable[[Mention], Verdict | None]) -> SourceRule:
    description = (apply.__doc__ or "").strip()
    return Rule(f"de.sources.{name}", description, fires, silent, apply)


RULES: tuple[SourceRule, ...] = (
    _rule(
        "expletive",
        "{source|Es} heißt, {claim type=unspecified named=no|der Damm sei gebrochen}.",
        "{source|Das Amt} sagt, {claim type=official|der Damm sei gebrochen}.",
        unnamed.expletive,
    ),
    _rule(
        "pronoun",
        "{source1|Bürgermeisterin Edda Lorenz} sagt, {claim1|der Damm halte}. "
        "{source2|Sie} sagt, {claim2 type=official named=yes|das Wasser falle}.",
        "{source|Edda Lorenz} sagt, {claim|der Damm halte}.",
        names.pronoun,
    ),
    _rule(
        "party-member",
        "{source|Tilo Brandt (SPD)} sagt, {claim type=official named=yes|der Damm halte}.",
        "{source|Tilo Brandt (52)} sagt, {claim type=witness|der Damm halte}.",
        people.party_member,
    ),
    _rule(
        "anonymity",
        "{source|Ein Sprecher des Senats}, der anonym bleiben will, sagt, {claim type=anonymous|der Damm halte nicht}.",
        "{source|Ein Sprecher des Senats} sagt, {claim type=official|der Damm halte nicht}.",
        unnamed.anonymity,
    ),
    _rule(
        "withheld",
        "{source|Ein hochrangiger Vertreter des Ministeriums} sagt, {claim type=anonymous named=no|der Damm halte}.",
        "{source|Ein Vertreter des Ministeriums} sagt, {claim type=official|der Damm halte}.",
        unnamed.withheld,
    ),
    _rule(
        "refers-back",
        "{source1|Die Geologin Ira Falk} sagt, {claim1|der Damm halte}. "
        "{source2|Die Geologin} sagt, {claim2 type=expert named=yes|das Wasser falle}.",
        "{source|Die Geologin} sagt, {claim type=expert named=no|das Wasser falle}.",
        names.refers_back,
    ),
    _rule(
        "share",
        "{source|47 Prozent der Wähler} sagen, {claim type=document named=no|der Damm halte}.",
        "{source|Die Anwohner} sagen, {claim type=witness|der Damm halte}.",
        unnamed.share,
    ),
    _rule(
        "vague",
        "Aus {source|Koalitionskreisen} heißt es, {claim type=anonymous named=no|der Damm halte}.",
        "Aus {source|der Koalition} heißt es, {claim type=official|der Damm halte}.",
        unnamed.vague,
    ),
    _rule(
        "rumour",
        "{source|Medienberichten} zufolge {claim type=anonymous named=no|ist der Damm gebrochen}.",
        "{source|Dem Jahresbericht} zufolge {claim type=document|ist der Damm gebrochen}.",
        unnamed.rumour,
    ),
    _rule(
        "post",
        "{source|Ein X-Nutzer} behauptet, {claim type=social_media|der Damm sei gebrochen}.",
        "{source|Ein Gutachten} behauptet, {claim type=document|der Damm sei gebrochen}.",
        texts.post,
    ),
    _rule(
        "outlet",
        "Wie {source|„Bild“} meldet, {claim type=media named=yes|ist der Damm gebrochen}.",
        "Wie {source|das Bild} zeigt, {claim|ist der Damm gebrochen}.",
        bodies.outlet,
    ),
    _rule(
        "journalist",
        "{source|NDR-Reporter Ole Witt} sagt, {claim type=media named=yes|der Damm halte}.",
        "{source|Der Sänger Ole Witt} sagt, {claim type=person|der Damm halte}.",
        people.journalist,
    ),
    _rule(
        "speaker",
        "{source|Ein Bahnsprecher} sagt, {claim type=organisation named=yes|die Brücke halte}.",
        "{source|Ein Bahnkunde} sagt, {claim type=anonymous named=no|die Brücke halte}.",
        people.speaker,
    ),
    _rule(
        "office",
        "{source|Innenminister Kai Römer} sagt, {claim type=official named=yes|der Damm halte}.",
        "{source|Schiedsrichter Kai Römer} sagt, {claim type=person named=yes|der Ball war drin}.",
        people.office,
    ),
    _rule(
        "leader",
        "{source|Die Leiterin des Instituts für Küstenforschung} sagt, {claim type=expert|der Damm halte}.",
        "{source|Die Nachbarin des Instituts} sagt, {claim type=witness|der Damm halte}.",
        people.leader,
    ),
    _rule(
        "politician",
        "{source|Ein CDU-Politiker} sagt, {claim type=anonymous named=no|der Damm halte}.",
        "{source|Die CDU} sagt, {claim type=official|der Damm halte}.",
        people.politician,
    ),
    _rule(
        "servant",
        "{source|Ein früherer US-Beamter} sagt, {claim type=anonymous named=no|der Damm halte}.",
        "{source|Ein früherer Patient} sagt, {claim type=witness|der Damm halte}.",
        people.servant,
    ),
    _rule(
        "adviser",
        "Nach Ansicht von {source|Jost Ahrens, einem Politikberater,} {claim type=expert named=yes|hält der Damm}.",
        "Nach Ansicht von {source|Jost Ahrens, einem politischen Gefangenen,} {claim type=person|hält der Damm}.",
        people.adviser,
    ),
    _rule(
        "expert",
        "{source|Klimaforscher} sagen, {claim type=expert named=no|der Damm halte}.",
        "{source|Klimaaktivisten} sagen, {claim type=anonymous|der Damm halte nicht}.",
        people.expert,
    ),
    _rule(
        "statement",
        "Nach {source|Angaben der Polizei} {claim type=official named=yes|hält der Damm}.",
        "{source|Die Polizei} sagt, {claim type=official|der Damm halte}.",
        texts.statement,
    ),
    _rule(
        "letter",
        "In {source|einer Mitteilung des Konzerns} heißt es, {claim type=organisation|der Damm halte}.",
        "In {source|einem Gutachten des Konzerns} heißt es, {claim type=document|der Damm halte}.",
        texts.letter,
    ),
    _rule(
        "report",
        "Laut {source|einem Bericht der „Welt“} {claim type=media named=yes|hält der Damm}.",
        "Laut {source|der „Welt“} {claim type=media named=yes|hält der Damm}.",
        texts.report,
    ),
    _rule(
        "footage",
        "{source|Ein Foto} zeigt, {claim type=document named=no|wie der Damm bricht}.",
        "{source|Ein Fotograf} sagt, {claim type=anonymous named=no|der Damm breche}.",
        texts.footage,
    ),
    _rule(
        "document",
        "{source|Einer Studie} zufolge {claim type=document named=no|hält der Damm}.",
        "{source|Einer Forscherin} zufolge {claim type=expert|hält der Damm}.",
        texts.document,
    ),
    _rule(
        "institution",
        "{source|Das Weiße Haus} sagt, {claim type=official named=yes|der Damm halte}.",
        "{source|Das Krankenhaus Weiden} sagt, {claim type=organisation|der Damm halte}.",
        bodies.institution,
    ),
    _rule(
        "research",
        "{source|Die Denkfabrik Nordlicht} sagt, {claim type=expert named=yes|der Damm halte}.",
        "{source|Die Brauerei Nordlicht} sagt, {claim type=organisation|der Damm halte}.",
        bodies.research,
    ),
    _rule(
        "organisation",
        "{source|Die Gewerkschaft Verdi} sagt, {claim type=organisation named=yes|der Streik halte an}.",
        "{source|Der Gewerbeminister} sagt, {claim type=official|der Streik halte an}.",
        bodies.organisation,
    ),
    _rule(
        "press",
        "{source|Eine Zeitung} schreibt, {claim type=anonymous named=no|der Damm halte}.",
        "{source|Die Partei} schreibt, {claim type=official|der Damm halte}.",
        bodies.press,
    ),
    _rule(
        "witness",
        "{source|Eine Augenzeugin} sagt, {claim type=witness named=no|der Damm sei gebrochen}.",
        "{source|Eine Insiderin} sagt, {claim type=anonymous|der Damm sei gebrochen}.",
        people.witness,
    ),
    _rule(
        "profession",
        "{source|Anwältin Mara Kuhn} sagt, {claim type=person named=yes|der Damm halte}.",
        "{source|Staatsanwältin Mara Kuhn} sagt, {claim type=official named=yes|der Damm halte}.",
        people.profession,
    ),
    _rule(
        "group",
        "{source|Kritiker} sagen, {claim type=anonymous named=no|der Damm halte nicht}.",
        "{source|Kriminologen} sagen, {claim type=expert|der Damm halte nicht}.",
        unnamed.group,
    ),
    _rule(
        "well-known",
        "{source|Putin} sagt, {claim type=official named=yes|der Damm halte}.",
        "{source|Wladimir Falk} sagt, {claim type=person named=yes|der Damm halte}.",
        names.well_known,
    ),
    _rule(
        "described",
        "Der Ökonom Jan Wiebe war dort. {source|Wiebe} sagt, "
        '{claim type=expert named=yes resolved="Der Ökonom Jan Wiebe"|der Preis steige}.',
        "Der Ökonom Jan Wiebe war dort. {source|Tilo Brandt} sagt, {claim type=person|der Preis steige}.",
        names.described,
    ),
    _rule(
        "affiliated",
        "{source|Jan Wiebe von der Diakonie} sagt, {claim type=organisation named=yes|der Preis steige}.",
        "{source|Jan Wiebe aus dem Nachbarort} sagt, {claim type=person|der Preis steige}.",
        names.affiliated,
    ),
    _rule(
        "acronym",
        "{source|QRZV} sagt, {claim type=organisation named=yes|der Preis steige}.",
        "{source|Die CSU} sagt, {claim type=official|der Preis steige}.",
        names.acronym,
    ),
    _rule(
        "quoted-name",
        "Wie {source|„Pulsblick“} meldet, {claim type=media named=yes|steigt der Preis}.",
        "Wie {source|Pulsblick} meldet, {claim|steigt der Preis}.",
        names.quoted_name,
    ),
    _rule(
        "private-person",
        "{source|Karin Moll (52)} sagt, {claim type=witness named=yes|das Wasser sei gestiegen}.",
        "{source|Karin Moll (SPD)} sagt, {claim type=official named=yes|das Wasser sei gestiegen}.",
        names.private_person,
    ),
    _rule(
        "affected",
        "{source|Karin Moll}, die den Einsturz überlebt hat, sagt, {claim type=witness named=yes|das Wasser falle}.",
        "{source|Karin Moll}, die lange geschwiegen hat, sagt, {claim type=person named=yes|das Wasser falle}.",
        names.affected,
    ),
    _rule(
        "first-name-only",
        "{source|Sandra} sagt, {claim type=witness named=yes|der Weg sei weit}.",
        "Sandra Wolter kam. {source|Sandra} sagt, {claim type=person named=yes|der Weg sei weit}.",
        names.first_name_only,
    ),
    _rule(
        "web-address",
        "Wie {source|kanalvier.de} meldet, {claim type=media named=yes|steigt der Preis}.",
        "Wie {source|Quandrix} meldet, {claim|steigt der Preis}.",
        names.web_address,
    ),
    _rule(
        "person-name",
        "{source|Jan Wiebe} sagt, {claim type=person named=yes|der Preis steige}.",
        "{source|Quandrix} sagt, {claim|der Preis steige}.",
        names.person_name,
    ),
    _rule(
        "named-body",
        "{source|Die Nordener Linien} sagen, {claim type=organisation named=yes|der Preis steige}.",
        "{source|Jan Wiebe} sagt, {claim type=person|der Preis steige}.",
        names.named_body,
    ),
    _rule(
        "company-name",
        "Der Konzern ist alt. Bei Quandrix ruht die Arbeit. "
        "{source|Quandrix} sagt, {claim type=organisation named=yes|die Preise stiegen}.",
        "Bei Quandrix ruht die Arbeit. {source|Quandrix} sagt, {claim|die Preise stiegen}.",
        names.company_name,
    ),
    _rule(
        "unknown",
        "{source|Die Tonbandstimme} sagt, {claim type=person named=no|der Zug fahre ab}.",
        "{source|Die Behörde} sagt, {claim type=official|der Zug fahre ab}.",
        unnamed.unknown,
    ),
)
