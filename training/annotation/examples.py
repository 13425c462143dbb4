"""Treebank sentences as spaCy examples: short runs of sentences, some of them worn like text on a page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from .treebank import Sentence, TreeToken

RUN = 4  # sentences at most in one example
_QUOTES = (("„", "“"), ("»", "«"), ("“", "”"), ('"', '"'), ("«", "»"))
_OPENING = frozenset('„»“"«')


def examples(sentences: list[Sentence], vocab: Vocab, random: Random) -> Iterator[Example]:
    """Runs of one to four sentences: predicted side without annotation, reference side with all of it."""
    begin = 0
    while begin < len(sentences):
        end = begin + random.randint(1, RUN)
        run = [_worn(sentence, random) for sentence in sentences[begin:end]]
        yield Example(blank_doc(run, vocab), gold_doc(run, vocab))
        begin = end


def blank_doc(run: list[Sentence], vocab: Vocab) -> Doc:
    """The words only."""
    return Doc(vocab, words=[token.form for sentence in run for token in sentence], spaces=list(_spaces(run)))


def gold_doc(run: list[Sentence], vocab: Vocab) -> Doc:
    """The words with tags, features, heads and sentence starts."""
    tokens = [token for sentence in run for token in sentence]
    heads = [begin + token.head for begin, sentence in _offsets(run) for token in sentence]
    return Doc(
        vocab,
        words=[token.form for token in tokens],
        spaces=list(_spaces(run)),
        tags=[token.tag for token in tokens],
        pos=[token.upos for token in tokens],
        morphs=["|".join(f"{name}={value}" for name, value in sorted(token.features.items())) for token in tokens],
        heads=heads,
        deps=[token.relation for token in tokens],
        sent_starts=[index == 0 for sentence in run for index in range(len(sentence))],
    )


def _offsets(run: list[Sentence]) -> Iterator[tuple[int, Sentence]]:
    begin = 0
    for sentence in run:
        yield begin, sentence
        begin += len(sentence)


def _spaces(run: Iterable[Sentence]) -> Iterator[bool]:
    for sentence in run:
        yield from (token.space for token in sentence[:-1])
        yield True


def _worn(sentence: Sentence, random: Random) -> Sentence:
    """Now and then other quotation marks, or no full stop as in a headline."""
    if random.random() < 0.2:
        sentence = _requoted(sentence, *random.choice(_QUOTES))
    last = sentence[-1]
    if random.random() < 0.1 and last.form == "." and not any(t.head == len(sentence) - 1 for t in sentence[:-1]):
        sentence = sentence[:-1]
    return sentence


def _requoted(sentence: Sentence, opening: str, closing: str) -> Sentence:
    requoted: list[TreeToken] = []
    is_open = False
    for token in sentence:
        if token.upos == "PUNCT" and token.form in '„“”»«"':
            token = replace(token, form=closing if is_open else opening)
            is_open = not is_open
        requoted.append(token)
    return requoted
