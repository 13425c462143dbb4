"""Types each claim's source: one of eleven types, named or not, resolved, medium."""

from spacy.tokens import Doc

from ...lang.base import LanguageRules


class SourcesComponent:
    """Types each claim's source: one of eleven types, named or not, resolved, medium."""

    def __init__(self, rules: LanguageRules) -> None:
        self._rules = rules

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the claims of the Doc."""
        return doc
