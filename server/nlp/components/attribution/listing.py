"""From finders, which yield claims of several kinds, to rules, one for each kind, under the language's ids."""

from dataclasses import replace
from functools import partial

from spacy.tokens import Doc

from ...annotations import Claim
from ...lang.base import AttributionRule
from ...rule import Rule
from .reading import Finder, Grammar, found_by, read


def rule(
    code: str, grammar: Grammar, name: str, finder: Finder, description: str, fires: str, silent: str
) -> AttributionRule:
    """The rule for the kind `name` of what a finder yields; its id is `<code>.attribution.<name>`."""
    identifier = f"{code}.attribution.{name}"
    return Rule(identifier, description, fires, silent, partial(_apply, finder, grammar, name, identifier))


def _apply(finder: Finder, grammar: Grammar, name: str, identifier: str, doc: Doc) -> list[Claim]:
    return [replace(each, rule=identifier) for each in found_by(finder, read(doc, grammar)) if each.rule == name]
