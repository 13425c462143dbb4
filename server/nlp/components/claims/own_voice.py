"""Finds the stretches of an article in which it speaks for itself: whole sentences, and main clauses of mixed ones.

Words that an attributed claim uses (content, cue, source) are taken; hearsay about a mere noun phrase
(*der mutmaßliche Täter*) takes nothing, for the sentence around it is the article's own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from ...annotations import Claim, Form, SourceType
from ...article import Layout, Role
from ...clauses import Clause, ClauseKind, finite
from ..attribution.blocks import ServiceLines
from ..attribution.datelines import after_dateline
from ..certainty.grammar import question_mark
from ..certainty.scope import SentenceClauses
from .quotation import quoted_words

ROLES = frozenset((Role.HEADLINE, Role.LEAD, Role.BODY))
SHORTEST = 4
"""Words that a statement has at least; a headline's may have one less, with a verb (*Grab entdeckt*) two."""
SHORTEST_TELLING = 2

_PARTS = frozenset((":", "–", "—", "-", ";"))
_MARKS = frozenset("\"“”„»«‚‘’'")
_QUOTED_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Statement:
    """One stretch in the article's own voice, with its block's role and its place among the blocks (from 0)."""

    span: Span
    role: Role
    block: int


def statements(
    doc: Doc, clauses: SentenceClauses, service: ServiceLines, reporting: frozenset[str]
) -> Iterator[Statement]:
    """Every own-voice stretch in text order; service text, questions of the body and loose words are none.

    `reporting` holds the infinitives of reporting verbs: a clause with one, beside an attributed claim, only frames it.
    """
    layout: Layout = doc._.layout
    taken, quoted = _taken(doc._.claims), quoted_words(doc)
    served: dict[int, bool] = {}
    headlines: set[int] = set()
    for sentence in doc.sents:
        block = layout.index_at(sentence.start_char)
        role = layout.blocks[block].role
        if role not in ROLES:
            continue
        if block not in served:
            served[block] = service.is_service(_block(doc, layout, block), role)
        if served[block] or role is not Role.HEADLINE and service.is_service_sentence(sentence):
            continue
        if role is not Role.HEADLINE:
            for span in _body_parts(sentence, clauses, taken, quoted, reporting):
                yield Statement(after_dateline(span), role, block)
        elif block not in headlines:
            headlines.add(block)
            for span in headline_parts(_block(doc, layout, block), taken):
                yield Statement(span, role, block)


def _block(doc: Doc, layout: Layout, block: int) -> Span:
    begin = layout.begins[block]
    found = doc.char_span(begin, begin + len(layout.blocks[block].text), alignment_mode="expand")
    assert found is not None
    return found


def _taken(claims: Sequence[Claim]) -> set[int]:
    """Indices of the words that attributed claims use; a source named in another sentence leaves that one free."""
    taken: set[int] = set()
    for claim in claims:
        if claim.form is Form.NONE or _mere_phrase(claim):
            continue
        said = [*claim.content, *claim.cue]
        sentences = {span.sent.start for span in said}
        for span in (*said, *(span for span in claim.source.spans if span.sent.start in sentences)):
            taken.update(range(span.start, span.end))
    return taken


def _mere_phrase(claim: Claim) -> bool:
    """Hearsay about a noun phrase."""
    unsourced = claim.form is Form.REPORTED and claim.source.type is SourceType.UNSPECIFIED
    return unsourced and not any(finite(token) for span in claim.content for token in span)


def _body_parts(
    sentence: Span, clauses: SentenceClauses, taken: set[int], quoted: set[int], reporting: frozenset[str]
) -> Iterator[Span]:
    """The free statements of a sentence: the sentence itself or its sides of a colon, or free main clauses."""
    if question_mark(sentence) is not None or _mostly_quoted(sentence, quoted):
        return
    for part in _sides(sentence):
        if not any(token.i in taken for token in part):
            if _states(part, SHORTEST):
                yield _trimmed(part, keep_stop=True)
            continue
        for clause in _free_main_clauses(part, clauses, taken):
            framing = any(token._.verb in reporting and token._.mood for token in clause)
            if not framing and _states(clause, SHORTEST) and _about_something(clause):
                yield _trimmed(clause, keep_stop=False)


def _about_something(clause: Span) -> bool:
    return any(token.pos_ in ("NOUN", "PROPN") or token.like_num for token in clause)


def headline_parts(headline: Span, taken: set[int]) -> list[Span]:
    """The statements of a headline block, telegram style included.

    A part without a verb (a topic before a colon) is one only where the headline says nothing else.
    """
    parts = [part for sentence in _sentences(headline) for part in _split(sentence)]
    free = [part for part in parts if not any(token.i in taken for token in part)]
    telling = [part for part in free if _tells(part) and len(_words(part)) >= SHORTEST_TELLING]
    if not telling and len(free) == len(parts):
        telling = [part for part in free if len(_words(part)) >= SHORTEST - 1]
    return [_trimmed(part, keep_stop=True) for part in telling]


def _sentences(span: Span) -> Iterator[Span]:
    at = span.start
    while at < span.end:
        end = min(span.doc[at].sent.end, span.end)
        yield span.doc[at:end]
        at = end


def _tells(part: Span) -> bool:
    """Whether a headline's part has a verb, if only a participle at its end."""
    words = _words(part)
    return any(finite(token) for token in part) or bool(words) and bool(words[-1]._.verb)


def _sides(sentence: Span) -> list[Span]:
    """The sentence cut at colons and semicolons that part two statements; a loose topic before one is left out."""
    sides = _cut(sentence, frozenset((":", ";")))
    if len(sides) == 1 or all(any(finite(token) for token in side) for side in sides):
        return sides
    if not any(finite(token) for token in sides[0]) and any(finite(token) for token in sides[1]):
        return sides[1:]
    return [sentence]


def _split(sentence: Span) -> list[Span]:
    return _cut(sentence, _PARTS)


def _cut(sentence: Span, marks: frozenset[str]) -> list[Span]:
    """The pieces between free-standing marks, the mark going with the piece before it."""
    doc, begin, pieces = sentence.doc, sentence.start, []
    for token in sentence:
        dash = token.text not in (":", ";")
        if (
            token.text in marks
            and token.i > begin
            and token.whitespace_
            and not (dash and not doc[token.i - 1].whitespace_)
        ):
            pieces.append(doc[begin : token.i + 1])
            begin = token.i + 1
    if begin < sentence.end:
        pieces.append(doc[begin : sentence.end])
    return pieces


def _free_main_clauses(part: Span, clauses: SentenceClauses, taken: set[int]) -> Iterator[Span]:
    """Main clauses without a taken word, each with the free clauses that depend on it and follow at once."""
    group = clauses.of_sentence(part[0].sent)
    for place, clause in enumerate(group):
        if clause.kind is not ClauseKind.MAIN or clause.verb is None or len(clause.pieces) > 1:
            continue
        if not _free(clause, part, taken):
            continue
        begin, end = clause.pieces[0]
        for other in group[place + 1 :]:
            follows = other.kind is not ClauseKind.MAIN and other.pieces[0][0] == end and len(other.pieces) == 1
            if not follows or not _free(other, part, taken):
                break
            end = other.pieces[0][1]
        if end < part.end and part.doc[end].i in taken and group[-1].pieces[-1][1] != end and _frames(group, end):
            continue
        yield part.doc[begin:end]


def _free(clause: Clause, part: Span, taken: set[int]) -> bool:
    return all(part.start <= index < part.end and index not in taken for index in clause.indices)


def _frames(group: list[Clause], end: int) -> bool:
    """Whether a complement clause starts here: then the clause before it only frames what somebody says."""
    return any(clause.pieces[0][0] == end and clause.kind is ClauseKind.COMPLEMENT for clause in group)


def _states(span: Span, shortest: int) -> bool:
    """Whether it has a finite verb and enough words for a statement."""
    return any(finite(token) for token in span) and len(_words(span)) >= shortest


def _words(span: Span) -> list[Token]:
    return [token for token in span if token.text[0].isalnum()]


def _mostly_quoted(sentence: Span, quoted: set[int]) -> bool:
    """Whether more than half of its words stand between quotation marks: somebody else's, whoever it is."""
    inside = sum(token.i in quoted for token in sentence if token.is_alpha)
    return inside > _QUOTED_SHARE * max(1, len(_words(sentence)))


def _trimmed(span: Span, *, keep_stop: bool) -> Span:
    """The span without spaces and marks at its ends; the final stop stays only where the whole sentence is claimed."""
    doc, begin, end = span.doc, span.start, span.end
    while begin < end and (doc[begin].is_space or doc[begin].is_punct and doc[begin].text not in _MARKS):
        begin += 1
    while begin < end and doc[begin].pos_ == "CCONJ" and not keep_stop:
        begin += 1
    while end > begin and (doc[end - 1].is_space or _ends_loosely(doc[end - 1], keep_stop)):
        end -= 1
    return doc[begin:end]


def _ends_loosely(token: Token, keep_stop: bool) -> bool:
    closing = token.text in (".", "!", "?", "…", ")") or token.text in _MARKS
    return token.is_punct and not (keep_stop and closing)
