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
class Plan:
    """One language's model: networks of one shape, each trained by its own recipe, chunks of `chunk` tokens."""

    kind: str
    shape: Shape
    recipes: tuple[Recipe, ...]
    chunk: int


PLANS = {
    "de": Plan(
        "layered", Shape(), tuple(Recipe(epochs=13, rate=2e-3, most_tokens=1500, average=0.995, seed=seed)
                                  for seed in (0, 1)), layered.CHUNK,
    ),
    "en": Plan(
        "flat", Shape(), (Recipe(epochs=7, rate=3e-3, most_tokens=2000, average=0.998, every=1),), flat.CHUNK,
    ),
}
