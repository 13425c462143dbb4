"""A Doc's words as source phrases need them: compounds and abbreviations whole, possessives apart, quotes noted.

spaCy's tokens split `Sprecher:innen` and keep `Times“-Reporter` in one; these words are cut by one pattern for every
language, so that lexicons do not depend on a tokeniser.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

_WORD = re.compile(r"[@#]?[^\W_]+(?:[-–*:_/&.'’](?=[^\W_])[^\W_]+)*|''|``|\S")
_GENDERED = re.compile(r"[*:_](?=innen\b|in\b)")
_CONTRACTED = re.compile(r"(?<=[a-z])['’](?:ll|ve|re|d|m)$|(?<=\bI)['’](?:ll|ve|d|m)$")
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]$")
_POSSESSIVE = re.compile(r"['’][sS]$")
_QUOTES = frozenset(("''", "``", *"\"“”„»«‚‘’'›‹"))
LONGEST_ABBREVIATION = 5
"""Letters of the longest word whose full stop is taken as part of it."""
LONGEST_QUOTED_NAME = 6
"""Words between two quotation marks up to which they are read as a name, not as speech."""


@dataclass(slots=True)
class Word:
    """One word or mark; `begin` and `end` are code points of the Doc's text, `sentence` counts from 0.

    `finite` and `part_of_speech` are those of the token at its end, where the Doc is annotated.
    """

    begin: int
    end: int
    text: str
    sentence: int
    initial: bool
    possessive: bool = False
    quoted: bool = False
    finite: bool = False
    part_of_speech: str = ""

    @property
    def is_word(self) -> bool:
        """Whether it is a word rather than a punctuation mark."""
        return self.text[-1].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it is written with a capital or begins with a digit-free upper-case letter."""
        return self.text[:1].isupper()

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return self.text in _QUOTES


def words_of(doc: Doc, whole: str) -> list[Word]:
    """All words of a Doc, whose text is `whole`, in text order; an abbreviation's full stop belongs to its word."""
    starts = {sent.start_char: sent.end_char for sent in doc.sents}
    table = doc.to_array(["IDX", "LENGTH", "POS"]).tolist()
    names = {part: doc.vocab.strings[part] for part in {row[2] for row in table}}
    tokens = {begin + length: (index, names[part]) for index, (begin, length, part) in enumerate(table)}
    words: list[Word] = []
    sentence, end_of_sentence, initial = -1, 0, True
    for match in _WORD.finditer(whole):
        begin, end = match.span()
        if begin in starts:
            sentence, end_of_sentence, initial = sentence + 1, starts[begin], True
        text = match[0]
        if (
            text == "."
            and words
            and words[-1].end == begin
            and _abbreviates(words[-1].text, whole[end:end_of_sentence])
        ):
            words[-1].end = end
            if _DOTTED.match(words[-1].text):
                words[-1].text = words[-1].text.replace(".", "")
            continue
        text = _CONTRACTED.sub("", _GENDERED.sub("", text))
        possessive = _POSSESSIVE.search(text)
        word = Word(begin, end, text[: possessive.start()] if possessive else text, sentence, initial, bool(possessive))
        token = tokens.get(begin + len(word.text)) or tokens.get(end)
        if token is not None:
            index, word.part_of_speech = token
            word.finite = word.part_of_speech in ("AUX", "VERB") and bool(doc[index]._.mood)
        words.append(word)
        initial = initial and not words[-1].is_word
    _mark_quoted(words)
    return words


def _abbreviates(word: str, rest: str) -> bool:
    """Whether a full stop belongs to the word before it, given the rest of the sentence."""
    return len(word) <= LONGEST_ABBREVIATION and word[-1].isalpha() and any(map(str.isalnum, rest))


def _mark_quoted(words: Sequence[Word]) -> None:
    """Note which words stand in quotation marks that hold no more than a name's worth of words."""
    opened: int | None = None
    for index, word in enumerate(words):
        if not word.is_quote:
            continue
        if index + 1 < len(words) and words[index + 1].begin == word.end and not _is_glued(words, index):
            opened = index
            continue
        if opened is not None and index - opened <= LONGEST_QUOTED_NAME + 1 and words[opened].sentence == word.sentence:
            for inside in words[opened + 1 : index]:
                inside.quoted = True
        opened = None


def _is_glued(words: Sequence[Word], index: int) -> bool:
    """Whether a mark follows a word without a space, as a closing quotation mark does."""
    return index > 0 and words[index - 1].end == words[index].begin and words[index - 1].text not in "(["
