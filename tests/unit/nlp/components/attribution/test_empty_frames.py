"""A frame that says nothing is no claim: `(text with [content] and <cue>, whether it is empty)`."""

import re

import pytest
import spacy

from server.nlp.annotations import Claim, Form
from server.nlp.components.attribution.empty_frames import EmptyFrames
from server.nlp.lang import rules_for

ENGLISH = [
    ("Falk Motors <did not respond to> [a request for comment].", True),
    ("Falk Motors <responded> [that the dam was safe].", False),
    ("The mayor <declined> [to comment on the dam].", True),
    ("The mayor <declined> [to pay for the dam].", False),
    ("<Asked> [whether the dam was safe], the mayor left.", True),
    ("The mayor <asked> [whether the dam was safe].", False),
    ("The Post, <citing> [people briefed on the inquiry], said so.", True),
    ("The council <voted> [61 to 58].", True),
    ("The council <voted> [to close the dam].", False),
    ("The aide, who <asked> [not to be named], left.", True),
    ("The aide <asked> [not to be paid].", False),
]
GERMAN = [
    ("Ein Mitarbeiter der <Werft>, [der nicht genannt werden will], ging.", True),
    ("Ein Mitarbeiter <sagte>, [der Damm halte].", False),
]
CASES = [("en", *row) for row in ENGLISH] + [("de", *row) for row in GERMAN]


@pytest.mark.parametrize(("language", "marked", "empty"), CASES, ids=[row[1] for row in CASES])
def test_a_frame_without_a_statement(language, marked, empty):
    doc = spacy.blank(language)(re.sub(r"[\[\]<>]", "", marked))
    content, cue = (re.search(pattern, marked)[1] for pattern in (r"\[(.*?)\]", r"<(.*?)>"))
    spans = [doc.char_span(doc.text.index(words), doc.text.index(words) + len(words)) for words in (content, cue)]
    claim = Claim([spans[0]], Form.INDIRECT, "test", cue=[spans[1]])
    assert EmptyFrames(rules_for(language).data / "empty_frames.tsv").is_empty(claim) is empty
