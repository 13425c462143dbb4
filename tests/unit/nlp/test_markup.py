"""The test language itself: what it reads, what it refuses, and that its comparison can fail."""

import pytest
import spacy

from server.nlp.annotations import Claim, Form, Source
from server.nlp.article import Role
from server.nlp.extensions import declare
from tests.markup import check, found_in, parse

EXAMPLE = "{claim form=direct|„Es brennt“}, {cue|rief} {source|Jo Kern}, {claim|„im Hof!“}"


def doc_of(text, *claims):
    declare()
    doc = spacy.blank("de")(text)
    spans = [
        {
            role: [doc.char_span(text.index(words), text.index(words) + len(words)) for words in found]
            for role, found in c
        }
        for c in claims
    ]
    doc._.claims = [
        Claim(s["claim"], Form.DIRECT, "test", Source(s.get("source", [])), s.get("cue", [])) for s in spans
    ]
    return doc


def test_marks_give_text_and_places():
    marked = parse("<headline band=slight>Feuer!\n" + EXAMPLE)
    assert marked.text == "Feuer!\n\n„Es brennt“, rief Jo Kern, „im Hof!“"
    (claim,) = marked.claims
    assert [marked.text[slice(*piece)] for piece in claim.pieces["claim"]] == ["„Es brennt“", "„im Hof!“"]
    assert claim.attributes == {"form": "direct"}
    assert [block.role for block in marked.article.blocks] == [Role.HEADLINE, Role.BODY]
    assert marked.headline == {"band": "slight"}


def test_one_source_may_serve_two_nested_claims():
    marked = parse("{source1,2|Sie} {cue1|sagt}, {claim1|er {claim2|komme}} {cue2|wohl}")
    outer, inner = marked.claims
    assert outer.pieces == {"claim": [(10, 18)], "source": [(0, 3)], "cue": [(4, 8)]}
    assert inner.pieces == {"claim": [(13, 18)], "source": [(0, 3)], "cue": [(19, 23)]}


@pytest.mark.parametrize(
    "wrong",
    ["{claim|offen", "zu}", "{clam|x}", "{claim colour=red|x}", "{source|niemand}", "{claim x|y}"],
)
def test_what_is_not_the_language_is_refused(wrong):
    with pytest.raises(ValueError):
        parse(wrong)


def test_what_was_marked_passes():
    marked = parse(EXAMPLE)
    found = [("claim", ["„Es brennt“", "„im Hof!“"]), ("source", ["Jo Kern"]), ("cue", ["rief"])]
    check(marked, doc_of(marked.text, found), exact=True)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([("claim", ["„Es brennt“"]), ("source", ["Jo Kern"]), ("cue", ["rief"])], "+ claim  '„Es brennt“' at 0–11"),
        ([("claim", ["„Es brennt“", "„im Hof!“"]), ("source", ["Jo"]), ("cue", ["rief"])], "+ source 'Jo' at 18–20"),
        ([("claim", ["„Es brennt“", "„im Hof!“"]), ("source", ["Jo Kern"])], "+ cue    none"),
        ([("claim", ["rief"])], "+ claim  'rief' at 13–17"),
    ],
)
def test_a_difference_is_shown(found, said):
    marked = parse(EXAMPLE)
    with pytest.raises(AssertionError) as failure:
        check(marked, doc_of(marked.text, [("cue", []), *found]), exact=True)
    assert said in str(failure.value)


def test_unmarked_claims_count_only_where_exactness_is_asked():
    marked = parse("„Ja“, sagt sie.")
    doc = doc_of(marked.text, [("claim", ["„Ja“"])])
    check(marked, doc)
    with pytest.raises(AssertionError):
        check(marked, doc, exact=True)
    assert len(found_in(doc, marked.article)) == 1
