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
    the finished network, by its file in the work folder, that its encoder starts from."""

    shape: Shape
    recipe: Recipe
    change_marks: bool = True
    start: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """One language's model: networks averaged in their scores, trained on chunks of about `chunk` tokens.

    `prior` networks are trained too, but only for the other language's networks to start from.
    """

    kind: str
    members: tuple[Member, ...]
    chunk: int
    prior: tuple[Member, ...] = ()


DEEP = Shape(projection=200, hidden=200, layers=2, dropout=0.5, hide_words=0.2)
STRICT = Shape(dropout=0.5, hide_words=0.2)
DEEP_STRICT = replace(DEEP, dropout=0.55, hide_words=0.25)

SLOW = Recipe(epochs=11, rate=2e-3, most_tokens=1500, average=0.995)
QUICK = Recipe(epochs=8, rate=3e-3, most_tokens=2000, every=2)
"""German articles are fewer: it takes smaller batches and more epochs."""

PLANS = {
    "de": Plan(
        "layered",
        (
            Member(DEEP_STRICT, replace(SLOW, seed=7, every=3), start="en/network-3.pt"),
            Member(STRICT, replace(SLOW, seed=3), start="en/network-0.pt"),
            Member(Shape(dropout=0.45), replace(SLOW, epochs=16, seed=2), start="en/network-0.pt"),
        ),
        layered.CHUNK,
    ),
    "en": Plan(
        "flat",
        (
            Member(DEEP, replace(QUICK, seed=3)),
            Member(replace(DEEP, hide_words=0.25), replace(QUICK, seed=4)),
        ),
        flat.CHUNK,
        prior=(Member(Shape(), replace(QUICK, epochs=7, seed=0, every=1), change_marks=False),),
    ),
}
