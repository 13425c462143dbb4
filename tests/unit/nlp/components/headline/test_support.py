"""The formula keeps its promises: a denial never raises support, another source never lowers it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.nlp.annotations import Source, SourceType, Status
from server.nlp.components.headline.support import combine, reticence, worth

worths = st.lists(st.floats(0, 1), max_size=6).map(lambda values: list(enumerate(values)))
certainties = st.floats(0, 1)
statuses = st.sampled_from(Status)
types = st.sampled_from(SourceType)


def support(statements: list[tuple[int, float]], denials: list[tuple[int, float]]) -> float:
    return combine(statements, denials)[0]


@given(worths, worths, st.floats(0, 1))
def test_another_denial_never_raises_support(statements, denials, more):
    assert support(statements, [*denials, (99, more)]) <= support(statements, denials) + 1e-12


@given(worths, worths, st.floats(0, 1))
def test_another_independent_source_never_lowers_support(statements, denials, more):
    assert support([*statements, (99, more)], denials) >= support(statements, denials) - 1e-12


@given(worths, worths)
def test_support_lies_between_nothing_and_certainty(statements, denials):
    assert 0 <= support(statements, denials) <= 1


@given(worths, worths)
def test_the_effects_add_up_to_the_support(statements, denials):
    total, effects = combine(statements, denials)
    assert sum(effect.change for effect in effects) == pytest.approx(total)


@given(certainties, statuses, types, st.booleans())
def test_an_anonymous_source_never_counts_more_than_another(certainty, status, kind, named):
    anonymous = worth(certainty, status, Source(type=SourceType.ANONYMOUS))
    assert anonymous <= worth(certainty, status, Source(type=kind, named=named)) + 1e-12


@given(certainties, statuses, types)
def test_a_name_never_lowers_worth(certainty, status, kind):
    unnamed, named = (worth(certainty, status, Source(type=kind, named=named)) for named in (False, True))
    assert unnamed <= named


@given(certainties, certainties, statuses, types, st.booleans())
def test_more_certainty_never_lowers_worth(one, other, status, kind, named):
    low, high = sorted((one, other))
    source = Source(type=kind, named=named)
    assert worth(low, status, source) <= worth(high, status, source) + 1e-12


@given(certainties, certainties)
def test_reticence_spares_at_most_half_of_an_understatement(certainty, support):
    spared = reticence(certainty, support)
    assert 0 <= spared <= 0.5 * max(0.0, support - certainty) + 1e-12


@given(certainties, certainties, certainties)
def test_more_certainty_never_lowers_the_score_of_a_reticent_headline(one, other, support):
    low, high = sorted((one, other))
    scores = [certainty - support + reticence(certainty, support) for certainty in (low, high)]
    assert scores[0] <= scores[1] + 1e-12
