"""The real pipeline of each language, built once for the whole run."""

from functools import cache

import pytest

from server.nlp.extensions import declare
from server.nlp.lang import rules_for
from server.nlp.pipeline import annotate, build
from tests.markup import Marked

_pipeline = cache(build)


@cache
def _annotator(code):
    declare()
    return rules_for(code).annotator()


@pytest.fixture
def analysed():
    """`analysed(marked, code)`: the Doc of a parsed example after every component."""

    def run(marked: Marked, code: str):
        return annotate(_pipeline(code), marked.article)[0]

    return run


@pytest.fixture
def annotated():
    """`annotated(marked, code)`: the Doc of a parsed example after the language's annotator alone, without claims."""

    def run(marked: Marked, code: str):
        return annotate(_annotator(code), marked.article)[0]

    return run
