"""The figures as text: one line each, then rates and confusion per label."""

from collections import Counter
from collections.abc import Iterator

from . import scores
from .pairing import Pair
from .scores import Comparison, Rates
from .storage import GoldClaim


def figures(comparison: Comparison) -> Iterator[str]:
    """Every figure and table, a line each."""
    hits = [pair for pair in comparison.attributed if pair.gold and pair.predicted]
    types = scores.per_class(scores.confusion(hits, source_type))
    statuses = scores.per_class(scores.confusion(comparison.hits, status))
    points, bands, rated = scores.headline_error(comparison.headlines)
    yield rates_line("claim F1@.5, attributed", scores.found(comparison.attributed))
    yield rates_line("check-worthy own voice, shown", scores.found(comparison.own_voice))
    yield rates_line("check-worthy own voice, rated", scores.found(comparison.rated))
    yield rates_line("check-worthy, attributed hits", scores.checkworthiness(comparison.attributed))
    yield f"{'source type macro-F1, hits':32}{scores.macro_f1(types):.3f}"
    yield f"{'status macro-F1, hits':32}{scores.macro_f1(statuses):.3f}"
    yield f"{'source words right, hits':32}{scores.accuracy(hits, scores.same_source):.3f}"
    yield f"{'form right, hits':32}{scores.accuracy(hits, same_form):.3f}"
    yield f"{'named right, hits':32}{scores.accuracy(hits, same_named):.3f}"
    yield f"{'certainty score, hits: r':32}{scores.certainty_correlation(comparison.hits):.3f}"
    yield f"{'headline: points off':32}{points:.1f}   right band {bands:.2f}   ({rated} articles rated)"
    yield from _table("source type, attributed hits", types)
    yield from _table("source type, end to end", scores.per_class(scores.confusion(comparison.attributed, source_type)))
    yield from _table("status, hits", statuses)
    yield from _confusion("source type", scores.confusion(comparison.attributed, source_type))
    yield from _confusion("status", scores.confusion(comparison.attributed + comparison.own_voice, status))


def typing(comparison: Comparison) -> Iterator[str]:
    """The figures of the source types alone."""
    pairs = [pair for pair in comparison.attributed if pair.gold and pair.predicted]
    counts = scores.confusion(pairs, source_type)
    types = scores.per_class(counts)
    right = sum(count for (wanted, given), count in counts.items() if wanted == given)
    yield f"{'source type right':32}{right / len(pairs) if pairs else 0:.3f}   ({len(pairs)} claims)"
    yield f"{'source type macro-F1':32}{scores.macro_f1(types):.3f}"
    yield f"{'named right':32}{scores.accuracy(pairs, same_named):.3f}"
    yield from _table("source type", types)
    yield from _confusion("source type", counts)


def rates_line(name: str, rates: Rates) -> str:
    """Precision, recall and F1 with the counts behind them."""
    return (
        f"{name:32}P {rates.precision:.3f}  R {rates.recall:.3f}  F1 {rates.f1:.3f}"
        f"   ({rates.gold} gold, {rates.predicted} predicted, {rates.hits} hits)"
    )


def source_type(claim: GoldClaim) -> str:
    """The label of the source type tables."""
    return claim.source.type.value


def status(claim: GoldClaim) -> str:
    """The label of the status tables."""
    return claim.status.value


def same_form(pair: Pair) -> bool:
    """Whether both sides give the same form."""
    assert pair.gold and pair.predicted
    return pair.gold.form is pair.predicted.form


def same_named(pair: Pair) -> bool:
    """Whether both sides agree that the source is named."""
    assert pair.gold and pair.predicted
    return pair.gold.source.named == pair.predicted.source.named


def _table(title: str, rates: dict[str, Rates]) -> Iterator[str]:
    yield f"\n{title:28}   P      R      F1   gold  predicted"
    for name, rate in rates.items():
        yield f"  {name:26} {rate.precision:.3f}  {rate.recall:.3f}  {rate.f1:.3f} {rate.gold:5} {rate.predicted:10}"


def _confusion(title: str, counts: Counter[tuple[str, str]]) -> Iterator[str]:
    names = sorted({name for pair in counts for name in pair}, key=lambda name: (name == "-", name))
    yield f"\n{title}: gold down, predicted across (- missed or spurious)"
    yield " " * 14 + "".join(f"{name[:9]:>10}" for name in names)
    for wanted in names:
        yield f"{wanted[:13]:14}" + "".join(f"{counts[wanted, given] or '.':>10}" for given in names)
