"""Source spans as a tagger may draw them, and what is left of them: `(text with {wrong span}, cue, repair, result)`.

The wrong span stands in braces, the content in brackets, the cue in angle brackets; the result is the span's words
after the check, empty where nobody can be meant.
"""

import re

import pytest

from server.nlp.annotations import Claim, Form, Source
from server.nlp.article import Article
from server.nlp.components.sources.component import SourcesComponent
from server.nlp.lang import rules_for
from server.nlp.pipeline import annotate

GERMAN = [
    ("{Ada Holm leitet die Klinik am See. Sie} <sagte>, [die Betten seien voll].", "sentence", "Sie"),
    ("{Er erklärte dem Sender}, [der Damm halte].", "pronoun", "Er"),
    ("[Der Damm halte], {polterte er in einem auf der Amtsseite} veröffentlichten Text.", "pronoun", "er"),
    ("[„Der Damm hält“], <sagte> {er der Nachrichtenagentur AQP}.", "pronoun", "er"),
    ("{Ada Holm erklärte dem Sender}, [der Damm halte].", "clause", "Ada Holm"),
    ("[„Der Damm hält“], <sagte> {die 44-Jährige dem Sender AQP}.", "two", "die 44-Jährige"),
    ("<Wie> {die Lotsin weiter} <berichtet>, [halte der Damm].", "adverb", "die Lotsin"),
    (
        "{Ada Holm, Verwalterin der} Heime, <sagte>, [die Betten seien voll].",
        "open-end",
        "Ada Holm, Verwalterin der Heime",
    ),
    ("<Nach> {Informationen} unserer Redaktion [fehlt das Geld].", "genitive", "Informationen unserer Redaktion"),
    ("{Ein Mitarbeiter} der Werft <sagte>, [das Tor sei offen].", "genitive", "Ein Mitarbeiter der Werft"),
    ("{Gestern} <erklärte> die Lotsin Ada Holm, [der Damm halte].", "no-speaker", "die Lotsin Ada Holm"),
    ("{Die Anwältin der Frau dem Richter} <mitgeteilt hatte>, [der Zeuge lüge].", "two", "Die Anwältin der Frau"),
    ("{Die Lotsin gegenüber Journalisten} <sagte>, [der Damm halte].", "recipient", "Die Lotsin"),
    ("{Die Anwohner} <wurden> <gebeten>, [die Häuser zu verlassen].", "spoken-to", ""),
    ("{Der regionalen Zeitung} <sagte> Ada Holm: [„Der Damm hält.“]", "oblique", "Ada Holm"),
    ("Ada Holm <sagte> im Gespräch mit {der „Neuen Stimme“}, [der Damm halte].", "addressee", "Ada Holm"),
    (
        "{Ähnlich} <äußerte> sich die Bürgermeisterin Ada Holm: [„Der Damm hält.“]",
        "no-speaker",
        "die Bürgermeisterin Ada Holm",
    ),
]
ENGLISH = [
    ("{Ada Holm} <was told> [that the dam would hold].", "spoken-to", ""),
    ("Speaking to {the Daily Mail Ada Holm} <claimed>: [“The dam will hold.”]", "two", "Ada Holm"),
    ("{The mayor released a report} <showing> [the dam would hold].", "clause", "The mayor"),
    (
        "A memo seen by {the Coast Post} <shows> [that the dam held].",
        "tail",
        "A memo seen by the Coast Post",
    ),
    ("An aide {who} <asked not to be named said> [that the dam held].", "relative", "An aide"),
    ("{Engineers at the dam tested it and} <found> [that it would hold].", "clause", "Engineers at the dam"),
]
RIGHT = [
    ("de", "Laut {dem Minister} [hält der Damm]."),
    ("de", "{Dem Minister} <zufolge> [hält der Damm]."),
    ("de", "{Ein Sprecher des Senats, der neu im Amt ist,} <sagte>, [der Damm halte]."),
    ("de", "{Der Minister} <wird zitiert> mit: [„Der Damm hält.“]"),
    ("en", "According to {the minister}, [the dam will hold]."),
    ("en", "{Gov. Ada Holm} <said> [the dam would hold]."),
    ("en", "{The minister} <was quoted> as saying [the dam would hold]."),
]


def vetted(code, marked):
    """The claim of a marked sentence after the rules' frames were read and the sources component has run."""
    marks, plain = {"{": [], "[": [], "<": []}, ""
    for opening, words, text in re.findall(r"([{\[<])([^}\]>]*)[}\]>]|([^{\[<]+)", marked):
        if opening:
            marks[opening].append((len(plain), len(plain) + len(words)))
        plain += words or text
    rules = rules_for(code)
    doc = annotate(rules.annotator(), Article.from_text(plain))[0]
    for rule in rules.attribution_rules():
        list(rule.apply(doc))
    source, content, cue = ([doc.char_span(*place) for place in marks[opening]] for opening in "{[<")
    form = Form.DIRECT if content[0].text[0] in "„“" else Form.INDIRECT
    claim = Claim(content, form, "test", source=Source(source), cue=cue)
    doc._.claims = [claim]
    SourcesComponent(rules)(doc)
    return claim


@pytest.mark.parametrize(
    ("code", "marked", "repair", "words"),
    [("de", *row) for row in GERMAN] + [("en", *row) for row in ENGLISH],
)
def test_an_impossible_source_is_repaired_by_name(code, marked, repair, words):
    source = vetted(code, marked).source
    assert (source.repair, " ".join(span.text for span in source.spans)) == (repair, words)


@pytest.mark.parametrize(("code", "marked"), RIGHT)
def test_a_possible_source_stays(code, marked):
    wanted = re.search(r"\{([^}]*)\}", marked)[1]
    source = vetted(code, marked).source
    assert (source.repair, [span.text for span in source.spans]) == ("", [wanted])


def test_the_content_begins_after_what_is_told_of_the_source():
    claim = vetted("en", "<According to> {the Coast Post}, [which asked first, the dam held].")
    assert [span.text for span in claim.content] == ["the dam held"]
