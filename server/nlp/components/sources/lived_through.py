"""Whether claims tell what their speaker saw, lived through or feels: *I woke up and saw the flames*, *my house shook*.

A private person who tells such things is a witness (guidelines, section 2). The words are `data/lived_through.tsv`, by
kind: `first` and `third` are the speaker in a quotation and in reported speech, `our` and `their` what is theirs,
`strong` and `weak` what one does or suffers where something happens, `feeling`, `own` what a private person has, and
`scene` what there is to see where something happens. `self` are the pronouns of one person.
"""

from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Span, Token

from ...annotations import Claim, Form
from ...lang.tables import read_table

REACH = 4
"""Words after the speaker's pronoun within which the verb or feeling stands."""
REACH_BEFORE, REACH_LAST = 2, 14
"""Words before and after it where the verb may close the clause."""
OWNED = 3
"""Words after *my* within which the noun stands."""
STRONG, WEAK = 2, 1
OPENING = 3
"""Words in which a claim opens."""


class LivedThrough:
    """One language's words; none where the language has no table.

    `verb_last`: the verb may close the clause or stand before the speaker (*Plötzlich sah ich …*), as in German.
    """

    def __init__(self, path: Path, *, verb_last: bool = False) -> None:
        self._before, self._after = (REACH_BEFORE, REACH_LAST) if verb_last else (0, REACH)
        self._kinds: dict[str, set[str]] = {}
        for row in read_table(path) if path.is_file() else ():
            self._kinds.setdefault(row["word"], set()).add(row["kind"])

    def weight(self, claims: Iterable[Claim]) -> int:
        """How much the claims of one speaker tell of the speaker's own experience; 0 for nothing."""
        return sum(self._in_span(span, claim.form is Form.DIRECT) for claim in claims for span in claim.content)

    def is_about_self(self, claims: Iterable[Claim]) -> bool:
        """Whether a claim opens with its speaker: *she had 400 left*, *“I voted for nobody”*."""
        opening = ((claim.form is Form.DIRECT, claim.content[0][:OPENING]) for claim in claims)
        return any(
            "self" in self._of(token) and {"first" if direct else "third"} & self._of(token)
            for direct, span in opening
            for token in span
        )

    def _in_span(self, span: Span, direct: bool) -> int:
        if not self._kinds:
            return 0
        teller, owner = ("first", "our") if direct else ("third", "their")
        found, scene = 0, False
        for token in span:
            kinds = self._kinds.get(token.lower_, set())
            scene = scene or "scene" in kinds
            if kinds & {teller, "first"}:
                found += self._deed(token, span.end)
            if kinds & {owner, "our"}:
                found += self._own(token, span.end)
        return found + WEAK if found and scene else found

    def _deed(self, token: Token, end: int) -> int:
        """The weight of the verb or feeling in the clause of the speaker's pronoun."""
        after = token.doc[token.i + 1 : min(end, token.i + 1 + self._after)]
        before = token.doc[max(token.sent.start, token.i - self._before) : token.i]
        return max(self._told(after), self._told(reversed(list(before))))

    def _told(self, words: Iterable[Token]) -> int:
        """The weight of what the words up to the next punctuation mark tell."""
        best = 0
        for word in words:
            if word.is_punct:
                break
            kinds = self._of(word)
            if "strong" in kinds or "feeling" in kinds:
                return STRONG
            if "weak" in kinds and word.pos_ == "VERB":
                best = WEAK
        return best

    def _own(self, token: Token, end: int) -> int:
        after = token.doc[token.i + 1 : min(end, token.i + 1 + OWNED)]
        return WEAK if any("own" in self._of(other) for other in after) else 0

    def _of(self, token: Token) -> set[str]:
        forms = (token.lower_, token.lemma_, token._.verb)
        return set[str]().union(*(self._kinds.get(form, set()) for form in forms))
