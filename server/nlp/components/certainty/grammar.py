"""Certainty cues that need no words of a language: questions, conditions, negation from outside, quotation marks."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from ...annotations import CueKind, Form, Status
from ...article import Role
from ...clauses import ClauseKind, finite
from .bands import Reading
from .lexicon import CertaintyWords
from .scope import Scope

_OPENING = frozenset("„“‚‘»«›‹\"'”")
_SCARE_WORDS = 3
_SENTENCE_END = 4


def questions(scope: Scope) -> Iterator[Reading]:
    """A question mark that ends the sentence; of several sentences at least half must be questions."""
    marks = [mark for mark in map(question_mark, scope.sentences) if mark is not None and _asked(scope, mark)]
    if marks and 2 * len(marks) >= len(scope.sentences):
        for mark in marks:
            yield scope.reading(mark, CueKind.PUNCTUATION, Status.QUESTIONED, 0.3)


def question_mark(sentence: Span) -> Token | None:
    """The question mark that ends a sentence, closing marks apart."""
    for token in reversed(sentence[-_SENTENCE_END:]):
        if token.text.startswith("?"):
            return token
        if token.is_alpha or token.text == ".":
            return None
    return None


def _asked(scope: Scope, mark: Token) -> bool:
    """Whether the content holds the verb of the clause that ends in the question mark."""
    clause = scope.clauses.owner(mark.i)
    return clause.verb is None or clause.verb in scope.content


def inside_condition(scope: Scope) -> Iterator[Reading]:
    """The proposition itself is a condition."""
    for clause in scope.top[:1]:
        if clause.kind is ClauseKind.CONDITIONAL and clause.opener is not None:
            yield scope.reading(scope.doc[clause.opener], CueKind.MOOD, Status.HYPOTHETICAL, 0.4)


def conditions(scope: Scope) -> Iterator[Token]:
    """The opening words of the conditions that hang on the proposition."""
    top = {id(clause) for clause in scope.top}
    for clause in scope.sentence_clauses():
        if clause.kind is ClauseKind.CONDITIONAL and clause.opener is not None and id(clause.governor) in top:
            yield scope.doc[clause.opener]


def left_open(scope: Scope, words: frozenset[str]) -> Iterator[Reading]:
    """The proposition is an indirect yes-or-no question, opened by one of the words (*ob*, *whether*)."""
    for clause in scope.top if len(scope.top) == 1 else ():
        if clause.opener is not None and scope.doc[clause.opener].lower_ in words:
            yield scope.reading(scope.doc[clause.opener], CueKind.MOOD, Status.QUESTIONED, 0.35)


def negated_from_outside(scope: Scope, words: CertaintyWords) -> Iterator[Reading]:
    """A negation beside the content in its own clause rejects it; one inside belongs to what is claimed.

    Where a frame verb says itself what its negation means (*bestätigte nicht*), it has the last word.
    """
    if scope.claim.form not in (Form.NONE, Form.REPORTED):
        return
    begin = min(scope.content)
    if any(framed and entry.negated for _, _, entry, framed in words.hits(scope)):
        return
    for token in scope.around:
        if token.lower_ in words.negators and token.i < begin:
            yield scope.reading(token, CueKind.NEGATION, Status.DENIED, 0.12)


def denial_goes_on(scope: Scope, words: CertaintyWords, rule: str) -> Iterator[Reading]:
    """A negation inside a quotation, right after the article said that something is denied (a verb of `rule`).

    Then the source negates what the article states elsewhere, which is a denial and no plain report.
    """
    if scope.claim.form is not Form.DIRECT:
        return
    negations = [token for token in scope.inside if token.lower_ in words.negators]
    verb = next((token for token in _just_before(scope) if words.lists(token, rule)), None)
    if negations and verb is not None:
        yield scope.reading(verb, CueKind.VERB, Status.DENIED, 0.14)
        yield scope.reading(negations[0], CueKind.NEGATION, Status.DENIED, 0.14)


def _just_before(scope: Scope) -> Iterator[Token]:
    """The finite verbs of the sentence before the content's, in the same block."""
    layout = scope.doc._.layout
    sentence = scope.doc[min(scope.content)].sent
    if sentence.start == 0 or layout is None:
        return
    before = scope.doc[sentence.start - 1].sent
    if layout.index_at(before.start_char) == layout.index_at(sentence.start_char):
        yield from (token for token in before if finite(token))


def scare_quotes(scope: Scope, name_heads: frozenset[str]) -> Iterator[Reading]:
    """One to three words in quotation marks in the article's own voice: in a headline, or an adjective or verb."""
    layout = scope.doc._.layout
    if scope.attributed:
        return
    for stretch in quoted(scope):
        before = scope.doc[stretch.start - 2] if stretch.start > 1 else None
        if before is not None and before.text in name_heads:
            continue
        headline = layout is not None and layout.role_at(stretch.start_char) is Role.HEADLINE
        if headline or stretch[0].is_lower and len(stretch) <= _SCARE_WORDS:
            yield scope.reading(stretch[0], CueKind.QUOTATION, Status.DISTANCED, 0.42, last=stretch[-1])


def quoted(scope: Scope) -> Iterator[Span]:
    """The words between quotation marks that open and close inside the proposition."""
    opened: Token | None = None
    for token in scope.inside:
        if token.text not in _OPENING:
            continue
        if opened is None:
            opened = token
        else:
            if token.i - opened.i > 1:
                yield scope.doc[opened.i + 1 : token.i]
            opened = None
