"""Clauses without a parser: one line a sentence, the expected clauses between bars with kind and governor."""

import pytest

from server.nlp.clauses import clauses_of
from server.nlp.lang import rules_for
from tests.markup import parse

CASES = [
    ("de", "Der Mann, der ihn sah, schwieg.", [("main", "Der Mann, schwieg."), ("relative", "der ihn sah,")]),
    ("de", "Sie sagte, dass er lügt.", [("main", "Sie sagte,"), ("complement", "dass er lügt.")]),
    ("de", "Wenn es regnet, bleibt er.", [("conditional", "Wenn es regnet,"), ("main", "bleibt er.")]),
    (
        "de",
        "Er bestritt, Geld genommen zu haben.",
        [("main", "Er bestritt,"), ("infinitive", "Geld genommen zu haben.")],
    ),
    ("de", "Er ging und sie blieb.", [("main", "Er ging"), ("main", "und sie blieb.")]),
    ("de", "Sie sollen Geld und Schmuck gestohlen haben.", [("main", "Sie sollen Geld und Schmuck gestohlen haben.")]),
    ("en", "He said that she lied.", [("main", "He said"), ("complement", "that she lied.")]),
    ("en", "He said she lied.", [("main", "He said"), ("main", "she lied.")]),
    ("en", "She left because it rained.", [("main", "She left"), ("adverbial", "because it rained.")]),
    ("en", "He has won just once in nine years.", [("main", "He has won just once in nine years.")]),
    ("en", "The dam that broke was old.", [("main", "The dam was old."), ("relative", "that broke")]),
    ("en", "If it rains, he stays.", [("conditional", "If it rains,"), ("main", "he stays.")]),
]


@pytest.mark.parametrize(("code", "sentence", "expected"), CASES, ids=[case[1] for case in CASES])
def test_clauses(annotated, code, sentence, expected):
    doc = annotated(parse(sentence), code)
    found = clauses_of(doc[:], rules_for(code).clause_words())
    words = [
        (clause.kind.value, "".join(token.text_with_ws for token in clause.tokens(doc)).strip()) for clause in found
    ]
    assert words == expected


@pytest.mark.parametrize("code", ["de", "en"])
def test_every_token_belongs_to_exactly_one_clause(annotated, code):
    for _, sentence, _ in (case for case in CASES if case[0] == code):
        doc = annotated(parse(sentence), code)
        indices = [index for clause in clauses_of(doc[:], rules_for(code).clause_words()) for index in clause.indices]
        assert sorted(indices) == list(range(len(doc)))


def test_a_dependent_clause_knows_its_governor(annotated):
    doc = annotated(parse("Sie sagte, dass er, wenn es regnet, bleibt."), "de")
    main, complement, condition = clauses_of(doc[:], rules_for("de").clause_words())
    assert main.governor is None
    assert complement.governor is main
    assert condition.governor is complement
