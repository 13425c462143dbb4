"""Every rule of every language, both examples: the one table that a new rule joins by being listed.

A rule's `fires` must make exactly the marks it shows, under the rule's own id; its `silent` must leave no trace of
the rule. Attribution rules are run alone; certainty rules on the claims as marked; the rules of later components are
run in the whole pipeline.
"""

import pytest

from server.nlp.components.certainty.component import CertaintyComponent
from server.nlp.lang import languages, rules_for
from server.nlp.lang.base import LanguageRules
from tests.marked_claims import with_claims
from tests.markup import check, parse

LISTS = sorted(name for name in dir(LanguageRules) if name.endswith("_rules"))
RULES = [
    pytest.param(code, component, rule, id=rule.id)
    for code in languages()
    for component in LISTS
    for rule in getattr(rules_for(code), component)()
]


def traces(doc):
    """The ids of all rules that left something in the Doc."""
    for claim in doc._.claims:
        yield claim.rule
        yield claim.source.rule
        yield from (cue.rule for cue in claim.certainty.cues)


@pytest.fixture
def run(analysed, annotated, typed):
    """`run(component, rule, marked, code)`: the Doc with what the rule, or the pipeline with it, finds."""

    def apply(component, rule, marked, code):
        if component == "certainty_rules":
            return CertaintyComponent(rules_for(code))(with_claims(annotated(marked, code), marked))
        if component == "source_rules":
            return typed(marked, code)
        if component != "attribution_rules":
            return analysed(marked, code)
        doc = annotated(marked, code)
        doc._.claims = list(rule.apply(doc))
        return doc

    return apply


@pytest.mark.parametrize(("code", "component", "rule"), RULES)
def test_rule_fires(code, component, rule, run):
    marked = parse(rule.fires)
    doc = run(component, rule, marked, code)
    check(marked, doc, exact=component == "attribution_rules")
    assert rule.id in traces(doc)


@pytest.mark.parametrize(("code", "component", "rule"), RULES)
def test_rule_is_silent(code, component, rule, run):
    doc = run(component, rule, parse(rule.silent), code)
    assert rule.id not in set(traces(doc))


@pytest.mark.parametrize("code", languages())
def test_rules_are_told_apart(code):
    ids = [rule.id for component in LISTS for rule in getattr(rules_for(code), component)()]
    assert len(ids) == len(set(ids))
    assert all(name.startswith(f"{code}.") for name in ids)
