"""The labelled pages that check-worthiness learns from besides the gold."""

import pytest

from server.nlp.lang.tables import read_table
from training.checkworthiness.labels import LABELS, read_labels
from training.gold.halves import read_halves
from training.gold.pages import digest, page_of


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_page_of_the_gold_is_labelled(language):
    labelled = {row["page"] for row in read_table(LABELS / f"{language}.tsv")}
    assert labelled
    assert not labelled & {str(key) for key in read_halves()}


def test_a_changed_block_is_left_out(monkeypatch, tmp_path):
    rows = ["page\tblock\tbegin\tend\tdigest\tcheckworthy"]
    rows += [f"a.html\tp1\t0\t4\t{digest('Text.')[:12]}\tyes", f"a.html\tp2\t0\t4\t{digest('Other.')[:12]}\tno"]
    (tmp_path / "en.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    monkeypatch.setattr("training.checkworthiness.labels.LABELS", tmp_path)
    page = page_of("a.html", "en", "Title", [], ["Text.", "Changed."])
    [(found, labels)] = read_labels({"a.html": page}, "en")
    assert found is page
    assert [(label.block, label.checkworthy) for label in labels] == [("p1", True)]
