"""What the headline promises: its strongest claim, and how certain a reader must take it to be."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from ...annotations import Claim, SourceType, Status
from ...article import Layout, Role

BODY_ROLES = frozenset({Role.LEAD, Role.BODY, Role.CAPTION})
"""Where support may come from: subheadings and kickers are the desk's words, like the headline itself."""
EMPHASIS = 0.05
"""What an exclamation mark or an absolute word adds to an assertion; it never lowers anything."""
SOURCED_LIMIT = 0.8
"""A headline that names its source is at most `reported`, unless the source vouches for its own act."""
QUOTED_LIMIT = 0.5
"""Quotation marks without a source are distance."""
DENIED = 0.1
"""The certainty a headline's denial leaves to what it denies (guidelines, section 3)."""
OPENING = frozenset("„“\"»«‚'”‘")


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """A language's words that matter in headlines, by kind; lower-cased, verbs as infinitives."""

    negation: frozenset[str]
    absolute: frozenset[str]
    opinion: frozenset[str]
    denial: frozenset[str]
    opener: frozenset[str]


@dataclass(frozen=True, slots=True)
class Promise:
    """What the headline's strongest claim promises: a proposition, and how certain it is (0 to 1).

    A headline that denies promises little of what it denies: then `proposition` is the denied one.
    """

    claim: Claim
    proposition: list[Span]
    certainty: float


def claims_in(doc: Doc, roles: frozenset[Role]) -> list[Claim]:
    """The claims whose first word stands in a block of one of these roles, in text order."""
    layout: Layout = doc._.layout
    return [claim for claim in doc._.claims if layout.role_at(claim.content[0].start_char) in roles]


def has_headline(doc: Doc) -> bool:
    """Whether the article has a headline block with any text."""
    layout: Layout = doc._.layout
    return any(block.role is Role.HEADLINE and block.text.strip() for block in layout.blocks)


def certainty_of(claim: Claim, absolutes: frozenset[str]) -> float:
    """The headline claim's certainty, 0 to 1 (guidelines, section 4.1)."""
    score = claim.certainty.score
    if claim.certainty.status is Status.ASSERTED:
        return min(1.0, score + EMPHASIS) if _is_emphatic(claim, absolutes) else score
    if claim.source.type is not SourceType.NONE:
        return min(score, SOURCED_LIMIT)
    return min(score, QUOTED_LIMIT) if _is_quoted(claim) else score


def is_open(claim: Claim, openers: frozenset[str]) -> bool:
    """Whether it opens a topic rather than stating something: *Warum …*, *So …*, *What …?*"""
    return claim.source.type is SourceType.NONE and claim.content[0][0].lower_ in openers


def promise_of(claim: Claim, words: HeadlineWords) -> Promise:
    """The headline claim's proposition with its certainty."""
    certainty = certainty_of(claim, words.absolute)
    if claim.certainty.status is Status.DENIED:
        return Promise(claim, claim.content, certainty)
    denial = next((token for span in claim.content for token in span if token._.verb in words.denial), None)
    if denial is not None:
        return Promise(claim, [_after(denial)], DENIED)
    return Promise(claim, claim.content, certainty)


def _after(denial: Token) -> Span:
    """What a headline denies: the words after its verb of denial, to the end of the headline."""
    doc = denial.doc
    layout: Layout = doc._.layout
    block = layout.index_at(denial.idx)
    end = denial.i + 1
    while end < len(doc) and layout.index_at(doc[end].idx) == block:
        end += 1
    return doc[denial.i + 1 : end]


def strongest_first(claims: list[Claim], absolutes: frozenset[str]) -> list[Claim]:
    """The headline's claims by falling certainty; a statement comes before a question."""
    return sorted(
        claims, key=lambda claim: (claim.certainty.status is Status.QUESTIONED, -certainty_of(claim, absolutes))
    )


def _is_emphatic(claim: Claim, absolutes: frozenset[str]) -> bool:
    doc = claim.content[0].doc
    after = doc[claim.end].text if claim.end < len(doc) else ""
    words = {token.lower_ for span in claim.content for token in span}
    return "!" in words or after == "!" or bool(words & absolutes)


def _is_quoted(claim: Claim) -> bool:
    doc = claim.content[0].doc
    before = doc[claim.begin - 1].text if claim.begin else ""
    return claim.content[0][0].text in OPENING or before in OPENING
