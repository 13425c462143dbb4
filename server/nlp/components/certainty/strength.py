"""How sure a claim sounds beyond its status: a sum of learned weights that places the score within the status's band.

A linear regression (ridge) on readable features: the rules that fired with their words, the words of the content, and,
where the content is an event named in one to three words, its tag and the words around it. The weights stand in
`models/<language>_certainty/strength.tsv`; a language without that table keeps the scores of its rules.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from spacy.tokens import Token

from ...annotations import Certainty, Status
from ...lang.tables import read_table
from .bands import Reading, within
from .scope import Scope

MODELS = Path(__file__).parents[2] / "models"
BIAS = "(bias)"
SHORT = 3
"""Words up to which a content is an event rather than a statement."""
SPREAD = 1.8
CENTRE = 0.92
"""How the regression's unit becomes ours: `CENTRE` is what plain statements have, `SPREAD` stretches the distance."""

_NEAR = 4


class Strength:
    """The learned weights of one language."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    @classmethod
    def load(cls, language: str) -> "Strength | None":
        """The language's weights, None where it has no table."""
        table = MODELS / f"{language}_certainty" / "strength.tsv"
        return cls({row["feature"]: float(row["weight"]) for row in read_table(table)}) if table.is_file() else None

    def of(self, features: Sequence[str]) -> float:
        """The sum of the weights: 0 is what a plain statement has, less is less sure."""
        return sum(self._weights.get(feature, 0.0) for feature in features)

    def place(self, certainty: Certainty, features: Sequence[str]) -> None:
        """Move the score to where the weights see it, within the band of the status."""
        certainty.score = within(certainty.status, CENTRE + SPREAD * self.of(features))


def features_of(scope: Scope, readings: Sequence[Reading], status: Status) -> list[str]:
    """The names of the features a claim has."""
    found = [BIAS, f"status={status}"]
    for reading in readings:
        found += [f"rule={reading.rule}", f"cue={reading.rule}:{reading.span.text.lower()}"]
    event = len(scope.content) <= SHORT
    return sorted({*found, *(_event(scope, status) if event else _statement(scope))})


def _statement(scope: Scope) -> Iterator[str]:
    for index in scope.content:
        yield f"word={_word(scope.doc[index])}"


def _event(scope: Scope, status: Status) -> Iterator[str]:
    """The event's own form, the words near it, and what governs it."""
    token = scope.doc[min(scope.content)]
    clause = scope.clauses.owner(token.i)
    yield "event"
    yield f"tag={token.tag_}"
    yield f"event={_word(token)}"
    yield f"status+tag={status}+{token.tag_}"
    yield f"clause={clause.kind}"
    yield from _neighbours(token)
    noun = "noun" if token.pos_ in ("NOUN", "PROPN") else "verb"
    yield from (f"before+{noun}={_word(other)}" for other in scope.around if other.i < token.i)
    yield from _governor(token)
    if clause.governor is not None:
        yield from (f"above={other._.verb}" for other in clause.governor.tokens(scope.doc) if other._.verb)
    if clause.opener is not None:
        yield f"opener={scope.doc[clause.opener].lower_}"


def _neighbours(token: Token) -> Iterator[str]:
    sentence = token.sent
    for distance in range(-_NEAR, _NEAR + 1):
        at = token.i + distance
        if not distance or not sentence.start <= at < sentence.end:
            continue
        other = token.doc[at]
        yield f"at{distance:+}={_word(other)}"
        if abs(distance) < 3:
            yield f"tag{distance:+}={other.tag_}"
        if distance < 0:
            yield f"shortly_before={_word(other)}"
    if token.i > sentence.start + 1:
        two, one = token.doc[token.i - 2], token.doc[token.i - 1]
        yield f"words_before={_word(two)} {_word(one)}"
        yield f"tags_before={two.tag_} {one.tag_} {token.tag_}"


def _governor(token: Token) -> Iterator[str]:
    """The nearest verb before the event in its sentence, with how they are joined."""
    for at in range(token.i - 1, token.sent.start - 1, -1):
        other = token.doc[at]
        if other.pos_ == "VERB" and other._.verb:
            yield f"governor={other._.verb}"
            yield f"governor_tags={other.tag_} {token.tag_}"
            if any(between.lower_ == "to" for between in token.doc[at : token.i]):
                yield f"governor_to={other._.verb}"
            return


def _word(token: Token) -> str:
    return "0" if token.like_num else str(token.lemma_.lower() or token.lower_)
