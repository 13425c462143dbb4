"""How English certainty cues are read: modals, hearsay passives, infinitives, verdicts on reports."""

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Token

from ...annotations import CueKind, Status
from ...components.certainty import grammar
from ...components.certainty.bands import Reading
from ...components.certainty.contexts import read_contexts
from ...components.certainty.lexicon import CertaintyWords
from ...components.certainty.scope import Scope

_DATA = Path(__file__).parent / "data"
WORDS = CertaintyWords(_DATA)
CONTEXTS = read_contexts(_DATA)
_OPENING_WORDS = 4
_LONGEST_VERDICT = 14


def _modals(scope: Scope, *words: str) -> Iterator[Token]:
    for token in scope.tagged.get("MD", ()):
        if token.lower_ in words:
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


def guessing_modal(scope: Scope) -> Iterator[Reading]:
    """*may*, *might*; *could* unless negated ability; *must have* and *should have* happened."""
    for modal in _modals(scope, "may", "might", "could", "must"):
        negated = modal.i + 1 < len(scope.doc) and modal.nbor(1).lower_ in ("not", "n't")
        perfect = _verb_after(modal)[1]
        if modal.lower_ == "must" and not perfect or modal.lower_ == "could" and negated and not perfect:
            continue
        yield scope.reading(modal, CueKind.MODAL, Status.HEDGED, 0.6 if modal.lower_ == "must" else 0.46)


def demanding_modal(scope: Scope) -> Iterator[Reading]:
    """*should*, *ought to*, and *must* without a perfect: a demand."""
    for modal in _modals(scope, "should", "ought", "must", "shall"):
        verb, perfect = _verb_after(modal)
        noting = verb is not None and any(other.lemma_ in CONTEXTS["noting"] for other in verb.doc[verb.i : verb.i + 2])
        if not noting and not (modal.lower_ == "must" and perfect):
            yield scope.reading(modal, CueKind.MODAL, Status.HYPOTHETICAL, 0.45)


def hedging_adverb(scope: Scope) -> Iterator[Reading]:
    """Words of likelihood; not *more likely* of a statistic, not *apparent* but before a noun."""
    for reading in WORDS.rule("hedging_adverb")(scope):
        if reading.span[0].lower_ != "likely" or not _compared(reading.span[0]):
            yield reading
    for token in scope.inside:
        if token.lower_ == "apparent" and token.i + 1 < len(scope.doc) and token.nbor(1).pos_ in ("NOUN", "ADJ"):
            yield scope.reading(token, CueKind.ADVERB, Status.HEDGED, 0.6)


def _compared(likely: Token) -> bool:
    """Whether two groups are compared: *more likely to vote*, *twice as likely as*, *less likely than*."""
    following = [token.lower_ for token in likely.doc[likely.i + 1 : likely.i + 12]]
    before = likely.nbor(-1).lower_ if likely.i else ""
    return before in CONTEXTS["comparing"] and (following[:1] == ["to"] or "than" in following)


def conditional_would(scope: Scope) -> Iterator[Reading]:
    """*would* of a condition, a plan or a forecast; not of habit or hindsight (*would later ask*), nor *would like*."""
    for modal in _modals(scope, "would", "'d"):
        after = scope.doc[modal.i + 1].lower_ if modal.i + 1 < len(scope.doc) else ""
        if after not in CONTEXTS["habit"]:
            yield scope.reading(modal, CueKind.MODAL, Status.HYPOTHETICAL, 0.5)


def future(scope: Scope) -> Iterator[Reading]:
    """*will* and *is going to* with a verb: a forecast or a plan."""
    for modal in _modals(scope, "will", "'ll", "wo"):
        yield scope.reading(modal, CueKind.MODAL, Status.HYPOTHETICAL, 0.58)
    for token in scope.inside:
        if token.lower_ in ("going", "set", "due", "about", "scheduled") and token.i + 2 < len(scope.doc):
            copula = token.i > 0 and "be" in (token.nbor(-1).lemma_, token.doc[max(0, token.i - 2)].lemma_)
            if copula and token.nbor(1).lower_ == "to" and token.nbor(2).tag_ == "VB":
                yield scope.reading(token, CueKind.VERB, Status.HYPOTHETICAL, 0.56)


def unrealised(scope: Scope) -> Iterator[Reading]:
    """A content that is an infinitive with *to*: not yet done, unless what governs it says so (*managed to*)."""
    begin = min(scope.content)
    first = next((token for token in scope.inside if token.tag_ in ("VB", "TO")), None)
    if first is None or first.i > begin + 1 or scope.finite:
        return
    mark = first if first.tag_ == "TO" else scope.doc[first.i - 1] if first.i else first
    if mark.tag_ != "TO" or mark.is_sent_start or mark.i + 2 >= len(scope.doc) or _verb_after(mark)[1]:
        return
    governors = {token.lemma_ for token in scope.doc[max(mark.sent.start, mark.i - 2) : mark.i]}
    if not governors & CONTEXTS["achieving"]:
        yield scope.reading(mark, CueKind.MOOD, Status.HYPOTHETICAL, 0.5)


def condition(scope: Scope) -> Iterator[Reading]:
    """A condition on a proposition that is not told as a usual fact."""
    if any(token.tag_ == "MD" for token in scope.inside):
        for opener in grammar.conditions(scope):
            yield scope.reading(opener, CueKind.MOOD, Status.HYPOTHETICAL, 0.45)


def hearsay_passive(scope: Scope) -> Iterator[Reading]:
    """*is said to*, *was believed to have*, *accused of*: nobody is named who says so."""
    for token in sorted((*scope.tagged.get("VBN", ()), *scope.tagged.get("VBD", ()))):
        if token.i + 1 >= len(scope.doc) or token.i == 0:
            continue
        link = token.nbor(1).lower_
        passive = any(other.lemma_ == "be" for other in scope.doc[max(0, token.i - 3) : token.i])
        if passive and link == "to" and token.lemma_ in CONTEXTS["said_to"]:
            yield scope.reading(token, CueKind.VERB, Status.DISTANCED, 0.42)
        elif passive and link == "to" and _believed(token):
            yield scope.reading(token, CueKind.VERB, Status.HEDGED, 0.52)
        elif passive and link == "of" and token.lemma_ in CONTEXTS["accused_of"] and token.i < max(scope.content):
            yield scope.reading(token, CueKind.VERB, Status.DISTANCED, 0.4)


def _believed(token: Token) -> bool:
    """*expected to* before any verb, *understood to* only before *be* and *have*."""
    state = token.i + 2 < len(token.doc) and token.nbor(2).lower_ in ("be", "have")
    return token.lemma_ in CONTEXTS["believed_to"] or state and token.lemma_ in CONTEXTS["believed_to_be"]


def untrue_report(scope: Scope) -> Iterator[Reading]:
    """A predicate of falsehood said of a report (*the allegations are baseless*, *called the claims "baseless"*)."""
    tokens = scope.inside
    report = next((token for token in tokens[:5] if token.lower_ in CONTEXTS["proposition"]), None)
    if not scope.attributed or report is None or len(tokens) > _LONGEST_VERDICT:
        return
    told = any(token._.mood for token in tokens)
    for token in tokens:
        if token.lower_ in CONTEXTS["falsehood"] and (told or token.i > report.i):
            yield scope.reading(token, CueKind.ADVERB, Status.DENIED, 0.1)


def attributive(scope: Scope) -> Iterator[Reading]:
    """*alleged*, *supposed*, *suspected* before the noun of a claim that is a noun phrase."""
    if scope.finite:
        return
    for token in scope.inside:
        if token.lower_ in CONTEXTS["attributive"]:
            yield scope.reading(token, CueKind.ADVERB, Status.DISTANCED, 0.4)


def accusing(scope: Scope) -> Iterator[Reading]:
    """A word of accusation whose accuser the text does not name; a named one vouches like any source."""
    return iter(()) if scope.claim.source.spans else iter(WORDS.rule("accusing_word")(scope))


def so_called(scope: Scope) -> Iterator[Reading]:
    """*so-called* of what the proposition is about; further on it only introduces a term."""
    opening = {token.i for token in scope.inside[:_OPENING_WORDS]}
    return (reading for reading in WORDS.rule("so_called")(scope) if reading.span.start in opening)
