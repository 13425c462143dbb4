"""Words around a cue that decide how to read it: `lang/<code>/data/certainty_contexts.tsv`, by class."""

from pathlib import Path

from ...lang.tables import read_table


def read_contexts(data: Path) -> dict[str, frozenset[str]]:
    """The words of each class as written in the table."""
    rows = read_table(data / "certainty_contexts.tsv")
    return {name: frozenset(row["word"] for row in rows if row["class"] == name) for name in {r["class"] for r in rows}}
