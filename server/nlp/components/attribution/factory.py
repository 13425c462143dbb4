"""Registers the component `hearsay_attribution`; its logic is in `component.py`."""

from spacy.language import Language

from ...lang import rules_for
from .component import AttributionComponent, load_component


@Language.factory("hearsay_attribution")
def create(nlp: Language, name: str) -> AttributionComponent:
    """The component for the pipeline's language."""
    return load_component(rules_for(nlp.lang))
