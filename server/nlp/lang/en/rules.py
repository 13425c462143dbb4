"""English: what the components ask of it."""

from collections.abc import Sequence

from spacy.language import Language

from ..base import AttributionRule, LanguageRules
from .annotator import english_annotator


class English(LanguageRules):
    """Assembles the English annotator and the rule lists of this folder."""

    code = "en"

    def annotator(self) -> Language:
        """See `LanguageRules.annotator`."""
        return english_annotator()

    def attribution_rules(self) -> Sequence[AttributionRule]:
        """See `LanguageRules.attribution_rules`."""
        return []


RULES = English()
