"""Texts and data: documents of their own, or words of somebody who is then the source."""

from ....annotations import SourceType
from ..mention import Mention, Verdict
from .belonging import author_of, complement_of, issuer_of

SPREAD = 2
"""Words after a film within which *posted* or *shared* stands."""


def statement(mention: Mention) -> Verdict | None:
    """*Angaben der Polizei*, *Zeugenaussagen*: whoever the words belong to; nobody where they belong to nobody."""
    if "statement" not in mention.classes:
        return None
    if "state_adjective" in mention.functions:
        return Verdict(SourceType.OFFICIAL, False)
    if mention.antecedent is not None:
        return Verdict(mention.antecedent.type, mention.antecedent.named, resolved=mention.antecedent.resolved)
    return author_of(mention) or Verdict(SourceType.UNSPECIFIED, False)


def letter(mention: Mention) -> Verdict | None:
    """*eine Mitteilung des Konzerns*: the author speaks; without an author it is a document."""
    if "letter" not in mention.classes:
        return None
    author = author_of(mention) or issuer_of(mention)
    if author is not None and author.rule.endswith(".unknown"):
        return Verdict(SourceType.ORGANISATION, True)  # a name that is no person's
    return author or Verdict(SourceType.DOCUMENT, False)


def report(mention: Mention) -> Verdict | None:
    """A report is its outlet's where one is named, anonymous where the outlet is withheld, else a document.

    One that an outlet has only seen (*a report seen by the Post*) is a document.
    """
    if "report" not in mention.classes:
        return None
    outlets = any(hit.classes & {"outlet", "quoted_outlet"} for hit in mention.bodies)
    if mention.institution & {"outlet", "quoted_outlet"} or outlets and mention.institution & {"press"}:
        return Verdict(SourceType.DOCUMENT if mention.was_seen else SourceType.MEDIA, not mention.was_seen)
    if _is_posted(mention):
        return Verdict(SourceType.SOCIAL_MEDIA, False)
    if mention.institution & {"press"}:
        named = bool(mention.segment.complement_names or mention.segment.names)
        return Verdict(SourceType.MEDIA if named else SourceType.ANONYMOUS, named)
    return Verdict(SourceType.DOCUMENT, mention.names_body)


def _is_posted(mention: Mention) -> bool:
    """Whether a contribution or film is a post: on a platform, going round, or where the article tells of posts."""
    if "postable" not in mention.classes:
        return False
    spread = "viral" in mention.functions or any("platform" in hit.classes for hit in mention.bodies)
    shared = any("user" in hit.classes for hit in mention.segment.complement)
    return spread or shared or mention.article.is_online() and not mention.bodies


def footage(mention: Mention) -> Verdict | None:
    """A photograph or film is a document; one that goes round in social media is known as a post only."""
    if "footage" not in mention.classes:
        return None
    after = mention.article.hits_in((mention.run[1], mention.run[1] + SPREAD))
    posted = not mention.article.heads_first and any("viral" in hit.classes for hit in after)
    spread = posted or _is_posted(mention) or "viral" in mention.functions or mention.institution & {"platform"}
    return Verdict(SourceType.SOCIAL_MEDIA if spread else SourceType.DOCUMENT, mention.names_body and not spread)


def document(mention: Mention) -> Verdict | None:
    """A study, survey, file or law; named where the reader learns whose it is."""
    return Verdict(SourceType.DOCUMENT, mention.names_body) if "document" in mention.classes else None


def post(mention: Mention) -> Verdict | None:
    """A post, video or account of which nothing else is known; an identified author decides the type instead."""
    if not mention.classes & {"post", "user"}:
        return None
    author = complement_of(mention) if "post" in mention.classes else None
    if author is not None and author.type not in (SourceType.ORGANISATION, SourceType.ANONYMOUS):
        return author
    return Verdict(SourceType.SOCIAL_MEDIA, mention.name is not None)
