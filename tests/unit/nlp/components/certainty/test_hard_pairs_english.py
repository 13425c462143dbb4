"""English minimal pairs: the two sentences differ in a word or two, and that turns the status."""

import pytest

from server.nlp.components.certainty.component import CertaintyComponent
from server.nlp.lang import rules_for
from tests.marked_claims import with_claims
from tests.markup import check, parse

PAIRS = {
    "may of likelihood, May the month; could and could not": [
        "{claim form=none status=hedged|The bridge {certainty kind=modal|may} reopen in June}.",
        "{claim form=none status=asserted|The bridge reopened in May}.",
        "{claim form=none status=hedged|The crane {certainty kind=modal|could} topple}.",
        "{claim form=none status=asserted|The crane could not lift the hull}.",
        "{claim form=none status=hedged|The crane {certainty kind=modal|could} not have lifted the hull}.",
    ],
    "would have, must have, should have": [
        "{claim form=none status=hypothetical|A strike {certainty kind=modal|would} have closed the port}.",
        "{claim form=none status=asserted|A strike has closed the port}.",
        "{claim form=none status=hedged|The driver {certainty kind=modal|must} have seen the light}.",
        "{claim form=none status=hypothetical|Drivers {certainty kind=modal|must} obey the light}.",
        "{claim form=none status=hedged|The driver {certainty kind=modal|might} have seen the light}.",
        "{claim form=none status=asserted|The driver later saw the light}.",
        "{claim form=none status=asserted|It should be noted that the port closed in 2019}.",
        "{claim form=none status=hypothetical|The port {certainty kind=modal|should} close in 2019}.",
    ],
    "hearsay with and without a speaker": [
        "{claim form=free_indirect status=distanced|The coach {certainty|allegedly} hid the money}.",
        "{claim form=none status=asserted|The coach admittedly hid the money}.",
        "{claim form=free_indirect status=distanced|The coach is {certainty|rumoured} to have hidden the money}.",
        "{claim form=none status=asserted|The coach is known to have hidden the money}.",
        "{claim form=free_indirect status=distanced|The coach is {certainty|said} to be rich}.",
        "{claim form=none status=asserted|The coach is proud to be rich}.",
        "{claim form=none status=hedged|The coach is {certainty|thought} to be in Tavia}.",
        "{claim form=none status=asserted|The coach is delighted to be in Tavia}.",
        "{claim form=none status=hedged|The coach is {certainty|expected} to resign}.",
        "{claim form=none status=asserted|The coach was forced to resign}.",
    ],
    "likely in a guess, likely in a statistic; apparent": [
        "{claim form=none status=hedged|The fire was {certainty kind=adverb|likely} set by hand}.",
        "{claim form=none status=asserted|Women were twice as likely to vote as men}.",
        "{claim form=none status=asserted|Renters were less likely to vote than owners}.",
        "{claim form=none status=hedged|Owners are {certainty kind=adverb|likely} to vote}.",
        "{claim form=none status=hedged|Police found him after an {certainty kind=adverb|apparent} fall}.",
        "{claim form=none status=asserted|The damage was apparent in every street}.",
    ],
    "denial and its scope": [
        "{source|The council} {cue|denies} {claim status=denied|that money changed hands}.",
        "{source|The council} does not {cue|deny} {claim status=reported|that money changed hands}.",
        "{source|The council} refused to {cue|confirm} {claim status=hedged|that money changed hands}.",
        "{source|The council} {cue|confirmed} {claim status=asserted|that money changed hands}.",
        "{source|The council} {cue|rejected} {claim form=reported status=denied|claims of bribery}.",
        "{source|The council} {cue|acknowledged} {claim form=reported status=asserted|claims of bribery}.",
        "{source|The council} {cue|disputes} {claim status=denied|that the dam is cracked}.",
        "{source|The council} {cue|concedes} {claim status=asserted|that the dam is cracked}.",
    ],
    "a report called false": [
        '{source|The council} {cue|called} {claim form=reported status=denied|the allegations "baseless"}.',
        '{source|The council} {cue|called} {claim form=reported status=reported|the allegations "grave"}.',
        "{source|The council} {cue|lamented} {claim form=reported status=reported|false allegations}.",
    ],
    "if, whether, questions": [
        "{source|Police} {cue|asked} {claim status=questioned|{certainty|whether} the driver had slept}.",
        "{source|Police} {cue|said} {claim status=reported|that the driver had slept}.",
        "{claim form=none status=hypothetical|The town would flood {certainty|if} the dam burst}.",
        "{claim form=none status=asserted|The town flooded when the dam burst}.",
        "{claim form=none status=questioned|Did the dam burst?}",
        "{claim form=none status=asserted|The dam burst.}",
    ],
    "plans and acts": [
        "{claim form=none status=hypothetical|The city {certainty|plans} to sell the port}.",
        "{claim form=none status=asserted|The city began to sell the port}.",
        "{claim form=none status=hypothetical|The city {certainty|will} sell the port}.",
        "{claim form=none status=asserted|The city sold the port}.",
        "{source|The union} {cue|threatened} {claim status=hypothetical|{certainty|to} close the port}.",
        "{source|The union} {cue|managed} {claim status=reported|to close the port}.",
    ],
    "what is not known yet": [
        "{claim form=none status=hedged|{certainty|Further research} is needed on the dam}.",
        "{claim form=none status=asserted|Much research was done on the dam}.",
        "{claim form=none status=hedged|The cause of the fire is {certainty|not yet known}}.",
        "{claim form=none status=asserted|The cause of the fire is known}.",
    ],
    "a cue counts only for what it governs": [
        "{claim form=none status=asserted|The owner, who allegedly drank, sold the bar}.",
        "{claim form=free_indirect status=distanced|The owner, who sold the bar, allegedly drank}.",
        "{claim form=none status=asserted|Although he may have been ill, the driver left}.",
        "{claim form=none status=hedged|Although he was ill, the driver may have left}.",
    ],
}
SENTENCES = [
    pytest.param(sentence, id=f"{name} {i}") for name, group in PAIRS.items() for i, sentence in enumerate(group)
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_status(annotated, sentence):
    marked = parse(sentence)
    doc = CertaintyComponent(rules_for("en"))(with_claims(annotated(marked, "en"), marked))
    check(marked, doc)
