"""Institutions: state, outlets, research, organisations."""

from ....annotations import SourceType
from ..classes import NAMED_BODIES, OFFICIAL_BODIES, ROLES
from ..mention import Mention, Verdict


def institution(mention: Mention) -> Verdict | None:
    """The state and its organs, parties, and a country or capital that stands for its government."""
    if not mention.classes & OFFICIAL_BODIES or mention.name is not None or _is_private(mention):
        return None
    if mention.classes == {"place"} and mention.functions & {"number", "quantity"} and "side" not in mention.functions:
        return Verdict(SourceType.ANONYMOUS, False)  # people of a country: *many Canadians*
    named = bool(mention.classes - {"authority"} or mention.institution - {"authority"})
    return Verdict(SourceType.OFFICIAL, named)


def _is_private(mention: Mention) -> bool:
    """Whether an apposition says that it is no state's: *the Calorie Council, an industry group*."""
    others = [each for each in mention.segments if each is not mention.segment and each.head is not None]
    return any(
        each.determiner == "indefinite" and each.head and each.head.classes & {"organisation", "company"}
        for each in others
    )


def outlet(mention: Mention) -> Verdict | None:
    """A named outlet or agency."""
    if "outlet" in mention.classes and mention.classes & ROLES and mention.name is not None:
        return None  # *Economist Jill Sands*
    if "outlet" in mention.classes:
        return Verdict(SourceType.MEDIA, True)
    if "quoted_outlet" not in mention.classes or mention.head is None:
        return None
    quoted = mention.article.words[mention.head.begin].quoted
    common = mention.functions & {"indefinite", "neuter_article", "number"}
    return Verdict(SourceType.MEDIA, True) if quoted or not common else None


def press(mention: Mention) -> Verdict | None:
    """*die Zeitung*, *der Sender Kanal 4*: media where a name stands beside it or was given before."""
    if "press" not in mention.classes:
        return None
    own = "first_person" in mention.functions
    if own or mention.names_body or mention.segment.names or mention.principal is not None:
        return Verdict(SourceType.MEDIA, True)
    if mention.definite or mention.antecedent:
        return Verdict(SourceType.MEDIA, bool(mention.antecedent and mention.antecedent.named))
    return Verdict(SourceType.ANONYMOUS, False)


def research(mention: Mention) -> Verdict | None:
    """A think tank or research institute speaks from knowledge of the field."""
    return Verdict(SourceType.EXPERT, True) if "research" in mention.classes else None


def organisation(mention: Mention) -> Verdict | None:
    """Companies, associations, unions, clubs, churches, hospitals; named unless it is only *das Unternehmen*."""
    if not mention.classes & {"organisation", "company", "platform", "academic"} and not _is_private(mention):
        return None
    if mention.principal is not None and mention.article.is_figure(mention.principal):
        return Verdict(SourceType.OFFICIAL, True)
    named = any(each.names for each in mention.segments)  # *the operator, Falk Shipping*
    told = "company" not in mention.classes or named or mention.segment.complement_names
    known = bool(told or mention.antecedent or mention.institution & NAMED_BODIES)
    return Verdict(SourceType.ORGANISATION, known)
