"""People by their role: who speaks for, leads, serves, knows, saw."""

from ....annotations import SourceType
from ..bearing import is_half_named
from ..classes import STATE
from ..mention import Mention, Verdict, institution_type
from .belonging import belongs_to, institution_before, is_named, is_private


def speaker(mention: Mention) -> Verdict | None:
    """Who speaks for an institution has its type, even without a name of their own."""
    if "speaker" not in mention.classes:
        return None
    found = belongs_to(mention)
    if found is not None:
        return Verdict(found, True)
    near = institution_before(mention)
    if near is not None:
        return Verdict(near, True)
    return Verdict(SourceType.ORGANISATION, is_named(mention))


def leader(mention: Mention) -> Verdict | None:
    """Who leads an institution has its type; a mere member only when named. A think tank's head is an expert."""
    if not mention.classes & {"leader", "member", "union"}:
        return None
    if "union" in mention.classes:
        return Verdict(SourceType.ORGANISATION, is_named(mention))
    owner = mention.segment.possessor
    if "companion" in mention.classes and owner is not None and mention.article.is_human(owner):
        return Verdict(SourceType.WITNESS, is_named(mention))  # *Holm's partner Leah*
    if "member" in mention.classes:
        if not is_named(mention):
            return Verdict(SourceType.ANONYMOUS, False)
        if mention.institution <= {"place", "company"} and not mention.complement_roles & STATE:
            private = "trade" in mention.classes and "company" not in mention.institution
            return Verdict(SourceType.PERSON, True, private=2 if private else 0)
        return Verdict(belongs_to(mention) or SourceType.PERSON, True)
    if mention.institution & {"research"}:
        return Verdict(SourceType.EXPERT, True)
    if "trainer" in mention.classes and mention.article.is_sport():
        return Verdict(SourceType.PERSON, is_named(mention))
    found = belongs_to(mention)
    if mention.institution == {"place"} and found is SourceType.OFFICIAL and not mention.complement_roles & STATE:
        found = None  # *der Berliner Clubchef*: the place says nothing
    return Verdict(found or SourceType.ORGANISATION, bool(found) or is_named(mention))


def office(mention: Mention) -> Verdict | None:
    """The holder of an office of state, by name or by office."""
    if "office" not in mention.classes:
        return None
    body = institution_type(mention.institution)
    if body is SourceType.ORGANISATION and "leader" in mention.classes:
        return Verdict(body, True)
    return Verdict(SourceType.OFFICIAL, is_named(mention) or mention.names_body or "place" in mention.institution)


def politician(mention: Mention) -> Verdict | None:
    """Politicians; an indefinite one without a name is withheld (*ein Abgeordneter der Opposition*)."""
    if "politician" not in mention.classes:
        return None
    if mention.segment.determiner == "indefinite" and not is_named(mention):
        return Verdict(SourceType.ANONYMOUS, False)
    return Verdict(SourceType.OFFICIAL, is_named(mention) or mention.names_body)


def servant(mention: Mention) -> Verdict | None:
    """A state servant: official when named or as a body (*Beamte des Innenministeriums*, *officials*); else hidden."""
    if "servant" not in mention.classes:
        return None
    if is_named(mention):
        return Verdict(SourceType.OFFICIAL, True)
    body = institution_type(mention.institution - {"place"}) is SourceType.OFFICIAL
    hidden = mention.functions & {"indefinite", "former", "number", "senior", "quantity"}
    if body and not hidden:
        return Verdict(SourceType.OFFICIAL, True)
    if not hidden and not mention.article.heads_first and mention.head and mention.article.is_plural(mention.head):
        return Verdict(SourceType.OFFICIAL, False)  # *health officials*, like *authorities*
    return Verdict(SourceType.ANONYMOUS, False)


def adviser(mention: Mention) -> Verdict | None:
    """An adviser by name is an expert, unless in the service of the state or of a politician."""
    if "adviser" not in mention.classes:
        return None
    if not is_named(mention):
        return Verdict(SourceType.ANONYMOUS, False)
    serves = belongs_to(mention)
    return Verdict(serves if serves is SourceType.OFFICIAL else SourceType.EXPERT, True)


def expert(mention: Mention) -> Verdict | None:
    """Scientists, doctors, analysts, with or without a name."""
    if "expert" not in mention.classes:
        return None
    return Verdict(SourceType.EXPERT, is_named(mention) or bool(mention.institution & {"research"}))


def journalist(mention: Mention) -> Verdict | None:
    """A journalist who is named or whose outlet is."""
    if "journalist" not in mention.classes:
        return None
    outlet_named = bool(mention.institution & {"outlet", "quoted_outlet"}) or "first_person" in mention.functions
    if outlet_named or is_named(mention) or mention.definite:
        return Verdict(SourceType.MEDIA, outlet_named or is_named(mention))
    return Verdict(SourceType.ANONYMOUS, False)


def witness(mention: Mention) -> Verdict | None:
    """Somebody who was there, is affected, or is a relative."""
    if not mention.classes & {"witness", "parent"}:
        return None
    owner = mention.principal
    if owner is not None and mention.name is not None and mention.article.is_figure(owner):
        return Verdict(SourceType.PERSON, True)  # *Eric, the president's son*
    return Verdict(SourceType.WITNESS, is_named(mention))


def profession(mention: Mention) -> Verdict | None:
    """Anybody else with a profession: a person when named or known from before, else withheld.

    One of whom only the age is told is somebody private who lived through it (*eine 44-jährige Verkäuferin*), and so
    is a named one with an ordinary occupation and an age (*Jo Kern, 34, a baker*).
    """
    if not mention.classes & {"profession", "trade", "accused", "people", "nationality"}:
        return None
    if mention.name is not None and mention.article.is_figure(mention.name):
        return None  # *billionaire Donald Trump*
    private = int(not mention.classes & {"profession", "accused"} or "trade" in mention.classes)
    owner = mention.principal
    owned = owner is not None and (mention.article.is_human(owner) or mention.article.is_figure(owner))
    told = mention.definite and mention.classes & {"profession", "trade", "accused"} or owned
    if told and not owned and "accused" not in mention.classes and mention.is_several:
        told = False  # *die Taxifahrer*: anybody of many
    aged = {"age", "indefinite"} <= mention.functions and not mention.classes & {"accused"}
    suffered = any("affected" in hit.classes for hit in mention.article.hits_in(mention.run))
    if (aged or private and suffered) and not is_named(mention):
        return Verdict(SourceType.WITNESS, False)
    if private and mention.name is not None:
        half = mention.article.heads_first and is_half_named(mention.article, mention.name)  # *Schülerin Mia*
        if half or is_private(mention, mention.name):
            return Verdict(SourceType.WITNESS, True)
    if is_named(mention) or told:
        return Verdict(SourceType.PERSON, is_named(mention), private=private)
    return Verdict(SourceType.ANONYMOUS, False, private=private)


def party_member(mention: Mention) -> Verdict | None:
    """A person with a party behind the name: *Karla Brandt (SPD)*."""
    party = "party" in mention.classes or mention.head is not None and "party" in mention.head.modifiers
    stands = party and mention.name is not None
    return Verdict(SourceType.OFFICIAL, True) if stands else None
