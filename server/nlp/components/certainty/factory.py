"""Registers the component `hearsay_certainty`; its logic is in `component.py`."""

from spacy.language import Language

from ...lang import rules_for
from .component import CertaintyComponent


@Language.factory("hearsay_certainty")
def create(nlp: Language, name: str) -> CertaintyComponent:
    """The component for the pipeline's language."""
    return CertaintyComponent(rules_for(nlp.lang))
