"""How the claims of rules and model become one list."""

import pytest
import spacy

from server.nlp.annotations import Claim, Form, Source
from server.nlp.components.attribution.combination import combine
from server.nlp.components.attribution.quotations import Quotation

TEXT = "Ada Holm sagte gestern , „ der alte Deich hält nicht “ und das Wasser steigt angeblich weiter ."


@pytest.fixture
def claim():
    """`claim(words, rule, source=..., form=..., confidence=...)` over the words of TEXT."""
    doc = spacy.blank("de")(TEXT)

    def span(words):
        begin = TEXT.index(words)
        return doc.char_span(begin, begin + len(words))

    def make(words, rule="de.attribution.model", *, source="", form=Form.INDIRECT, confidence=0.9):
        return Claim([span(words)], form, rule, Source([span(source)] if source else []), confidence=confidence)

    return make


def texts(claims):
    return [" … ".join(span.text for span in each.content) for each in claims]


def test_the_same_claim_of_two_rules_is_kept_with_its_source(claim):
    bare = claim("das Wasser steigt angeblich weiter", "de.attribution.hearsay_adverb")
    named = claim("das Wasser steigt angeblich weiter", "de.attribution.adjunct_laut", source="Ada Holm")
    assert combine([], [bare, named], []) == [named]


def test_a_rule_lends_the_source_that_the_model_lacks(claim):
    learned = claim("das Wasser steigt angeblich weiter")
    ruled = claim("das Wasser steigt angeblich weiter", "de.attribution.chain_mood", source="Ada Holm", confidence=0.6)
    (kept,) = combine([learned], [ruled], [])
    assert kept is learned
    assert kept.source.spans[0].text == "Ada Holm"


def test_a_clause_that_only_wraps_a_quotation_is_left_out(claim):
    quoted = claim("„ der alte Deich hält nicht “", form=Form.DIRECT)
    wrapping = claim(", „ der alte Deich hält nicht “")
    assert combine([wrapping, quoted], [], []) == [quoted]


def test_no_further_sentence_holds_the_frame_of_a_denial(claim):
    further = claim("der alte Deich hält nicht “ und das Wasser steigt", form=Form.FREE_INDIRECT)
    denial = claim("das Wasser steigt", "de.attribution.reported_denial", source="der alte Deich")
    assert combine([further], [denial], []) == [denial]


def test_beside_a_model_only_sure_rules_add(claim):
    learned = claim("der alte Deich hält nicht")
    unsure = claim("das Wasser steigt angeblich weiter", "de.attribution.indirect_plain", confidence=0.64)
    sure = claim("das Wasser steigt angeblich weiter", "de.attribution.indirect_mood", confidence=0.98)
    assert combine([learned], [unsure], []) == [learned]
    assert combine([learned], [sure], []) == [learned, sure]


def test_hearsay_inside_a_claim_with_a_source_is_left_to_its_certainty(claim):
    outer = claim("der alte Deich hält nicht “ und das Wasser steigt angeblich weiter", source="Ada Holm")
    inner = claim("das Wasser steigt angeblich weiter", "de.attribution.hearsay_adverb", confidence=0.6)
    assert combine([outer], [inner], []) == [outer]


def test_a_direct_claim_is_cut_at_the_quotation_marks(claim):
    sloppy = claim("der alte Deich hält nicht “ und", form=Form.DIRECT)
    (kept,) = combine([sloppy], [], [Quotation(5, 12, closed=True)])
    assert texts([kept]) == ["„ der alte Deich hält nicht “"]


def test_one_word_of_hearsay_makes_one_claim(claim):
    learned, ruled = (
        claim("das Wasser steigt"),
        claim("das Wasser steigt angeblich weiter", "de.attribution.hearsay_adverb"),
    )
    for each in (learned, ruled):
        each.cue = [each.content[0].doc[14:15]]
    assert combine([learned], [ruled], []) == [learned]
