"""Counts the answers of a corpus in constant memory: one cell per outlet and month, whatever the number of articles."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import sqrt
from typing import NamedTuple

from server.corpus.answers import Answer
from server.nlp.annotations import SourceType

UNNAMED = (SourceType.UNSPECIFIED, SourceType.ANONYMOUS)
"""Source types of claims for which the text names nobody (guidelines, section 2)."""
STEP = 10
"""Width of a class of mismatch scores, in points."""
OUTLETS = 1000
"""Outlets counted by name; those that come later are counted together, so that memory stays bounded."""
BANDS = ("aligned", "slight", "marked", "severe", "not_rated")


class Share(NamedTuple):
    """`part` of `total`, with the borders of Wilson's 95 % interval (Wilson 1927), each from 0 to 1."""

    part: int
    total: int
    value: float
    low: float
    high: float

    @classmethod
    def of(cls, count: int, total: int) -> "Share":
        """The share; of nothing it is 0, and could be anything."""
        if not total:
            return cls(0, 0, 0.0, 0.0, 1.0)
        z, p = 1.96, count / total
        middle = (p + z * z / (2 * total)) / (1 + z * z / total)
        half = z * sqrt(p * (1 - p) / total + z * z / (4 * total * total)) / (1 + z * z / total)
        return cls(count, total, p, max(0.0, middle - half), min(1.0, middle + half))


@dataclass(slots=True)
class Cell:
    """What was counted for one outlet in one month, or for several together."""

    articles: int = 0
    types: Counter[SourceType] = field(default_factory=Counter)
    bands: Counter[str] = field(default_factory=Counter)
    scores: Counter[int] = field(default_factory=Counter)
    """Articles per class of mismatch score, by the class's lower border: −100, −90, … 90."""

    def add(self, other: "Cell") -> None:
        """Count another cell in."""
        self.articles += other.articles
        self.types.update(other.types)
        self.bands.update(other.bands)
        self.scores.update(other.scores)

    @property
    def attributed(self) -> int:
        """Claims that somebody else than the article itself answers for."""
        return self.types.total() - self.types[SourceType.NONE]

    @property
    def unnamed(self) -> Share:
        """The share of the attributed claims whose source is unspecified or anonymous."""
        return Share.of(sum(self.types[kind] for kind in UNNAMED), self.attributed)


class Tally:
    """Everything the report shows. `None` stands for an outlet or a month that the record does not tell."""

    def __init__(self) -> None:
        self.cells: dict[tuple[str | None, str | None], Cell] = {}
        self.errors, self.unreadable, self.incomplete = 0, 0, 0
        self.folded = 0
        """Articles of outlets beyond the first `OUTLETS`."""
        self._outlets: set[str | None] = set()

    def count(self, answers: Iterable[Answer | None]) -> "Tally":
        """Add answers."""
        for answer in answers:
            if answer is None:
                self.unreadable += 1
            elif answer.claims is None or answer.headline is None:
                self.errors += 1
            else:
                self._add(answer)
        return self

    def by_outlet(self) -> dict[str | None, Cell]:
        """The outlets, those with most claims first."""
        cells = self._merged(0)
        return dict(sorted(cells.items(), key=lambda item: (-item[1].types.total(), item[0] is None, item[0] or "")))

    def by_month(self) -> dict[str | None, Cell]:
        """The months in order, those without a date last."""
        return dict(sorted(self._merged(1).items(), key=lambda item: (item[0] is None, item[0] or "")))

    def whole(self) -> Cell:
        """All cells together."""
        total = Cell()
        for cell in self.cells.values():
            total.add(cell)
        return total

    def _add(self, answer: Answer) -> None:
        assert answer.claims is not None and answer.headline is not None
        cell = self.cells.setdefault((self._outlet(answer.outlet), answer.month), Cell())
        cell.articles += 1
        cell.types.update(claim.source.type for claim in answer.claims)
        mismatch = answer.headline.mismatch
        cell.bands[mismatch.band] += 1
        if mismatch.score is not None:
            cell.scores[min(90, int(mismatch.score // STEP) * STEP)] += 1
        self.incomplete += bool(answer.incomplete)

    def _outlet(self, name: str | None) -> str | None:
        if name not in self._outlets:
            if len(self._outlets) >= OUTLETS:
                self.folded += 1
                return None
            self._outlets.add(name)
        return name

    def _merged(self, part: int) -> dict[str | None, Cell]:
        cells: dict[str | None, Cell] = {}
        for key, cell in self.cells.items():
            cells.setdefault(key[part], Cell()).add(cell)
        return cells
