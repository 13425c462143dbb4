"""German certainty rules in one list; the words of the rules that only look words up stand in `data/certainty.tsv`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from ...annotations import CueKind, Status
from ...components.certainty import grammar
from ...components.certainty.bands import Reading
from ...components.certainty.contexts import read_contexts
from ...components.certainty.lexicon import CertaintyWords
from ...components.certainty.scope import Scope
from ...rule import Rule
from . import modals, mood

_DATA = Path(__file__).parent / "data"
_WORDS = CertaintyWords(_DATA)
_CONTEXTS = read_contexts(_DATA)
_OPENING_WORDS = 4
_LONGEST_VERDICT = 14

Apply = Callable[[Scope], Iterable[Reading]]


def _wohl(scope: Scope) -> Iterator[Reading]:
    """*wohl* as a guess: not of comfort (*fühlt sich wohl*), not insisting (*sehr wohl*)."""
    for token in (*scope.inside, *scope.frame):
        if token.lower_ != "wohl" or token.text != "wohl":
            continue
        clause = [other.lower_ for other in scope.clause_tokens(token)]
        insisting = token.i > 0 and token.nbor(-1).lower_ in _CONTEXTS["comfort_before"]
        if not insisting and not _CONTEXTS["comfort"].intersection(clause):
            yield scope.reading(token, CueKind.ADVERB, Status.HEDGED, 0.55)


def _attributive(scope: Scope) -> Iterator[Reading]:
    """*angebliche*, *mutmaßliche*, *vermeintliche* before the noun of a claim that is a noun phrase."""
    if scope.finite:
        return
    for token in scope.inside:
        stem = token.lower_.rstrip("enrsm")
        if stem in _CONTEXTS["attributive"] and token.lower_ != stem:
            yield scope.reading(token, CueKind.ADVERB, Status.DISTANCED, 0.4)


def _untrue_report(scope: Scope) -> Iterator[Reading]:
    """A predicate of falsehood said of a report (*Die Vorwürfe seien haltlos*, *nannte sie absurd*); *stimmt nicht*."""
    tokens = scope.inside
    report = next((token for token in tokens[:5] if token.text in _CONTEXTS["proposition"]), None)
    if not scope.attributed or report is None or len(tokens) > _LONGEST_VERDICT:
        return
    told = any(token._.mood for token in tokens)
    for token in tokens:
        if token.lower_ in _CONTEXTS["falsehood"] and (told or token.i > report.i):
            yield scope.reading(token, CueKind.ADVERB, Status.DENIED, 0.1)
        elif told and token._.verb in ("stimmen", "zutreffen") and _negated(scope, tokens):
            yield scope.reading(token, CueKind.VERB, Status.DENIED, 0.1)


def _negated(scope: Scope, tokens: Iterable[object]) -> bool:
    return any(token.lower_ in _WORDS.negators for token in scope.inside)


def _accusing(scope: Scope) -> Iterator[Reading]:
    """A word of accusation whose accuser the text does not name; a named one vouches like any source."""
    return iter(()) if scope.claim.source.spans else iter(_WORDS.rule("accusing_word")(scope))


def _so_called(scope: Scope) -> Iterator[Reading]:
    """*sogenannt* of what the proposition is about; further on it only introduces a term."""
    opening = {token.i for token in scope.inside[:_OPENING_WORDS]}
    return (reading for reading in _WORDS.rule("so_called")(scope) if reading.span.start in opening)


def _rule(name: str, description: str, fires: str, silent: str, apply: Apply | None = None) -> Rule[Apply]:
    return Rule(f"de.certainty.{name}", description, fires, silent, apply or _WORDS.rule(name))


RULES: Sequence[Rule[Apply]] = (
    _rule(
        "hearsay_sollen",
        "„soll“ mit Infinitiv Perfekt oder Zustandsverb gibt Hörensagen wieder.",
        "{claim form=free_indirect|Der Trainer {certainty kind=modal|soll} den Vertrag gekündigt haben}.",
        "{claim form=none|Der Trainer soll den Vertrag im Sommer unterschreiben}.",
        partial(modals.hearsay_sollen, contexts=_CONTEXTS),
    ),
    _rule(
        "planned_sollen",
        "Jedes andere „soll“ ist Plan, Auftrag oder Forderung.",
        "{claim form=none|Die Behörde {certainty kind=modal|soll} künftig jeden Antrag prüfen}.",
        "{claim form=free_indirect|Die Behörde soll jeden Antrag geprüft haben}.",
        partial(modals.planned_sollen, contexts=_CONTEXTS),
    ),
    _rule(
        "hearsay_wollen",
        "„will“ mit Infinitiv Perfekt: nur der Genannte sagt es.",
        "{claim form=indirect|Die Nachbarin {certainty kind=modal|will} zwei Schüsse gehört haben}.",
        "{claim form=none|Die Nachbarin will zwei Zimmer vermieten}.",
        modals.hearsay_wollen,
    ),
    _rule(
        "planned_wollen",
        "„will“ mit einfachem Infinitiv ist ein Plan.",
        "{claim form=none|Der Konzern {certainty kind=modal|will} zwei Werke schließen}.",
        "{claim form=none|Der Konzern wollte sich dazu nicht äußern}.",
        partial(modals.planned_wollen, contexts=_CONTEXTS),
    ),
    _rule(
        "guessing_modal",
        "„dürfte“, „könnte“, „müsste“; „mag“, „kann“, „muss“ mit Infinitiv Perfekt: eine Vermutung.",
        "{claim form=none|Die Sperrung {certainty kind=modal|dürfte} bis Ostern dauern}.",
        "{claim form=none|Besucher durften die Halle nicht betreten}.",
        partial(modals.guessing_modal, negators=_WORDS.negators | _CONTEXTS["limit"]),
    ),
    _rule(
        "quoting_subjunctive",
        "Konjunktiv I, in fremder Rede auch Konjunktiv II: neutrale Wiedergabe.",
        "{claim form=indirect|Der Deich {certainty kind=mood|sei} sicher}, {cue|sagte} {source|Ada Holm}.",
        "{claim form=none|Der Deich ist sicher}.",
        mood.quoting_subjunctive,
    ),
    _rule(
        "irreal_subjunctive",
        "Konjunktiv II außerhalb fremder Rede oder unter einer Bedingung: nur gedacht.",
        "{claim form=none|Ein Verbot {certainty kind=mood|wäre} das Ende der Messe}.",
        "{claim form=free_indirect|Demnach hätten beide Seiten unterschrieben}.",
        mood.irreal_subjunctive,
    ),
    _rule(
        "condition",
        "Eine Bedingung, an der die Aussage hängt.",
        "{claim form=none|{certainty kind=mood|Wenn} der Damm bräche, stünde die Altstadt unter Wasser}.",
        "{claim form=none|Wenn der Markt öffnet, stehen die Händler schon bereit}.",
        mood.condition,
    ),
    _rule(
        "inside_condition",
        "Die Aussage selbst ist die Bedingung.",
        "Sie tritt zurück, {claim form=none|{certainty kind=mood|falls} der Rat zustimmt}.",
        "Sie trat zurück, {claim form=none|weil der Rat zustimmte}.",
        grammar.inside_condition,
    ),
    _rule(
        "future",
        "„wird“ mit Infinitiv: Vorhersage oder Plan.",
        "{claim form=none|Die Brücke {certainty kind=mood|wird} im Herbst wieder öffnen}.",
        "{claim form=none|Die Brücke wird gesperrt}.",
        mood.future,
    ),
    _rule(
        "question",
        "Als Frage gestellt.",
        "{claim form=none|Hat der Bürgermeister gelogen{certainty kind=punctuation|?}}",
        "{claim form=none|Der Bürgermeister hat gelogen.}",
        grammar.questions,
    ),
    _rule(
        "left_open",
        "Indirekte Frage mit „ob“.",
        "{source|Die Polizei} {cue|prüft}, {claim form=indirect|{certainty kind=mood|ob} der Fahrer betrunken war}.",
        "{source|Die Polizei} {cue|sagt}, {claim form=indirect|dass der Fahrer betrunken war}.",
        partial(grammar.left_open, words=_CONTEXTS["whether"]),
    ),
    _rule(
        "negated_from_outside",
        "Eine Verneinung neben dem Inhalt weist ihn zurück.",
        "Es gab {certainty kind=negation|keine} {claim form=none|geheimen Absprachen}.",
        "{claim form=none|Es gab keine geheimen Absprachen}.",
        partial(grammar.negated_from_outside, words=_WORDS),
    ),
    _rule(
        "denial_goes_on",
        "Die Quelle verneint, was der Artikel eben als bestritten genannt hat.",
        "Der Rat {certainty kind=verb|bestreitet} Absprachen. "
        "{claim form=direct|„Es gab {certainty kind=negation|keine} Treffen“}, {cue|sagte} {source|Ada Holm}.",
        "Der Rat prüft Absprachen. {claim form=direct|„Es gab keine Treffen“}, {cue|sagte} {source|Ada Holm}.",
        partial(grammar.denial_goes_on, words=_WORDS, rule="denying_verb"),
    ),
    _rule(
        "scare_quotes",
        "Anführungszeichen ohne Quelle: Abstand.",
        "{claim form=none|Die „{certainty kind=quotation|spontane}“ Kundgebung war seit Wochen angemeldet}.",
        "{claim form=none|Das Magazin „Nordlicht“ war seit Wochen ausverkauft}.",
        partial(grammar.scare_quotes, name_heads=_CONTEXTS["name_head"]),
    ),
    _rule(
        "wohl",
        "„wohl“ als Vermutung.",
        "{claim form=none|Der Täter ist {certainty kind=adverb|wohl} ins Ausland geflohen}.",
        "{claim form=none|Der Hund fühlt sich im Heim wohl}.",
        _wohl,
    ),
    _rule(
        "attributive",
        "„angeblich“ oder „mutmaßlich“ als Adjektiv vor dem Hauptwort, das die Aussage benennt.",
        "{source|Der Sender} {cue|berichtete} über {claim form=reported|{certainty kind=adverb|angebliche} Treffen}.",
        "{claim form=none|Der mutmaßliche Täter wurde am Montag festgenommen}.",
        _attributive,
    ),
    _rule(
        "untrue_report",
        "Ein Bericht oder Vorwurf wird für falsch erklärt.",
        "{claim form=indirect|Die Vorwürfe seien {certainty kind=adverb|haltlos}}, {cue|sagte} {source|Ada Holm}.",
        "{claim form=indirect|Die Vorwürfe seien alt}, {cue|sagte} {source|Ada Holm}.",
        _untrue_report,
    ),
    _rule(
        "confirming_verb",
        "Ein Verb, mit dem die Quelle bestätigt, zugibt oder feststellt.",
        "{source|Der Konzern} {certainty kind=verb|{cue|räumte}} ein, {claim form=indirect|dass Gift austrat}.",
        "{source|Der Konzern} {cue|sagte}, {claim form=indirect|dass kein Gift austrat}.",
    ),
    _rule(
        "claiming_verb",
        "Ein Wort, mit dem der Text die Behauptung bei der Quelle lässt.",
        "{source|Der Konzern} {certainty kind=verb|{cue|behauptet}}, {claim form=indirect|dass kein Gift austrat}.",
        "{source|Der Konzern} {cue|sagt}, {claim form=indirect|dass kein Gift austrat}.",
    ),
    _rule(
        "accusing_word",
        "Ein Vorwurf, dessen Urheber der Text nicht nennt.",
        "{claim form=reported type=unspecified|Bestechung} wird dem Rat {cue|{certainty kind=verb|vorgeworfen}}.",
        "{source|Ada Holm} {cue|warf} dem Rat {claim form=reported|Bestechung} {cue|vor}.",
        _accusing,
    ),
    _rule(
        "questioning_verb",
        "Ein Verb des Fragens als Redewort.",
        "{source|Der Bund} {certainty kind=verb|{cue|hinterfragt}} {claim form=reported|den Nutzen der Brücke}.",
        "{source|Der Bund} {cue|lobt} {claim form=reported|den Nutzen der Brücke}.",
    ),
    _rule(
        "alleged_as",
        "„gilt als“ gibt einen Ruf wieder.",
        "{claim form=free_indirect|Der Mann {cue|{certainty kind=verb|gilt}} als Kopf der Bande}.",
        "{claim form=none|Die Regel gilt ab Montag}.",
    ),
    _rule(
        "thinking_verb",
        "Ein Wort des Glaubens, Vermutens oder Erwartens als Redewort.",
        "{source|Die Ärztin} {certainty kind=verb|{cue|vermutet}}, {claim form=indirect|dass Keime im Wasser sind}.",
        "{source|Die Ärztin} {cue|sagt}, {claim form=indirect|dass Keime im Wasser sind}.",
    ),
    _rule(
        "doubting_verb",
        "Ein Wort des Zweifels regiert die Aussage.",
        "{source|Die Ärztin} {certainty kind=verb|{cue|bezweifelt}}, {claim form=indirect|dass der Test taugt}.",
        "{source|Die Ärztin} {cue|meint}, {claim form=indirect|dass der Test taugt}.",
    ),
    _rule(
        "denying_verb",
        "Ein Verb, mit dem die Quelle die Aussage zurückweist; verneint (bestritt nicht) weist es nichts zurück.",
        "{source|Der Rat} {certainty kind=verb|{cue|bestreitet}}, {claim form=indirect|Geld genommen zu haben}.",
        "{source|Der Rat} {cue|erzählt}, {claim form=indirect|Geld genommen zu haben}.",
    ),
    _rule(
        "untrue",
        "Der Rahmen nennt die Aussage falsch oder erlogen.",
        "Es ist {certainty kind=adverb|falsch}, {claim form=none|dass der Turm einstürzt}.",
        "Es ist bekannt, {claim form=none|dass der Turm einstürzt}.",
    ),
    _rule(
        "preventing_verb",
        "Ein Wort, nach dem das Ereignis nicht eintrat.",
        "Die Wache {certainty kind=verb|verhinderte} {claim form=none|einen zweiten Anschlag}.",
        "Die Wache meldete {claim form=none|einen zweiten Anschlag}.",
    ),
    _rule(
        "no_evidence",
        "Für die Aussage fehlt jeder Hinweis.",
        "Es gibt {certainty kind=noun|keine Belege}, {claim form=none|dass der Turm einstürzt}.",
        "Es gibt Belege, {claim form=none|dass der Turm einstürzt}.",
    ),
    _rule(
        "demanding_verb",
        "Ein Wort der Forderung, des Vorschlags oder der Drohung als Redewort.",
        "{source|Der Bund} {certainty kind=verb|{cue|fordert}} {claim form=reported|mehr Geld für Radwege}.",
        "{source|Der Bund} {cue|erhielt} {claim form=reported|mehr Geld für Radwege}.",
    ),
    _rule(
        "planning_verb",
        "Ein Wort des Planens oder Ankündigens.",
        "{claim form=none|Die Stadt {certainty kind=verb|plant} einen neuen Hafen}.",
        "{claim form=none|Die Stadt baut einen neuen Hafen}.",
    ),
    _rule(
        "hearsay_adverb",
        "„angeblich“ und seinesgleichen: der Text verbürgt sich nicht.",
        "{claim form=free_indirect|Der Minister hat {certainty kind=adverb|angeblich} ein Konto in Tavia}.",
        "{claim form=none|Der Minister hat bekanntlich ein Konto in Tavia}.",
    ),
    _rule(
        "so_called",
        "„sogenannt“: das Wort ist nicht das des Artikels.",
        "{claim form=none|Die {certainty kind=adverb|sogenannten} Friedenswächter besetzten das Rathaus}.",
        "{claim form=none|Die Wächter besetzten am Abend das sogenannte Alte Rathaus}.",
        _so_called,
    ),
    _rule(
        "hedging_adverb",
        "Ein Wort der Möglichkeit oder Wahrscheinlichkeit.",
        "{claim form=none|Der Brand wurde {certainty kind=adverb|vermutlich} gelegt}.",
        "{claim form=none|Der Brand wurde nachts gelegt}.",
    ),
    _rule(
        "hedging_verb",
        "„scheint“ oder ein Verb des Vermutens in der Aussage selbst.",
        "{claim form=none|Der Plan {certainty kind=verb|scheint} gescheitert zu sein}.",
        "{claim form=none|Der Plan ist gescheitert}.",
    ),
    _rule(
        "supposition",
        "Nur zum Gedanken angenommen.",
        "{claim form=none|{certainty kind=adverb|Angenommen,} der Damm bricht}: Dann steht die Altstadt unter Wasser.",
        "{claim form=none|Der Rat hat den Antrag angenommen}.",
    ),
    _rule(
        "certainty_word",
        "Der Rahmen nennt die Aussage erwiesen.",
        "Es ist {certainty kind=adverb|erwiesen}, {claim form=none|dass der Turm schief steht}.",
        "Es ist schade, {claim form=none|dass der Turm schief steht}.",
    ),
)
"""Every German certainty rule; the order does not matter, the weakest link decides."""
