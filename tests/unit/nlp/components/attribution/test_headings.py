"""A claim stays within its heading, and goes on to its end."""

import pytest

from server.nlp.annotations import Claim, Form, Source
from server.nlp.components.attribution.headings import apart
from tests.markup import parse

BODY = "\nDer Leiter des Museums trat am Montag ab."


@pytest.mark.parametrize(
    ("heading", "found", "kept", "form"),
    [
        ("Insider: Leiter tritt ab nach Datenleck", "Leiter tritt ab nach", "Leiter tritt ab nach Datenleck", "indirect"),
        # a mark, a quotation's end or four more words part the rest from the claim
        ("Insider: Leiter tritt ab – Stadt schweigt", "Leiter tritt ab", "Leiter tritt ab", "indirect"),
        ("Leiter „tritt nie ab“ trotz Datenleck", "„tritt nie ab“", "„tritt nie ab“", "direct"),
        ("Leiter tritt ab und Stadt schweigt weiter", "Leiter tritt ab", "Leiter tritt ab", "indirect"),
        ("Leiter tritt ab, so der Rat", "Leiter tritt ab", "Leiter tritt ab", "indirect"),
    ],
)  # fmt: skip
def test_the_end_of_a_heading(annotated, heading, found, kept, form):
    doc = annotated(parse(f"<subheading>{heading}{BODY}"), "de")
    begin = doc.text.index(found)
    content = doc.char_span(begin, begin + len(found))
    (claim,) = apart([Claim([content], Form(form), "de.attribution.model", Source())])
    assert [span.text for span in claim.content] == [kept]


def test_what_is_below_a_heading_is_not_its_claim(annotated):
    doc = annotated(parse(f"<subheading>Insider: Leiter tritt ab{BODY}"), "de")
    heading, below = (
        doc.char_span(doc.text.index(words), doc.text.index(words) + len(words))
        for words in ("Leiter tritt", "Der Leiter")
    )
    (claim,) = apart([Claim([heading, below], Form.INDIRECT, "de.attribution.model", Source([below]))])
    assert ([span.text for span in claim.content], claim.source.spans) == (["Leiter tritt ab"], [])
