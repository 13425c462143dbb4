"""The dev scores on articles small enough to count by hand. Words are numbered by their place in the text."""

from training.attribution.scoring import Attributed, Tally, add_article

TEXT = "Ina Holm sagte , es regne in Ahlen . Bo Rau schwieg ."


def spans(*words: int) -> list[tuple[int, int]]:
    pieces = TEXT.split()
    begins = [sum(len(piece) + 1 for piece in pieces[:word]) for word in words]
    return [(begin, begin + len(pieces[word])) for begin, word in zip(begins, words, strict=True)]


GOLD = Attributed(spans(4, 5, 6, 7), spans(0, 1), spans(2), "indirect")


def scored(*found: Attributed) -> Tally:
    tally = Tally()
    add_article(tally, TEXT, [GOLD], list(found))
    return tally


def test_the_gold_itself_scores_one() -> None:
    tally = scored(GOLD)
    assert tally.role("joint") == (1, 1, 1)
    assert tally.claim == (1, 1, 1)
    assert tally.source == tally.form("indirect") == 1


def test_half_a_content_without_a_source_is_a_hit_with_a_wrong_source() -> None:
    tally = scored(Attributed(spans(4, 5), [], spans(2), "indirect"))
    assert tally.role("content") == (1, 0.5, 2 / 3)
    assert tally.role("source") == (0, 0, 0)
    assert tally.role("cue") == (1, 1, 1)
    assert (tally.hits, tally.source) == (1, 0)


def test_a_quarter_of_the_content_is_no_hit() -> None:
    assert scored(Attributed(spans(4), spans(0, 1), spans(2), "indirect")).hits == 0


def test_a_spurious_claim_costs_precision_alone() -> None:
    tally = scored(GOLD, Attributed(spans(11), spans(9, 10), [], "direct"))
    assert tally.claim == (0.5, 1, 2 / 3)
    assert tally.role("content")[:2] == (0.5, 1)
    assert tally.form("indirect") == 1


def test_nothing_found_scores_nothing() -> None:
    assert scored().role("joint") == (0, 0, 0)
