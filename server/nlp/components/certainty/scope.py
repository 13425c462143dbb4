"""What a claim's certainty can depend on: the clauses of its proposition and the frame that governs it.

A cue counts for the claims it governs. Inside the content that is the proposition's own clauses (main and
complement clauses; not relative, adverbial or infinitive ones hanging on them). Outside it is the frame: the words
around the content in the same clause, the clauses of the attribution cue, and the clause that governs the content's.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from ...annotations import Claim, CueKind, Form, Status
from ...clauses import Clause, ClauseKind
from .bands import Reading

_PROPOSITION = frozenset((ClauseKind.MAIN, ClauseKind.COMPLEMENT, ClauseKind.INTERROGATIVE))


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a language's certainty words (`lexicon.py` explains the columns)."""

    words: tuple[str, ...]
    inflected: bool
    kind: CueKind
    status: Status
    score: float
    negated: tuple[Status, float] | None
    place: str
    rule: str


Hit = tuple[Token, Token, Entry, bool]
"""A certainty word in a scope: first and last token, entry, and whether it stands in the frame."""


class SentenceClauses:
    """The clauses of a Doc by token, made once per sentence when first asked for."""

    def __init__(self, doc: Doc, clauses: Mapping[int, list[Clause]]) -> None:
        self.doc = doc
        self.listed: dict[int, tuple[Entry, ...]] = {}
        self._clauses = clauses
        self._owner = {index: clause for group in clauses.values() for clause in group for index in clause.indices}

    def of_sentence(self, sentence: Span) -> list[Clause]:
        """The clauses of a sentence."""
        return self._clauses[sentence.start]

    def owner(self, index: int) -> Clause:
        """The clause that holds the token with this index."""
        return self._owner[index]


class Scope:
    """One claim with the words its certainty may depend on; rules read it and yield `Reading`s."""

    def __init__(self, claim: Claim, clauses: SentenceClauses, nested: Collection[int] = ()) -> None:
        """`nested` holds the indices of words that belong to a claim inside this one."""
        self.claim = claim
        self.nested = nested
        self.clauses = clauses
        self.doc = clauses.doc
        self.content = frozenset(index for span in claim.content for index in range(span.start, span.end))
        self.hits: list[Hit] | None = None

    @property
    def attributed(self) -> bool:
        """Whether somebody, or hearsay, vouches for the claim."""
        return self.claim.form is not Form.NONE

    @cached_property
    def touched(self) -> list[Clause]:
        """The clauses the content has words in, in text order."""
        return list(dict.fromkeys(self.clauses.owner(index) for index in sorted(self.content)))

    @cached_property
    def top(self) -> list[Clause]:
        """The clauses that carry the proposition: those that no other touched clause governs, with complements."""
        touched = {id(clause) for clause in self.touched}
        roots = [clause for clause in self.touched if id(clause.governor) not in touched]
        carried = {id(clause) for clause in roots}
        for clause in self.touched:
            if clause.kind in _PROPOSITION and id(clause.governor) in carried:
                carried.add(id(clause))
        return [clause for clause in self.touched if id(clause) in carried]

    @cached_property
    def inside(self) -> list[Token]:
        """The proposition's own words."""
        own = (index for clause in self.top for index in clause.indices if index in self.content)
        return [self.doc[index] for index in own if index not in self.nested]

    @cached_property
    def finite(self) -> list[Token]:
        """The proposition's finite verbs."""
        return [token for token in self.inside if token._.mood]

    @cached_property
    def finite_around(self) -> list[Token]:
        """The finite verbs of the frame."""
        return [token for token in self.frame if token._.mood]

    @cached_property
    def tagged(self) -> dict[str, list[Token]]:
        """The proposition's and the frame's words by tag."""
        found: dict[str, list[Token]] = {}
        for token in (*self.inside, *self.frame):
            found.setdefault(token.tag_, []).append(token)
        return found

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences the content has words in."""
        found: dict[int, Span] = {}
        for span in self.claim.content:
            at = span.start
            while at < span.end:
                sentence = self.doc[at].sent
                found[sentence.start] = sentence
                at = sentence.end
        return list(found.values())

    @cached_property
    def around(self) -> list[Token]:
        """Words of the content's own clauses that are not in the content."""
        return [self.doc[index] for clause in self.top for index in clause.indices if index not in self.content]

    @cached_property
    def frame(self) -> list[Token]:
        """The words that govern the content from outside, in text order; neither source nor verbs that follow."""
        clauses = {id(clause): clause for clause in self.top}
        for clause in self.top:
            if clause.governor is not None and not self.claim.cue:
                clauses[id(clause.governor)] = clause.governor
        for span in self.claim.cue:
            for index in range(span.start, span.end):
                clauses[id(self.clauses.owner(index))] = self.clauses.owner(index)
        source = {index for span in self.claim.source.spans for index in range(span.start, span.end)}
        cue = {index for span in self.claim.cue for index in range(span.start, span.end)}
        outside = {index for clause in clauses.values() for index in clause.indices}
        outside = (outside | cue) - self.content - (source - cue)
        own = {index for clause in self.top for index in clause.indices} - cue
        last = max(self.content)
        return [
            self.doc[index]
            for index in sorted(outside)
            if index < last or index not in own or not self.doc[index]._.verb or self.doc[index]._.mood
        ]

    @cached_property
    def named(self) -> list[Token]:
        """The words of the source: its noun may be a cue (*laut Gerüchten*)."""
        return [token for span in self.claim.source.spans for token in span]

    @cached_property
    def cue(self) -> list[Token]:
        """The words of the attribution cue."""
        return [token for span in self.claim.cue for token in span]

    def sentence_clauses(self) -> list[Clause]:
        """Every clause of the sentences the content has words in."""
        return [clause for sentence in self.sentences for clause in self.clauses.of_sentence(sentence)]

    def clause_tokens(self, token: Token) -> Iterator[Token]:
        """The words of the token's clause."""
        return (self.doc[index] for index in self.clauses.owner(token.i).indices)

    def reading(
        self, first: Token, kind: CueKind, status: Status, score: float, *, last: Token | None = None
    ) -> Reading:
        """A reading of the words from `first` to `last`."""
        return Reading(Span(self.doc, first.i, (last or first).i + 1), kind, status, score)
