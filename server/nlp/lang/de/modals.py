"""How a German modal verb is meant: as hearsay, as a guess, as a plan or as a duty.

A modal with a perfect infinitive (*soll genommen haben*, *will gesehen haben*, *muss gewusst haben*) speaks about what
is said or guessed to have happened; with a plain infinitive of a verb of action it speaks about what is to happen.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from ...annotations import CueKind, SourceType, Status
from ...components.certainty.bands import Reading
from ...components.certainty.scope import Scope

Contexts = dict[str, frozenset[str]]

_INSEPARABLE = ("be", "ver", "er", "ent", "zer", "ge", "miss")
_SUBJUNCTIVE_2 = "sub2"


def modals(scope: Scope, verb: str) -> Iterator[Token]:
    """The finite forms of a modal verb (its infinitive) that govern the claim, in the content or in its frame."""
    for token in (*scope.finite, *scope.finite_around):
        if token._.verb == verb:
            yield token


def infinitive_of(modal: Token, scope: Scope) -> Token | None:
    """The infinitive a modal governs: the last one in its clause, None where there is none."""
    found = None
    for token in scope.clause_tokens(modal):
        if token.i != modal.i and token._.verb and token.lower_ == token._.verb and token.tag_ != "VVPP":
            found = token
    return found


def is_perfect(infinitive: Token) -> bool:
    """Whether *haben* or *sein* stands after a participle (*genommen haben*, *verletzt worden sein*)."""
    return infinitive.lower_ in ("haben", "sein") and infinitive.i > 0 and _is_participle(infinitive.nbor(-1))


def _is_participle(token: Token) -> bool:
    lower, verb = token.lower_, token._.verb
    if not verb or token.text[0].isupper() or not lower.endswith(("t", "n")):
        return False
    return lower != verb or lower.startswith(_INSEPARABLE)


def has_word(tokens: Iterable[Token], words: frozenset[str]) -> bool:
    """Whether one of the words is among the tokens, compared in lower case."""
    return any(token.lower_ in words for token in tokens)


def hearsay_sollen(scope: Scope, contexts: Contexts) -> Iterator[Reading]:
    """*soll* with a perfect infinitive or a verb of state, or as the attribution's own cue: the text does not vouch."""
    for modal in modals(scope, "sollen"):
        if _is_hearsay(scope, modal, contexts):
            yield scope.reading(modal, CueKind.MODAL, Status.DISTANCED, 0.38)


def planned_sollen(scope: Scope, contexts: Contexts) -> Iterator[Reading]:
    """Every other *soll* and *sollte*: a plan, a duty, a demand."""
    for modal in modals(scope, "sollen"):
        if modal.i in scope.content and not _is_hearsay(scope, modal, contexts):
            yield scope.reading(modal, CueKind.MODAL, Status.HYPOTHETICAL, 0.48)


def _is_hearsay(scope: Scope, modal: Token, contexts: Contexts) -> bool:
    if modal._.mood == _SUBJUNCTIVE_2 or modal.lower_.startswith("sollt"):
        return False
    if scope.claim.source.type is SourceType.UNSPECIFIED and any(modal.i == token.i for token in scope.cue):
        return True
    infinitive = infinitive_of(modal, scope)
    if infinitive is None:
        return False
    if is_perfect(infinitive):
        return True
    states = infinitive._.verb in contexts["state"]
    return states and not has_word(scope.clause_tokens(modal), contexts["future"])


def hearsay_wollen(scope: Scope) -> Iterator[Reading]:
    """*will* with a perfect infinitive: only the subject says so."""
    for modal in modals(scope, "wollen"):
        infinitive = infinitive_of(modal, scope)
        if infinitive is not None and is_perfect(infinitive):
            yield scope.reading(modal, CueKind.MODAL, Status.DISTANCED, 0.35)


def planned_wollen(scope: Scope, contexts: Contexts) -> Iterator[Reading]:
    """*will* with a plain infinitive: a plan; not *wollte sich nicht äußern*, which happened."""
    for modal in modals(scope, "wollen"):
        infinitive = infinitive_of(modal, scope)
        silent = infinitive is not None and infinitive._.verb in contexts["silence"]
        if modal.i in scope.content and not silent and not (infinitive is not None and is_perfect(infinitive)):
            yield scope.reading(modal, CueKind.MODAL, Status.HYPOTHETICAL, 0.52)


def guessing_modal(scope: Scope, negators: frozenset[str]) -> Iterator[Reading]:
    """*dürfte*, *könnte*; *mag*, *kann*, *muss* with a perfect infinitive; *müsste*; *mag sein*."""
    for token in (*scope.finite, *scope.finite_around):
        verb, second = token._.verb, token._.mood == _SUBJUNCTIVE_2
        infinitive = infinitive_of(token, scope) if verb in ("mögen", "können", "müssen") else None
        perfect = infinitive is not None and is_perfect(infinitive)
        if second and verb == "dürfen":
            if scope.attributed and token.lower_ == "dürften" and has_word(scope.clause_tokens(token), negators):
                continue  # stands for the plural of *dürfe*: a ban, not a guess
            score = 0.58
        elif second and verb == "können":
            score = 0.48
        elif verb == "müssen" and (perfect or second and not (scope.attributed and token.lower_ == "müssten")):
            score = 0.58
        elif perfect and verb in ("mögen", "können"):
            score = 0.48
        elif verb in ("mögen", "können") and not second and infinitive is not None and infinitive.lower_ == "sein":
            score = 0.45
        else:
            continue
        yield scope.reading(token, CueKind.MODAL, Status.HEDGED, score)
