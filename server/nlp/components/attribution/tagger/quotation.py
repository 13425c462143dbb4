"""Which tokens stand in quotation marks, for every style of mark met in German and English news."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

OUTSIDE, OPENING, INSIDE, CLOSING = range(4)

CLOSERS = {
    "„": '“”"',
    "“": '”"“',
    "”": "”",
    "«": "»",
    "»": "«»",
    '"': '"“”',
    "''": "''",
    "``": "''",
    "‚": "‘’'",
    "‹": "›",
    "›": "‹",
}
"""For each mark that may open a quotation, the marks that may close it."""

LONGEST = 400
"""Tokens after which an opening mark without a closing one is given up."""


def quotation_states(texts: Sequence[str], paragraphs: NDArray[np.int64]) -> NDArray[np.int64]:
    """One state a token (`OUTSIDE`, `OPENING`, `INSIDE`, `CLOSING`).

    A quotation ends with its closing mark. One that lacks it ends with its paragraph if the next paragraph
    opens with the same mark (a quotation carried on), else the mark counts as a stray one: `OPENING` alone.
    """
    states = np.zeros(len(texts), dtype=np.int64)
    begin = 0
    while begin < len(texts):
        end = begin
        while end < len(texts) and paragraphs[end] == paragraphs[begin]:
            end += 1
        _mark_paragraph(texts, states, begin, end)
        begin = end
    return states


def _mark_paragraph(texts: Sequence[str], states: NDArray[np.int64], begin: int, end: int) -> None:
    opened = -1
    for index in range(begin, end):
        mark = texts[index]
        if opened >= 0 and index - opened > LONGEST:
            states[opened], opened = OPENING, -1
        if opened < 0:
            if mark in CLOSERS:
                opened = index
        elif mark in CLOSERS[texts[opened]].split() or mark in CLOSERS[texts[opened]]:
            states[opened] = OPENING
            states[opened + 1 : index] = INSIDE
            states[index] = CLOSING
            opened = -1
    if opened >= 0:
        carried_on = end < len(texts) and texts[end] == texts[opened]
        states[opened] = OPENING
        if carried_on:
            states[opened + 1 : end] = INSIDE


def in_style(texts: Sequence[str], states: NDArray[np.int64], marks: Sequence[str]) -> list[str]:
    """The texts with every quotation's marks written as `marks` (opening, closing), so that no style is strange."""
    opening, closing = marks
    changed = {OPENING: opening, CLOSING: closing}
    return [changed.get(int(state), text) for text, state in zip(texts, states, strict=True)]


def quotation_lengths(states: NDArray[np.int64]) -> NDArray[np.int64]:
    """The number of tokens of the quotation each token stands in, marks included; 0 outside."""
    lengths = np.zeros(len(states), dtype=np.int64)
    starts = np.flatnonzero(states == OPENING)
    for start in starts:
        end = start + 1
        while end < len(states) and states[end] == INSIDE:
            end += 1
        if end < len(states) and states[end] == CLOSING:
            end += 1
        lengths[start:end] = end - start
    return lengths
