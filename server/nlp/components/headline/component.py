"""Compares the headline's certainty with the body's support for the same proposition."""

from spacy.tokens import Doc

from ...lang.base import LanguageRules


class HeadlineComponent:
    """Compares the headline's certainty with the body's support for the same proposition."""

    def __init__(self, rules: LanguageRules) -> None:
        self._rules = rules

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the claims of the Doc."""
        return doc
