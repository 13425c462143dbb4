"""By which channel a source spoke, from the cue, the source and the words around them (guidelines, section 2)."""

from collections.abc import Mapping

from ...annotations import Claim, Medium
from .article_index import ArticleIndex
from .lexicon import Hit

_ORDER = (Medium.SOCIAL_MEDIA, Medium.WRITING, Medium.THOUGHT, Medium.SPEECH)
"""The first one that any word shows wins: *schrieb auf Twitter* is social media."""


def medium_of(claim: Claim, article: ArticleIndex, channels: Mapping[str, Medium]) -> Medium:
    """The channel that the words of cue, source and frame show; `unknown` where they show none.

    `channels` maps the infinitives of reporting verbs to media.
    """
    content = [article.run_of(span) for span in claim.content]
    shown: set[str] = set()
    for span in (*claim.cue, *claim.source.spans):
        run = article.run_of(span)
        if run[0] >= run[1]:
            continue
        begin, end = article.sentence(run[0])
        frame = [hit for hit in article.hits_in((begin, end)) if not any(b <= hit.begin < e for b, e in content)]
        shown |= {"platform" for hit in frame if _is_channel(hit, article)}
        shown |= {name for hit in article.hits_in(run) for name in hit.classes}
    verbs = (verb for span in claim.cue for token in span for verb in (token._.verb, token.lemma_))
    shown |= {channels[verb] for verb in verbs if verb in channels}
    if shown & {"platform", "post", "user"}:
        shown.add(Medium.SOCIAL_MEDIA)
    if shown & {"document", "letter", "report"}:
        shown.add(Medium.WRITING)
    return next((medium for medium in _ORDER if medium in shown), Medium.UNKNOWN)


def _is_channel(hit: Hit, article: ArticleIndex) -> bool:
    """Whether a platform is where somebody spoke (*auf X*, *Twitter-Post*) rather than who did."""
    before = article.hit_ending(hit.begin)
    on = before is not None and "preposition" in before.classes
    return "platform" in hit.classes and on or "platform" in hit.modifiers and bool(hit.classes & {"post", "user"})
