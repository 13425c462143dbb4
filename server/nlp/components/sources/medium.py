"""By which channel a source spoke, from the cue, the source and the words around them (guidelines, section 2)."""

from collections.abc import Mapping

from ...annotations import Claim, Medium
from .article_index import ArticleIndex

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
        shown |= {name for hit in frame for name in hit.classes | hit.modifiers if name == "platform"}
        shown |= {name for hit in article.hits_in(run) for name in hit.classes}
    verbs = (verb for span in claim.cue for token in span for verb in (token._.verb, token.lemma_))
    shown |= {channels[verb] for verb in verbs if verb in channels}
    if shown & {"platform", "post", "user"}:
        shown.add(Medium.SOCIAL_MEDIA)
    if shown & {"document", "letter", "report"}:
        shown.add(Medium.WRITING)
    return next((medium for medium in _ORDER if medium in shown), Medium.UNKNOWN)
