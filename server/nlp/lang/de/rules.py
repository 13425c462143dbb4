"""German: what the components ask of it."""

from collections.abc import Sequence

import spacy
from spacy.language import Language

from ..base import AttributionRule, LanguageRules


class German(LanguageRules):
    """Assembles the German annotator and the rule lists of this folder."""

    code = "de"

    def annotator(self) -> Language:
        """See `LanguageRules.annotator`."""
        nlp = spacy.blank("de")
        nlp.add_pipe("sentencizer")
        return nlp

    def attribution_rules(self) -> Sequence[AttributionRule]:
        """See `LanguageRules.attribution_rules`."""
        return []


RULES = German()
