"""Names, pronouns and descriptions that are told by another mention or by their look."""

import re
from dataclasses import replace

from ....annotations import SourceType
from ..bearing import employer, is_accused, is_body, is_half_named, owner, written_out
from ..mention import Mention, Verdict, institution_type
from .belonging import is_private

_ADDRESS = re.compile(r"\w\.(?:com|org|net|info|eu|de|at|ch|uk|us|fr|it|tv|news|example)$")
_TELLING = frozenset(("expert", "witness", "office", "politician"))
_CAMEL_CASE = re.compile(
    r"^(?!Mac|Mc|De|Di|Le|La|Van|Fitz|O')(?=\w*+$)\w*?[a-z][A-Z]"
)  # linear, also on one endless word
BARE = 2
"""What claims must weigh to show that somebody of whom only a name is given is a witness."""
LONGEST_ACRONYM = 6
"""Letters."""


def pronoun(mention: Mention) -> Verdict | None:
    """A pronoun has the type of what it refers to."""
    found = mention.antecedent
    referring = mention.functions & {"pronoun", "relative", "accordingly"}
    if found is None or mention.head is not None or not referring:
        return None
    return replace(found, rule="")


def refers_back(mention: Mention) -> Verdict | None:
    """*der Sprecher*, *the company*: what was named before and now is only described."""
    found = mention.antecedent
    if found is None or mention.head is None or mention.classes & {"statement"}:
        return None
    if found.type is SourceType.PERSON and found.named and mention.classes & _TELLING:
        return None  # the description says more than the name did; its own rule answers
    return replace(found, rule="")


def described(mention: Mention) -> Verdict | None:
    """A name whose role the article gives elsewhere (*Huber*, before that *der Klimaforscher Jan Huber*)."""
    if mention.described or mention.name is None or mention.is_common_noun and not mention.functions & {"age"}:
        return None
    elsewhere = mention.judge.name(mention.name)
    own = mention.institution - {"place"}
    return None if own and elsewhere and elsewhere.rule.endswith(".affiliated") else elsewhere


def well_known(mention: Mention) -> Verdict | None:
    """A politician so well known that the article need not name the office."""
    if mention.described or mention.name is None or not mention.article.is_figure(mention.name):
        return None
    full = mention.judge.name(mention.name)
    return Verdict(SourceType.OFFICIAL, True, resolved=full.resolved if full else None)


def affiliated(mention: Mention) -> Verdict | None:
    """A person of whom only the institution is told: *Ole Brandt vom Sender Kanal 4*."""
    if mention.name is None:
        return None
    body = mention.institution - {"place"}
    body = body or owner(mention.article, mention.name) or employer(mention.article, mention.name)
    found = SourceType.EXPERT if body & {"research", "academic"} else institution_type(body)
    return Verdict(found, True) if found else None


def acronym(mention: Mention) -> Verdict | None:
    """Capitals only, or a capital inside, and no word we know: some organisation."""
    run = mention.name
    word = mention.article.words[run[0]].text if run and run[1] - run[0] == 1 else ""
    if _CAMEL_CASE.search(word):
        return Verdict(SourceType.ORGANISATION, True)
    known = 2 <= len(word) <= LONGEST_ACRONYM and word.isupper() and word.isalpha()
    return Verdict(SourceType.ORGANISATION, True) if run and known and not mention.article.is_shouting(run) else None


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
    if mention.name is None or mention.head is not None:
        return None
    run = written_out(mention.article, mention.name)
    told = mention.article.gives_age(run) and not is_accused(mention.article, run)
    return Verdict(SourceType.WITNESS, True) if told else None


def affected(mention: Mention) -> Verdict | None:
    """A name of which only what befell them is told, or where they are from: *Jo Kern, whose car was flooded,*."""
    run = mention.name
    if run is None or mention.head is not None or not mention.article.is_human(run):
        return None
    return Verdict(SourceType.WITNESS, True) if is_private(mention, run) else None


def first_name_only(mention: Mention) -> Verdict | None:
    """A first name that the article never completes: somebody private whose name is half given."""
    run = mention.name
    article = mention.article
    if run is None or mention.head is not None or mention.is_common_noun:
        return None
    if run[1] - run[0] == 1 and article.is_figures_first_name(run):
        return Verdict(SourceType.OFFICIAL, True)
    return Verdict(SourceType.WITNESS, True) if is_half_named(article, run) else None


def person_name(mention: Mention) -> Verdict | None:
    """A name that looks like a human's and is described nowhere."""
    run = mention.name
    if run is None or mention.is_common_noun or not mention.article.is_human(run):
        return None
    return Verdict(SourceType.PERSON, True, private=0 if is_accused(mention.article, run) else BARE)


def company_name(mention: Mention) -> Verdict | None:
    """A name of which the article speaks as of a body, or one word always alone where it speaks of *the company*."""
    run = mention.name
    if run is None or mention.head is not None or mention.is_common_noun:
        return None
    article = mention.article
    if run[1] - run[0] > 1:
        return Verdict(SourceType.ORGANISATION, True) if is_body(article, run) else None
    mentions = list(article.mentions(article.words[run[0]].text))
    alone = len(mentions) > 1 and all(end - begin == 1 for begin, end in mentions)
    company = alone and not article.is_human(run) and article.speaks_of_company() or is_body(article, run)
    return Verdict(SourceType.ORGANISATION, True) if company else None


def named_body(mention: Mention) -> Verdict | None:
    """An article before a name of several words (*die Wiener Linien*): people are not named so."""
    run = mention.name
    several = mention.definite and run is not None and run[1] - run[0] > 1
    return Verdict(SourceType.ORGANISATION, True) if several and mention.head is None else None
