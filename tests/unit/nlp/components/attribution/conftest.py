"""The attribution rules of each language without a model, so that every verdict is a rule's."""

import pytest

from server.nlp.components.attribution.component import AttributionComponent
from server.nlp.lang import rules_for


@pytest.fixture
def attributed(annotated):
    """`attributed(marked, code)`: the Doc of a parsed example with what the language's rules find together."""

    def run(marked, code):
        return AttributionComponent(rules_for(code))(annotated(marked, code))

    return run
