"""What each language's model is made of and how long it trains: settings found on the dev sets."""

from dataclasses import dataclass

from server.nlp.components.attribution.tagger import flat, layered

from .train import Recipe


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of one network; `role_hidden` is used by the German one alone."""

    vector_width: int = 128
    projection: int = 160
    hidden: int = 120
    layers: int = 1
    role_hidden: int = 80
    dropout: float = 0.4
    hide_words: float = 0.15


@dataclass(frozen=True, slots=True)
class Member:
    """One network of an ensemble: its sizes, its recipe, whether quotation marks change style in training, and
    the language whose first network its encoder starts from."""

    shape: Shape
    recipe: Recipe
    change_marks: bool = True
    start: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """One language's model: networks averaged in their scores, trained on chunks of about `chunk` tokens."""

    kind: str
    members: tuple[Member, ...]
    chunk: int


DEEP = Shape(projection=200, hidden=200, layers=2, dropout=0.5, hide_words=0.2)
WIDE = Shape(projection=200, hidden=160, dropout=0.5, hide_words=0.2)
SEVERE = Shape(dropout=0.5, hide_words=0.2)

PLANS = {
    "de": Plan(
        "layered",
        (
            Member(Shape(dropout=0.45), Recipe(epochs=16, average=0.995, most_tokens=1500, seed=2), start="en"),
            Member(SEVERE, Recipe(epochs=11, average=0.995, most_tokens=1500, seed=3), start="en"),
        ),
        layered.CHUNK,
    ),
    "en": Plan(
        "flat",
        (
            Member(Shape(), Recipe(epochs=7, rate=3e-3, most_tokens=2000, seed=0, every=1), change_marks=False),
            Member(WIDE, Recipe(epochs=9, rate=3e-3, most_tokens=2000, seed=2, every=3)),
            Member(DEEP, Recipe(epochs=8, rate=3e-3, most_tokens=2000, seed=3, every=2)),
        ),
        flat.CHUNK,
    ),
}
