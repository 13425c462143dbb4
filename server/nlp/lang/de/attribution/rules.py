"""The German attribution rules: what each says, one example that fires, one that must not."""

from functools import partial

from ....components.attribution.direct import framed_quotations, lone_quotations
from ....components.attribution.headlines import headline_sources, headline_verbs, trailing_sources
from ....components.attribution.indirect import framed_clauses
from ....components.attribution.listing import rule
from ....components.attribution.pointing import pointed_at
from ...base import AttributionRule
from .claimed import claimed
from .finders import accordingly, beside, going_on, hearsay_of_source, objects
from .grammar import GRAMMAR
from .hearsay import hearsay

_rule = partial(rule, "de", GRAMMAR)

ATTRIBUTION_RULES: tuple[AttributionRule, ...] = (
    _rule(
        "direct_before_frame",
        framed_quotations,
        "Eine wörtliche Rede steht vor dem Redesatz.",
        "{claim form=direct|„Die Brücke hält noch zehn Jahre. Wir prüfen sie jede Woche“}, {cue|sagte} "
        "{source|Bauamtsleiterin Ada Holm} am Mittwoch.",
        "Der „Alte Hafen“, ein Wirtshaus in Kiel, öffnet wieder.",
    ),
    _rule(
        "direct_after_frame",
        framed_quotations,
        "Eine wörtliche Rede folgt auf den Redesatz, nach Doppelpunkt oder Komma.",
        '{source|Die Sprecherin des Hafens, Jo Kern}, {cue|schrieb} am Abend: {claim form=direct|"Der Kran steht '
        'still. Niemand ist verletzt."}',
        "Drei Dinge fehlen: „Hafen“-Schilder, Lampen und Geld.",
    ),
    _rule(
        "direct_interrupted",
        framed_quotations,
        "Ein Redesatz unterbricht eine wörtliche Rede.",
        "{claim form=direct|»Wir kommen nicht«}, {cue|teilte} {source|der Verein} {cue|mit}, {claim|»aber wir "
        "schicken Geld«}.",
        "Das „Haus am See“ und das „Haus im Wald“ wurden verkauft.",
    ),
    _rule(
        "direct_in_frame",
        framed_quotations,
        "Ein wörtliches Teilzitat steht im Redesatz.",
        "{source|Der Trainer} {cue|nannte} die Niederlage {claim form=direct|„verdient und bitter zugleich“}.",
        "Die „sogenannte Reform“ kostet Geld.",
    ),
    _rule(
        "direct_chained",
        lone_quotations,
        "Eine wörtliche Rede ohne Redesatz setzt die Rede davor fort.",
        "„Es brennt“, rief {source|Jo Kern}. {claim form=direct|„Alle müssen sofort aus dem Haus.“}",
        "Der Zug hielt. „Alle müssen sofort aus dem Haus.“",
    ),
    _rule(
        "indirect_clause",
        framed_clauses,
        "Auf den Redesatz folgt ein Nebensatz mit dass, ob oder einem Fragewort.",
        "{source|Der frühere Chef der Werft}, der anonym bleiben will, {cue|erklärte}, {claim form=indirect|dass das "
        "Schiff schon 2019 undicht war}.",
        "Die Werft baute ein Schiff, das 2019 undicht war.",
    ),
    _rule(
        "indirect_mood",
        framed_clauses,
        "Auf den Redesatz folgt ein Hauptsatz im Konjunktiv.",
        "{source|Sie} {cue|hatte} der Zeitung {cue|gesagt}, {claim form=indirect|die Werft habe das Leck gekannt}.",
        "Hätte die Werft das Leck gekannt, wäre das Schiff heute noch da.",
    ),
    _rule(
        "indirect_plain",
        framed_clauses,
        "Auf den Redesatz folgt ein Hauptsatz im Indikativ.",
        "{source|Die Feuerwehr} {cue|meldete}, {claim form=indirect|drei Boote sind gesunken}.",
        "Die Feuerwehr meldete sich, und drei Boote kamen.",
    ),
    _rule(
        "indirect_infinitive",
        framed_clauses,
        "Auf den Redesatz folgt ein Infinitiv mit zu.",
        "{source|Der Hafenmeister} {cue|behauptet}, {claim form=indirect|nie an Bord gewesen zu sein}.",
        "Der Hafenmeister ging, um den Kran zu prüfen.",
    ),
    _rule(
        "indirect_before_frame",
        framed_clauses,
        "Der Inhalt steht vor dem Redesatz, der mit dem Verb beginnt.",
        "{claim form=indirect|Das Leck sei seit Jahren bekannt}, {cue|betonten} {source|mehrere Matrosen}.",
        "Das Leck ist seit Jahren bekannt, drei Matrosen kündigten.",
    ),
    _rule(
        "indirect_interrupted",
        framed_clauses,
        "Ein Redesatz unterbricht den Inhalt.",
        "{claim form=indirect|Das Schiff}, {cue|sagte} {source|die Reederin}, {claim|sei nie gewartet worden}.",
        "Das Schiff, gebaut in Kiel, ist nie gewartet worden.",
    ),
    _rule(
        "indirect_as_frame",
        framed_clauses,
        "Ein Satz mit wie nennt die Quelle des ganzen Satzes.",
        "Wie {source|die Polizei} am Freitag {cue|mitteilte}, {claim form=indirect|wurde niemand verletzt}.",
        "Wie jedes Jahr feierte die Stadt, und niemand wurde verletzt.",
    ),
    _rule(
        "adjunct_laut",
        beside,
        "Laut nennt die Quelle des Satzes.",
        "{cue|Laut} {source|einem internen Bericht der Werft} {claim form=indirect|war das Leck seit 2019 bekannt}.",
        "Der Motor war laut und alt.",
    ),
    _rule(
        "adjunct_nach",
        beside,
        "Nach mit einem Wort des Sagens nennt die Quelle des Satzes.",
        "{cue|Nach Ansicht von} {source|Jo Kern, einem früheren Lotsen}, {claim form=indirect|hat die Stadt den Hafen "
        "verraten}.",
        "Nach dem Sturm hat die Stadt den Hafen gesperrt.",
    ),
    _rule(
        "adjunct_zufolge",
        beside,
        "Zufolge nennt die Quelle des Satzes.",
        "{claim form=indirect|Drei Matrosen waren} {source|den Ermittlern} {cue|zufolge} {claim|an Bord}.",
        "Der Sturm und in der Folge die Flut trafen die Stadt.",
    ),
    _rule(
        "adjunct_so",
        beside,
        "So mit einer Quelle beschließt oder unterbricht den Inhalt.",
        "{claim form=indirect|Die Boote fuhren zweimal, oft nachts}, {cue|so die Behauptung} {source|des Informanten}.",
        "Die Boote fuhren oft nachts, so wie früher.",
    ),
    _rule(
        "chain_mood",
        going_on,
        "Ein weiterer Satz im Konjunktiv behält die Quelle des Satzes davor.",
        "{source|Der Lotse} sagte, das Schiff sei alt. {claim form=free_indirect|Es habe keine Papiere gehabt.}",
        "Der Lotse sagte, das Schiff sei alt. Es hatte keine Papiere.",
    ),
    _rule(
        "hearsay_modal",
        hearsay,
        "Sollen mit Infinitiv Perfekt gibt Hörensagen wieder.",
        "{claim form=free_indirect source=none|Der Kapitän {cue|soll} zwei Matrosen bedroht haben.}",
        "Die Behörde soll künftig jedes Schiff prüfen.",
    ),
    _rule(
        "claimed_of_oneself",
        claimed,
        "Wollen mit Infinitiv Perfekt ist, was jemand von sich behauptet.",
        "{source|Ein Matrose} {cue|will} {claim form=indirect|den Kapitän an Bord gesehen haben}.",
        "Ein Matrose will den Kapitän an Bord sehen.",
    ),
    _rule(
        "hearsay_adverb",
        hearsay,
        "Angeblich gibt Hörensagen wieder.",
        "{claim form=free_indirect source=none|Der Kapitän war {cue|angeblich} selbst an Bord.}",
        "Der Kapitän war selbst an Bord.",
    ),
    _rule(
        "hearsay_attribute",
        hearsay,
        "Ein Adjektiv des Hörensagens steht vor dem Hauptwort.",
        "Die Stadt schweigt über {claim form=reported source=none|die {cue|angeblichen} Treffen mit der Reederei}.",
        "Die Stadt schweigt über die Treffen mit der Reederei.",
    ),
    _rule(
        "chain_modal",
        hearsay_of_source,
        "Sollen mit Infinitiv Perfekt nach einem Satz mit Quelle gibt weiter diese Quelle wieder.",
        "{source|Die Polizei} sagte, der Kapitän sei geflohen. {claim form=free_indirect|Er {cue|soll} zwei Matrosen "
        "bedroht haben.}",
        "Der Kapitän ist geflohen. Er soll zwei Matrosen bedroht haben.",
    ),
    _rule(
        "chain_accordingly",
        accordingly,
        "Demnach am Satzanfang gibt die eben genannte Quelle wieder.",
        "Laut {source|einem Bericht} war es alt. {cue|Demnach} {claim form=free_indirect|hatte es keine Papiere}.",
        "Das Schiff war alt. Dann hatte es keine Papiere.",
    ),
    _rule(
        "pointing_back",
        pointed_at,
        "Das am Anfang des Redesatzes meint den Satz davor.",
        "{claim form=indirect|Hat die Reederei die Stadt betrogen?} Das zumindest {cue|behauptet} {source|ein früherer "
        "Lotse}.",
        "Hat die Reederei die Stadt betrogen? Das weiß niemand.",
    ),
    _rule(
        "reported_object",
        objects,
        "Das Objekt eines Verbs des Forderns, Meldens oder Behauptens ist der Inhalt.",
        "{source|Die Reederei} {cue|fordert} {claim form=reported|mehr Geld für den Hafen}.",
        "Die Reederei verkauft Berichte über die Treffen mit der Stadt.",
    ),
    _rule(
        "reported_denial",
        objects,
        "Das Objekt eines Verbs des Bestreitens ist der Inhalt.",
        "{source|Die Reederei} {cue|bestreitet} {claim form=reported|Berichte über die Treffen mit der Stadt}.",
        "Die Reederei verkauft Berichte über die Treffen mit der Stadt.",
    ),
    _rule(
        "reported_about",
        objects,
        "Das Objekt mit von, über oder vor ist der Inhalt.",
        "{source|Ein früherer Lotse} {cue|berichtet von} {claim form=reported|geheimen Treffen mit der Reederei}.",
        "Ein früherer Lotse kommt von geheimen Treffen zurück.",
    ),
    _rule(
        "hearsay_said",
        framed_clauses,
        "Es heißt nennt keine Quelle.",
        "{cue|Es heißt}, {claim form=indirect source=none|drei Matrosen seien gewarnt worden}.",
        "Das Schiff heißt Möwe.",
    ),
    _rule(
        "hearsay_reputation",
        hearsay,
        "Gilt als gibt wieder, wofür man etwas hält.",
        "{claim form=free_indirect source=none|Der Kapitän {cue|gilt} als Kopf der Bande.}",
        "Die Karte gilt für zwei Tage.",
    ),
    _rule(
        "headline_source",
        headline_sources,
        "Ein Wort für eine Quelle steht in der Überschrift vor dem Doppelpunkt.",
        "<headline>{source|Insider}{cue|:} {claim form=indirect|Reederei wusste vom Leck}",
        "<headline>Sturm im Hafen: Reederei wusste vom Leck",
    ),
    _rule(
        "headline_name",
        headline_sources,
        "Ein Name, der im Text Quelle ist, steht in der Überschrift vor dem Doppelpunkt.",
        "<headline>{source|Holm}{cue|:} {claim form=indirect|Brücke hält noch zehn Jahre}\nDas sagte Ada Holm gestern.",
        "<headline>Kiel: Brücke hält noch zehn Jahre\nDas sagte Ada Holm gestern.",
    ),
    _rule(
        "headline_verb",
        headline_verbs,
        "Quelle und Redeverb stehen in der Überschrift vor dem Doppelpunkt.",
        "<headline>{source|Werft} {cue|bestreitet}: {claim form=indirect|Kein Leck im Rumpf}",
        "<headline>Werft wächst: Kein Leck im Rumpf",
    ),
    _rule(
        "headline_trailing",
        trailing_sources,
        "Nach dem letzten Doppelpunkt der Überschrift steht nur ein Wort für eine Quelle.",
        "<headline>{claim form=indirect|Reederei wusste vom Leck}{cue|:} {source|Bericht}",
        "<headline>Reederei wusste vom Leck: Ermittlung läuft",
    ),
    _rule(
        "headline_quotation",
        headline_sources,
        "Ein Name steht vor dem Doppelpunkt und einer wörtlichen Rede.",
        "<headline>{source|Ada Holm}{cue|:} {claim form=direct|„Die Brücke hält noch zehn Jahre“}",
        "<headline>Heute im Programm: die „Brücke am Fluss“",
    ),
)
