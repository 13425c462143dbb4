"""How the tagger counts paragraphs and sentences, and cuts long articles."""

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from server.nlp.components.attribution.tagger.chunks import LONGEST, chunk_bounds
from server.nlp.components.attribution.tagger.positions import SIZES, position_features
from server.nlp.components.attribution.tagger.words import Words, read_words

BLANK = spacy.blank("de")

SENTENCES = [
    ("Es regnete. Dann kam Schnee.", [3, 4]),
    ("„Es regnet.“ Dann kam Schnee.", [5, 4]),
    ("„Es regnet.“, sagte Ina Holm.", [10]),
    ("Wirklich?! Ja.", [3, 2]),
    ("Kältewelle\n\nEs regnete.", [1, 3]),
    ("Es regnete … und regnete.", [6]),
]


def words_of(text: str) -> Words:
    return read_words(BLANK.make_doc(text))


@pytest.mark.parametrize(("text", "lengths"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_sentences(text: str, lengths: list[int]) -> None:
    assert np.bincount(words_of(text).sentences).tolist() == lengths


def test_offsets_lead_back_to_the_text() -> None:
    text = "  Ärger in Ahlen \n\n\n „So geht’s nicht“, sagt Bo 🎈.\n"
    words = words_of(text)
    assert [text[begin:end] for begin, end in zip(words.begins, words.ends, strict=True)] == words.texts
    assert words.paragraphs.tolist() == [0] * 3 + [1] * (len(words) - 3)


@pytest.mark.parametrize("text", ["", " ", "\n\n \n", "\t"], ids=repr)
def test_a_text_without_words_has_no_features(text: str) -> None:
    words = words_of(text)
    assert len(words) == 0
    assert position_features(words).shape == (0, len(SIZES))
    assert chunk_bounds(words.paragraphs, 100) == []


def test_positions_stay_in_their_ranges() -> None:
    text = "\n\n".join(["„Nein“, sagte sie. Er ging. „Doch!“"] * 15)
    features = position_features(words_of(text))
    assert (features >= 0).all()
    assert (features.max(0) < np.array(SIZES)).all()


@given(st.lists(st.integers(1, 900), min_size=1, max_size=12), st.integers(50, 400))
def test_chunks_cover_the_article_once_in_bounded_pieces(lengths: list[int], size: int) -> None:
    bounds = chunk_bounds(np.repeat(np.arange(len(lengths)), lengths), size)
    assert [begin for begin, _ in bounds] == [0, *(end for _, end in bounds[:-1])]
    assert bounds[-1][1] == sum(lengths)
    assert all(0 < end - begin <= max(LONGEST, size + size // 3) for begin, end in bounds)


def test_a_chunk_ends_with_a_paragraph() -> None:
    bounds = chunk_bounds(np.repeat([0, 1, 2, 3], [60, 60, 60, 60]), 100)
    assert bounds == [(0, 120), (120, 240)]
