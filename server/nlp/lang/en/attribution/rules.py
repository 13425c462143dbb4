"""The English attribution rules: what each says, one example that fires, one that must not."""

from functools import partial

from ....components.attribution.direct import joined_quotations
from ....components.attribution.headlines import headline_sources, headline_verbs, trailing_sources
from ....components.attribution.indirect import framed_clauses
from ....components.attribution.listing import rule
from ...base import AttributionRule
from .finders import beside, objects
from .grammar import GRAMMAR
from .hearsay import heard_in_court, hearsay

_rule = partial(rule, "en", GRAMMAR)

ATTRIBUTION_RULES: tuple[AttributionRule, ...] = (
    _rule(
        "direct_before_frame",
        joined_quotations,
        "A quotation stands before the frame.",
        "{claim form=direct|“The bridge will hold for ten years,”} {cue|said} {source|Ada Holm, the city’s chief "
        "engineer}. {claim|“We check it every week.”}",
        "The “Old Harbor,” a pub in Kiel, opens again.",
    ),
    _rule(
        "direct_after_frame",
        joined_quotations,
        "A quotation follows the frame after a comma or colon.",
        '{source|Jo Kern, a spokeswoman for the port}, {cue|wrote} on Tuesday: {claim form=direct|"The crane stands '
        'still. Nobody is hurt."}',
        "Three things are missing: “harbor” signs, lamps and money.",
    ),
    _rule(
        "direct_interrupted",
        joined_quotations,
        "A frame interrupts a quotation.",
        "{claim form=direct|“We will not come,”} {source|she} {cue|added}, {claim|“but we will send money.”}",
        "The “House by the Lake” and the “House in the Wood” were sold.",
    ),
    _rule(
        "direct_in_frame",
        joined_quotations,
        "A partial quotation stands inside the frame.",
        "{source|The coach} {cue|called} the loss {claim form=direct|“deserved and bitter at the same time.”}",
        "The “so-called reform” costs money.",
    ),
    _rule(
        "indirect_clause",
        framed_clauses,
        "A clause with that, whether or a question word follows the cue.",
        "{source|Kern}, who ran the yard, {cue|told} the Lamp {claim form=indirect|that the ship had leaked}.",
        "The yard built a ship that had leaked since 2019.",
    ),
    _rule(
        "indirect_plain",
        framed_clauses,
        "A clause without that follows the cue.",
        "{source|The fire department} {cue|said} {claim form=indirect|three boats had sunk}.",
        "The fire department said nothing.",
    ),
    _rule(
        "indirect_colon",
        framed_clauses,
        "A clause follows the cue after a colon.",
        "{source|The engineers} {cue|warned}: {claim form=indirect|the bridge is failing}.",
        "The town has one problem: the bridge is failing.",
    ),
    _rule(
        "indirect_infinitive",
        framed_clauses,
        "An infinitive with to follows the cue.",
        "{source|The company} {cue|promised} {claim form=indirect|to pay every sailor}.",
        "The company went to court to save money.",
    ),
    _rule(
        "indirect_before_frame",
        framed_clauses,
        "The content stands before the frame.",
        "{claim form=indirect|The leak had been known for years}, {cue|said} {source|two sailors}.",
        "The leak had been known for years, two sailors left.",
    ),
    _rule(
        "indirect_interrupted",
        framed_clauses,
        "A frame interrupts the content.",
        "{claim form=indirect|The ship}, {source|she} {cue|said}, {claim|had never been checked}.",
        "The ship, built in Kiel, had never been checked.",
    ),
    _rule(
        "indirect_as_frame",
        framed_clauses,
        "A clause with as names the source of the whole sentence.",
        "As {source|the police} {cue|reported} on Friday, {claim form=indirect|nobody was hurt}.",
        "As in every year, nobody was hurt.",
    ),
    _rule(
        "adjunct_according",
        beside,
        "According to names the source of the sentence.",
        "{claim form=indirect|The leak was known in 2019}, {cue|according to} {source|an internal report of the yard}.",
        "The crew acted according to plan.",
    ),
    _rule(
        "hearsay_adverb",
        hearsay,
        "Reportedly, allegedly and their like give hearsay.",
        "{claim form=free_indirect source=none|The captain {cue|allegedly} threatened two sailors.}",
        "The captain threatened two sailors.",
    ),
    _rule(
        "hearsay_passive",
        hearsay,
        "A passive of saying, believing or accusing without its agent gives hearsay.",
        "{claim form=free_indirect source=none|The captain {cue|is said} to have threatened two sailors.}",
        "The captain is to meet two sailors.",
    ),
    _rule(
        "hearsay_attribute",
        hearsay,
        "A reportative adjective stands before a noun.",
        "The city is silent about {claim form=reported source=none|the {cue|alleged} payments to the captain}.",
        "The city is silent about the payments to the captain.",
    ),
    _rule(
        "heard_in_court",
        heard_in_court,
        "What a court or jury heard or was told.",
        "{source|The jury} {cue|heard} {claim form=indirect|that the captain had threatened two sailors}.",
        "The court heard evidence from two sailors.",
    ),
    _rule(
        "reported_object",
        objects,
        "The object of a verb of announcing or criticising is the content.",
        "{source|The yard} {cue|announced} {claim form=reported|a new ship for the ferry line}.",
        "The yard made the secret payments.",
    ),
    _rule(
        "reported_denial",
        objects,
        "The object of a verb of denying is the content.",
        "{source|The yard} {cue|denied} {claim form=reported|the allegations about the secret payments}.",
        "The yard made the secret payments.",
    ),
    _rule(
        "headline_source",
        headline_sources,
        "A word for a source stands before the colon of a headline.",
        "<headline>{source|Insider}{cue|:} {claim form=indirect|Yard knew of the leak}",
        "<headline>Storm in the harbor: yard knew of the leak",
    ),
    _rule(
        "headline_name",
        headline_sources,
        "The name of a source of the text stands before the colon of a headline.",
        "<headline>{source|Holm}{cue|:} {claim form=indirect|Bridge will hold for ten years}\nAda Holm said so.",
        "<headline>Kiel: Bridge will hold for ten years\nAda Holm said so.",
    ),
    _rule(
        "headline_verb",
        headline_verbs,
        "Source and reporting verb stand before the colon of a headline.",
        "<headline>{source|Yard} {cue|insists}: {claim form=indirect|No leak in the hull}",
        "<headline>Yard grows: No leak in the hull",
    ),
    _rule(
        "headline_trailing",
        trailing_sources,
        "Only a word for a source follows the last colon of a headline.",
        "<headline>{claim form=indirect|Yard knew of the leak}{cue|:} {source|report}",
        "<headline>Yard knew of the leak: probe begins",
    ),
    _rule(
        "headline_quotation",
        headline_sources,
        "A name stands before the colon and a quotation.",
        "<headline>{source|Ada Holm}{cue|:} {claim form=direct|‘The bridge will hold for ten years’}",
        "<headline>Tonight: the ‘Bridge over the River’",
    ),
)
