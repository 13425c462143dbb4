"""What the headline's blocks hold: its claims, and the parts it falls into."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from ...annotations import Claim, Form, SourceType, Status
from ...article import Layout, Role

BODY_ROLES = frozenset({Role.LEAD, Role.BODY, Role.CAPTION})
"""Where support may come from: subheadings and kickers are the desk's words, like the headline itself."""
_ENDS = frozenset(":?!.…;")


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """A language's words that matter in headlines, by kind; lower-cased, verbs as infinitives."""

    negation: frozenset[str]
    comparison: frozenset[str]
    absolute: frozenset[str]
    opinion: frozenset[str]
    opener: frozenset[str]
    reason: frozenset[str]
    light: frozenset[str]
    causal: frozenset[str]
    link: frozenset[str]


def claims_in(doc: Doc, roles: frozenset[Role]) -> list[Claim]:
    """The claims whose first word stands in a block of one of these roles, in text order."""
    layout: Layout = doc._.layout
    return [claim for claim in doc._.claims if layout.role_at(claim.content[0].start_char) in roles]


def has_headline(doc: Doc) -> bool:
    """Whether the article has a headline block with any text."""
    layout: Layout = doc._.layout
    return any(block.role is Role.HEADLINE and block.text.strip() for block in layout.blocks)


def is_open(claim: Claim, words: HeadlineWords) -> bool:
    """Whether it opens a topic rather than stating something: *Was …*, *So …*, *Why …?*

    *Warum die Brücke bricht* takes for granted that it does, unless it asks, or somebody argues it (*Ford: Why we …*).
    """
    first = claim.content[0][0].lower_
    asks = claim.certainty.status is Status.QUESTIONED
    if claim.source.type is not SourceType.NONE:
        return first in words.reason and claim.form is not Form.DIRECT
    return first in words.opener or (asks and first in words.reason)


def part_of(claim: Claim) -> Span:
    """The part of the headline that holds the claim's first word: from mark to mark, the last mark with it."""
    first = claim.content[0][0]
    doc, layout = first.doc, first.doc._.layout
    block = layout.index_at(first.idx)
    begin, end = first.i, claim.content[0].end
    while begin > 0 and layout.index_at(doc[begin - 1].idx) == block and doc[begin - 1].text not in _ENDS:
        begin -= 1
    while end < len(doc) and layout.index_at(doc[end].idx) == block and doc[end - 1].text not in _ENDS:
        end += 1
    return doc[begin:end]


def beside_after(part: Span) -> Iterator[Span]:
    """What stands in the headline after a part of it."""
    doc, layout = part.doc, part.doc._.layout
    block, end = layout.index_at(part.start_char), part.end
    while end < len(doc) and layout.index_at(doc[end].idx) == block:
        end += 1
    if end > part.end:
        yield doc[part.end : end]


def beside(claim: Claim, part: Span) -> Iterator[Span]:
    """What stands in the headline before and after a claim's part without a verb of its own; not the claim's source."""
    doc, layout = part.doc, part.doc._.layout
    block = layout.index_at(part.start_char)
    inside = [token.i for token in doc if layout.index_at(token.idx) == block]
    taken = {token.i for span in (*claim.source.spans, *claim.cue, *claim.content) for token in span}
    for begin, end in ((inside[0], part.start), (part.end, inside[-1] + 1)):
        span = doc[begin:end]
        if len(span) and not any(token._.mood or token.i in taken for token in span):
            yield span
