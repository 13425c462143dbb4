"""Word features: the shipped table, its fall-backs, and what is read off the letters."""

from pathlib import Path

import numpy as np
import pytest

from server.nlp.components.attribution.tagger.pieces import UNKNOWN, PieceVectors
from server.nlp.components.attribution.tagger.spelling import GRAMS, TABLE_COLUMNS, WordTable, grams, key, shape


@pytest.fixture
def table() -> WordTable:
    rows = {"sagte": 7, "Polizei": 9}
    keys = np.array(sorted(map(key, rows)), dtype=np.uint32)
    numbers = {key(word): number for word, number in rows.items()}
    return WordTable(keys, np.array([[numbers[int(k)]] * len(TABLE_COLUMNS) for k in keys], dtype=np.uint16))


@pytest.mark.parametrize(
    ("word", "number"),
    [("sagte", 7), ("Sagte", 7), ("SAGTE", 7), ("Polizei", 9), ("POLIZEI", 9), ("polizei", 9), ("Zzyzx", 0)],
)
def test_a_form_is_found_whatever_its_case(table: WordTable, word: str, number: int) -> None:
    assert table.features(word)[0] == number


def test_the_table_survives_its_file(table: WordTable, tmp_path: Path) -> None:
    table.save(tmp_path / "words.npz")
    read = WordTable.load(tmp_path / "words.npz")
    assert read.keys.tolist() == table.keys.tolist()
    assert read.rows.tolist() == table.rows.tolist()


@pytest.mark.parametrize(
    ("word", "expected"), [("Haus", "Xxx"), ("NATO", "XX"), ("2,5", "d,d"), ("E-Mail", "X-Xxx"), ("…", "…")]
)
def test_shapes(word: str, expected: str) -> None:
    assert shape(word) == expected


@pytest.mark.parametrize("word", ["a", "", "Donaudampfschifffahrtsgesellschaft" * 20, "🎈"])
def test_every_word_has_some_grams_and_not_too_many(word: str) -> None:
    assert 0 < len(grams(word)) <= 40
    assert all(0 <= gram < GRAMS for gram in grams(word))


@pytest.fixture
def pieces() -> PieceVectors:
    names = [UNKNOWN, "▁sag", "te", "t", "e", "▁s"]
    scores = np.array([0, -2, -2, -5, -5, -6], dtype=np.float32)
    return PieceVectors(names, scores, np.eye(6, dtype=np.int8), np.ones(6, dtype=np.float32))


def test_a_word_takes_the_mean_of_its_best_pieces(pieces: PieceVectors) -> None:
    assert pieces.vector("sagte").tolist() == [0, 0.5, 0.5, 0, 0, 0]


def test_unknown_letters_have_a_vector_too(pieces: PieceVectors) -> None:
    assert pieces.vector("ß").tolist() == [1, 0, 0, 0, 0, 0]


def test_pieces_survive_their_file(pieces: PieceVectors, tmp_path: Path) -> None:
    pieces.save(tmp_path / "pieces.npz")
    assert PieceVectors.load(tmp_path / "pieces.npz").vector("sagte").tolist() == pieces.vector("sagte").tolist()
