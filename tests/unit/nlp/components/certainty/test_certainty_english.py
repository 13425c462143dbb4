"""English certainty, sentence by sentence: the claim is marked, the status and the deciding words are expected."""

import pytest

from server.nlp.components.certainty.component import CertaintyComponent
from server.nlp.lang import rules_for
from tests.marked_claims import with_claims
from tests.markup import check, parse

CASES = {
    "reported speech": [
        "{source|Mayor Ida Voss} {cue|said} {claim status=reported|the harbour had been closed since Monday}.",
        "{claim status=reported|Two cars burned out}, {cue|according to} {source|the fire service}.",
        '{claim form=direct status=reported|"We checked the dam,"} {source|Jonas Reeder} {cue|said}.',
        "{claim form=none status=asserted score=0.8..1|The harbour has been closed since Monday.}",
        "{claim form=none status=asserted|The fair was first held in 1998.}",
    ],
    "own strength of the cue": [
        "{source|The firm} {cue|confirmed} {claim status=asserted|that data had leaked}.",
        "{source|The firm} did not {cue|confirm} {claim status=hedged|that data had leaked}.",
        "{source|The firm} {cue|claimed} {claim status=distanced|that data had leaked}.",
        "{source|The firm} {cue|denied} {claim status=denied|that data had leaked}.",
        "{source|The firm} did not {cue|deny} {claim status=reported|that data had leaked}.",
        "{source|The firm} {cue|admitted} {claim status=asserted|that data had leaked}.",
        "{source|The firm} {cue|believes} {claim status=hedged|that data leaked}.",
        "{source|The firm} does not {cue|believe} {claim status=denied|that data leaked}.",
        "{source|The firm} {cue|ruled out} {claim form=reported status=denied|a leak of data}.",
        "{source|The firm} did not {cue|rule out} {claim form=reported status=hedged|a leak of data}.",
        "{source|The firm} {cue|rejected} {claim form=reported status=denied|allegations of bribery}.",
        "{source|The court} {cue|ruled} {claim status=asserted|that the lease was void}.",
        "{source|The doctor} {cue|doubts} {claim status=hedged|that the test works}.",
        "{source|The union} {cue|accused} the city {cue|of} {claim form=reported status=reported|faking the figures}.",
        "The city was {cue|accused of} {claim form=reported status=distanced type=unspecified|faking the figures}.",
        "{source|The union} {cue|suggested} {claim status=hedged|that the city had faked the figures}.",
    ],
    "modals": [
        "{claim form=none status=hedged|The bridge {certainty kind=modal|could} stay closed}.",
        "{claim form=none status=asserted|The bridge stayed closed}.",
        "{claim form=none status=hedged|The bridge {certainty kind=modal|may} stay closed}.",
        "{claim form=none status=asserted|The bridge closed in May}.",
        "{claim form=none status=hedged|The thief {certainty kind=modal|must} have known the code}.",
        "{claim form=none status=hypothetical|The thief {certainty kind=modal|must} repay the money}.",
        "{claim form=none status=hypothetical|The bridge {certainty kind=modal|will} reopen in autumn}.",
        "{claim form=none status=asserted|The bridge reopened in autumn}.",
        "{claim form=none status=hypothetical|A ban {certainty kind=modal|would} end the fair}.",
        "{claim form=none status=asserted|The ban ended the fair}.",
        "{source|Voss} {cue|said} {claim status=hedged|the dam {certainty kind=modal|might} burst}.",
        "{source|Voss} {cue|said} {claim status=hypothetical|the county {certainty kind=modal|should} hire teachers}.",
        "{claim form=none status=hypothetical|The old town would flood {certainty|if} the dam burst}.",
        "{claim form=none status=hypothetical|The committee is {certainty|set} to vote on Friday}.",
    ],
    "hearsay and hedges": [
        "{claim form=free_indirect status=distanced|The coach {certainty kind=adverb|reportedly} quit}.",
        "{claim form=none status=asserted|The coach suddenly quit}.",
        "{claim form=free_indirect status=distanced|The coach {certainty kind=adverb|allegedly} took the money}.",
        "{claim form=none status=hedged|The coach {certainty kind=adverb|apparently} took the money}.",
        "{claim form=none status=hedged|The coach {certainty kind=adverb|probably} took the money}.",
        "{claim form=free_indirect status=distanced|The coach is {certainty|said} to have taken the money}.",
        "{claim form=none status=asserted|The coach is happy to have taken the money}.",
        "{claim form=none status=hedged|The coach is {certainty|believed} to have taken the money}.",
        "{claim form=none status=hedged|The plan {certainty kind=verb|appears} to have failed}.",
        "{claim form=none status=asserted|The plan has failed}.",
        '{claim form=none status=distanced|The "{certainty kind=quotation|voluntary}" gift was compulsory}.',
        "{claim form=none status=distanced|The {certainty kind=adverb|so-called} liberators looted the town hall}.",
        "{claim form=none status=asserted|The alleged gunman was arrested in Tavia}.",
        "{source|The station} {cue|reported on} {claim form=reported status=distanced|{certainty|alleged} meetings}.",
        "{claim form=none status=hedged|It is {certainty|unclear} whether anyone was hurt}.",
    ],
    "denial": [
        "It is {certainty|false} {claim form=none status=denied|that the tower is collapsing}.",
        "There is {certainty|no evidence} {claim form=none status=denied|that the tower is collapsing}.",
        "There is evidence {claim form=none status=asserted|that the tower is collapsing}.",
        "{source|Voss} {cue|said} {claim status=denied|the allegations were {certainty|baseless}}.",
        "{source|Voss} {cue|said} {claim status=reported|the allegations were serious}.",
        "{source|Voss} {cue|said} {claim status=reported|there had been no secret deals}.",
        "There were {certainty|no} {claim form=none status=denied|secret deals}.",
    ],
    "questions, plans, demands": [
        "{claim form=none status=questioned|Did the mayor lie?}",
        "{claim form=none status=asserted|The mayor lied.}",
        "{source|Police} {cue|asked} {claim status=questioned|whether the driver was drunk}.",
        "{claim form=none status=hypothetical|The city {certainty kind=verb|plans} to build a harbour}.",
        "{claim form=none status=asserted|The city managed to build a harbour}.",
        "{source|The union} {cue|demanded} {claim form=reported status=hypothetical|more money for nurses}.",
        "{source|The union} {cue|promised} {claim status=hypothetical|to call off the strike}.",
    ],
    "scope": [
        "{claim form=none status=asserted|The police, who may have arrived too late, closed the square}.",
        "{claim form=none status=asserted|He left the city because it was allegedly too loud}.",
        "{source|Voss} allegedly {cue|said} {claim status=distanced|that the harbour was closed}.",
        "{claim form=none status=asserted|The council meets today}, and it might decide.",
        "Voss said {source|the police} {cue|had confirmed} {claim status=asserted|that oil had leaked}.",
    ],
}
SENTENCES = [
    pytest.param(sentence, id=f"{name} {i}") for name, group in CASES.items() for i, sentence in enumerate(group)
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_status(annotated, sentence):
    marked = parse(sentence)
    doc = CertaintyComponent(rules_for("en"))(with_claims(annotated(marked, "en"), marked))
    check(marked, doc)
