"""The best sequence is the best of all sequences, and never a forbidden one."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from server.nlp.components.attribution.tagger.viterbi import Chain, best_tags

TAGS = 3


def score(tags: tuple[int, ...], emissions: np.ndarray, chain: Chain) -> float:
    steps = sum(chain.transitions[a, b] for a, b in zip(tags[:-1], tags[1:], strict=True))
    own = sum(emissions[index, tag] for index, tag in enumerate(tags))
    return float(chain.begins[tags[0]] + steps + chain.ends[tags[-1]] + own)


@given(st.integers(0, 10_000), st.lists(st.integers(1, 5), min_size=1, max_size=4))
def test_rows_of_different_lengths_get_their_best_tags(seed: int, lengths: list[int]) -> None:
    draw = np.random.default_rng(seed)
    chain = Chain(*(draw.normal(size=shape).astype(np.float32) for shape in ((TAGS, TAGS), TAGS, TAGS)))
    rows = draw.normal(size=(len(lengths), max(lengths), TAGS)).astype(np.float32)
    for row, tags in enumerate(best_tags(rows, np.array(lengths), chain)):
        best = max(score(each, rows[row], chain) for each in product(range(TAGS), repeat=lengths[row]))
        assert len(tags) == lengths[row]
        assert abs(score(tuple(tags.tolist()), rows[row], chain) - best) < 1e-4


def test_a_forbidden_step_is_not_taken() -> None:
    forbidden = np.zeros((2, 2), dtype=np.float32)
    forbidden[0, 1] = -1e4
    chain = Chain(forbidden, np.array([0, -1e4], dtype=np.float32), np.zeros(2, dtype=np.float32))
    emissions = np.array([[[0, 0], [0, 9], [0, 9]]], dtype=np.float32)
    assert best_tags(emissions, np.array([3]), chain)[0].tolist() == [0, 0, 0]
