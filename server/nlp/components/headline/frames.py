"""Words that govern what a headline states: verbs of denial, plan, fear …, and phrases such as *vor dem Aus*.

Telegram style leaves out what the certainty rules lean on, so headlines have a table of their own,
`lang/<code>/data/headline_frames.tsv`:

| column    | meaning                                                                                         |
|-----------|-------------------------------------------------------------------------------------------------|
| `words`   | one or more words; `~` at the end of the first allows an ending, at its beginning a compound    |
| `form`    | `verb` (infinitive, with particle), `word` (as written, in lower case), `infinitive` (mark of a |
|           | verb where nothing else is finite: *library to close*)                                          |
| `status`  | what the headline then offers (guidelines, section 3)                                           |
| `score`   | its certainty, 0 to 1                                                                           |
| `content` | `object`: the proposition is what follows; `whole`: the words before belong to it               |
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from ...annotations import Status
from ...lang.tables import Row
from .terms import stem

VERBAL = frozenset({"VBG", "VBN", "VVPP"})
"""Tags of verb forms that govern without being finite: *council weighing sale*, *Rücktritt gefordert*."""
LONG, TITLE_CASE = 4, 0.8
"""Letters from which a word shows title case, and the share of such words that then begin with a capital."""
SHORTEST_OPENING = 3
"""Letters that a compound has at least before the word it ends with (*Betrugsverdacht*)."""
NOT_RULED_OUT = (Status.HEDGED, 0.45)
"""What a negated denial leaves: a possibility (*schließt nicht aus*, *does not deny*)."""
ENDINGS = ("", "e", "en", "er", "es", "em", "n", "s")


@dataclass(frozen=True, slots=True)
class Frame:
    """Governing words of a headline and what they make of its statement; `tail` is a separated particle's index."""

    span: Span
    status: Status
    score: float
    takes_object: bool
    tail: int | None = None


class HeadlineFrames:
    """The table of one language; under a negation a denial leaves a possibility.

    `reporting` are the infinitives of the verbs that tie a content to its source.
    """

    def __init__(
        self, rows: Iterable[Row], negations: frozenset[str], reporting: frozenset[str], language: str
    ) -> None:
        self._negations, self._reporting = negations, reporting
        self._rows: dict[tuple[str, str], list[tuple[tuple[str, ...], Row]]] = defaultdict(list)
        for row in rows:
            first, *others = row["words"].split()
            if first.startswith("~"):
                self._rows["ending", first[1:]].append((tuple(others), row))
                continue
            for ending in ENDINGS if first.endswith("~") else ("",):
                self._rows[row["form"], first.rstrip("~") + ending].append((tuple(others), row))
            if row["form"] == "verb":
                self._rows["stem", stem(first, language)].append((tuple(others), row))
                if others:
                    self._rows["verb", row["words"]].append(((), row))

    def reports(self, token: Token) -> bool:
        """Whether a verb can tie a content to its source: it is a reporting verb, or governs in headlines."""
        verb = token._.verb or token.lemma_.lower()
        return verb in self._reporting or ("verb", verb) in self._rows

    def find(self, part: Span) -> list[Frame]:
        """The governing words of one part of a headline, in text order.

        A phrase that asserts takes its verb's reserve away: *is expecting a baby* expects nothing uncertain.
        """
        negated = any(token.lower_ in self._negations for token in part)
        titled = _is_title_case(part)
        found = [frame for token in part for frame in self._at(token, part, negated, titled)]
        sure = {frame.span.start for frame in found if frame.status is Status.ASSERTED and len(frame.span) > 1}
        return [frame for frame in found if frame.status is Status.ASSERTED or frame.span.start not in sure]

    def _at(self, token: Token, part: Span, negated: bool, titled: bool) -> Iterator[Frame]:
        for form, key, tail in _readings(token, part, titled):
            for others, row in self._rows.get((form, key), ()):
                span = token.doc[token.i : token.i + 1 + len(others)]
                if span.end > part.end or tuple(other.lower_ for other in span[1:]) != others:
                    continue
                status, score = Status(row["status"]), float(row["score"])
                if status is Status.DENIED and form in ("verb", "stem") and negated:
                    status, score = NOT_RULED_OUT
                yield Frame(span, status, score, row["content"] == "object", tail)


def _readings(token: Token, part: Span, titled: bool) -> Iterator[tuple[str, str, int | None]]:
    """How a token can be looked up: form, key, and the index of its separated particle."""
    yield "word", token.lower_, None
    for begin in range(SHORTEST_OPENING, len(token) - SHORTEST_OPENING):
        yield "ending", token.lower_[begin:], None
    if titled and token.i > part.start and token.text[0].isupper() and not token._.verb:
        yield "stem", stem(token.text, token.lang_), None
    if token._.mood or token.tag_ in VERBAL:
        verb = token._.verb or token.lemma_.lower()
        yield "verb", verb, None
        last = next((other for other in reversed(part) if other.is_alpha), token)
        if last.i > token.i:
            yield "verb", last.lower_ + verb, last.i
    elif token.i + 1 < part.end and token.nbor()._.verb and not any(other._.mood for other in part):
        yield "infinitive", token.lower_, None


def _is_title_case(part: Span) -> bool:
    """Whether hardly any word is without a capital: no tagger knows the verbs then."""
    words = [token for token in part if token.is_alpha and len(token.text) >= LONG]
    return sum(token.text[0].isupper() for token in words) >= TITLE_CASE * len(words)
