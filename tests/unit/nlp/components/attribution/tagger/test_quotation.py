"""Quotation marks of every style, marked inline: `o` opening, `i` inside, `c` closing, `.` outside."""

import numpy as np
import pytest

from server.nlp.components.attribution.tagger.quotation import quotation_lengths, quotation_states

LETTERS = ".oic"

CASES = [
    ("Er rief „ Halt “ laut", "..oic."),
    ("Er rief » Halt « laut", "..oic."),
    ("Er rief « Halt » laut", "..oic."),
    ('Er rief " Halt " laut', "..oic."),
    ("She said “ no ” twice", "..oic."),
    ("Er rief '' Halt '' laut", "..oic."),
    ("Er rief ‚ Halt ‘ laut", "..oic."),
    ("Er rief ‹ Halt › laut", "..oic."),
    ("„ Ja “ und „ Nein “", "oic.oic"),
    ("Er rief „ Halt laut", "..o.."),
    ("Halt “ rief er", ".o.."),
    ("Sie las „ Der ‚ rote ‘ Stein “ vor", "..oiiiiic."),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_each_style_of_marks(text: str, expected: str) -> None:
    words = text.split()
    states = quotation_states(words, np.zeros(len(words), dtype=np.int64))
    assert "".join(LETTERS[state] for state in states) == expected


def test_a_quotation_carried_on_over_a_paragraph_is_inside_up_to_the_break() -> None:
    words = ["“", "It", "rained", ".", "“", "It", "snowed", ".", "”"]
    states = quotation_states(words, np.array([0] * 4 + [1] * 5))
    assert "".join(LETTERS[state] for state in states) == "oiiioiiic"


def test_an_unclosed_mark_does_not_reach_the_next_paragraph() -> None:
    words = ["Er", "rief", "„", "Halt", ".", "Dann", "ging", "er", "."]
    states = quotation_states(words, np.array([0] * 5 + [1] * 4))
    assert not states[5:].any()


def test_lengths_count_the_marks() -> None:
    words = ["Die", "„", "rote", "Linie", "“", "bleibt"]
    states = quotation_states(words, np.zeros(len(words), dtype=np.int64))
    assert quotation_lengths(states).tolist() == [0, 4, 4, 4, 4, 0]
