"""German: what the components ask of it."""

from collections.abc import Sequence

from spacy.language import Language

from ..base import AttributionRule, LanguageRules
from .annotator import german_annotator


class German(LanguageRules):
    """Assembles the German annotator and the rule lists of this folder."""

    code = "de"

    def annotator(self) -> Language:
        """See `LanguageRules.annotator`."""
        return german_annotator()

    def attribution_rules(self) -> Sequence[AttributionRule]:
        """See `LanguageRules.attribution_rules`."""
        return []


RULES = German()
