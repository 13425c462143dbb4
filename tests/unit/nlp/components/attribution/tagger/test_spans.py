"""Role spans as one sequence of tags, and the questions that link them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.nlp.components.attribution.tagger.spans import (
    ACTIVE,
    CONTENT,
    CUE,
    FEATURES,
    KINDS,
    SOURCE,
    PairFeatures,
    RoleSpan,
    decode,
    distance_class,
    encode,
    may_begin,
    may_follow,
    questions,
)

SPANS = [RoleSpan(0, 1, SOURCE), RoleSpan(2, 2, CUE), RoleSpan(3, 7, CONTENT)]


@pytest.mark.parametrize(
    "spans",
    [SPANS, [RoleSpan(0, 3, CONTENT), RoleSpan(4, 6, CONTENT)], [RoleSpan(5, 5, CUE)], []],
    ids=["source, cue, content", "two contents side by side", "a lone cue", "nothing"],
)
def test_spans_survive_the_tags(spans: list[RoleSpan]) -> None:
    assert decode(encode(spans, 8)) == spans


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6), st.integers(0, 2)), max_size=8))
def test_tags_are_well_formed_even_where_spans_overlap(drawn: list[tuple[int, int, int]]) -> None:
    tags = encode([RoleSpan(begin, begin + length, role) for begin, length, role in drawn], 40)
    assert may_begin(tags[0])
    assert all(may_follow(before, after) for before, after in zip(tags[:-1], tags[1:], strict=True))


def test_a_content_asks_for_cues_and_a_cue_for_sources_nearest_first() -> None:
    far = RoleSpan(20, 20, CUE)
    asked = questions([*SPANS, far])
    assert [(question.asking, question.candidates) for question in asked] == [
        (SPANS[1], (SPANS[0],)),
        (SPANS[2], (SPANS[1], far)),
        (far, (SPANS[0],)),
    ]


def test_pair_features_stay_in_their_ranges() -> None:
    pairs = PairFeatures(SPANS, np.zeros(8, dtype=np.int64), np.zeros(8, dtype=np.int64), np.zeros(8, dtype=np.int64))
    for kind, (asking, candidate) in enumerate([(SPANS[2], SPANS[1]), (SPANS[1], SPANS[0])]):
        found = pairs.of(asking, candidate, kind)
        assert len(found) == len(set(found)) == ACTIVE
        assert all(kind * FEATURES <= index < (kind + 1) * FEATURES <= KINDS * FEATURES for index in found)


@pytest.mark.parametrize(("distance", "expected"), [(0, 0), (1, 1), (2, 2), (4, 3), (5, 4), (16, 5), (32, 6), (33, 7)])
def test_distances_fall_into_eight_classes(distance: int, expected: int) -> None:
    assert distance_class(distance) == expected
