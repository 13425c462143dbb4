"""German certainty: the rules for modals, mood, questions and conditions; the words stand in `data/certainty.tsv`."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ...annotations import CueKind, Form, SourceType, Status
from ...clauses import ClauseKind
from ...components.certainty.bands import Reading
from ...components.certainty.contexts import read_contexts
from ...components.certainty.grammar import negated_from_outside, questions
from ...components.certainty.lexicon import CertaintyWords
from ...components.certainty.scope import Scope
from ...rule import Rule
from ..base import CertaintyRule
from .modals import has_word, infinitive_of, is_perfect, modals

DATA = Path(__file__).parent / "data"
WORDS = CertaintyWords(DATA)
CONTEXTS = read_contexts(DATA)


def hearsay_sollen(scope: Scope) -> Iterator[Reading]:
    """Reportative *soll*."""
    for modal in modals(scope, "sollen"):
        if is_hearsay_sollen(scope, modal):
            yield scope.reading(modal, CueKind.MODAL, Status.DISTANCED, 0.38)


def is_hearsay_sollen(scope: Scope, modal) -> bool:
    """With a perfect infinitive or a verb of state; under an attribution cue of its own."""
    if modal.lower_.startswith("sollt"):
        return False
    if scope.claim.source.type is SourceType.UNSPECIFIED and modal in scope.cue:
        return True
    infinitive = infinitive_of(modal, scope)
    if infinitive is None:
        return False
    if is_perfect(infinitive):
        return True
    return infinitive._.verb in CONTEXTS["state"] and not has_word(scope.clause_tokens(modal), CONTEXTS["future"])


def deontic_sollen(scope: Scope) -> Iterator[Reading]:
    """*soll* of plan and duty."""
    for modal in modals(scope, "sollen"):
        if not is_hearsay_sollen(scope, modal):
            yield scope.reading(modal, CueKind.MODAL, Status.HYPOTHETICAL, 0.5)


def hearsay_wollen(scope: Scope) -> Iterator[Reading]:
    """*will* + perfect infinitive."""
    for modal in modals(scope, "wollen"):
        infinitive = infinitive_of(modal, scope)
        if infinitive is not None and is_perfect(infinitive):
            yield scope.reading(modal, CueKind.MODAL, Status.DISTANCED, 0.35)
