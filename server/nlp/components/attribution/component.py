"""Finds who says what: content, source and cue spans, form, and the rule that found them."""

from spacy.tokens import Doc

from ...lang.base import LanguageRules


class AttributionComponent:
    """Appends the attributed claims to `Doc._.claims`, in text order."""

    def __init__(self, rules: LanguageRules) -> None:
        self._rules = rules.attribution_rules()

    def __call__(self, doc: Doc) -> Doc:
        """Run every attribution rule over the Doc."""
        found = [claim for rule in self._rules for claim in rule.apply(doc)]
        doc._.claims = sorted(found, key=lambda claim: (claim.begin, -claim.end))
        return doc
