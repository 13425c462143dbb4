"""Keeps headings apart from the text below: no claim reaches from one into the other, nor takes its source there.

A heading has no full stop, so that a model reads on into the first paragraph; a reader does not.
"""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Span, Token

from ...annotations import Claim
from ...article import Layout, Role

HEADINGS = frozenset([Role.HEADLINE, Role.SUBHEADING, Role.KICKER])
BELOW = -1
"""The side of everything that is no heading."""


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
            kept.append(replace(claim, content=content, source=source, cue=_on(side, claim.cue)))
    return kept


def _on(side: int, spans: Iterable[Span]) -> list[Span]:
    return [span for span in spans if _side(span[0]) == side]


def _side(token: Token) -> int:
    """The heading's number among the blocks, or `BELOW`."""
    layout: Layout | None = token.doc._.layout
    if layout is None:
        return BELOW
    index = layout.index_at(token.idx)
    return index if layout.blocks[index].role in HEADINGS else BELOW
