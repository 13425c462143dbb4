"""Registers the component `hearsay_headline`; its logic is in `component.py`."""

from spacy.language import Language

from ...lang import rules_for
from .component import HeadlineComponent


@Language.factory("hearsay_headline")
def create(nlp: Language, name: str) -> HeadlineComponent:
    """The component for the pipeline's language."""
    return HeadlineComponent(rules_for(nlp.lang))
