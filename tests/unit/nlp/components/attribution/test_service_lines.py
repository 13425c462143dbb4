"""Nothing is painted in bylines, teasers, service lines and copyright lines; what only looks like them is kept."""

import pytest

from tests.markup import parse

SERVICE = [
    ("de", "Von Rieke Tamm und Jo Kern"),
    ("de", "Schon gelesen? Laut Polizei soll der Dieb geflohen sein"),
    ("de", "Lesen Sie auch: „Der Deich hält nicht“, sagt Ada Holm"),
    ("de", "Folgen Sie uns: „Wir freuen uns“, sagt die Redaktion"),
    ("de", "© Küstenpost, laut Vertrag ist jede Nutzung verboten"),
    ("de", "Foto: Ada Holm, die laut Polizei verschwand"),
    ("de", "Zeugen, die Angaben zum Hergang machen können, werden gebeten, sich unter 04321/77-0 zu melden."),
    ("en", "By Rhea Colm"),
    ("en", "Read more: The dam is unsafe, engineers said"),
    ("en", "Follow us: “We are happy,” the editors said"),
    ("en", "© Coast Post. The board said that all rights are reserved"),
    ("en", "Falk Motors did not immediately respond to a request for comment."),
    ("en", "The mayor’s office declined to comment on Friday."),
    ("en", "(Reporting by Rhea Colm; Editing by Jo Kern, who said it was late)"),
]
KEPT = [
    ("de", "Von Ada Holm hieß es, der Deich sei sicher. Sie sagte, er werde halten."),
    ("de", "Lesen könne er nicht, sagte der Junge."),
    ("en", "By Monday, the board said that the dam was safe."),
    ("en", "Reading the report took hours, engineers said."),
    ("en", "Falk Motors did not respond to questions about the dam, but said in a statement that it was safe."),
    ("en", "The mayor declined to comment, saying that the dam was safe."),
]


@pytest.mark.parametrize(("code", "line"), SERVICE)
def test_service_lines_hold_no_claims(attributed, code, line):
    assert attributed(parse(line), code)._.claims == []


@pytest.mark.parametrize(("code", "line"), KEPT)
def test_sentences_that_begin_alike_are_read(attributed, code, line):
    assert attributed(parse(line), code)._.claims
