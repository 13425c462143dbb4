"""How German mood and tense are meant: Konjunktiv I and II, *würde*, the future with *werden*."""

from collections.abc import Iterator

from spacy.tokens import Token

from ...annotations import CueKind, Form, Status
from ...components.certainty.bands import Reading
from ...components.certainty.grammar import conditions, question_mark
from ...components.certainty.scope import Scope
from .modals import infinitive_of

_MODALS = frozenset(("können", "dürfen", "müssen", "sollen", "mögen", "wollen"))
_UNREAL = frozenset(("würde", "wäre"))  # singular, where Konjunktiv I (*werde*, *sei*) would be plain to see
_QUOTED = frozenset((Form.INDIRECT, Form.FREE_INDIRECT, Form.REPORTED))


def subjunctive(scope: Scope, mood: str) -> Iterator[Token]:
    """The proposition's finite verbs in a mood (`sub1`, `sub2`), modal verbs apart."""
    for token in scope.finite:
        if token._.mood == mood and token._.verb not in _MODALS:
            yield token


def quoting_subjunctive(scope: Scope) -> Iterator[Reading]:
    """Konjunktiv I, and Konjunktiv II in its place in what somebody is quoted with: neutral report."""
    for token in subjunctive(scope, "sub1"):
        yield scope.reading(token, CueKind.MOOD, Status.REPORTED, 0.7)
    for token in scope.finite:
        if token._.mood == "sub1" and token._.verb in _MODALS:
            yield scope.reading(token, CueKind.MOOD, Status.REPORTED, 0.7)
    if scope.claim.form in _QUOTED and not _irreal(scope):
        for token in subjunctive(scope, "sub2"):
            if token.lower_ not in _UNREAL:
                yield scope.reading(token, CueKind.MOOD, Status.REPORTED, 0.68)


def irreal_subjunctive(scope: Scope) -> Iterator[Reading]:
    """Konjunktiv II and *würde* in the article's own or verbatim words, or under a condition: only thought of."""
    all_of_them = scope.claim.form not in _QUOTED or _irreal(scope)
    for token in subjunctive(scope, "sub2"):
        if all_of_them or token.lower_ in _UNREAL:
            yield scope.reading(token, CueKind.MOOD, Status.HYPOTHETICAL, 0.45)


def condition(scope: Scope) -> Iterator[Reading]:
    """A condition on which the proposition hangs, unless both are told as usual facts."""
    if _irreal(scope) or any(token._.verb == "werden" and infinitive_of(token, scope) for token in scope.finite):
        for opener in conditions(scope):
            yield scope.reading(opener, CueKind.MOOD, Status.HYPOTHETICAL, 0.45)
        for token in _verb_first(scope):
            yield scope.reading(token, CueKind.MOOD, Status.HYPOTHETICAL, 0.45)


def future(scope: Scope) -> Iterator[Reading]:
    """*wird* and *werde* with an infinitive: a forecast or a plan."""
    for token in scope.finite:
        if token._.verb == "werden" and token._.mood in ("ind", "sub1") and not token.lower_.startswith("wurd"):
            infinitive = infinitive_of(token, scope)
            if infinitive is not None and infinitive.i != token.i:
                yield scope.reading(token, CueKind.MOOD, Status.HYPOTHETICAL, 0.58)


def _irreal(scope: Scope) -> bool:
    """Whether a condition hangs on the proposition that is itself in Konjunktiv II, or opens with its verb."""
    if any(True for _ in _verb_first(scope)):
        return True
    if not any(token._.mood == "sub2" for token in scope.finite):
        return False
    return any(True for _ in conditions(scope))


def _verb_first(scope: Scope) -> Iterator[Token]:
    """A Konjunktiv II that opens a sentence which is no question (*Sollte er verlieren, …*; *Hätte sie …*)."""
    for sentence in scope.sentences:
        first = sentence[0]
        if first.i in scope.content and first._.mood == "sub2" and question_mark(sentence) is None:
            yield first
