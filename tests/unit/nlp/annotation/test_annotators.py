"""What every language's annotator promises, whatever the text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.nlp.lang import languages

CODES = languages()
HARD = {
    "empty": "",
    "blanks only": " \n\n\t ",
    "emoji": "🙂🙃 👨‍👩‍👧 🇩🇪.",
    "control characters": "A\x00B\x01.\x7f\u200b\ufeff Z\u2028Z",
    "lone marks": '." ?! … „“ – ( ) [',
    "soft hyphens": "Re\u00adgie\u00adrung sag\u00adte nein.",
    "one word of 5,000 letters": "ä" * 5000,
}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
def test_text_is_kept_whole(annotate, code, text):
    doc = annotate(code, text)
    assert doc.text == text
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text


@pytest.mark.parametrize("code", CODES)
def test_twenty_thousand_words(annotate, code):
    doc = annotate(code, "Orlen sagte nein. " * 5000)
    assert len(doc) == 20_000
    assert sum(1 for _ in doc.sents) == 5000


@pytest.mark.parametrize("code", CODES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(blocks=st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=4))
def test_no_sentence_crosses_a_block(annotate, code, blocks):
    text = "\n\n".join(blocks)
    doc = annotate(code, text)
    assert doc.text == text
    begins = {len("\n\n".join(blocks[:count])) + 2 for count in range(1, len(blocks))}
    crossed = {
        begin
        for begin in begins
        for sentence in doc.sents
        if doc.text[sentence.start_char : begin].strip() and doc.text[begin : sentence.end_char].strip()
        if sentence.start_char < begin < sentence.end_char
    }
    assert not crossed


@pytest.mark.parametrize("code", CODES)
def test_parser_does_not_run(annotate, code):
    assert not annotate(code, "Orlen sagte nein.").has_annotation("DEP")
