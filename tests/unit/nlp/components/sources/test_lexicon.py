"""The source lexicon: inflected, gendered and compound words are found by their base entries; the tables are sound."""

import pytest

from server.nlp.components.sources.classes import BODIES, FUNCTION, NAMING, ROLES, TEXTS
from server.nlp.lang import languages, rules_for
from server.nlp.lang.tables import read_table

KNOWN = ROLES | BODIES | TEXTS | NAMING | FUNCTION

GERMAN = [
    ("Sprecher", {"speaker"}, set()),
    ("Sprecherinnen", {"speaker"}, set()),
    ("SprecherInnen", {"speaker"}, set()),
    ("US-Regierungssprecherin", {"speaker"}, {"place", "institution"}),
    ("Bahnsprecher", {"speaker"}, {"organisation"}),
    ("Polizeigewerkschaftssprecher", {"speaker"}, {"organisation"}),
    ("Ex-Beamter", {"servant"}, {"former"}),
    ("Koalitionskreisen", {"vague"}, set()),
    ("Chefökonomin", {"expert"}, set()),
    ("Mikrobiologen", {"expert"}, set()),
    ("Ärztin", {"expert"}, set()),
    ("Berichten", {"rumour"}, set()),
    ("Jahresberichten", {"document"}, set()),
    ("NBC-Reporter", {"journalist"}, {"outlet"}),
    ("34-Jährige", {"people", "age"}, set()),
    ("KAV-Berlin", None, None),
    ("Nordener", None, None),
    ("bild", None, None),
]
ENGLISH = [
    ("spokeswoman", {"speaker"}, set()),
    ("spokesmen", {"speaker"}, set()),
    ("ex-official", {"servant"}, {"former"}),
    ("seismologist", {"expert"}, set()),
    ("universities", {"company"}, set()),
    ("37-year-old", {"people", "age"}, set()),
    ("us", {"pronoun", "plural_pronoun", "first_person"}, set()),
    ("US", {"place", "pronoun", "plural_pronoun", "first_person"}, set()),
    ("who", {"relative", "personal_relative", "pronoun"}, set()),
]


@pytest.mark.parametrize(
    ("code", "word", "classes", "modifiers"),
    [("de", *row) for row in GERMAN] + [("en", *row) for row in ENGLISH],
)
def test_word_is_found_by_its_base_form(code, word, classes, modifiers):
    entry = rules_for(code).source_lexicon().entry(word)
    assert (entry and entry.classes) == classes
    assert (entry and entry.modifiers) == modifiers


@pytest.mark.parametrize("code", languages())
def test_tables_hold_known_classes_and_no_line_twice(code):
    for path in sorted(rules_for(code).data.glob("source_*.tsv")):
        rows = [(row["word"], row.get("class") or path.stem.removeprefix("source_")) for row in read_table(path)]
        assert not {row for row in rows if rows.count(row) > 1}, path.name
        assert all(word == word.strip() and word for word, _ in rows), path.name
        unknown = {cls for _, cls in rows} - KNOWN
        assert not unknown, path.name


@pytest.mark.parametrize("code", languages())
def test_origin_of_every_table_is_told(code):
    folder = rules_for(code).data
    told = (folder / "SOURCES.md").read_text(encoding="utf-8")
    assert [path.name for path in folder.glob("source_*.tsv") if f"`{path.name}`" not in told] == []
