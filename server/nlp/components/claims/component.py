"""Adds the claims in the article's own voice and rates how check-worthy each claim is.

Sets `Claim.checkworthy` (0 to 1) of every claim and appends own-voice claims (form `none`) to `Doc._.claims`, with
their certainty. By default a page shows only the best of them: `Claim.confidence` of the others stays below the
default threshold, so that they appear only where the caller asks for less confidence.

| measured on | figure | command |
|---|---|---|
| gold, tuning half, each article left out in turn: own voice as shown | F1 .54 de, .61 en | `evaluate` |
| the same, every statement rated at least one half | F1 .56 de, .68 en | `evaluate` |
| the same, attributed claims | F1 .61 de, .63 en | `evaluate` |
| CheckThat! 2025 `dev_test`, subjective or objective | macro-F1 .72 de, .68 en | `evaluate` |

The command is `python -m training.checkworthiness evaluate --corpora DIR`.
"""

from math import ceil

from spacy.tokens import Doc

from ...annotations import Claim, Form
from ...article import Role
from ...lang.base import LanguageRules
from ..attribution.blocks import ServiceLines
from ..certainty.component import CertaintyComponent
from .own_voice import Statement, statements
from .rating import DocFeatures, Rater

SHOWN_SHARE = 0.25
"""Of the own-voice statements of an article at most this share, and one more, is shown by default."""
SHOWN_FROM = 0.5
"""Check-worthiness from which a statement may be shown by default."""
HIDDEN = 0.49
"""Highest confidence of a statement that is not shown by default."""
HEADLINE_CONFIDENCE = 0.9
"""A headline's statement is a claim in any case: the headline is judged by it."""
RULES = {Role.HEADLINE: "claims.headline", Role.LEAD: "claims.statement", Role.BODY: "claims.statement"}


class ClaimsComponent:
    """Adds own-voice claims to `Doc._.claims`, in text order, and sets every claim's check-worthiness."""

    def __init__(self, rules: LanguageRules) -> None:
        self._certainty = CertaintyComponent(rules)
        self._service = ServiceLines(rules.data / "service_lines.tsv")
        self._reporting = frozenset(rules.source_channels())
        self._rater = Rater(rules)

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the claims of the Doc."""
        if not len(doc):
            return doc
        read = self._rater.read(doc)
        for claim in doc._.claims:
            claim.checkworthy = self._rater.rate(claim, read)
        own = self._own_voice(doc, read)
        self._certainty.forget(doc)
        doc._.claims = sorted([*doc._.claims, *own], key=lambda claim: (claim.begin, -claim.end))
        return doc

    def _own_voice(self, doc: Doc, read: DocFeatures) -> list[Claim]:
        clauses = self._certainty.clauses(doc)
        found = list(statements(doc, clauses, self._service, self._reporting))
        claims = [Claim([statement.span], Form.NONE, RULES[statement.role]) for statement in found]
        for claim in claims:
            claim.certainty = self._certainty.judge(claim, clauses)
            claim.checkworthy = self._rater.rate(claim, read)
        _set_confidence(found, claims)
        return claims


def most_shown(count: int) -> int:
    """How many of an article's own-voice statements are shown by default."""
    return min(count, ceil(SHOWN_SHARE * count) + 1)


def _set_confidence(found: list[Statement], claims: list[Claim]) -> None:
    """The headline's statements stand; of the others the most check-worthy ones keep their rating as confidence."""
    ranked = sorted(
        (claim for statement, claim in zip(found, claims, strict=True) if statement.role is not Role.HEADLINE),
        key=lambda claim: -claim.checkworthy,
    )
    for claim in claims:
        claim.confidence = HEADLINE_CONFIDENCE
    for rank, claim in enumerate(ranked):
        shown = rank < most_shown(len(ranked)) and claim.checkworthy >= SHOWN_FROM
        claim.confidence = claim.checkworthy if shown else min(claim.checkworthy, HIDDEN)
