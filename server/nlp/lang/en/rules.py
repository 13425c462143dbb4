"""English: what the components ask of it."""

from collections.abc import Sequence

from spacy.language import Language

from ...clauses import ClauseWords
from ...components.sources.lexicon import Lexicon
from ...components.sources.typer import SourceRule
from ..base import AttributionRule, CertaintyRule, LanguageRules
from . import certainty, sources
from .annotator import english_annotator
from .attribution.rules import ATTRIBUTION_RULES
from .word_forms import EnglishForms


class English(LanguageRules):
    """Assembles the English annotator and the rule lists of this folder."""

    code = "en"

    def annotator(self) -> Language:
        """See `LanguageRules.annotator`."""
        return english_annotator()

    def attribution_rules(self) -> Sequence[AttributionRule]:
        """See `LanguageRules.attribution_rules`."""
        return ATTRIBUTION_RULES

    def clause_words(self) -> ClauseWords:
        """See `LanguageRules.clause_words`."""
        return ClauseWords.read(self.data, zero_complement=True)

    def certainty_rules(self) -> Sequence[CertaintyRule]:
        """See `LanguageRules.certainty_rules`."""
        return certainty.RULES

    def source_lexicon(self) -> Lexicon:
        """See `LanguageRules.source_lexicon`."""
        return Lexicon(self.data, EnglishForms())

    def source_rules(self) -> Sequence[SourceRule]:
        """See `LanguageRules.source_rules`."""
        return sources.RULES


RULES = English()
