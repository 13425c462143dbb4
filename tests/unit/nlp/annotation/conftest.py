"""The annotators of both languages, loaded once for this folder."""

from functools import cache

import pytest

from server.nlp.lang import rules_for

_annotator = cache(lambda code: rules_for(code).annotator())


@pytest.fixture
def annotate():
    """`annotate(code, text)`: the Doc after the language's annotator."""
    return lambda code, text: _annotator(code)(text)


@pytest.fixture
def sentences(annotate):
    """`sentences(code, text)`: the sentences as strings without the space around them."""
    return lambda code, text: [sentence.text.strip() for sentence in annotate(code, text).sents]
