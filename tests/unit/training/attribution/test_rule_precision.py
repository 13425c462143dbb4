"""How the precision of the attribution rules is measured: on invented articles with gold of both corpora's shapes."""

import pytest

from training.attribution.rules import measure, smoothed

TEXT = "Holm sagte, der Deich sei alt. Laut Kern ist er sicher."


def spans(words):
    begin = TEXT.index(words)
    return {"spans": [[begin, begin + len(words)]]}


@pytest.fixture
def row():
    first = {"quote": spans("der Deich sei alt"), "speaker": spans("Holm"), "cue": spans("sagte")}
    second = {"quote": spans("Holm sagte"), "speaker": None, "cue": None}
    return {"text": TEXT, "annotations": [first, second]}


def test_a_claim_is_right_where_a_gold_content_overlaps_it(row):
    found, right, sources = measure("de", [row])
    mood, laut = "de.attribution.indirect_mood", "de.attribution.adjunct_laut"
    assert (found[mood], right[mood], sources[mood]) == (1, 1, 1)
    assert (found[laut], right[laut]) == (1, 0)


def test_the_flat_gold_is_read_too():
    text = "Holm said the dam was old."
    gold = {"content": [[10, 25]], "source": [[0, 4]], "cue": [[5, 9]]}
    found, right, _ = measure("en", [{"text": text, "annotations": [{"attributions": [gold]}]}])
    assert right["en.attribution.indirect_plain"] == found["en.attribution.indirect_plain"] == 1


@pytest.mark.parametrize(("right", "found", "precision"), [(0, 0, 0.5), (1, 1, 2 / 3), (98, 98, 0.99)])
def test_few_claims_mean_little(right, found, precision):
    assert smoothed(right, found) == pytest.approx(precision)
