"""How readings add up: the weakest link gives the status, and no score leaves its band."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from server.nlp.annotations import CueKind, Status
from server.nlp.components.certainty.bands import BANDS, WEAKNESS, Reading, weigh

DOC = spacy.blank("de")("eins zwei drei vier")


def reading(status, score=0.5, at=0, kind=CueKind.ADVERB):
    return Reading(DOC[at : at + 1], kind, status, score, "test")


READINGS = st.lists(
    st.builds(
        reading, st.sampled_from(list(Status)), st.floats(0, 1), st.integers(0, 3), st.sampled_from(list(CueKind))
    )
)


@given(READINGS, st.booleans())
def test_the_score_never_leaves_the_band_of_the_status(readings, attributed):
    certainty = weigh(readings, attributed=attributed)
    low, high = BANDS[certainty.status]
    assert low <= certainty.score <= high


@given(st.lists(st.sampled_from([s for s in Status if s is not Status.REPORTED]), min_size=1))
def test_the_weakest_link_wins(statuses):
    assert weigh([reading(status) for status in statuses], attributed=True).status == max(statuses, key=WEAKNESS.index)


@pytest.mark.parametrize(("attributed", "status"), [(True, Status.REPORTED), (False, Status.ASSERTED)])
def test_without_any_cue_the_voice_decides(attributed, status):
    assert weigh([], attributed=attributed).status is status


def test_a_confirming_verb_outdoes_the_mood_of_reported_speech():
    readings = [reading(Status.ASSERTED, 0.88, 0, CueKind.VERB), reading(Status.REPORTED, 0.7, 1, CueKind.MOOD)]
    assert weigh(readings, attributed=True).status is Status.ASSERTED


def test_every_further_weakening_cue_takes_something_off():
    one = weigh([reading(Status.HEDGED, 0.5, 0)], attributed=True)
    two = weigh([reading(Status.HEDGED, 0.5, 0), reading(Status.HYPOTHETICAL, 0.5, 1)], attributed=True)
    assert two.score < one.score
    assert [cue.span.text for cue in two.cues] == ["eins", "zwei"]
