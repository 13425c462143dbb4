"""The worst errors, with the words they concern: for the screen only, never for a file of the project."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from .pairing import Pair
from .scores import Comparison
from .storage import GoldClaim, Span


def worst(comparison: Comparison, limit: int) -> Iterator[str]:
    """Up to `limit` errors of each kind, wrong statuses by how far their certainty is off."""
    missed = [pair for pair in comparison.attributed if not pair.predicted]
    spurious = [pair for pair in comparison.attributed if not pair.gold]
    unseen = [pair for pair in comparison.own_voice if not pair.predicted]
    painted = [pair for pair in comparison.own_voice if not pair.gold]
    hits = [pair for pair in comparison.attributed if pair.gold and pair.predicted]
    yield from _list("MISSED", missed, limit)
    yield from _list("SPURIOUS", spurious, limit)
    yield from _list("WRONG TYPE", (pair for pair in hits if _differ(pair, lambda claim: claim.source.type)), limit)
    yield from _list("WRONG NAMED", (pair for pair in hits if _differ(pair, lambda claim: claim.source.named)), limit)
    off = sorted(comparison.hits, key=_distance, reverse=True)
    yield from _list("WRONG STATUS", (pair for pair in off if _differ(pair, lambda claim: claim.status)), limit)
    yield from _list("OWN VOICE MISSED", unseen, limit)
    yield from _list("OWN VOICE SPURIOUS", painted, limit)


def _list(kind: str, pairs: Iterable[Pair], limit: int) -> Iterator[str]:
    for pair, _ in zip(_spread(pairs), range(limit), strict=False):
        yield f"{kind:18} {pair.page.name.removesuffix('.html.gz')}  {_side(pair.gold)} → {_side(pair.predicted)}"
        claim = pair.gold or pair.predicted
        assert claim
        yield f"    {_quote(pair, claim.spans)}  [{_quote(pair, claim.source.spans)} · {_quote(pair, claim.cue)}]"


def _spread(pairs: Iterable[Pair]) -> list[Pair]:
    """In rounds, one error of each page a round: else the first page would fill the screen."""
    rounds: Counter[str] = Counter()
    ranked = []
    for pair in pairs:
        ranked.append((rounds[pair.page.name], pair))
        rounds[pair.page.name] += 1
    return [pair for _, pair in sorted(ranked, key=lambda entry: entry[0])]


def _side(claim: GoldClaim | None) -> str:
    if claim is None:
        return "nothing"
    named = " named" if claim.source.named else ""
    return f"{claim.form}/{claim.source.type}{named}/{claim.status} {claim.score:.2f}"


def _quote(pair: Pair, spans: Iterable[Span]) -> str:
    words = " … ".join(pair.page.quote(span) for span in spans)
    return words if len(words) <= 200 else f"{words[:120]} […] {words[-70:]}"


def _differ(pair: Pair, label: Callable[[GoldClaim], object]) -> bool:
    assert pair.gold and pair.predicted
    return label(pair.gold) != label(pair.predicted)


def _distance(pair: Pair) -> float:
    assert pair.gold and pair.predicted
    return abs(pair.gold.score - pair.predicted.score)
