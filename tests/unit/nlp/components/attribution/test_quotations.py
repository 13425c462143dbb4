"""Where quotations begin and end, and which of them only name something."""

import pytest
from spacy.language import Language

from server.nlp.annotations import Form
from server.nlp.components.attribution.names import is_name
from server.nlp.components.attribution.quotations import quotations
from server.nlp.components.attribution.reading import claim
from server.nlp.lang import rules_for
from server.nlp.lang.de.attribution.grammar import GRAMMAR as GERMAN
from server.nlp.lang.en.attribution.grammar import GRAMMAR as ENGLISH


@pytest.fixture(scope="module")
def english() -> Language:
    return rules_for("en").annotator()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mayor 'lied' about the bridge, says 'shocked' aide", ["'lied'", "'shocked'"]),
        ("The workers' union called the plan 'dead on arrival' and left.", ["'dead on arrival'"]),
        ("'The workers' union is strong,' he said.", ["'The workers' union is strong,'"]),
        ("'Langzeitarbeitslose' dürfen mehr behalten. Das gilt ab Mai.", ["'Langzeitarbeitslose'"]),
        ("It wasn't the crew's fault.", []),
    ],
)
def test_single_marks_close_before_a_space_unless_they_are_possessive(
    english: Language, text: str, found: list[str]
) -> None:
    doc = english(text)
    assert [doc[each.start : each.end].text for each in quotations(doc, [(0, len(doc))])] == found


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("de", "Der Dokumentarfilm „Die Deichgräfin“ läuft am Montag.", True),
        ("de", "Unter dem Motto: „Ein Fluss, zwei Ufer“ feiert die Stadt.", True),
        ("de", "Sie rief die Parole „Ein Fluss, zwei Ufer“.", False),
        ("de", "Die Frau am Deich: „Wir bleiben hier“.", False),
        ("en", 'Her documentary "Low Tide" opens on Monday.', True),
        ("en", 'Her verdict "a low tide" hurt him.', False),
    ],
)
def test_a_quotation_after_a_naming_word_is_a_name(language: str, text: str, named: bool) -> None:
    doc = rules_for(language).annotator()(text)
    (quotation,) = quotations(doc, [(0, len(doc))])
    found = claim("direct", Form.DIRECT, [doc[quotation.start : quotation.end]])
    assert is_name(found, (GERMAN if language == "de" else ENGLISH).naming) is named
