"""Registers the component `hearsay_sources`; its logic is in `component.py`."""

from spacy.language import Language

from ...lang import rules_for
from .component import SourcesComponent


@Language.factory("hearsay_sources")
def create(nlp: Language, name: str) -> SourcesComponent:
    """The component for the pipeline's language."""
    return SourcesComponent(rules_for(nlp.lang))
