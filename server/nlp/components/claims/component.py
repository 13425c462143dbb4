"""Adds the claims in the article's own voice and rates how check-worthy each claim is."""

from spacy.tokens import Doc

from ...lang.base import LanguageRules


class ClaimsComponent:
    """Adds the claims in the article's own voice and rates how check-worthy each claim is."""

    def __init__(self, rules: LanguageRules) -> None:
        self._rules = rules

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the claims of the Doc."""
        return doc
