"""English: what the components ask of it."""

from collections.abc import Sequence

import spacy
from spacy.language import Language

from ..base import AttributionRule, LanguageRules


class English(LanguageRules):
    """Assembles the English annotator and the rule lists of this folder."""

    code = "en"

    def annotator(self) -> Language:
        """See `LanguageRules.annotator`."""
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
        return nlp

    def attribution_rules(self) -> Sequence[AttributionRule]:
        """See `LanguageRules.attribution_rules`."""
        return []


RULES = English()
