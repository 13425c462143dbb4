"""Where German words begin and end. In each example `|` stands between words that no space parts."""

import pytest

EXAMPLES = [
    pytest.param("Der US-Beamte und die SPD-Chefin reden|.", id="hyphen compounds stay whole"),
    pytest.param("Die Ex-Ministerin|/|Anwältin|, 47|, schwieg|.", id="slash and commas"),
    pytest.param("Die Bürger:innen und Anwohner*innen klagen|.", id="gendered words stay whole"),
    pytest.param("Er rief|:|„|Halt|!|“", id="missing space before quotation marks"),
    pytest.param('Die |"|Morgenbote|"|-Reporterin fragte|.', id="quotation marks inside a compound"),
    pytest.param("Auf Zirpl|.|Fehlt ein Leerzeichen|.", id="missing space after a full stop"),
    pytest.param("Um 12.30 Uhr fielen 3,5 Prozent|, am 3. Mai 1.000 Euro|.", id="numbers and ordinals stay whole"),
    pytest.param("Das gilt z.B. für Dr. Adler|.", id="abbreviations keep their full stop"),
    pytest.param("Mehr unter https://orlen.example/a?b=1 oder post@orlen.example", id="addresses stay whole"),
]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_words(annotate, marked):
    doc = annotate("de", marked.replace("|", ""))
    assert [token.text for token in doc if not token.is_space] == marked.replace("|", " ").split()
