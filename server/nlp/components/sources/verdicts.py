"""What each source rule decides; the languages list these with their ids and examples in `lang/<xx>/sources.py`.

Each takes a mention and answers with type and `named`, or None where the rule does not apply. The guidelines'
section 2 is the law; where it is silent the docstring says what was chosen.
"""

import re
from collections.abc import Callable

from ...annotations import SourceType
from .classes import BODIES, NAMED_BODIES, OFFICIAL_BODIES, ROLES, STATE
from .mention import Mention, Verdict, institution_type

Judge = Callable[[Mention], Verdict | None]
_ADDRESS = re.compile(r"\w\.(?:com|org|net|info|eu|de|at|ch|uk|us|fr|it|tv|news|example)$")
_TELLING = frozenset(("expert", "witness", "office", "politician"))
_CAMEL_CASE = re.compile(r"^(?!Mac|Mc|De|Di|Le|La|Van|Fitz|O')\w*[a-z][A-Z]\w*$")
LONGEST_ACRONYM = 6
"""Letters."""
UNNAMED = frozenset(("unnamed", "senior"))


def _is_named(mention: Mention) -> bool:
    return mention.name is not None or bool(mention.antecedent and mention.antecedent.named)


def expletive(mention: Mention) -> Verdict | None:
    """*es heißt*, *it is said*: nobody is mentioned."""
    if mention.antecedent is not None:
        return None
    only = all(segment.functions & {"expletive"} and segment.head is None for segment in mention.segments)
    return Verdict(SourceType.UNSPECIFIED, False) if only and not mention.segments[0].names else None


def anonymity(mention: Mention) -> Verdict | None:
    """The sentence says that the person would not be named; an institution or outlet is not a person."""
    personal = mention.classes & ROLES or mention.head is None and not mention.segment.names
    hidden = mention.anonymity and personal and mention.name is None
    return Verdict(SourceType.ANONYMOUS, False) if hidden else None


def withheld(mention: Mention) -> Verdict | None:
    """*ein namentlich nicht genannter Diplomat*, *a senior White House official*: a person kept from the reader."""
    unnamed = mention.functions & UNNAMED and mention.classes & (STATE | {"speaker", "member", "leader", "adviser"})
    kept = unnamed or "unnamed" in mention.functions
    return Verdict(SourceType.ANONYMOUS, False) if kept and not _is_named(mention) else None


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


def post(mention: Mention) -> Verdict | None:
    """A post, video or account of which nothing else is known; an identified author decides the type instead."""
    if not mention.classes & {"post", "user"}:
        return None
    author = _complement(mention) if "post" in mention.classes else None
    if author is not None and author.type not in (SourceType.ORGANISATION, SourceType.ANONYMOUS):
        return author
    return Verdict(SourceType.SOCIAL_MEDIA, mention.name is not None)


def outlet(mention: Mention) -> Verdict | None:
    """A named outlet or agency."""
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


def journalist(mention: Mention) -> Verdict | None:
    """A journalist who is named or whose outlet is."""
    if "journalist" not in mention.classes:
        return None
    outlet_named = bool(mention.institution & {"outlet", "quoted_outlet"}) or "first_person" in mention.functions
    if outlet_named or _is_named(mention) or mention.definite:
        return Verdict(SourceType.MEDIA, outlet_named or _is_named(mention))
    return Verdict(SourceType.ANONYMOUS, False)


def speaker(mention: Mention) -> Verdict | None:
    """Who speaks for an institution has its type, even without a name of their own."""
    if "speaker" not in mention.classes:
        return None
    found = _belongs_to(mention)
    if found is not None:
        return Verdict(found, True)
    near = _institution_before(mention)
    if near is not None:
        return Verdict(near, True)
    return Verdict(SourceType.ORGANISATION, _is_named(mention))


def leader(mention: Mention) -> Verdict | None:
    """Who leads an institution has its type; a mere member only when named. A think tank's head is an expert."""
    if not mention.classes & {"leader", "member", "union"}:
        return None
    if "union" in mention.classes:
        return Verdict(SourceType.ORGANISATION, _is_named(mention))
    if "member" in mention.classes:
        if not _is_named(mention):
            return Verdict(SourceType.ANONYMOUS, False)
        return Verdict(_belongs_to(mention) or SourceType.PERSON, True)
    if mention.institution & {"research"}:
        return Verdict(SourceType.EXPERT, True)
    found = _belongs_to(mention)
    if mention.institution == {"place"} and found is SourceType.OFFICIAL and not mention.complement_roles & STATE:
        found = None  # *der Berliner Clubchef*: the place says nothing
    return Verdict(found or SourceType.ORGANISATION, bool(found) or _is_named(mention))


def office(mention: Mention) -> Verdict | None:
    """The holder of an office of state, by name or by office."""
    if "office" not in mention.classes:
        return None
    body = institution_type(mention.institution)
    if body is SourceType.ORGANISATION and "leader" in mention.classes:
        return Verdict(body, True)
    return Verdict(SourceType.OFFICIAL, _is_named(mention) or mention.names_body or "place" in mention.institution)


def politician(mention: Mention) -> Verdict | None:
    """Politicians; an indefinite one without a name is withheld (*ein Abgeordneter der Opposition*)."""
    if "politician" not in mention.classes:
        return None
    if mention.segment.determiner == "indefinite" and not _is_named(mention):
        return Verdict(SourceType.ANONYMOUS, False)
    return Verdict(SourceType.OFFICIAL, _is_named(mention) or mention.names_body)


def servant(mention: Mention) -> Verdict | None:
    """A state servant: official when named, or as a body (*Beamte des Innenministeriums*); else withheld."""
    if "servant" not in mention.classes:
        return None
    if _is_named(mention):
        return Verdict(SourceType.OFFICIAL, True)
    body = institution_type(mention.institution - {"place"}) is SourceType.OFFICIAL
    hidden = mention.functions & {"indefinite", "former", "number", "senior"}
    if body and not hidden:
        return Verdict(SourceType.OFFICIAL, True)
    return Verdict(SourceType.ANONYMOUS, False)


def adviser(mention: Mention) -> Verdict | None:
    """An adviser by name is an expert, unless in the service of the state or of a politician."""
    if "adviser" not in mention.classes:
        return None
    if not _is_named(mention):
        return Verdict(SourceType.ANONYMOUS, False)
    serves = _belongs_to(mention)
    return Verdict(serves if serves is SourceType.OFFICIAL else SourceType.EXPERT, True)


def expert(mention: Mention) -> Verdict | None:
    """Scientists, doctors, analysts, with or without a name."""
    if "expert" not in mention.classes:
        return None
    return Verdict(SourceType.EXPERT, _is_named(mention) or bool(mention.institution & {"research"}))


def statement(mention: Mention) -> Verdict | None:
    """*Angaben der Polizei*, *Zeugenaussagen*: whoever the words belong to; nobody where they belong to nobody."""
    if "statement" not in mention.classes:
        return None
    if "state_adjective" in mention.functions:
        return Verdict(SourceType.OFFICIAL, False)
    if mention.antecedent is not None:
        return Verdict(mention.antecedent.type, mention.antecedent.named, resolved=mention.antecedent.resolved)
    return _author(mention) or Verdict(SourceType.UNSPECIFIED, False)


def letter(mention: Mention) -> Verdict | None:
    """*eine Mitteilung des Konzerns*: the author speaks; without an author it is a document."""
    if "letter" not in mention.classes:
        return None
    author = _author(mention) or _issuer(mention)
    if author is not None and author.rule.endswith(".unknown"):
        return Verdict(SourceType.ORGANISATION, True)  # a name that is no person's
    return author or Verdict(SourceType.DOCUMENT, False)


def report(mention: Mention) -> Verdict | None:
    """A report is its outlet's where one is named, anonymous where the outlet is withheld, else a document."""
    if "report" not in mention.classes:
        return None
    if mention.institution & {"outlet", "quoted_outlet"}:
        return Verdict(SourceType.MEDIA, True)
    if mention.institution & {"press"}:
        named = bool(mention.segment.complement_names or mention.segment.names)
        return Verdict(SourceType.MEDIA if named else SourceType.ANONYMOUS, named)
    return Verdict(SourceType.DOCUMENT, mention.names_body)


def footage(mention: Mention) -> Verdict | None:
    """A photograph or film is a document; one that goes round in social media is known as a post only."""
    if "footage" not in mention.classes:
        return None
    spread = "viral" in mention.functions or mention.institution & {"platform"}
    return Verdict(SourceType.SOCIAL_MEDIA if spread else SourceType.DOCUMENT, mention.names_body and not spread)


def document(mention: Mention) -> Verdict | None:
    """A study, survey, file or law; named where the reader learns whose it is."""
    return Verdict(SourceType.DOCUMENT, mention.names_body) if "document" in mention.classes else None


def institution(mention: Mention) -> Verdict | None:
    """The state and its organs, parties, and a country or capital that stands for its government."""
    if not mention.classes & OFFICIAL_BODIES or mention.name is not None:
        return None
    if mention.classes == {"place"} and mention.functions & {"number", "quantity"}:
        return Verdict(SourceType.ANONYMOUS, False)  # people of a country: *many Canadians*
    named = bool(mention.classes - {"authority"} or mention.institution - {"authority"})
    return Verdict(SourceType.OFFICIAL, named)


def research(mention: Mention) -> Verdict | None:
    """A think tank or research institute speaks from knowledge of the field."""
    return Verdict(SourceType.EXPERT, True) if "research" in mention.classes else None


def organisation(mention: Mention) -> Verdict | None:
    """Companies, associations, unions, clubs, churches, hospitals; named unless it is only *das Unternehmen*."""
    if not mention.classes & {"organisation", "company", "platform", "academic"}:
        return None
    if mention.principal is not None and mention.article.is_figure(mention.principal):
        return Verdict(SourceType.OFFICIAL, True)
    told = "company" not in mention.classes or mention.segment.names or mention.segment.complement_names
    known = bool(told or mention.antecedent or mention.institution & NAMED_BODIES)
    return Verdict(SourceType.ORGANISATION, known)


def witness(mention: Mention) -> Verdict | None:
    """Somebody who was there, is affected, or is a relative."""
    return Verdict(SourceType.WITNESS, _is_named(mention)) if "witness" in mention.classes else None


def profession(mention: Mention) -> Verdict | None:
    """Anybody else with a profession: a person when named or known from before, else withheld."""
    if not mention.classes & {"profession", "accused", "people", "nationality"}:
        return None
    told = mention.definite and mention.classes & {"profession", "accused"} or mention.principal is not None
    if _is_named(mention) or told:
        return Verdict(SourceType.PERSON, _is_named(mention))
    return Verdict(SourceType.ANONYMOUS, False)


def group(mention: Mention) -> Verdict | None:
    """*Kritiker*, *supporters*: a vague group that could be anybody."""
    if not mention.classes & {"group", "quantity"}:
        return None
    return Verdict(SourceType.PERSON, True) if mention.name else Verdict(SourceType.ANONYMOUS, False)


def described(mention: Mention) -> Verdict | None:
    """A name whose role the article gives elsewhere (*Huber*, before that *der Klimaforscher Jan Huber*)."""
    if mention.described or mention.name is None:
        return None
    elsewhere = mention.judge.name(mention.name)
    own = mention.institution - {"place"}
    return None if own and elsewhere and elsewhere.rule.endswith(".affiliated") else elsewhere


def pronoun(mention: Mention) -> Verdict | None:
    """A pronoun has the type of what it refers to."""
    found = mention.antecedent
    if found is None or mention.head is not None or not mention.functions & {"pronoun", "relative"}:
        return None
    return Verdict(found.type, found.named, resolved=found.resolved)


def refers_back(mention: Mention) -> Verdict | None:
    """*der Sprecher*, *the company*: what was named before and now is only described."""
    found = mention.antecedent
    if found is None or mention.head is None or mention.classes & {"statement"}:
        return None
    if found.type is SourceType.PERSON and found.named and mention.classes & _TELLING:
        return None  # the description says more than the name did; its own rule answers
    return Verdict(found.type, found.named, resolved=found.resolved)


def party_member(mention: Mention) -> Verdict | None:
    """A person with a party behind the name: *Karla Brandt (SPD)*."""
    party = "party" in mention.classes or mention.head is not None and "party" in mention.head.modifiers
    stands = party and mention.name is not None
    return Verdict(SourceType.OFFICIAL, True) if stands else None


def affiliated(mention: Mention) -> Verdict | None:
    """A person of whom only the institution is told: *Ole Brandt vom Sender Kanal 4*."""
    if mention.name is None:
        return None
    body = mention.institution - {"place"}
    found = SourceType.EXPERT if body & {"research", "academic"} else institution_type(body)
    return Verdict(found, True) if found else None


def acronym(mention: Mention) -> Verdict | None:
    """Capitals only, or a capital inside, and no word we know: some organisation."""
    run = mention.name
    word = mention.article.words[run[0]].text if run and run[1] - run[0] == 1 else ""
    if _CAMEL_CASE.search(word):
        return Verdict(SourceType.ORGANISATION, True)
    known = 2 <= len(word) <= LONGEST_ACRONYM and word.isupper() and word.isalpha()
    return Verdict(SourceType.ORGANISATION, True) if known and not mention.article.is_shouting(mention.run) else None


def quoted_name(mention: Mention) -> Verdict | None:
    """A name in quotation marks is an outlet's rather than a person's."""
    run = mention.name
    return Verdict(SourceType.MEDIA, True) if run and mention.article.words[run[0]].quoted else None


def web_address(mention: Mention) -> Verdict | None:
    """*kanalvier.example*: a site that is quoted is an outlet."""
    written = mention.head is None and any(_ADDRESS.search(w.text) for w in mention.article.words[slice(*mention.run)])
    return Verdict(SourceType.MEDIA, True) if written else None


def private_person(mention: Mention) -> Verdict | None:
    """A name with nothing but an age (*Karin Moll (52)*): somebody private who tells what they lived through."""
    run = mention.name
    if run is None or mention.head is not None or not mention.article.is_human(run):
        return None
    return Verdict(SourceType.WITNESS, True) if mention.article.gives_age(run) else None


def person_name(mention: Mention) -> Verdict | None:
    """A name that looks like a human's and is described nowhere."""
    run = mention.name
    known = run and not mention.is_common_noun and mention.article.is_human(run)
    return Verdict(SourceType.PERSON, True) if known else None


def named_body(mention: Mention) -> Verdict | None:
    """An article before a name of several words (*die Wiener Linien*): people are not named so."""
    run = mention.name
    several = mention.definite and run is not None and run[1] - run[0] > 1
    return Verdict(SourceType.ORGANISATION, True) if several and mention.head is None else None


def share(mention: Mention) -> Verdict | None:
    """*47 Prozent*, *three in four voters*: people counted by a survey."""
    counted = "share" in mention.functions and mention.name is None
    told = not mention.head or mention.classes & {"people", "group", "quantity", "party", "politician", "place"}
    return Verdict(SourceType.DOCUMENT, False) if counted and told else None


def well_known(mention: Mention) -> Verdict | None:
    """A politician so well known that the article need not name the office."""
    if mention.described or mention.name is None or not mention.article.is_figure(mention.name):
        return None
    full = mention.judge.name(mention.name)
    return Verdict(SourceType.OFFICIAL, True, resolved=full.resolved if full else None)


def unknown(mention: Mention) -> Verdict | None:
    """Nothing is known: the type is a placeholder, and the rule's id says so."""
    return Verdict(SourceType.PERSON, mention.name is not None and not mention.is_common_noun)


def _author(mention: Mention) -> Verdict | None:
    """The verdict on whom words belong to: inside the compound, in the complement, before or after them."""
    inside = mention.head.modifiers if mention.head else frozenset[str]()
    if inside & {"witness"}:
        return Verdict(SourceType.WITNESS, False)
    if inside & {"expert"}:
        return Verdict(SourceType.EXPERT, False)
    whole = institution_type(inside)
    return Verdict(whole, True) if whole else _complement(mention)


def _complement(mention: Mention) -> Verdict | None:
    return mention.judge.author(mention)


def _issuer(mention: Mention) -> Verdict | None:
    """The institution the same sentence speaks of: *Der Konzern prüft nach einer Mitteilung …*."""
    before = list(mention.article.hits_before(mention.run[0], sentences=0))
    for hit in before if mention.segment.determiner != "definite" else ():
        found = institution_type(hit.classes - {"place", "authority"})
        if found is not None:
            return Verdict(found, True, resolved=mention.article.text((hit.begin, hit.end)))
    return None


def _belongs_to(mention: Mention) -> SourceType | None:
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
        if "place" not in mention.institution or mention.principal in mention.segment.complement_names:
            return SourceType.ORGANISATION
    return institution_type(mention.institution)


def _institution_before(mention: Mention) -> SourceType | None:
    """The type of the institution last named before a speaker who comes without one (*a spokesman said*)."""
    for hit in mention.article.hits_before(mention.run[0], sentences=2):
        if hit.classes & (BODIES - {"place", "outlet", "quoted_outlet", "press"}):
            return institution_type(hit.classes)
    return None
