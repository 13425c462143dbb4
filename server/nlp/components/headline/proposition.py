"""The headline's proposition as words, and how much of it other words cover."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span

from .terms import PART, Senses, Term, counts_in, likeness, terms_of

CONTEXT = 0.7
"""What a word counts that stands only in the claim's source or in the sentence before."""
TOPIC = 0.5
"""What a name counts that stands only in the article's first paragraph: who the article is about all along."""
ELSEWHERE = 0.7
"""Factor on the coverage where what is said differs: the headline's verb, or without one its last noun, is not met."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """What the headline says: its content words, and those of them that say what happened (`predicate`).

    `about` are the content words beside it, which are no part of what it says but may name its matter; `counts` are
    its numbers with what they count.
    """

    terms: list[Term]
    predicate: list[Term]
    about: list[Term] = field(default_factory=list)
    counts: list[tuple[float, Term]] = field(default_factory=list)

    @classmethod
    def of(cls, spans: Sequence[Span], senses: Senses, about: Sequence[Span] = ()) -> "Proposition":
        """The predicate: verbs; or what follows *is*, in a question last; or what is counted; or first noun, events."""
        terms = terms_of(spans, senses)
        telling = [term for term in terms if not term.name and not term.light]
        verbs = [term for term in telling if term.verb]
        events = [term for term in telling if term.events]
        beside = [term for term in terms_of(about, senses) if not term.light and term not in terms]
        counts = counts_in(spans, senses)
        counted = [noun for _, noun in counts if noun in telling]
        said = verbs or _predicative(spans, senses) or counted or telling[:1] + events
        return cls(terms, said, beside, counts)


def _predicative(spans: Sequence[Span], senses: Senses) -> list[Term]:
    """The words that are no names after a finite auxiliary; of a question only the last."""
    after: list[Span] = []
    for span in spans:
        copula = next((token.i for token in span if token._.mood), None)
        if copula is not None and not after:
            after = [span.doc[copula + 1 : span.end]]
        elif after:
            after.append(span)
    found = [term for term in terms_of(after, senses) if not term.name and not term.light]
    return found[-1:] if spans[0][0]._.mood else found


@dataclass(frozen=True, slots=True)
class Met:
    """How much of a proposition is met, 0 to 1: in all, by the claim's own words; and whether its predicate is."""

    share: float
    own: float
    tells: bool


def coverage(wanted: Proposition, own: list[Term], context: Sequence[Term] = (), topic: Sequence[Term] = ()) -> Met:
    """The weighted share of `wanted` that a claim's `own` words cover, with its `context` and the `topic` names.

    What stands beside the proposition can only help, unless the proposition names nobody: then that says whom it means.
    """
    said = max((_best(term, own) for term in wanted.predicate), default=1.0)
    readings = [wanted.terms + wanted.about] + [wanted.terms] * any(term.name for term in wanted.terms)
    share, alone = max(_covered(terms, own, context, topic) for terms in readings)
    return Met(share * (1.0 if said else ELSEWHERE), alone, said >= PART)


def _covered(
    wanted: Sequence[Term], own: Sequence[Term], context: Sequence[Term], topic: Sequence[Term]
) -> tuple[float, float]:
    """The weighted share of terms that is met in all, and by the claim's own words."""
    total = alone = covered = 0.0
    for term in wanted:
        best = _best(term, own)
        total += term.weight
        alone += term.weight * best
        covered += term.weight * max(best, CONTEXT * _best(term, context), TOPIC * (term in topic))
    return covered / total, alone / total


def _best(term: Term, others: Sequence[Term]) -> float:
    return max((likeness(term, other) for other in others), default=0.0)
