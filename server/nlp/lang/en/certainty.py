"""English certainty rules in one list; the words of the rules that only look words up stand in `data/certainty.tsv`."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from ...components.certainty import grammar
from ...components.certainty.bands import Reading
from ...components.certainty.scope import Scope
from ...rule import Rule
from . import readings

Apply = Callable[[Scope], Iterable[Reading]]


def _rule(name: str, description: str, fires: str, silent: str, apply: Apply | None = None) -> Rule[Apply]:
    return Rule(f"en.certainty.{name}", description, fires, silent, apply or readings.WORDS.rule(name))


RULES: Sequence[Rule[Apply]] = (
    _rule(
        "guessing_modal",
        "'may', 'might', 'could', 'must have': a guess.",
        "{claim form=none|The closure {certainty kind=modal|could} last until Easter}.",
        "{claim form=none|Visitors could not enter the hall}.",
        readings.guessing_modal,
    ),
    _rule(
        "demanding_modal",
        "'should', 'ought to', 'must': a demand.",
        "{source|Ada Holm} {cue|said} {claim form=indirect|the county {certainty kind=modal|should} hire teachers}.",
        "{source|Ada Holm} {cue|said} {claim form=indirect|the county must have known}.",
        readings.demanding_modal,
    ),
    _rule(
        "conditional_would",
        "'would': of a condition, a plan or a forecast.",
        "{claim form=none|A ban {certainty kind=modal|would} end the fair}.",
        "{claim form=none|The ban ended the fair}.",
        readings.conditional_would,
    ),
    _rule(
        "future",
        "'will' or 'going to' with a verb: a forecast or a plan.",
        "{claim form=none|The bridge {certainty kind=modal|will} reopen in autumn}.",
        "{claim form=none|The bridge reopened in autumn}.",
        readings.future,
    ),
    _rule(
        "condition",
        "A condition on which the statement hangs.",
        "{claim form=none|The old town would flood {certainty kind=mood|if} the dam broke}.",
        "{claim form=none|The old town floods if the river rises}.",
        readings.condition,
    ),
    _rule(
        "unrealised",
        "An infinitive with 'to': not yet done, unless what governs it says so.",
        "{source|The union} {cue|threatened} {claim form=indirect|{certainty kind=mood|to} close the port}.",
        "{source|The union} {cue|managed} {claim form=indirect|to close the port}.",
        readings.unrealised,
    ),
    _rule(
        "inside_condition",
        "The statement itself is the condition.",
        "She will step down {claim form=none|{certainty kind=mood|if} the council agrees}.",
        "She stepped down {claim form=none|because the council agreed}.",
        grammar.inside_condition,
    ),
    _rule(
        "question",
        "Raised as a question.",
        "{claim form=none|Did the mayor lie{certainty kind=punctuation|?}}",
        "{claim form=none|The mayor lied.}",
        grammar.questions,
    ),
    _rule(
        "left_open",
        "An indirect question with 'whether'.",
        "{source|Police} {cue|asked} {claim form=indirect|{certainty kind=mood|whether} the driver was drunk}.",
        "{source|Police} {cue|say} {claim form=indirect|that the driver was drunk}.",
        partial(grammar.left_open, words=readings.CONTEXTS["whether"]),
    ),
    _rule(
        "negated_from_outside",
        "A negation beside the content rejects it.",
        "There were {certainty kind=negation|no} {claim form=none|secret deals}.",
        "{claim form=none|There were no secret deals}.",
        partial(grammar.negated_from_outside, words=readings.WORDS),
    ),
    _rule(
        "denial_goes_on",
        "The source negates what the article has just called denied.",
        "The council {certainty kind=verb|denied} any deals. "
        '{claim form=direct|"There were {certainty kind=negation|no} meetings,"} {source|Ada Holm} {cue|said}.',
        'The council reviewed the deals. {claim form=direct|"There were no meetings,"} {source|Ada Holm} {cue|said}.',
        partial(grammar.denial_goes_on, words=readings.WORDS, rule="denying_verb"),
    ),
    _rule(
        "scare_quotes",
        "Quotation marks without a source: distance.",
        '{claim form=none|The "{certainty kind=quotation|spontaneous}" rally had been planned for weeks}.',
        '{claim form=none|The magazine "Northlight" had been sold out for weeks}.',
        partial(grammar.scare_quotes, name_heads=readings.CONTEXTS["name_head"]),
    ),
    _rule(
        "hearsay_passive",
        "'is said to', 'is believed to', 'accused of': nobody is named who says so.",
        "{claim form=free_indirect|The coach is {certainty kind=verb|said} to have left the club}.",
        "{claim form=none|The coach is asked to leave the club}.",
        readings.hearsay_passive,
    ),
    _rule(
        "untrue_report",
        "A report or accusation is called false.",
        "{source|Ada Holm} {cue|said} {claim form=indirect|the allegations were {certainty kind=adverb|baseless}}.",
        "{source|Ada Holm} {cue|said} {claim form=indirect|the allegations were old}.",
        readings.untrue_report,
    ),
    _rule(
        "attributive",
        "'alleged' or 'supposed' before the noun that names the claim.",
        "{source|The station} {cue|reported on} {claim form=reported|the {certainty kind=adverb|alleged} meetings}.",
        "{claim form=none|The suspected thief was arrested on Monday}.",
        readings.attributive,
    ),
    _rule(
        "confirming_verb",
        "A verb by which the source confirms, admits or establishes.",
        "{source|The firm} {certainty kind=verb|{cue|admitted}} {claim form=indirect|that poison had leaked}.",
        "{source|The firm} {cue|said} {claim form=indirect|that no poison had leaked}.",
    ),
    _rule(
        "claiming_verb",
        "A word with which the text leaves the claim to its source.",
        "{source|The firm} {certainty kind=verb|{cue|claims}} {claim form=indirect|that no poison leaked}.",
        "{source|The firm} {cue|says} {claim form=indirect|that no poison leaked}.",
    ),
    _rule(
        "accusing_word",
        "An accusation whose accuser the text does not name.",
        "The coach was {cue|{certainty kind=verb|charged}} with {claim form=reported type=unspecified|bribery}.",
        "{source|Ada Holm} {cue|charged} the coach with {claim form=reported|bribery}.",
        readings.accusing,
    ),
    _rule(
        "questioning_verb",
        "A verb of asking as the cue.",
        "{source|The union} {certainty kind=verb|{cue|questioned}} {claim form=reported|the use of the bridge}.",
        "{source|The union} {cue|praised} {claim form=reported|the use of the bridge}.",
    ),
    _rule(
        "reputed",
        "'seen as', 'regarded as': a reputation.",
        "{claim form=free_indirect|The man is {cue|{certainty kind=adverb|seen as}} the head of the gang}.",
        "{claim form=none|The man was seen near the head office}.",
    ),
    _rule(
        "so_called",
        "'so-called': the word is not the article's own.",
        "{claim form=none|The {certainty kind=adverb|so-called} peacekeepers seized the town hall}.",
        "{claim form=none|The guards seized the building behind the so-called Old Hall}.",
        readings.so_called,
    ),
    _rule(
        "thinking_verb",
        "A word of belief, guess or expectation as the cue.",
        "{source|The doctor} {certainty kind=verb|{cue|suspects}} {claim form=indirect|that the water is foul}.",
        "{source|The doctor} {cue|says} {claim form=indirect|that the water is foul}.",
    ),
    _rule(
        "doubting_verb",
        "A word of doubt governs the statement.",
        "{source|The doctor} {certainty kind=verb|{cue|doubts}} {claim form=indirect|that the test works}.",
        "{source|The doctor} {cue|says} {claim form=indirect|that the test works}.",
    ),
    _rule(
        "denying_verb",
        "A verb by which the source rejects the statement; negated ('did not deny') it rejects nothing.",
        "{source|The mayor} {certainty kind=verb|{cue|denied}} {claim form=reported|taking the money}.",
        "{source|The mayor} {cue|remembered} {claim form=reported|taking the money}.",
    ),
    _rule(
        "untrue",
        "The frame calls the statement false.",
        "It is {certainty kind=adverb|false} {claim form=none|that the tower is collapsing}.",
        "It is well known {claim form=none|that the tower is leaning}.",
    ),
    _rule(
        "preventing_verb",
        "A word that says the event did not come about.",
        "The guards {certainty kind=verb|prevented} {claim form=none|a second attack}.",
        "The guards reported {claim form=none|a second attack}.",
    ),
    _rule(
        "no_evidence",
        "There is no sign of the statement's truth.",
        "There is {certainty kind=noun|no evidence} {claim form=none|that the tower is leaning}.",
        "There is evidence {claim form=none|that the tower is leaning}.",
    ),
    _rule(
        "demanding_verb",
        "A word of demand, proposal or threat as the cue.",
        "{source|The union} {certainty kind=verb|{cue|demanded}} {claim form=reported|more money for nurses}.",
        "{source|The union} {cue|received} {claim form=reported|more money for nurses}.",
    ),
    _rule(
        "planning_verb",
        "A word of planning or promising.",
        "{claim form=none|The city {certainty kind=verb|plans} a new harbour}.",
        "{claim form=none|The city built a new harbour}.",
    ),
    _rule(
        "hearsay_adverb",
        "'reportedly', 'allegedly' and their like: the text does not vouch.",
        "{claim form=free_indirect|The minister {certainty kind=adverb|reportedly} has an account in Tavia}.",
        "{claim form=none|The minister openly has an account in Tavia}.",
    ),
    _rule(
        "hedging_adverb",
        "A word of possibility or likelihood.",
        "{claim form=none|The fire was {certainty kind=adverb|probably} set}.",
        "{claim form=none|Women were more likely than men to move in 2020}.",
        readings.hedging_adverb,
    ),
    _rule(
        "hedging_verb",
        "'appears', 'seems', or a verb of guessing in the statement itself.",
        "{claim form=none|The plan {certainty kind=verb|appears} to have failed}.",
        "{claim form=none|The plan has failed}.",
    ),
    _rule(
        "certainty_word",
        "The frame calls the statement proven.",
        "It is {certainty kind=adverb|proven} {claim form=none|that the tower leans}.",
        "It is sad {claim form=none|that the tower leans}.",
    ),
)
"""Every English certainty rule; the order does not matter, the weakest link decides."""
