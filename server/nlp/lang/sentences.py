"""The component `hearsay_sentences`: sentence starts by rules, since no parser runs.

A sentence ends at `.`, `!`, `?` or `…` with the closing quotation marks and brackets after it, unless the full
stop belongs to an abbreviation, an initial or an ordinal number, or the text goes on in lower case. A blank line
(the seam between two blocks) always ends it, so a headline without full stop stays apart; a single line break
never does, because pages wrap their source. The words come from the language's `data/abbreviations.tsv` (columns
`form`, `ends`: `yes` where the abbreviation often closes a sentence) and `data/ordinals.tsv` (columns `word`,
`side`: `before` or `after` an ordinal number) and `data/inquits.tsv` (column `form`: verbs that follow a quotation
and a name, in a language that does not put the verb first).
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc, Token

from .tables import read_table

_TERMINAL = re.compile(r"[.!?…]+")
_MARKS = frozenset("\"'“”„‚‘’»«›‹")
_BRACKETS = frozenset(")]}")
_CONTINUES = frozenset(",;:/)]}")
_DASHES = frozenset("-–—")
_ORDINAL = re.compile(r"\d{1,3}")
_NAME_LENGTH = 4  # tokens of a name and its title
_ROMAN = re.compile(r"[IVX]+")


class SentenceStarts:
    """Sets `Token.is_sent_start` on every token of a Doc."""

    def __init__(
        self, abbreviations: dict[str, bool], before: Iterable[str], after: Iterable[str], inquits: Iterable[str]
    ) -> None:
        self._inquits = frozenset(inquits)
        self._abbreviations = abbreviations
        self._before = frozenset(before)
        self._after = frozenset(after)

    def __call__(self, doc: Doc) -> Doc:
        """Set the sentence starts; the first token always is one."""
        starts = {0}
        for token in doc:
            text = token.text
            if text[-1] in ".!?…":
                start = self._start_after(token)
            elif text[0].isspace() and text.count("\n") > 1:
                start = token.i + 1
            else:
                continue
            if start is not None:
                starts.add(start)
        marks = numpy.full(len(doc), -1, dtype=numpy.int64)
        marks[[start for start in starts if start < len(doc)]] = 1
        values: Any = marks.astype(numpy.uint64)
        # Setting `token.is_sent_start` one by one looks through the whole Doc each time: quadratic.
        doc.from_array(["SENT_START"], values)
        return doc

    def _start_after(self, terminal: Token) -> int | None:
        """Index of the token that opens a sentence after this terminal mark, None where the sentence goes on."""
        follower = _after_closers(terminal)
        if follower is None or follower.is_space:
            return None
        text = follower.text
        if text[0].islower() or text[0] in _CONTINUES or _TERMINAL.fullmatch(text):
            return None
        if text[0] in _DASHES and not _dash_opens(follower, terminal):
            return None
        closed = follower.i > terminal.i + 1
        if not closed and not terminal.whitespace_ and (terminal.text != "." or follower.is_upper):
            return None
        if terminal.text.endswith(".") and not closed and not self._stop_ends(terminal, follower):
            return None
        if closed and terminal.text[-1] in "?!" and self._reports(follower):
            return None
        if terminal.text in ("…", "...") and terminal.i and terminal.nbor(-1).text in "[(":
            return None
        return follower.i

    def _reports(self, follower: Token) -> bool:
        """Whether a quotation's frame follows: a name and a verb of saying (*“Why?” Kerr asked*)."""
        if follower.is_stop or not self._inquits:
            return False
        for token in follower.doc[follower.i + 1 : follower.i + _NAME_LENGTH + 1]:
            if token.text in self._inquits:
                return True
            if not token.is_title and token.text != ".":
                return False
        return False

    def _stop_ends(self, stop: Token, follower: Token) -> bool:
        """Whether a full stop ends the sentence rather than an abbreviation, an initial or an ordinal number."""
        word = _word_before(stop)
        if not word:
            return True
        opens = follower.is_stop and follower.is_title
        ends = self._abbreviations.get(word, self._abbreviations.get(word.lower()))
        if ends is not None:
            return ends and (opens or not follower.is_alpha)
        if len(word) == 1 and word.isupper() or _ROMAN.fullmatch(word) or "." in word and word[0].isalpha():
            return opens
        if _ORDINAL.fullmatch(word):
            return not self._is_ordinal(stop, follower)
        return True

    def _is_ordinal(self, stop: Token, follower: Token) -> bool:
        """Whether number and stop read as an ordinal: by the word after it or the article before it."""
        if follower.is_digit or follower.text in self._after:
            return True
        number = stop.nbor(-1) if stop.text == "." else stop
        if number.i == 0 or follower.is_stop:
            return False
        before = number.nbor(-1)
        return before.lower_ in self._before or before.text in _MARKS


def _after_closers(terminal: Token) -> Token | None:
    """The first token after a terminal mark and the closing marks glued to it; None at the end of the text."""
    doc, index, glued = terminal.doc, terminal.i + 1, not terminal.whitespace_
    while index < len(doc):
        token = doc[index]
        repeated = glued and _TERMINAL.fullmatch(token.text)
        if token.is_space and token.text.count("\n") < 2:
            glued = False
        elif repeated or token.text in _BRACKETS or glued and token.text in _MARKS:
            glued = not token.whitespace_
        else:
            return token
        index += 1
    return None


def _dash_opens(dash: Token, terminal: Token) -> bool:
    """Whether a dash after a full stop opens a sentence: only before a capital and not after `!`, `?`, `…`."""
    following = dash.nbor(1).text if dash.i + 1 < len(dash.doc) else ""
    return terminal.text[-1] == "." and following[:1].isupper()


def _word_before(stop: Token) -> str:
    """The word a full stop is attached to, without the stop; empty where a space or nothing is before it."""
    if len(stop.text) > 1:
        return stop.text[:-1]
    if stop.i == 0 or stop.nbor(-1).whitespace_:
        return ""
    return str(stop.nbor(-1).text)


def sentence_starts(data: Path) -> Callable[[Doc], Doc]:
    """The component for the language whose word tables lie in the folder `data`."""
    abbreviations = {row["form"]: row["ends"] == "yes" for row in read_table(data / "abbreviations.tsv")}
    ordinals = read_table(data / "ordinals.tsv")
    sides = {side: [row["word"] for row in ordinals if row["side"] == side] for side in ("before", "after")}
    inquits = [row["form"] for row in read_table(data / "inquits.tsv")]
    return SentenceStarts(abbreviations, sides["before"], sides["after"], inquits)


SENTENCES = "hearsay_sentences"
"""The factory's name."""


@Language.factory(SENTENCES, assigns=["token.is_sent_start"])
def create_sentence_starts(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Build the component from the word tables of the pipeline's language."""
    return sentence_starts(Path(__file__).parent / str(nlp.lang) / "data")
