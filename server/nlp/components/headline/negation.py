"""Which clauses are negated, by a language's words of negation and of comparison (`headline.tsv`)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

CLAUSE_ENDS = frozenset(",;:.!?–—")
COMPARED = 3
"""Tokens after a word of comparison within which a negation belongs to what is compared with."""


@dataclass(frozen=True, slots=True)
class Negations:
    """Lower-cased words that negate, and those that compare: *those who nap* and *than those who never did*."""

    words: frozenset[str]
    comparisons: frozenset[str]

    def negate(self, spans: Iterable[Span]) -> bool:
        """Whether an odd number of negation words stands in a clause of the spans."""
        return any(self.count(clause) % 2 for span in spans for clause in clauses(span))

    def count(self, clause: Span) -> int:
        """How many negation words the clause has, without those of what it compares with."""
        return sum(token.lower_ in self.words and not self._compared(token, clause) for token in clause)

    def _compared(self, token: Token, clause: Span) -> bool:
        before = token.doc[max(clause.start, token.i - COMPARED) : token.i]
        return any(other.lower_ in self.comparisons for other in before)


def clauses(span: Span) -> Iterator[Span]:
    """The pieces of a span from mark to mark, each with the mark after it."""
    begin = span.start
    for token in span:
        if token.text in CLAUSE_ENDS or token.i == span.end - 1:
            yield span.doc[begin : token.i + 1]
            begin = token.i + 1
