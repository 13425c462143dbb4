"""English source rules in the order they are tried; the first that answers types the source.

The decisions are `components/sources/verdicts/`, the words `data/source_*.tsv`. In the examples the source phrase
is given by its mark, so that no attribution rule matters.
"""

from collections.abc import Callable

from ...components.sources.mention import Mention, Verdict
from ...components.sources.typer import SourceRule
from ...components.sources.verdicts import bodies, names, people, texts, unnamed
from ...rule import Rule


def _rule(name: str, fires: str, silent: str, apply: Callable[[Mention], Verdict | None]) -> SourceRule:
    description = (apply.__doc__ or "").strip()
    return Rule(f"en.sources.{name}", description, fires, silent, apply)


RULES: tuple[SourceRule, ...] = (
    _rule(
        "expletive",
        "{source|It} is said {claim type=unspecified named=no|that the dam broke}.",
        "{source|The ministry} said {claim type=official|the dam broke}.",
        unnamed.expletive,
    ),
    _rule(
        "pronoun",
        "{source1|Mayor Edda Lorne} said {claim1|the dam held}. "
        "{source2|She} said {claim2 type=official named=yes|the water fell}.",
        "{source|Edda Lorne} said {claim|the dam held}.",
        names.pronoun,
    ),
    _rule(
        "party-member",
        "{source|Tess Harlow (Labour)} said {claim type=official named=yes|the dam held}.",
        "{source|Tess Harlow (52)} said {claim type=witness|the dam held}.",
        people.party_member,
    ),
    _rule(
        "anonymity",
        "{source|A ministry spokesman}, speaking on condition of anonymity, said {claim type=anonymous|the dam broke}.",
        "{source|A ministry spokesman} said {claim type=official|the dam broke}.",
        unnamed.anonymity,
    ),
    _rule(
        "withheld",
        "{source|A senior representative of the ministry} said {claim type=anonymous named=no|the dam broke}.",
        "{source|A representative of the ministry} said {claim type=official|the dam broke}.",
        unnamed.withheld,
    ),
    _rule(
        "refers-back",
        "{source1|Geologist Ira Falk} said {claim1|the dam held}. "
        "{source2|The geologist} said {claim2 type=expert named=yes|the water fell}.",
        "{source|The geologist} said {claim type=expert named=no|the water fell}.",
        names.refers_back,
    ),
    _rule(
        "share",
        "{source|47 percent of voters} said {claim type=document named=no|the dam held}.",
        "{source|Residents} said {claim type=witness|the dam held}.",
        unnamed.share,
    ),
    _rule(
        "vague",
        "{source|People familiar with the matter} said {claim type=anonymous named=no|the dam broke}.",
        "{source|Engineers familiar with the dam} said {claim type=expert|it broke}.",
        unnamed.vague,
    ),
    _rule(
        "rumour",
        "According to {source|media reports}, {claim type=anonymous named=no|the dam broke}.",
        "According to {source|the annual report}, {claim type=document|the dam broke}.",
        unnamed.rumour,
    ),
    _rule(
        "post",
        "{source|A viral tweet} claimed {claim type=social_media|the dam broke}.",
        "{source|A leaked memo} claimed {claim type=document|the dam broke}.",
        texts.post,
    ),
    _rule(
        "outlet",
        "{source|NBC} reported {claim type=media named=yes|that the dam broke}.",
        "{source|Boeing} reported {claim type=organisation named=yes|that the wing broke}.",
        bodies.outlet,
    ),
    _rule(
        "journalist",
        "{source|BBC reporter Owen Witt} said {claim type=media named=yes|the dam held}.",
        "{source|Singer Owen Witt} said {claim type=person|the dam held}.",
        people.journalist,
    ),
    _rule(
        "speaker",
        "{source|A spokesman for Boeing} said {claim type=organisation named=yes|the wing held}.",
        "{source|A customer of Boeing} said {claim type=anonymous named=no|the wing held}.",
        people.speaker,
    ),
    _rule(
        "office",
        "{source|Interior Minister Kai Romer} said {claim type=official named=yes|the dam held}.",
        "{source|Head coach Kai Romer} said {claim type=person named=yes|the ball was in}.",
        people.office,
    ),
    _rule(
        "leader",
        "{source|The director of the Coastal Research Institute} said {claim type=expert|the dam held}.",
        "{source|A neighbour of the Coastal Research Institute} said {claim type=witness|the dam held}.",
        people.leader,
    ),
    _rule(
        "politician",
        "{source|A Republican senator} said {claim type=anonymous named=no|the dam held}.",
        "{source|The Republicans} said {claim type=official|the dam held}.",
        people.politician,
    ),
    _rule(
        "servant",
        "{source|A former U.S. official} said {claim type=anonymous named=no|the dam held}.",
        "{source|A former patient} said {claim type=witness|the dam held}.",
        people.servant,
    ),
    _rule(
        "adviser",
        "According to {source|Joss Ahern, a political adviser,} {claim type=expert named=yes|the dam held}.",
        "According to {source|Joss Ahern, a political prisoner,} {claim type=person|the dam held}.",
        people.adviser,
    ),
    _rule(
        "expert",
        "{source|Economists} say {claim type=expert named=no|prices will fall}.",
        "{source|Critics} say {claim type=anonymous|prices will fall}.",
        people.expert,
    ),
    _rule(
        "statement",
        "According to {source|claims by the police}, {claim type=official named=yes|the dam held}.",
        "According to {source|the police}, {claim type=official|the dam held}.",
        texts.statement,
    ),
    _rule(
        "letter",
        "{source|A statement from the company} said {claim type=organisation|the dam held}.",
        "{source|A study from the company} said {claim type=document|the dam held}.",
        texts.letter,
    ),
    _rule(
        "report",
        "According to {source|a report in the Guardian}, {claim type=media named=yes|the dam held}.",
        "According to {source|the Guardian}, {claim type=media named=yes|the dam held}.",
        texts.report,
    ),
    _rule(
        "footage",
        "{source|A photograph} shows {claim type=document named=no|how the dam broke}.",
        "{source|A photographer} says {claim type=anonymous named=no|the dam broke}.",
        texts.footage,
    ),
    _rule(
        "document",
        "{source|Court papers} show {claim type=document named=no|that the dam held}.",
        "{source|Court officials} said {claim type=official|the dam held}.",
        texts.document,
    ),
    _rule(
        "institution",
        "{source|The Kremlin} said {claim type=official named=yes|the dam held}.",
        "{source|The Hospital} said {claim type=organisation|the dam held}.",
        bodies.institution,
    ),
    _rule(
        "research",
        "{source|The think tank Northlight} said {claim type=expert named=yes|the dam held}.",
        "{source|The charity Northlight} said {claim type=organisation|the dam held}.",
        bodies.research,
    ),
    _rule(
        "organisation",
        "{source|Boeing} said {claim type=organisation named=yes|the wing held}.",
        "{source|Beijing} said {claim type=official named=yes|the wing held}.",
        bodies.organisation,
    ),
    _rule(
        "press",
        "{source|A newspaper} wrote {claim type=anonymous named=no|that the dam held}.",
        "{source|A ministry} wrote {claim type=official|that the dam held}.",
        bodies.press,
    ),
    _rule(
        "witness",
        "{source|An eyewitness} said {claim type=witness named=no|the dam broke}.",
        "{source|An insider} said {claim type=anonymous|the dam broke}.",
        people.witness,
    ),
    _rule(
        "profession",
        "{source|Defense attorney Mara Kuhn} said {claim type=person named=yes|the dam held}.",
        "{source|District Attorney Mara Kuhn} said {claim type=official named=yes|the dam held}.",
        people.profession,
    ),
    _rule(
        "sides",
        "The Democrats and the Republicans met. {source|Both camps} said {claim type=official named=yes|so}.",
        "{source|Both critics} said {claim type=anonymous named=no|so}.",
        unnamed.sides,
    ),
    _rule(
        "group",
        "{source|Critics} said {claim type=anonymous named=no|the dam would break}.",
        "{source|Criminologists} said {claim type=expert|the dam would break}.",
        unnamed.group,
    ),
    _rule(
        "well-known",
        "{source|Putin} said {claim type=official named=yes|the dam held}.",
        "{source|Vladimir Falk} said {claim type=person named=yes|the dam held}.",
        names.well_known,
    ),
    _rule(
        "described",
        "The economist Jan Wiebe was there. {source|Wiebe} said "
        '{claim type=expert named=yes resolved="The economist Jan Wiebe"|prices rose}.',
        "The economist Jan Wiebe was there. {source|Peter Brandt} said {claim type=person|prices rose}.",
        names.described,
    ),
    _rule(
        "affiliated",
        "{source|Peter Wiebe of the Red Cross} said {claim type=organisation named=yes|prices rose}.",
        "{source|Peter Wiebe of the next village} said {claim type=person|prices rose}.",
        names.affiliated,
    ),
    _rule(
        "acronym",
        "{source|QRZV} said {claim type=organisation named=yes|prices rose}.",
        "{source|NATO} said {claim type=official|prices rose}.",
        names.acronym,
    ),
    _rule(
        "quoted-name",
        "{source|“Pulseview”} reported {claim type=media named=yes|that prices rose}.",
        "{source|Pulseview} reported {claim|that prices rose}.",
        names.quoted_name,
    ),
    _rule(
        "private-person",
        "{source|Carol Moll, 52,} said {claim type=witness named=yes|the water rose}.",
        "{source|Carol Moll, a baker,} said {claim type=person named=yes|the water rose}.",
        names.private_person,
    ),
    _rule(
        "affected",
        "{source|Carol Moll, whose cellar was flooded,} said {claim type=witness named=yes|the water rose}.",
        "{source|Carol Moll, whose novel was printed,} said {claim type=person named=yes|the water rose}.",
        names.affected,
    ),
    _rule(
        "first-name-only",
        "{source|Carol} said {claim type=witness named=yes|the water rose}.",
        "Carol Moll was there. {source|Carol} said {claim type=person named=yes|the water rose}.",
        names.first_name_only,
    ),
    _rule(
        "web-address",
        "{source|channelfour.com} reported {claim type=media named=yes|that prices rose}.",
        "{source|Quandrix} reported {claim|that prices rose}.",
        names.web_address,
    ),
    _rule(
        "person-name",
        "{source|Peter Wiebe} said {claim type=person named=yes|prices rose}.",
        "{source|Quandrix} said {claim|prices rose}.",
        names.person_name,
    ),
    _rule(
        "named-body",
        "{source|The Norden Wheels} said {claim type=organisation named=yes|prices rose}.",
        "{source|Peter Wiebe} said {claim type=person|prices rose}.",
        names.named_body,
    ),
    _rule(
        "company-name",
        "The company is old. Work stopped at Quandrix. "
        "{source|Quandrix} said {claim type=organisation named=yes|prices rose}.",
        "Work stopped at Quandrix. {source|Quandrix} said {claim|prices rose}.",
        names.company_name,
    ),
    _rule(
        "unknown",
        "{source|The loudspeaker} said {claim type=person named=no|the train had left}.",
        "{source|The ministry} said {claim type=official|the train had left}.",
        unnamed.unknown,
    ),
)
