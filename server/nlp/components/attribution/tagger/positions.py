"""Features of a token's place: quotation, sentence, paragraph."""

import numpy as np
from numpy.typing import NDArray

from .quotation import quotation_lengths, quotation_states
from .words import Words

SIZES = (4, 6, 3, 5, 10, 2)
"""How many values each column of `position_features` has."""

LENGTH_STEPS = (1, 3, 5, 8, 15)
"""Upper bounds of the classes of quotation length: none or a stray mark, scare quotes, phrases, sentences."""


def position_features(words: Words) -> NDArray[np.int64]:
    """One row a token: quotation state, length class of the quotation, place in the sentence (first, last,
    inside), sentence in the paragraph, paragraph in the article, whether the sentence holds a quotation."""
    count = len(words)
    if not count:
        return np.zeros((0, len(SIZES)), dtype=np.int64)
    states = quotation_states(words.texts, words.paragraphs)
    lengths = np.searchsorted(LENGTH_STEPS, quotation_lengths(states))
    sentences, paragraphs = words.sentences, words.paragraphs
    first = np.r_[True, sentences[1:] != sentences[:-1]]
    last = np.r_[first[1:], True]
    place = np.where(first, 1, np.where(last, 2, 0))
    paragraph_starts = np.flatnonzero(np.r_[True, paragraphs[1:] != paragraphs[:-1]])
    sentence_in_paragraph = np.minimum(sentences - sentences[paragraph_starts][paragraphs], 4)
    quoting = np.zeros(int(sentences[-1]) + 1, dtype=np.int64)
    np.maximum.at(quoting, sentences, (states > 0).astype(np.int64))
    return np.stack(
        [states, lengths, place, sentence_in_paragraph, np.minimum(paragraphs, 9), quoting[sentences]], axis=1
    )
