"""Whom a role or a text belongs to."""

from ....annotations import SourceType
from ..bearing import comes_from, is_accused
from ..classes import BODIES, STATE
from ..mention import Mention, Verdict, institution_type
from ..phrase import Run


def is_named(mention: Mention) -> bool:
    return mention.name is not None or bool(mention.antecedent and mention.antecedent.named)


def is_private(mention: Mention, name: Run) -> bool:
    """Whether age, home or what befell them is told of somebody, who does not stand accused."""
    article = mention.article
    told = article.gives_age(name) or article.tells_of_harm(name) or comes_from(article, name)
    return told and not is_accused(article, name)


def author_of(mention: Mention) -> Verdict | None:
    """The verdict on whom words belong to: inside the compound, in the complement, before or after them."""
    inside = mention.head.modifiers if mention.head else frozenset[str]()
    if inside & {"witness"}:
        return Verdict(SourceType.WITNESS, False)
    if inside & {"expert"}:
        return Verdict(SourceType.EXPERT, False)
    whole = institution_type(inside)
    return Verdict(whole, True) if whole else complement_of(mention)


def complement_of(mention: Mention) -> Verdict | None:
    return mention.judge.author(mention)


def issuer_of(mention: Mention) -> Verdict | None:
    """The institution the same sentence speaks of: *Der Konzern prüft nach einer Mitteilung …*."""
    before = list(mention.article.hits_before(mention.run[0], sentences=0))
    for hit in before if mention.segment.determiner != "definite" else ():
        found = institution_type(hit.classes - {"place", "authority"})
        if found is not None:
            return Verdict(found, True, resolved=mention.article.text((hit.begin, hit.end)))
    return None


def belongs_to(mention: Mention) -> SourceType | None:
    """The type of the institution or person a role belongs to; None where the phrase names none."""
    found = institution_type(mention.institution - {"place"})
    if found is not None:
        return found
    roles = mention.complement_roles
    if roles & (STATE | {"leader"}):
        return SourceType.OFFICIAL if roles & STATE else SourceType.ORGANISATION
    if mention.principal is not None:
        master = mention.judge.name(mention.principal)
        if master and master.type is SourceType.OFFICIAL or mention.article.is_figure(mention.principal):
            return SourceType.OFFICIAL
        if master and master.type is SourceType.PERSON and mention.article.is_human(mention.principal):
            return SourceType.PERSON
        if "place" not in mention.institution or mention.principal in mention.segment.complement_names:
            return SourceType.ORGANISATION
    return institution_type(mention.institution)


def institution_before(mention: Mention) -> SourceType | None:
    """The type of the institution last named before a speaker who comes without one (*a spokesman said*)."""
    for hit in mention.article.hits_before(mention.run[0], sentences=2):
        if hit.classes & (BODIES - {"place", "outlet", "quoted_outlet", "press"}):
            return institution_type(hit.classes)
    return None
