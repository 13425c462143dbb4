"""Sources of which the text withholds who they are, and phrases that name nobody."""

from ....annotations import SourceType
from ..classes import ROLES, STATE
from ..mention import Mention, Verdict, institution_type
from .belonging import is_named

UNNAMED = frozenset(("unnamed", "senior"))
"""Modifiers that keep a person from the reader."""


def expletive(mention: Mention) -> Verdict | None:
    """*es heißt*, *it is said*: nobody is mentioned."""
    if mention.antecedent is not None:
        return None
    only = all(segment.functions & {"expletive"} and segment.head is None for segment in mention.segments)
    return Verdict(SourceType.UNSPECIFIED, False) if only and not mention.segments[0].names else None


def anonymity(mention: Mention) -> Verdict | None:
    """The sentence says that the person would not be named; an institution is no person, a witness stays one."""
    if "witness" in mention.classes:
        return None
    personal = mention.classes & ROLES or mention.head is None and not mention.segment.names
    hidden = mention.anonymity and personal and mention.name is None
    return Verdict(SourceType.ANONYMOUS, False) if hidden else None


def withheld(mention: Mention) -> Verdict | None:
    """*ein namentlich nicht genannter Diplomat*, *a senior White House official*: a person kept from the reader."""
    unnamed = mention.functions & UNNAMED and mention.classes & (STATE | {"speaker", "member", "leader", "adviser"})
    kept = unnamed or "unnamed" in mention.functions
    return Verdict(SourceType.ANONYMOUS, False) if kept and not is_named(mention) else None


def vague(mention: Mention) -> Verdict | None:
    """*Insider*, *Regierungskreise*, *people familiar with the matter*."""
    is_vague = mention.classes & {"vague"} and mention.name is None
    return Verdict(SourceType.ANONYMOUS, False) if is_vague else None


def rumour(mention: Mention) -> Verdict | None:
    """*Medienberichten zufolge*: reports whose outlet is not told; a named outlet is the source itself."""
    if "rumour" not in mention.classes:
        return None
    if mention.institution & {"outlet", "quoted_outlet"}:
        return Verdict(SourceType.MEDIA, True)
    body = institution_type(mention.institution - {"place", "press"})
    return Verdict(body, True) if body else Verdict(SourceType.ANONYMOUS, False)


def share(mention: Mention) -> Verdict | None:
    """*47 Prozent*, *three in four voters*: people counted by a survey."""
    counted = "share" in mention.functions and mention.name is None
    told = not mention.head or mention.classes & {"people", "group", "quantity", "party", "politician", "place"}
    return Verdict(SourceType.DOCUMENT, False) if counted and told else None


def group(mention: Mention) -> Verdict | None:
    """*Kritiker*, *supporters*, *einer von ihnen*: a vague group that could be anybody."""
    if mention.head is None and not mention.segment.names and mention.antecedent is None:
        counted = mention.functions & {"number", "indefinite"} and not mention.functions & {"expletive"}
        return Verdict(SourceType.ANONYMOUS, False) if counted else None
    if not mention.classes & {"group", "quantity"}:
        return None
    if {"side", "state_adjective"} <= mention.functions:
        return Verdict(SourceType.OFFICIAL, False)
    if mention.name and not mention.article.is_human(mention.name):
        return Verdict(SourceType.ORGANISATION, True)  # *rival Quandrix*
    named = mention.name is not None and not mention.functions & {"number", "quantity"} and not _is_genitive(mention)
    return Verdict(SourceType.PERSON, True, private=1) if named else Verdict(SourceType.ANONYMOUS, False)


def _is_genitive(mention: Mention) -> bool:
    """German: whether the name is whose the group is: *Anhänger Mira Kleins*."""
    name = mention.article.words[mention.name[1] - 1].text if mention.name else ""
    bare = not mention.segment.determiner and name.endswith("s")
    return mention.article.heads_first and (bare or name != mention.article.base_name(name))


def sides(mention: Mention) -> Verdict | None:
    """*both camps*, *neither side*: whom the article is about, the state's or companies."""
    if "sides" not in mention.classes:
        return None
    found = [institution_type(hit.classes - {"place"}) or hit.classes & STATE for hit in mention.article.hits.values()]
    state = sum(bool(each) and each != SourceType.ORGANISATION for each in found)
    return Verdict(SourceType.OFFICIAL if 2 * state >= sum(map(bool, found)) else SourceType.ORGANISATION, True)


def unknown(mention: Mention) -> Verdict | None:
    """Nothing is known: the type is a placeholder, and the rule's id says so."""
    return Verdict(SourceType.PERSON, mention.name is not None and not mention.is_common_noun and not _is_noun(mention))


def _is_noun(mention: Mention) -> bool:
    """German: whether what looks like a name is a noun by its tag, since all nouns have capitals: *Quellenlage*."""
    words = mention.article.words[slice(*mention.name)] if mention.name and mention.article.heads_first else []
    return bool(words) and all(word.part_of_speech in ("NOUN", "ADJ", "ADV", "NUM") for word in words)
