"""Registers the component `hearsay_claims`; its logic is in `component.py`."""

from spacy.language import Language

from ...lang import rules_for
from .component import ClaimsComponent


@Language.factory("hearsay_claims")
def create(nlp: Language, name: str) -> ClaimsComponent:
    """The component for the pipeline's language."""
    return ClaimsComponent(rules_for(nlp.lang))
