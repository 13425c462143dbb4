"""Clauses of a sentence without a parser: from punctuation, opening words and finite verbs.

Commas, dashes, brackets, colons and semicolons cut a sentence into segments; so does an opening word (*that*,
*because*) inside one, and the seam between two finite verbs. A segment with an opening word or a finite verb of its own
is a clause; one without goes on with the clause before it, or with the clause that was interrupted and still lacks its
verb (*Der Mann, der floh, schweigt*). The opening words come from the language's `data/clauses.tsv` (columns `word`,
`kind`); finite verbs are those with `Token._.mood`. Every step looks at each token a fixed number of times.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from spacy.tokens import Doc, Span, Token

from .lang.tables import read_table

_DEPTH = 8  # clauses nested deeper than anybody writes
_CUTS = frozenset((",", ";", ":", "–", "—", "--", "-", "(", ")", "[", "]"))
_MARKS = frozenset("\"'“”„‚‘’»«›‹()[]–—-,;:")
_RELATIVE_TAGS = frozenset(("WDT", "PRELS", "PRELAT"))
_NOMINAL = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADV", "ADP", "PART"))


class ClauseKind(StrEnum):
    """What a clause is to the sentence; `main` includes a clause in verb-second order after a reporting verb."""

    MAIN = "main"
    COMPLEMENT = "complement"
    INTERROGATIVE = "interrogative"
    CONDITIONAL = "conditional"
    ADVERBIAL = "adverbial"
    RELATIVE = "relative"
    INFINITIVE = "infinitive"


@dataclass(slots=True, eq=False)
class Clause:
    """One clause: pieces as token index pairs (end exclusive), its opening word's and finite verb's index or None.

    `governor` is the clause it depends on, None for a main clause.
    """

    kind: ClauseKind
    pieces: list[tuple[int, int]]
    opener: int | None = None
    verb: int | None = None
    governor: "Clause | None" = field(default=None, repr=False)

    @property
    def indices(self) -> Iterator[int]:
        """The indices of its tokens in text order."""
        return (index for begin, end in self.pieces for index in range(begin, end))

    def tokens(self, doc: Doc) -> list[Token]:
        """Its tokens in text order."""
        return [doc[index] for index in self.indices]


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """A language's opening words by kind. `zero_complement`: whether a clause may follow a verb unmarked (English)."""

    openers: Mapping[str, ClauseKind]
    coordinators: frozenset[str]
    infinitive_marks: frozenset[str]
    prepositions: frozenset[str]
    zero_complement: bool

    @classmethod
    def read(cls, data: Path, *, zero_complement: bool) -> "ClauseWords":
        """Read `clauses.tsv` in the folder `data`; raises `OSError` where it is missing."""
        rows = read_table(data / "clauses.tsv")
        kinds = set(ClauseKind)

        def words(kind: str) -> frozenset[str]:
            return frozenset(row["word"] for row in rows if row["kind"] == kind)

        openers = {row["word"]: ClauseKind(row["kind"]) for row in rows if row["kind"] in kinds}
        return cls(openers, words("coordinator"), words("infinitive_mark"), words("preposition"), zero_complement)


def clauses_of(sentence: Span, words: ClauseWords) -> list[Clause]:
    """The clauses of a sentence in the order they begin; every token belongs to exactly one."""
    clauses: list[Clause] = []
    verbs = frozenset(token.i for token in sentence if finite(token))
    for begin, end in _segments(sentence, words, verbs):
        _place(sentence.doc, begin, end, clauses, words, verbs)
    _govern(clauses)
    return clauses


def finite(token: Token) -> bool:
    """Whether the annotator took the token for a finite verb; what follows *zu* never is one."""
    return bool(token._.mood) and not (token.i and token.nbor(-1).lower_ == "zu")


def _segments(sentence: Span, words: ClauseWords, verbs: frozenset[int]) -> list[tuple[int, int]]:
    """Token index pairs between the cuts; a cut's punctuation ends the segment before it."""
    doc, begin = sentence.doc, sentence.start
    segments: list[tuple[int, int]] = []
    seen_verb = False
    for index in range(sentence.start, sentence.end):
        token = doc[index]
        if index > begin and (token.text in _CUTS and not _inside_word(token)):
            segments.append((begin, index + 1))
            begin, seen_verb = index + 1, False
            continue
        if index > begin and _opens_inside(token, words, seen_verb, verbs):
            segments.append((begin, index))
            begin, seen_verb = index, False
        if index in verbs:
            if seen_verb and words.zero_complement:
                seam = index if doc[begin].tag_ in _RELATIVE_TAGS else _seam(doc, begin, index)
                if seam is not None:
                    segments.append((begin, seam))
                    begin = seam
            seen_verb = True
    if begin < sentence.end:
        segments.append((begin, sentence.end))
    return segments


def _inside_word(token: Token) -> bool:
    """Whether a hyphen or dash joins two words, or a comma stands in a number."""
    glued = token.i > 0 and not token.nbor(-1).whitespace_
    return glued and not token.whitespace_ and token.text not in (";", "(", ")", ",")


def _opens_inside(token: Token, words: ClauseWords, seen_verb: bool, verbs: frozenset[int]) -> bool:
    """Whether the token opens a clause in the middle of a segment."""
    word = token.lower_
    if word in words.coordinators:
        return seen_verb and _verb_follows(token, verbs)
    if not words.zero_complement:
        return False
    kind = words.openers.get(word)
    if kind is None or token.tag_ == "RB" or word == "that" and token.tag_ == "DT":
        return False  # *won just once in nine*
    return kind is not ClauseKind.RELATIVE or token.tag_.startswith("W") or token.pos_ == "SCONJ"


def _verb_follows(coordinator: Token, verbs: frozenset[int]) -> bool:
    """Whether a finite verb comes after a coordinator before the next cut."""
    sentence_end = coordinator.sent.end
    for index in range(coordinator.i + 1, min(sentence_end, coordinator.i + 12)):
        token = coordinator.doc[index]
        if token.text in _CUTS and not _inside_word(token):
            return False
        if index in verbs and not _ends_verb_group(token):
            return True
    return False


def _ends_verb_group(token: Token) -> bool:
    """Whether an auxiliary right after its participle has the infinitive's form: it closes a group, opens no clause."""
    return token.lower_ == token._.verb and token.i > 0 and token.nbor(-1).tag_ in ("VVPP", "VAPP", "VMPP")


def _seam(doc: Doc, begin: int, verb: int) -> int | None:
    """Where the second of two finite verbs begins its clause: before its subject; None where it has none of its own."""
    index = verb
    while index > begin and doc[index - 1].pos_ in _NOMINAL:
        index -= 1
    while index < verb and doc[index].pos_ in ("ADP", "ADV", "PART"):
        index += 1
    if index == verb:
        return None
    return index if index > begin else None


def _place(doc: Doc, begin: int, end: int, clauses: list[Clause], words: ClauseWords, verbs: frozenset[int]) -> None:
    """Make the segment a clause of its own or a further piece of one."""
    opener, kind = _opening(doc, begin, end, words, verbs)
    verb = next((index for index in range(begin, end) if index in verbs), None)
    if kind is None and verb is None and _has_infinitive(doc, begin, end, words) and clauses:
        kind = ClauseKind.INFINITIVE
    waiting = next(
        (clause for clause in reversed(clauses[-_DEPTH:]) if clause.verb is None and _wants_verb(clause)), None
    )
    if kind is not None and (verb is not None or opener is not None or kind is ClauseKind.INFINITIVE):
        clauses.append(Clause(kind, [(begin, end)], opener, verb))
    elif waiting is not None:
        waiting.pieces.append((begin, end))
        waiting.verb = verb
    elif verb is not None or not clauses:
        clauses.append(Clause(ClauseKind.MAIN, [(begin, end)], None, verb))
    else:
        clauses[-1].pieces.append((begin, end))


def _wants_verb(clause: Clause) -> bool:
    return clause.kind is not ClauseKind.INFINITIVE


def _opening(
    doc: Doc, begin: int, end: int, words: ClauseWords, verbs: frozenset[int]
) -> tuple[int | None, ClauseKind | None]:
    """The opening word among the first words of a segment, after marks, coordinators and one preposition."""
    for index in range(begin, min(end, begin + 4)):
        token = doc[index]
        kind = words.openers.get(token.lower_)
        if kind is ClauseKind.RELATIVE and (
            token.i == token.sent.start or not _fits_relative(doc, index, end, words, verbs)
        ):
            return None, None
        if kind is not None:
            return index, ClauseKind.RELATIVE if token.tag_ in _RELATIVE_TAGS else kind
        if token.text not in _MARKS and token.lower_ not in words.coordinators | words.prepositions:
            return None, None
    return None, None


def _fits_relative(doc: Doc, opener: int, end: int, words: ClauseWords, verbs: frozenset[int]) -> bool:
    """Where relative clauses end in their verb, whether this one does; elsewhere always."""
    if words.zero_complement:
        return True
    index = end - 1
    while index > opener and doc[index].text in _MARKS | {".", "!", "?"}:
        index -= 1
    return any(at in verbs for at in range(max(opener + 1, index - 1), index + 1))


def _has_infinitive(doc: Doc, begin: int, end: int, words: ClauseWords) -> bool:
    """Whether a segment without finite verb is an infinitive clause."""
    return any(doc[index].lower_ in words.infinitive_marks for index in range(begin, end)) or any(
        doc[index].tag_ == "VVIZU" for index in range(begin, end)
    )


def _govern(clauses: list[Clause]) -> None:
    """Give each dependent clause its governor: the clause whose words stand right before it, or the next main one."""
    ends = {end: clause for clause in clauses for _, end in clause.pieces}
    following: Clause | None = None
    for clause in reversed(clauses):
        if clause.kind is ClauseKind.MAIN:
            following = clause
        else:
            clause.governor = ends.get(clause.pieces[0][0], following)
