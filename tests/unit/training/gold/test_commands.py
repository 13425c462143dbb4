"""The commands, run on a corpora folder with one invented page."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from typer.testing import CliRunner

from server.nlp import Pipeline
from training.gold.__main__ import app
from training.gold.halves import Half
from training.gold.pages import Page
from training.gold.prediction import prediction_of
from training.gold.storage import GoldArticle, write_article


def run(*words: object):
    return CliRunner().invoke(app, [str(word) for word in words])


def test_validate_counts_what_is_wrong(article: GoldArticle, corpora: Path, tmp_path: Path) -> None:
    write_article(article, tmp_path / "gold")
    good = run("validate", "--corpora", corpora, "--folder", tmp_path / "gold")
    assert (good.exit_code, good.output) == (0, "1 articles, 0 problems\n")


def test_add_turns_a_working_file_into_an_article(article: GoldArticle, corpora: Path, tmp_path: Path) -> None:
    added = run("add", tmp_path / "seeblick.txt", "--corpora", corpora, "--folder", tmp_path / "gold")
    assert added.exit_code == 0
    assert (tmp_path / "gold" / "de" / "Seeblick.json").exists()
    assert run("agree", tmp_path / "gold", tmp_path / "gold", "--corpora", corpora).output.startswith(
        "1 articles in both folders\nclaim F1@.5, attributed         P 1.000  R 1.000  F1 1.000"
    )


def test_add_names_the_line_it_cannot_place(corpora: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("page Seeblick.html.gz de\nn non A .9 c | Dampfer\n", encoding="utf-8")
    refused = run("add", tmp_path / "bad.txt", "--corpora", corpora)
    assert (refused.exit_code, refused.output) == (1, "bad.txt:2: 0 times in h: 'Dampfer'\n")


@pytest.mark.parametrize("half", ["locked", "all"])
def test_errors_of_the_locked_half_stay_hidden(half: str, corpora: Path) -> None:
    refused = run("score", "--corpora", corpora, "--half", half, "--errors", 5)
    assert refused.exit_code == 2
    assert "tuning half only" in refused.output


def test_score_reads_saved_answers_and_shows_errors_of_the_tuning_half(
    article: GoldArticle, corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_article(article, tmp_path / "gold")
    monkeypatch.setattr("training.gold.__main__.read_halves", lambda: {article.page: Half.TUNE})
    answers = tmp_path / "answers.jsonl"
    answer = {"page": article.page, "claims": [], "headline": {"mismatch": {"score": None}}}
    answers.write_text(json.dumps(answer) + "\n", encoding="utf-8")
    scored = run("score", "--corpora", corpora, "--folder", tmp_path / "gold", "--answers", answers, "--errors", 1)
    assert scored.exit_code == 0
    assert "claim F1@.5, attributed         P 0.000  R 0.000  F1 0.000   (5 gold, 0 predicted, 0 hits)" in scored.output
    assert "MISSED             Seeblick  free_indirect/unspecified/distanced 0.40 → nothing" in scored.output
    assert "OWN VOICE MISSED   Seeblick" in scored.output


def test_the_pipelines_answer_becomes_a_prediction(pipeline: Pipeline, page: Page) -> None:
    answer = {"page": page.name} | asdict(pipeline.analyze(page.article, language="de"))
    prediction = prediction_of(json.loads(json.dumps(answer)))
    assert prediction.page == page.name
    assert prediction.claims
    for claim in prediction.claims:
        assert all(page.quote(span) for span in (*claim.spans, *claim.source.spans, *claim.cue))
