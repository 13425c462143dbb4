"""Which words stand between quotation marks; a block a line, the quoted words in brackets."""

import re

import pytest

from server.nlp.components.claims.quotation import quoted_words
from tests.markup import parse

EXAMPLES = [
    ("en", 'She called the plan "[absurd]" and left.'),
    ("en", "“[We won.] [Nobody expected it.]” The crowd cheered."),
    ("en", "“[We won the race.]\n“[It was a great day.]” The crowd cheered."),
    ("en", "[It was a great day.]” The crowd cheered."),
    ("en", 'The screen is 5" wide and 3" high.'),
    ("de", "„[Wir haben gewonnen.] [Niemand hat es erwartet.]“ Die Menge jubelte."),
    ("de", "Er nannte den Plan »[absurd]« und ging."),
    ("de", "Er nannte den Plan «[absurd]» und ging."),
    ("de", "„[Wir haben gewonnen.]\nDie Menge jubelte."),
]


@pytest.mark.parametrize(("code", "text"), EXAMPLES)
def test_quoted_words(annotated, code, text):
    doc = annotated(parse(re.sub(r"[\[\]]", "", text)), code)
    quoted = quoted_words(doc)
    found = [token.text for token in doc if token.i in quoted and token.is_alpha]
    assert found == re.findall(r"[^\W\d_]+", " ".join(re.findall(r"\[(.*?)\]", text)))
