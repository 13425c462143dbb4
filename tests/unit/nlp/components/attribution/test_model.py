"""The committed models: they find what is plainly attributed, and nothing breaks them."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from server.nlp.annotations import Claim
from server.nlp.components.attribution.model import AttributionModel, model_folder

LANGUAGES = ("de", "en")


@pytest.fixture(scope="module")
def models() -> dict[str, AttributionModel]:
    return {code: AttributionModel.load(model_folder(code)) for code in LANGUAGES}


def doc_of(code: str, text: str) -> Doc:
    return spacy.blank(code).make_doc(text)


def words(spans: list[Span]) -> str:
    return " … ".join(span.text for span in spans)


FOUND = [
    (
        "de",
        "„Wir schließen das Hallenbad im Herbst“, sagte Bürgermeisterin Ina Holm am Montag.",
        "„Wir schließen das Hallenbad im Herbst“",
        "Ina Holm",
        "sagte",
        "direct",
    ),
    (
        "de",
        "Der Sprecher der Feuerwehr, Bo Rau, teilte mit, dass der Brand gelöscht sei.",
        "der Brand gelöscht sei",
        "Bo Rau",
        "teilte",
        "indirect",
    ),
    (
        "de",
        "Nach Angaben der Polizei wurden bei dem Unfall in Ahlen drei Menschen verletzt.",
        "drei Menschen verletzt",
        "Polizei",
        "Nach",
        "indirect",
    ),
    (
        "en",
        "“We will close the pool this autumn,” said Mayor Ina Holm on Monday.",
        "We will close the pool this autumn",
        "Ina Holm",
        "said",
        "direct",
    ),
    (
        "en",
        "Senator Bo Rau said that the bridge would be rebuilt by spring.",
        "the bridge would be rebuilt by spring",
        "Bo Rau",
        "said",
        "indirect",
    ),
    (
        "en",
        "The dam was never inspected, according to a report by the water board.",
        "The dam was never inspected",
        "report",
        "according to",
        "indirect",
    ),
]


@pytest.mark.parametrize(("code", "text", "content", "source", "cue", "form"), FOUND, ids=[row[1] for row in FOUND])
def test_plain_attributions(
    models: dict[str, AttributionModel], code: str, text: str, content: str, source: str, cue: str, form: str
) -> None:
    claims = models[code].predict(doc_of(code, text))
    claim = max(claims, key=lambda each: each.confidence)
    assert content in words(claim.content)
    assert source in words(claim.source.spans)
    assert cue in words(claim.cue)
    assert (claim.form, claim.rule) == (form, f"{code}.attribution.model")
    assert claim.confidence > 0.5


def test_a_pronoun_and_a_fuller_mention_are_both_sources_in_reach(models: dict[str, AttributionModel]) -> None:
    text = "Ina Holm leitet das Museum. „Die Sammlung bleibt“, sagte sie."
    claims = models["de"].predict(doc_of("de", text))
    assert words(claims[0].source.spans) in ("sie", "Ina Holm")


@pytest.mark.parametrize("code", LANGUAGES)
def test_own_voice_is_left_alone(models: dict[str, AttributionModel], code: str) -> None:
    text = {
        "de": "Der Zug fährt um neun Uhr ab. Der Bahnsteig ist breit.",
        "en": "The train leaves at nine. The platform is wide.",
    }[code]
    assert [claim for claim in models[code].predict(doc_of(code, text)) if claim.confidence >= 0.5] == []


ODD = [
    "",
    " ",
    "\n\n",
    "„",
    "“ ” „ “ » «",
    "“\n\n“\n\n“",
    "A" * 5000,
    "„Ja“" * 200,
    "!!! ??? …",
    "🎈🎈 «🎈»",
    "EILMELDUNG: POLIZEI SAGT „HALT“",
    "sagte.„Nein“,so Holm„Doch“",
    "Ort\tZeit\tName\n\n1\t2\t3",
    "12:04 Uhr: Holm sagt ab\n\n12:05 Uhr: Rau bestätigt",
    "‚‘‚‘ ''``'' \"\"",
    "\u200b\u00ad\ufeff",
    "a\rb\u2028c",
]


@pytest.mark.parametrize("text", ODD, ids=[repr(text[:30]) for text in ODD])
@pytest.mark.parametrize("code", LANGUAGES)
def test_odd_texts_give_well_formed_claims(models: dict[str, AttributionModel], code: str, text: str) -> None:
    doc = doc_of(code, text)
    for claim in models[code].predict(doc):
        assert_well_formed(claim, doc)


def assert_well_formed(claim: Claim, doc: Doc) -> None:
    assert claim.content
    assert 0 <= claim.confidence <= 1
    for spans in (claim.content, claim.source.spans, claim.cue):
        assert all(left.end <= right.start for left, right in zip(spans[:-1], spans[1:], strict=True))
        assert all("\n" not in span.text and 0 <= span.start < span.end <= len(doc) for span in spans)


@pytest.mark.parametrize("marks", ["„“", "»«", "«»", "“”", '""'])
def test_every_style_of_quotation_marks_is_direct_speech(models: dict[str, AttributionModel], marks: str) -> None:
    text = f"{marks[0]}Das Wasser steigt seit gestern{marks[1]}, sagte der Landrat am Abend."
    claims = models["de"].predict(doc_of("de", text))
    assert [claim.form for claim in claims] == ["direct"]
    assert words(claims[0].content) == text[: text.index(",")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_long_live_blog_is_read_entry_by_entry(models: dict[str, AttributionModel], code: str) -> None:
    entry = {"de": "„Wir bleiben ruhig“, sagte Ina Holm am Abend.", "en": "“We stay calm,” said Ina Holm."}[code]
    few = models[code].predict(doc_of(code, "\n\n".join([entry] * 20)))
    many = models[code].predict(doc_of(code, "\n\n".join([entry] * 400)))
    assert len(few) >= 20
    assert len(many) >= 400
