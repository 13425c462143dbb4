"""The real pipeline of each language, built once for the whole run."""

from functools import cache

import pytest

from server.nlp.annotations import Claim, Form, Source
from server.nlp.components.sources.component import SourcesComponent
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


@pytest.fixture
def typed(annotated):
    """`typed(marked, code)`: the Doc of a parsed example, its claims those marked, after the sources component."""

    def run(marked: Marked, code: str):
        doc = annotated(marked, code)
        doc._.claims = [_claim(claim, doc) for claim in marked.claims]
        return _sources(code)(doc)

    return run


@cache
def _sources(code):
    return SourcesComponent(rules_for(code))


def _claim(marked, doc):
    """The claim that a mark stands for, before any component but attribution has seen it."""
    content, source, cue = (
        [doc.char_span(*piece, alignment_mode="expand") for piece in marked.pieces[role]]
        for role in ("claim", "source", "cue")
    )
    form = Form(marked.attributes.get("form", Form.INDIRECT.value))
    return Claim(content, form, "test", source=Source(source), cue=cue)
