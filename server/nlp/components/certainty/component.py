"""Reads how surely the text presents each claim: status, score and every cue."""

from spacy.tokens import Doc

from ...lang.base import LanguageRules


class CertaintyComponent:
    """Reads how surely the text presents each claim: status, score and every cue."""

    def __init__(self, rules: LanguageRules) -> None:
        self._rules = rules

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the claims of the Doc."""
        return doc
