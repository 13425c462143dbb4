"""Accepted corrections come back as training articles: their own sentences, marked as the reader said."""

import json
from pathlib import Path
from typing import Any

import pytest

from training.corrections import read_corrections

TEXT = "Der Kai ist leer. Lotsin Ute Harms sagte, das Tor klemme seit Mai. Die Fähre fährt."


def row(**changes: Any) -> dict[str, Any]:
    """A row as `hearsay reports export` writes it; pieces are given as words."""
    fields = {
        "quote": "das Tor klemme",
        "claim": "das Tor klemme seit Mai",
        "source": "Lotsin Ute Harms",
        "cue": "sagte",
    }
    fields |= changes
    pieces = {}
    for name in ("quote", "claim", "source", "cue"):
        words = fields.pop(name)
        pieces[name] = words and [TEXT.index(words), TEXT.index(words) + len(words)]
    return {"id": 7, "language": "de", "kind": "wrong_span", "text": TEXT} | pieces | fields


def read(tmp_path: Path, *rows: dict[str, Any]) -> list[tuple[str, list[tuple[str, list[str], list[str]]]]]:
    """Per article its text and its attributions as words: content, source, cue."""
    file = tmp_path / "corrections.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in rows))
    return [
        (
            document.text,
            [
                (
                    " ".join(document.words.texts[token] for token in gold.content[0]),
                    [document.words.texts[token] for token in gold.tokens("speaker")],
                    [document.words.texts[token] for token in gold.tokens("cue")],
                )
                for gold in document.gold
            ],
        )
        for document in read_corrections(file, "de")
    ]


def test_a_correction_marks_its_own_sentence(tmp_path: Path) -> None:
    assert read(tmp_path, row()) == [
        (
            "Lotsin Ute Harms sagte, das Tor klemme seit Mai.",
            [("das Tor klemme seit Mai", ["Lotsin", "Ute", "Harms"], ["sagte"])],
        )
    ]


def test_no_claim_means_no_mark(tmp_path: Path) -> None:
    only = row(kind="not_a_claim", quote="Die Fähre fährt.", claim=None, source=None, cue=None)
    assert read(tmp_path, only) == [("Die Fähre fährt.", [])]


@pytest.mark.parametrize("changes", [{"kind": "wrong_type"}, {"kind": "headline_score"}, {"language": "en"}])
def test_what_the_tagger_cannot_learn_is_left_out(tmp_path: Path, changes: dict[str, str]) -> None:
    assert read(tmp_path, row(**changes)) == []
