"""Keeps headings apart from the text below: no claim reaches from one into the other, nor takes its source there.

A heading has no full stop, so that a model reads on into the first paragraph, or stops a word or two too early; a
reader does neither.
"""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Span, Token

from ...annotations import Claim, Form
from ...article import Layout, Role

HEADINGS = frozenset([Role.HEADLINE, Role.SUBHEADING, Role.KICKER])
BELOW = -1
"""The side of everything that is no heading."""
LEFT_OVER = 3
"""So many last words of a heading belong to the claim before them, where no mark or part of the claim parts them."""


def apart(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, each with only the spans on its own side: where its cue stands, or else where it begins."""
    kept = []
    for claim in claims:
        if not claim.content:
            continue
        side = _side((claim.cue or claim.content)[0][0])
        content = _on(side, claim.content)
        if content:
            source = replace(claim.source, spans=_on(side, claim.source.spans))
            own = replace(claim, content=content, source=source, cue=_on(side, claim.cue))
            kept.append(own if side == BELOW else _to_the_end(own, side))
    return kept


def _to_the_end(claim: Claim, side: int) -> Claim:
    """The claim with the last few words of its heading: *Insider: Minister tritt ab nach | Datenleck*."""
    last = claim.content[-1]
    layout: Layout = last.doc._.layout
    end = layout.begins[side] + len(layout.blocks[side].text)
    rest = [token for token in last.doc[last.end : last.end + LEFT_OVER + 1] if token.idx < end]
    parts = {token.i for span in (*claim.source.spans, *claim.cue) for token in span}
    parted = any(token.is_punct or token.i in parts for token in rest)
    if parted or len(rest) > LEFT_OVER or claim.form is Form.DIRECT:
        return claim
    return replace(claim, content=[*claim.content[:-1], last.doc[last.start : last.end + len(rest)]])


def _on(side: int, spans: Iterable[Span]) -> list[Span]:
    return [span for span in spans if _side(span[0]) == side]


def _side(token: Token) -> int:
    """The heading's number among the blocks, or `BELOW`."""
    layout: Layout | None = token.doc._.layout
    if layout is None:
        return BELOW
    index = layout.index_at(token.idx)
    return index if layout.blocks[index].role in HEADINGS else BELOW
