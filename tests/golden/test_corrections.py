"""Corrections hold: each line of `<language>.txt` is a case as `hearsay reports export --form cases` writes it."""

from pathlib import Path

import pytest

from server.nlp import Pipeline
from tests.markup import check, parse

CASES = [
    pytest.param(file.stem, line, id=f"{file.stem}:{number}")
    for file in sorted(Path(__file__).parent.glob("??.txt"))
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_it_holds(pipeline: Pipeline, language: str, case: str) -> None:
    marked = parse(case)
    check(marked, pipeline.analyze(marked.article, language=language, min_confidence=0))


def test_there_are_cases_in_every_language() -> None:
    assert {language for language, *_ in (case.values for case in CASES)} == {"de", "en"}
