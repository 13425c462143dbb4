"""What a claim's own words tell, without the article around it."""

from ...annotations import Claim

_RELATIVE_TAGS = frozenset(("WDT", "WP", "PRELS"))


def cut_source(claim: Claim) -> None:
    """Cut from the content what the source's own words are: a piece of its own, or *which …,* right after it."""
    taken = [(span.start, span.end) for span in claim.source.spans]
    kept = [each for each in claim.content if not any(b <= each.start and each.end <= e for b, e in taken)]
    claim.content = kept or claim.content
    first = claim.content[0]
    doc, comma = first.doc, next((token.i for token in first[1:] if token.text == ","), None)
    follows = any(end in (first.start, first.start - 1) for _, end in taken) and doc[first.start - 1].text == ","
    if follows and first[0].tag_ in _RELATIVE_TAGS and comma is not None and comma + 1 < first.end:
        claim.content[0] = doc[comma + 1 : first.end]


def cue_is_inside(claim: Claim) -> bool:
    """Whether the cue is part of the content, as that of hearsay is."""
    return any(span.start <= claim.cue[0].start < span.end for span in claim.content)


def has_verb(claim: Claim) -> bool:
    return any(token._.mood or token.pos_ in ("VERB", "AUX") for span in claim.cue for token in span)
