"""Ordering accuracy: does a headline that promises more get the higher score, over the same body?"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from server.nlp import Article, Block, Pipeline, Role

ARTICLES = Path(__file__).parent / "articles"
TUNED, HELD_OUT, HELD_OUT_2 = "", "held_out", "held_out_2"
"""The parts of a language's articles: those the rules were corrected by, and two sets kept from it."""
ALARMS = frozenset({"marked", "severe"})


@dataclass(frozen=True, slots=True)
class Headline:
    """One headline: its level (1 promises least) and whether it is fair to the body."""

    level: int
    fair: bool
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """One invented article with its headlines."""

    name: str
    headlines: tuple[Headline, ...]
    body: tuple[Block, ...]


@dataclass(slots=True)
class Ordering:
    """Counts over all cases; `wrong` lists the pairs in the wrong order and the false alarms, to read."""

    pairs: int = 0
    ordered: int = 0
    fair: int = 0
    alarms: int = 0
    rated: int = 0
    headlines: int = 0
    wrong: list[str] | None = None

    @property
    def share(self) -> float:
        """Of the pairs, the share in the right order."""
        return self.ordered / max(1, self.pairs)


def read_case(path: Path) -> Case:
    """One article file; the format is described in ``articles/README.md``. Raises `ValueError` on a bad line."""
    above, dashes, below = path.read_text(encoding="utf-8").partition("\n---\n")
    if not dashes:
        raise ValueError(f"{path}: no line of three dashes between headlines and body")
    headlines = []
    for line in above.splitlines():
        level, _, text = line.partition(" ")
        fair = text.startswith("~ ")
        headlines.append(Headline(int(level), fair, text.removeprefix("~ ")))
    body = [
        Block(f"p{number}", Role.LEAD if line.startswith("> ") else Role.BODY, line.removeprefix("> "))
        for number, line in enumerate(line for line in below.splitlines() if line.strip())
    ]
    return Case(path.stem, tuple(headlines), tuple(body))


def cases(language: str, part: str = TUNED) -> Iterator[Case]:
    """Every article of a language in one part, by file name."""
    for path in sorted((ARTICLES / language / part).glob("*.txt")):
        yield read_case(path)


def measure(pipeline: Pipeline, language: str, part: str = TUNED) -> Ordering:
    """Rate every headline over its body; a pair with a headline that is not rated counts as wrong."""
    result = Ordering(wrong=[])
    for case in cases(language, part):
        scores = [_rate(pipeline, language, headline, case.body) for headline in case.headlines]
        result.headlines += len(scores)
        for headline, (score, band) in zip(case.headlines, scores, strict=True):
            result.rated += score is not None
            result.fair += headline.fair
            if headline.fair and band in ALARMS:
                result.alarms += 1
                result.wrong.append(f"{case.name}: false alarm, {band} {score}: {headline.text}")
        for (one, (low, _)), (two, (high, _)) in combinations(zip(case.headlines, scores, strict=True), 2):
            if one.level == two.level:
                continue
            result.pairs += 1
            if low is not None and high is not None and (low < high) == (one.level < two.level) and low != high:
                result.ordered += 1
            else:
                result.wrong.append(f"{case.name}: {low} «{one.text}» | {high} «{two.text}»")
    return result


def _rate(pipeline: Pipeline, language: str, headline: Headline, body: tuple[Block, ...]) -> tuple[float | None, str]:
    article = Article((Block("h", Role.HEADLINE, headline.text), *body))
    mismatch = pipeline.analyze(article, language=language).headline.mismatch
    return mismatch.score, mismatch.band
