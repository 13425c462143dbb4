"""Contents survive being written as tags: nested, discontinuous and neighbouring ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.nlp.components.attribution.tagger.tags import (
    CONTENT_TYPES,
    COUNT,
    Content,
    decode,
    encode,
    may_begin,
    may_end,
    may_follow,
)

CASES = [
    pytest.param([Content(1, (2, 3, 4))], id="one"),
    pytest.param([Content(0, (0, 1)), Content(0, (2, 3))], id="two neighbours of one form"),
    pytest.param([Content(0, (0, 1, 5, 6))], id="interrupted by its frame"),
    pytest.param([Content(1, (0, 1, 2, 3, 4, 5)), Content(0, (2, 3))], id="nested"),
    pytest.param([Content(1, (0, 1, 6, 7)), Content(2, (3, 4))], id="one in another's gap"),
]


@pytest.mark.parametrize("contents", CASES)
def test_contents_survive_the_tags(contents: list[Content]) -> None:
    layers, lost = encode(contents, 10)
    assert lost == 0
    assert sorted(content.tokens for layer in layers for content in decode(layer)) == sorted(
        content.tokens for content in contents
    )


def test_a_third_level_of_nesting_is_reported_as_lost() -> None:
    nested = [Content(1, tuple(range(9))), Content(1, (2, 3, 4, 5)), Content(0, (3, 4))]
    assert encode(nested, 9)[1] == 1


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8), st.integers(0, len(CONTENT_TYPES) - 1)), max_size=6))
def test_tags_are_always_well_formed(drawn: list[tuple[int, int, int]]) -> None:
    contents = [Content(kind, tuple(range(begin, begin + length))) for begin, length, kind in drawn]
    for tags in encode(contents, 40)[0]:
        assert may_begin(tags[0]) and may_end(tags[-1])
        assert all(may_follow(before, after) for before, after in zip(tags[:-1], tags[1:], strict=True))
        assert max(tags) < COUNT


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [(0, 2, False), (1, 2, True), (1, 5, False), (3, 0, False), (3, 2, True), (2, 4, True)],
    ids=[
        "inside after outside",
        "inside after begin",
        "another form's inside",
        "outside after a gap",
        "inside after a gap",
        "begin after inside",
    ],
)
def test_which_tags_follow_which(before: int, after: int, allowed: bool) -> None:
    assert may_follow(before, after) is allowed
