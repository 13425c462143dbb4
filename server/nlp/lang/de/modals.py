"""How a German modal verb is meant: as hearsay, as a guess, as a plan or as a duty.

A modal with a perfect infinitive (*soll genommen haben*, *will gesehen haben*, *muss gewusst haben*) speaks about what is
said or guessed to have happened; with a plain infinitive of a verb of action it speaks about what is to happen.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from ...components.certainty.scope import Scope

_PERFECT = frozenset(("haben", "sein"))


def modals(scope: Scope, verb: str) -> Iterator[Token]:
    """The finite forms of a modal verb (its infinitive) that govern the claim, in the content or in its frame."""
    for token in (*scope.inside, *scope.frame):
        if token._.verb == verb and token._.mood:
            yield token


def infinitive_of(modal: Token, scope: Scope) -> Token | None:
    """The infinitive a modal governs: the last one in its clause, None where there is none."""
    found = None
    for token in scope.clause_tokens(modal):
        if token.i != modal.i and is_infinitive(token):
            found = token
    return found


def is_infinitive(token: Token) -> bool:
    """Whether the token has the form of an infinitive."""
    return bool(token._.verb) and (token.lower_ == token._.verb or token._.verb.endswith(token.lower_))


def is_perfect(infinitive: Token) -> bool:
    """Whether *haben* or *sein* stands after a participle (*genommen haben*, *verletzt worden sein*)."""
    if infinitive.lower_ not in _PERFECT or infinitive.is_sent_start:
        return False
    before = infinitive.nbor(-1)
    return is_participle(before) or before.lower_ == "können"


def is_participle(token: Token) -> bool:
    """Whether the token has the form of a past participle."""
    lower = token.lower_
    return bool(token._.verb) and token.is_lower and lower.endswith(("t", "n")) and not (
        is_infinitive(token) and not lower.startswith(("be", "ver", "er", "ent", "zer", "ge", "miss"))
    )


def has_word(tokens: Sequence[Token] | Iterator[Token], words: frozenset[str]) -> bool:
    """Whether one of the words is among the tokens, compared in lower case."""
    return any(token.lower_ in words for token in tokens)
