"""What each language's model is made of and how long it trains: settings found on the dev sets."""

from dataclasses import dataclass, replace

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
SEVERE = replace(DEEP, dropout=0.55, hide_words=0.25)

PLANS = {
    "de": Plan(
        "layered",
        (Member(SEVERE, Recipe(epochs=11, rate=2e-3, most_tokens=1500, average=0.995, seed=7, every=3), start="en"),),
        layered.CHUNK,
    ),
    "en": Plan(
        "flat",
        (Member(DEEP, Recipe(epochs=8, rate=3e-3, most_tokens=2000, seed=3, every=2)),),
        flat.CHUNK,
    ),
}
