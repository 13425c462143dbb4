"""Content spans as tags and back: O, then begin, inside and gap for every form of content.

A gap is a stretch inside a discontinuous content that does not belong to it. Nested contents need a second
layer of tags.
"""

from collections.abc import Sequence
from dataclasses import dataclass

CONTENT_TYPES = ("direct", "indirect", "reported", "free_indirect", "indirect_free")
"""Forms told apart by the German gold; the last, a frame followed by further sentences, is served as free_indirect."""
LAYERS = 2
COUNT = 1 + 3 * len(CONTENT_TYPES)
BEGIN, INSIDE, GAP = range(3)


@dataclass(frozen=True, slots=True)
class Content:
    """One content: its type's index and its token indices in rising order."""

    type: int
    tokens: tuple[int, ...]


def tag(content_type: int, part: int) -> int:
    """The tag of one part (`BEGIN`, `INSIDE`, `GAP`) of a content."""
    return 1 + 3 * content_type + part


def may_follow(before: int, after: int) -> bool:
    """Whether tag `after` may stand right after tag `before`."""
    if after == 0:
        return before == 0 or (before - 1) % 3 != GAP
    part = (after - 1) % 3
    if part == BEGIN:
        return before == 0 or (before - 1) % 3 != GAP
    return before != 0 and (before - 1) // 3 == (after - 1) // 3


def may_begin(first: int) -> bool:
    """Whether a text may begin with this tag."""
    return first == 0 or (first - 1) % 3 == BEGIN


def may_end(last: int) -> bool:
    """Whether a text may end with this tag."""
    return last == 0 or (last - 1) % 3 != GAP


def encode(contents: Sequence[Content], length: int) -> tuple[list[list[int]], int]:
    """Tags of `LAYERS` layers for `length` tokens, and how many contents found no free layer."""
    layers = [[0] * length for _ in range(LAYERS)]
    lost = 0
    for content in sorted(contents, key=lambda item: (item.tokens[0], -item.tokens[-1])):
        first, last = content.tokens[0], content.tokens[-1]
        free = next((layer for layer in layers if not any(layer[first : last + 1])), None)
        if free is None:
            lost += 1
            continue
        own = set(content.tokens)
        for index in range(first, last + 1):
            free[index] = tag(content.type, INSIDE if index in own else GAP)
        free[first] = tag(content.type, BEGIN)
    return layers, lost


def decode(tags: Sequence[int]) -> list[Content]:
    """The contents of one layer of tags."""
    found: list[tuple[int, list[int]]] = []
    current: tuple[int, list[int]] | None = None
    for index, value in enumerate(tags):
        if value == 0:
            current = None
            continue
        content_type, part = divmod(value - 1, 3)
        if part == BEGIN or current is None or current[0] != content_type:
            current = (content_type, [index])
            found.append(current)
        elif part == INSIDE:
            current[1].append(index)
    return [Content(content_type, tuple(tokens)) for content_type, tokens in found]
