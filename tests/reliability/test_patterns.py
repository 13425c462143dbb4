"""No pattern hangs: a regular expression that backtracks for minutes holds the whole process."""

import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

import server
from server.nlp import Article, Pipeline
from tests.services import ROOT

LENGTH = 20_000
LIMIT = 60
"""Seconds for all patterns on one text in a process of its own; linear ones together take less than one."""
NOT_TO_IMPORT = ("server.wsgi", "server.cli.__main__", "server.archive.ray", "server.store.migrations.env")
"""Modules that start something when they are imported, or need an extra."""
REPEATED = (
    "a", "A", "ä", "1", " ", "\n", "\t", ".", "…", ",", "-", "–", "'", '"', "„", "“", "«", "(", "[", "{", "/", ":", "!",
    "?", "\u00ad", "\u200b", "🙂", "e\u0301", "a ", "1.", "1,", "A.", "a-", "aA", "A.B", "„a“ ", "..", ". ", "a\n",
    "\n\n", "1/", "@a", "http://", "&amp;", "a'", "<a>",
)  # fmt: skip


def adversarial() -> Iterator[str]:
    """Long repetitions, with an end that makes a match fail late."""
    for part in REPEATED:
        yield part * (LENGTH // len(part)) + "\x00!"


def patterns() -> list[re.Pattern[str]]:
    """Every compiled pattern in a module of the server."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(server.__path__, "server."):
        if module.name in NOT_TO_IMPORT:
            continue
        for value in vars(importlib.import_module(module.name)).values():
            members = value if isinstance(value, tuple | list | frozenset | set) else [value]
            found |= {each.pattern: each for each in members if isinstance(each, re.Pattern)}
    return list(found.values())


def run_all() -> None:
    """Every pattern on every text, from every place in it."""
    for pattern in patterns():
        for text in adversarial():
            pattern.fullmatch(text)
            pattern.search(text)


def test_there_are_patterns_to_try() -> None:
    assert len(patterns()) > 10


def test_every_pattern_on_adversarial_text() -> None:
    command = [sys.executable, "-c", "from tests.reliability.test_patterns import run_all; run_all()"]
    subprocess.run(command, cwd=ROOT, timeout=LIMIT, check=True)


def test_a_pattern_that_backtracks_would_be_caught() -> None:
    command = [sys.executable, "-c", "import re; re.match(r'(a|a)*b', 'a' * 20_000)"]
    with pytest.raises(subprocess.TimeoutExpired):
        subprocess.run(command, timeout=2)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("part", ["„“", "sagte, ", "(", "soll ", "\u00ad", "1. ", "🙂 ", "a\n"])
def test_the_pipeline_on_adversarial_text(pipeline: Pipeline, language: str, part: str) -> None:
    text = part * (4000 // len(part))
    analysis = pipeline.analyze(Article.from_text(f"{text}\n{text}."), language=language)
    assert not analysis.incomplete
