"""English certainty rules in one list; the words of the rules that only look words up stand in `data/certainty.tsv`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from spacy.tokens import Token

from ...annotations import CueKind, Status
from ...components.certainty import grammar
from ...components.certainty.bands import Reading
from ...components.certainty.contexts import read_contexts
from ...components.certainty.lexicon import CertaintyWords
from ...components.certainty.scope import Scope
from ...rule import Rule

_DATA = Path(__file__).parent / "data"
_WORDS = CertaintyWords(_DATA)
_CONTEXTS = read_contexts(_DATA)
_OPENING_WORDS = 4
_LONGEST_VERDICT = 14

Apply = Callable[[Scope], Iterable[Reading]]


def _modals(scope: Scope, *words: str) -> Iterator[Token]:
    for token in (*scope.inside, *scope.frame):
        if token.tag_ == "MD" and token.lower_ in words:
            yield token


def _verb_after(modal: Token) -> tuple[Token | None, bool]:
    """The verb a modal governs, and whether it is a perfect infinitive (*must have known*)."""
    doc = modal.doc
    for index in range(modal.i + 1, min(modal.i + 7, modal.sent.end)):
        token = doc[index]
        if token.tag_ == "VB":
            following = doc[index + 1 : min(index + 4, modal.sent.end)]
            return token, token.lower_ == "have" and any(other.tag_ == "VBN" for other in following)
    return None, False


def _guessing_modal(scope: Scope) -> Iterator[Reading]:
    """*may*, *might*; *could* unless negated ability; *must have* and *should have* happened."""
    for modal in _modals(scope, "may", "might", "could", "must"):
        negated = modal.i + 1 < len(scope.doc) and modal.nbor(1).lower_ in ("not", "n't")
        perfect = _verb_after(modal)[1]
        if modal.lower_ == "must" and not perfect or modal.lower_ == "could" and negated and not perfect:
            continue
        yield scope.reading(modal, CueKind.MODAL, Status.HEDGED, 0.6 if modal.lower_ == "must" else 0.46)


def _demanding_modal(scope: Scope) -> Iterator[Reading]:
    """*should*, *ought to*, and *must* without a perfect: a demand."""
    for modal in _modals(scope, "should", "ought", "must", "shall"):
        if not (modal.lower_ == "must" and _verb_after(modal)[1]):
            yield scope.reading(modal, CueKind.MODAL, Status.HYPOTHETICAL, 0.45)


def _conditional_would(scope: Scope) -> Iterator[Reading]:
    """*would* of a condition, a plan or a forecast; not of habit or hindsight (*would later ask*), nor *would like*."""
    for modal in _modals(scope, "would", "'d"):
        after = scope.doc[modal.i + 1].lower_ if modal.i + 1 < len(scope.doc) else ""
        if after not in _CONTEXTS["habit"]:
            yield scope.reading(modal, CueKind.MODAL, Status.HYPOTHETICAL, 0.5)


def _future(scope: Scope) -> Iterator[Reading]:
    """*will* and *is going to* with a verb: a forecast or a plan."""
    for modal in _modals(scope, "will", "'ll", "wo"):
        yield scope.reading(modal, CueKind.MODAL, Status.HYPOTHETICAL, 0.58)
    for token in scope.inside:
        if token.lower_ in ("going", "set", "due", "about", "scheduled") and token.i + 2 < len(scope.doc):
            copula = token.i > 0 and "be" in (token.nbor(-1).lemma_, token.doc[max(0, token.i - 2)].lemma_)
            if copula and token.nbor(1).lower_ == "to" and token.nbor(2).tag_ == "VB":
                yield scope.reading(token, CueKind.VERB, Status.HYPOTHETICAL, 0.56)


def _unrealised(scope: Scope) -> Iterator[Reading]:
    """A content that is an infinitive with *to*: not yet done, unless what governs it says so (*managed to*)."""
    begin = min(scope.content)
    first = next((token for token in scope.inside if token.tag_ in ("VB", "TO")), None)
    if first is None or first.i > begin + 1 or scope.finite:
        return
    mark = first if first.tag_ == "TO" else scope.doc[first.i - 1] if first.i else first
    if mark.tag_ != "TO" or mark.is_sent_start or mark.i + 2 >= len(scope.doc) or _verb_after(mark)[1]:
        return
    governors = {token.lemma_ for token in scope.doc[max(mark.sent.start, mark.i - 2) : mark.i]}
    if not governors & _CONTEXTS["achieving"]:
        yield scope.reading(mark, CueKind.MOOD, Status.HYPOTHETICAL, 0.5)


def _condition(scope: Scope) -> Iterator[Reading]:
    """A condition on a proposition that is not told as a usual fact."""
    if any(token.tag_ == "MD" for token in scope.inside):
        for opener in grammar.conditions(scope):
            yield scope.reading(opener, CueKind.MOOD, Status.HYPOTHETICAL, 0.45)


def _hearsay_passive(scope: Scope) -> Iterator[Reading]:
    """*is said to*, *was believed to have*, *accused of*: nobody is named who says so."""
    for token in (*scope.inside, *scope.frame):
        if token.tag_ not in ("VBN", "VBD") or token.i + 1 >= len(scope.doc) or token.i == 0:
            continue
        link = token.nbor(1).lower_
        passive = any(other.lemma_ == "be" for other in scope.doc[max(0, token.i - 3) : token.i])
        if passive and link == "to" and token.lemma_ in _CONTEXTS["said_to"]:
            yield scope.reading(token, CueKind.VERB, Status.DISTANCED, 0.42)
        elif passive and link == "to" and _believed(token):
            yield scope.reading(token, CueKind.VERB, Status.HEDGED, 0.52)
        elif passive and link == "of" and token.lemma_ in _CONTEXTS["accused_of"] and token.i < max(scope.content):
            yield scope.reading(token, CueKind.VERB, Status.DISTANCED, 0.4)


def _believed(token: Token) -> bool:
    """*expected to* before any verb, *understood to* only before *be* and *have*."""
    state = token.i + 2 < len(token.doc) and token.nbor(2).lower_ in ("be", "have")
    return token.lemma_ in _CONTEXTS["believed_to"] or state and token.lemma_ in _CONTEXTS["believed_to_be"]


def _untrue_report(scope: Scope) -> Iterator[Reading]:
    """A predicate of falsehood said of a report (*the allegations are baseless*)."""
    tokens = scope.inside
    if (
        not scope.attributed
        or not any(token._.mood for token in tokens)
        or len(tokens) > _LONGEST_VERDICT
        or not any(token.lower_ in _CONTEXTS["proposition"] for token in tokens[:5])
    ):
        return
    for token in tokens:
        if token.lower_ in _CONTEXTS["falsehood"]:
            yield scope.reading(token, CueKind.ADVERB, Status.DENIED, 0.1)


def _attributive(scope: Scope) -> Iterator[Reading]:
    """*alleged*, *supposed*, *suspected* before the noun of a claim that is a noun phrase."""
    if scope.finite:
        return
    for token in scope.inside:
        if token.lower_ in _CONTEXTS["attributive"]:
            yield scope.reading(token, CueKind.ADVERB, Status.DISTANCED, 0.4)


def _accusing(scope: Scope) -> Iterator[Reading]:
    """A word of accusation whose accuser the text does not name; a named one vouches like any source."""
    return iter(()) if scope.claim.source.spans else iter(_WORDS.rule("accusing_word")(scope))


def _so_called(scope: Scope) -> Iterator[Reading]:
    """*so-called* of what the proposition is about; further on it only introduces a term."""
    opening = {token.i for token in scope.inside[:_OPENING_WORDS]}
    return (reading for reading in _WORDS.rule("so_called")(scope) if reading.span.start in opening)


def _rule(name: str, description: str, fires: str, silent: str, apply: Apply | None = None) -> Rule[Apply]:
    return Rule(f"en.certainty.{name}", description, fires, silent, apply or _WORDS.rule(name))


RULES: Sequence[Rule[Apply]] = (
    _rule(
        "guessing_modal",
        "'may', 'might', 'could', 'must have': a guess.",
        "{claim form=none|The closure {certainty kind=modal|could} last until Easter}.",
        "{claim form=none|Visitors could not enter the hall}.",
        _guessing_modal,
    ),
    _rule(
        "demanding_modal",
        "'should', 'ought to', 'must': a demand.",
        "{source|Ada Holm} {cue|said} {claim form=indirect|the county {certainty kind=modal|should} hire teachers}.",
        "{source|Ada Holm} {cue|said} {claim form=indirect|the county must have known}.",
        _demanding_modal,
    ),
    _rule(
        "conditional_would",
        "'would': of a condition, a plan or a forecast.",
        "{claim form=none|A ban {certainty kind=modal|would} end the fair}.",
        "{claim form=none|The ban ended the fair}.",
        _conditional_would,
    ),
    _rule(
        "future",
        "'will' or 'going to' with a verb: a forecast or a plan.",
        "{claim form=none|The bridge {certainty kind=modal|will} reopen in autumn}.",
        "{claim form=none|The bridge reopened in autumn}.",
        _future,
    ),
    _rule(
        "condition",
        "A condition on which the statement hangs.",
        "{claim form=none|The old town would flood {certainty kind=mood|if} the dam broke}.",
        "{claim form=none|The old town floods if the river rises}.",
        _condition,
    ),
    _rule(
        "unrealised",
        "An infinitive with 'to': not yet done, unless what governs it says so.",
        "{source|The union} {cue|threatened} {claim form=indirect|{certainty kind=mood|to} close the port}.",
        "{source|The union} {cue|managed} {claim form=indirect|to close the port}.",
        _unrealised,
    ),
    _rule(
        "inside_condition",
        "The statement itself is the condition.",
        "She will step down {claim form=none|{certainty kind=mood|if} the council agrees}.",
        "She stepped down {claim form=none|because the council agreed}.",
        grammar.inside_condition,
    ),
    _rule(
        "question",
        "Raised as a question.",
        "{claim form=none|Did the mayor lie{certainty kind=punctuation|?}}",
        "{claim form=none|The mayor lied.}",
        grammar.questions,
    ),
    _rule(
        "left_open",
        "An indirect question with 'whether'.",
        "{source|Police} {cue|asked} {claim form=indirect|{certainty kind=mood|whether} the driver was drunk}.",
        "{source|Police} {cue|say} {claim form=indirect|that the driver was drunk}.",
        partial(grammar.left_open, words=_CONTEXTS["whether"]),
    ),
    _rule(
        "negated_from_outside",
        "A negation beside the content rejects it.",
        "There were {certainty kind=negation|no} {claim form=none|secret deals}.",
        "{claim form=none|There were no secret deals}.",
        partial(grammar.negated_from_outside, words=_WORDS),
    ),
    _rule(
        "denial_goes_on",
        "The source negates what the article has just called denied.",
        'The council denied any deals. {claim form=direct|"There were {certainty kind=negation|no} meetings,"} '
        "{source|Ada Holm} {cue|said}.",
        'The council reviewed the deals. {claim form=direct|"There were no meetings,"} {source|Ada Holm} {cue|said}.',
        partial(grammar.denial_goes_on, words=_WORDS, rule="denying_verb"),
    ),
    _rule(
        "scare_quotes",
        "Quotation marks without a source: distance.",
        '{claim form=none|The "{certainty kind=quotation|spontaneous}" rally had been planned for weeks}.',
        '{claim form=none|The magazine "Northlight" had been sold out for weeks}.',
        partial(grammar.scare_quotes, name_heads=_CONTEXTS["name_head"]),
    ),
    _rule(
        "hearsay_passive",
        "'is said to', 'is believed to', 'accused of': nobody is named who says so.",
        "{claim form=free_indirect|The coach is {certainty kind=verb|said} to have left the club}.",
        "{claim form=none|The coach is asked to leave the club}.",
        _hearsay_passive,
    ),
    _rule(
        "untrue_report",
        "A report or accusation is called false.",
        "{source|Ada Holm} {cue|said} {claim form=indirect|the allegations were {certainty kind=adverb|baseless}}.",
        "{source|Ada Holm} {cue|said} {claim form=indirect|the allegations were old}.",
        _untrue_report,
    ),
    _rule(
        "attributive",
        "'alleged' or 'supposed' before the noun that names the claim.",
        "{source|The station} {cue|reported on} {claim form=reported|the {certainty kind=adverb|alleged} meetings}.",
        "{claim form=none|The suspected thief was arrested on Monday}.",
        _attributive,
    ),
    _rule(
        "confirming_verb",
        "A verb by which the source confirms, admits or establishes.",
        "{source|The firm} {certainty kind=verb|{cue|admitted}} {claim form=indirect|that poison had leaked}.",
        "{source|The firm} {cue|said} {claim form=indirect|that no poison had leaked}.",
    ),
    _rule(
        "claiming_verb",
        "A word with which the text leaves the claim to its source.",
        "{source|The firm} {certainty kind=verb|{cue|claims}} {claim form=indirect|that no poison leaked}.",
        "{source|The firm} {cue|says} {claim form=indirect|that no poison leaked}.",
    ),
    _rule(
        "accusing_word",
        "An accusation whose accuser the text does not name.",
        "The coach was {cue|{certainty kind=verb|charged}} with {claim form=reported type=unspecified|bribery}.",
        "{source|Ada Holm} {cue|charged} the coach with {claim form=reported|bribery}.",
        _accusing,
    ),
    _rule(
        "questioning_verb",
        "A verb of asking as the cue.",
        "{source|The union} {certainty kind=verb|{cue|questioned}} {claim form=reported|the use of the bridge}.",
        "{source|The union} {cue|praised} {claim form=reported|the use of the bridge}.",
    ),
    _rule(
        "reputed",
        "'seen as', 'regarded as': a reputation.",
        "{claim form=free_indirect|The man is {cue|{certainty kind=adverb|seen as}} the head of the gang}.",
        "{claim form=none|The man was seen near the head office}.",
    ),
    _rule(
        "so_called",
        "'so-called': the word is not the article's own.",
        "{claim form=none|The {certainty kind=adverb|so-called} peacekeepers seized the town hall}.",
        "{claim form=none|The guards seized the building behind the so-called Old Hall}.",
        _so_called,
    ),
    _rule(
        "thinking_verb",
        "A word of belief, guess or expectation as the cue.",
        "{source|The doctor} {certainty kind=verb|{cue|suspects}} {claim form=indirect|that the water is foul}.",
        "{source|The doctor} {cue|says} {claim form=indirect|that the water is foul}.",
    ),
    _rule(
        "doubting_verb",
        "A word of doubt governs the statement.",
        "{source|The doctor} {certainty kind=verb|{cue|doubts}} {claim form=indirect|that the test works}.",
        "{source|The doctor} {cue|says} {claim form=indirect|that the test works}.",
    ),
    _rule(
        "denying_verb",
        "A verb by which the source rejects the statement; negated ('did not deny') it rejects nothing.",
        "{source|The mayor} {certainty kind=verb|{cue|denied}} {claim form=reported|taking the money}.",
        "{source|The mayor} {cue|remembered} {claim form=reported|taking the money}.",
    ),
    _rule(
        "untrue",
        "The frame calls the statement false.",
        "It is {certainty kind=adverb|false} {claim form=none|that the tower is collapsing}.",
        "It is well known {claim form=none|that the tower is leaning}.",
    ),
    _rule(
        "preventing_verb",
        "A word that says the event did not come about.",
        "The guards {certainty kind=verb|prevented} {claim form=none|a second attack}.",
        "The guards reported {claim form=none|a second attack}.",
    ),
    _rule(
        "no_evidence",
        "There is no sign of the statement's truth.",
        "There is {certainty kind=noun|no evidence} {claim form=none|that the tower is leaning}.",
        "There is evidence {claim form=none|that the tower is leaning}.",
    ),
    _rule(
        "demanding_verb",
        "A word of demand, proposal or threat as the cue.",
        "{source|The union} {certainty kind=verb|{cue|demanded}} {claim form=reported|more money for nurses}.",
        "{source|The union} {cue|received} {claim form=reported|more money for nurses}.",
    ),
    _rule(
        "planning_verb",
        "A word of planning or promising.",
        "{claim form=none|The city {certainty kind=verb|plans} a new harbour}.",
        "{claim form=none|The city built a new harbour}.",
    ),
    _rule(
        "hearsay_adverb",
        "'reportedly', 'allegedly' and their like: the text does not vouch.",
        "{claim form=free_indirect|The minister {certainty kind=adverb|reportedly} has an account in Tavia}.",
        "{claim form=none|The minister openly has an account in Tavia}.",
    ),
    _rule(
        "hedging_adverb",
        "A word of possibility or likelihood.",
        "{claim form=none|The fire was {certainty kind=adverb|probably} set}.",
        "{claim form=none|The fire was quickly set}.",
    ),
    _rule(
        "hedging_verb",
        "'appears', 'seems', or a verb of guessing in the statement itself.",
        "{claim form=none|The plan {certainty kind=verb|appears} to have failed}.",
        "{claim form=none|The plan has failed}.",
    ),
    _rule(
        "certainty_word",
        "The frame calls the statement proven.",
        "It is {certainty kind=adverb|proven} {claim form=none|that the tower leans}.",
        "It is sad {claim form=none|that the tower leans}.",
    ),
)
"""Every English certainty rule; the order does not matter, the weakest link decides."""
