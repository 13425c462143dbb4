"""How strong a finding press releases state in title and text: none, correlational, conditional or causal.

Method and labels of Li, Zhang and Yu (2017), "An NLP analysis of exaggerated claims in science news": a title that
states a stronger label than a sentence of the text on the same study overstates it. The label is read off the words
of ``claim_strength.tsv``; which words stand there was decided on one half of the press releases (by a digest of their
name), so that the other half shows what they are worth. English only.

| half | macro-F1 of the four labels | F1 of overstatement, pairs of title and sentence |
|---|---|---|
| read for the words | .703 (n = 468) | .533 (n = 165) |
| other | .666 (n = 520) | .530 (n = 188) |

Printed by `python -m training.headline --corpora DIR`.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from server.nlp.lang.tables import read_table

NONE, CORRELATIONAL, CONDITIONAL, CAUSAL = range(4)
WORDS = Path(__file__).with_name("claim_strength.tsv")


@dataclass(frozen=True, slots=True)
class Statement:
    """One labelled sentence of a press release; `label` is one of the four strengths."""

    release: str
    title: bool
    text: str
    label: int


class Strength:
    """Reads a sentence's strength by the words of the table."""

    def __init__(self, table: Path = WORDS) -> None:
        kinds: dict[str, list[str]] = defaultdict(list)
        for row in read_table(table):
            kinds[row["kind"]].append(r"\b" + re.escape(row["phrase"]).replace(r"\*", r"\w*") + r"\b")
        self._patterns = {kind: re.compile("|".join(found), re.IGNORECASE) for kind, found in kinds.items()}

    def of(self, text: str) -> int:
        """One of the four strengths."""
        effect, hedge, link, contrast = (
            self._patterns[kind].search(text) is not None for kind in ("effect", "hedge", "link", "contrast")
        )
        if hedge and (effect or link or contrast):
            return CONDITIONAL
        if link:
            return CORRELATIONAL
        if effect:
            return CAUSAL
        return CORRELATIONAL if contrast else NONE


def read(path: Path, half: int) -> list[Statement]:
    """The labelled statements of one half of the press releases: 0 was read for the words, 1 was not."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = []
    for row in rows:
        *release, _, kind = row["sentId"].split("-")
        name = "-".join(release)
        if sha256(name.encode()).digest()[0] % 2 == half:
            found.append(Statement(name, kind == "title", row["sentence"], int(row["label"])))
    return found


def f1(gold: Iterable[int], predicted: Iterable[int], label: int) -> float:
    """F1 of one label."""
    pairs = list(zip(gold, predicted, strict=True))
    hits = sum(one == two == label for one, two in pairs)
    return 2 * hits / max(1, sum((one == label) + (two == label) for one, two in pairs))


def macro_f1(statements: list[Statement], strength: Strength) -> float:
    """Mean F1 of the four labels."""
    gold = [each.label for each in statements]
    predicted = [strength.of(each.text) for each in statements]
    return sum(f1(gold, predicted, label) for label in range(4)) / 4


def overstatement_f1(statements: list[Statement], strength: Strength) -> tuple[float, int]:
    """F1 of "the title states more than the sentence", over all pairs of the two in one release; and their number.

    Pairs with a sentence that states no finding are left out, for it says nothing on the title's matter.
    """
    releases: dict[str, list[Statement]] = defaultdict(list)
    for each in statements:
        releases[each.release].append(each)
    pairs = [
        (title, other)
        for group in releases.values()
        for title in group
        if title.title
        for other in group
        if not other.title and other.label != NONE
    ]
    gold = [int(title.label > other.label) for title, other in pairs]
    predicted = [int(strength.of(title.text) > strength.of(other.text)) for title, other in pairs]
    return f1(gold, predicted, 1), len(pairs)
