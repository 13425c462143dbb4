"""Lemma with particle, and finiteness, of English verbs, marked as `form/lemma+particle/mood`; `-` is none."""

import re

import pytest

MARK = re.compile(r"(\w+)/([\w+]+)/(ind|-)")

EXAMPLES = [
    pytest.param("She pointed/point+out/ind out that it failed/fail/ind.", id="particle beside its verb"),
    pytest.param("They called/call+off/ind the vote off.", id="particle after the object"),
    pytest.param("He has/have/ind denied/deny/- it.", id="perfect"),
    pytest.param("The mayor said/say/ind it would/would/ind fall/fall/-.", id="modal and infinitive"),
    pytest.param("Critics say/say/ind the plan is/be/ind dead.", id="present"),
]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_verbs(annotate, marked):
    doc = annotate("en", MARK.sub(r"\1", marked))
    found = {(token.text, token._.verb.replace(" ", "+"), token._.mood or "-") for token in doc}
    assert set(MARK.findall(marked)) <= found
