"""Whether a gold article fits its page and the guidelines: a list of everything that does not."""

from collections.abc import Iterator

from server.nlp.annotations import Form, SourceType, Status

from .pages import Page, digest
from .storage import GoldArticle, GoldClaim, Span

SCORES = {
    Status.ASSERTED: (0.8, 1.0),
    Status.REPORTED: (0.6, 0.8),
    Status.HEDGED: (0.35, 0.65),
    Status.DISTANCED: (0.2, 0.5),
    Status.QUESTIONED: (0.2, 0.4),
    Status.HYPOTHETICAL: (0.3, 0.6),
    Status.DENIED: (0.0, 0.2),
}
"""The range of the certainty score by status (guidelines, section 3)."""


def problems(article: GoldArticle, page: Page) -> list[str]:
    """What is wrong with `article`, one line each; empty where all is well."""
    found = [f"{block}: the page has changed" for block in _changed(article, page)]
    if found:
        return found
    for claim in article.claims:
        found += [f"{claim.id}: {what}" for what in _of_spans(claim, page.texts)]
        found += [f"{claim.id}: {what}" for what in _of_labels(claim)]
    names = [claim.id for claim in article.claims]
    return found + [f"{name}: twice" for name in sorted({name for name in names if names.count(name) > 1})]


def _changed(article: GoldArticle, page: Page) -> list[str]:
    hashes = {block: digest(text) for block, text in page.texts.items()}
    return sorted(block for block in hashes | article.paragraphs if hashes.get(block) != article.paragraphs.get(block))


def _of_spans(claim: GoldClaim, texts: dict[str, str]) -> Iterator[str]:
    if not claim.spans:
        yield "no content"
    for role, spans in _roles(claim).items():
        for block, begin, end in spans:
            if not 0 <= begin < end <= len(texts.get(block, "")):
                yield f"{role} lies outside {block}: {begin}–{end}"
            elif texts[block][begin:end].strip() != texts[block][begin:end]:
                yield f"{role} begins or ends with a space: {block} {begin}–{end}"
    order = {block: number for number, block in enumerate(texts)}
    if list(claim.spans) != sorted(claim.spans, key=lambda span: (order.get(span[0], len(order)), span[1])):
        yield "the pieces of the content are not in text order"


def _of_labels(claim: GoldClaim) -> Iterator[str]:
    own = claim.form is Form.NONE
    if own != (claim.source.type is SourceType.NONE):
        yield f"form {claim.form} with source type {claim.source.type}"
    if own and (claim.source.spans or claim.cue):
        yield "a source or cue in the article's own voice"
    if claim.source.type is SourceType.UNSPECIFIED:
        if claim.source.spans or claim.source.named:
            yield "hearsay with a source"
        if not all(any(_within(cue, content) for content in claim.spans) for cue in claim.cue):
            yield "the reportative cue of hearsay belongs inside the content"
    low, high = SCORES[claim.status]
    if not low <= claim.score <= high:
        yield f"score {claim.score} with status {claim.status}"


def _roles(claim: GoldClaim) -> dict[str, tuple[Span, ...]]:
    return {"content": claim.spans, "source": claim.source.spans, "resolved": claim.source.resolved, "cue": claim.cue}


def _within(inner: Span, outer: Span) -> bool:
    return inner[0] == outer[0] and outer[1] <= inner[1] and inner[2] <= outer[2]
