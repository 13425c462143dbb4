"""Dev figures of networks: what the decoder finds, scored as the corpora's scorer scores it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from server.nlp.components.attribution.tagger import flat, layered
from server.nlp.components.attribution.tagger.confidence import Calibration
from server.nlp.components.attribution.tagger.found import Found
from server.nlp.components.attribution.tagger.quotation import quotation_states
from server.nlp.components.attribution.tagger.tags import CONTENT_TYPES
from server.nlp.components.attribution.tagger.words import Words

from .corpus import Attribution, Document
from .scoring import Attributed, Tally, add_article

FORMS = [name.replace("indirect_free", "free_indirect") for name in CONTENT_TYPES]
SOURCES = ("speaker", "source")
Knobs = layered.Knobs | flat.Knobs


@dataclass(slots=True)
class Answer:
    """What was found in one article."""

    document: Document
    found: list[Found]


class Remembered:
    """A network that reads each article once, for trying many knobs on the same articles."""

    def __init__(self, network: object) -> None:
        self._network = network
        self._readings: dict[int, object] = {}

    def read(self, words: Words) -> object:
        """The network's reading, from memory after the first time."""
        if id(words) not in self._readings:
            self._readings[id(words)] = self._network.read(words)
        return self._readings[id(words)]

    def __getattr__(self, name: str) -> object:
        return getattr(self._network, name)


def answer(documents: Iterable[Document], network: object, knobs: Knobs) -> list[Answer]:
    """The decoder's findings in every article."""
    attribute = layered.attribute if isinstance(knobs, layered.Knobs) else flat.attribute
    return [Answer(document, attribute(document.words, network, knobs)) for document in documents]


def tally(
    answers: Sequence[Answer], language: str, calibration: Calibration | None = None, least: float = 0.0
) -> tuple[Tally, list[bool]]:
    """The scores over all articles, and for every finding (in order) whether it is a hit.

    With a calibration, findings below the confidence `least` are left out.
    """
    total = Tally()
    hits: list[bool] = []
    for item in answers:
        words = item.document.words
        kept = [f for f in item.found if calibration is None or calibration.confidence(f) >= least]
        gold = [_gold(words, attribution, language) for attribution in item.document.gold]
        hits += add_article(total, item.document.text, gold, [_attributed(words, found) for found in kept])
    return total, hits


def character_spans(words: Words, tokens: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of neighbouring words as character spans."""
    indices = np.array(sorted(tokens), dtype=np.int64)
    runs = np.split(indices, np.flatnonzero(np.diff(indices) > 1) + 1) if len(indices) else []
    return [(words.begins[int(run[0])], words.ends[int(run[-1])]) for run in runs]


def _attributed(words: Words, found: Found) -> Attributed:
    content, source, cue = (character_spans(words, tokens) for tokens in (found.content, found.source, found.cue))
    return Attributed(content, source, cue, FORMS[found.type])


def _gold(words: Words, attribution: Attribution, language: str) -> Attributed:
    source = next(role for role in SOURCES if role in attribution.roles)
    content = attribution.tokens("content")
    form = FORMS[attribution.type]
    if language == "en":
        form = FORMS[flat.form_of(content, quotation_states(words.texts, words.paragraphs))]
    return Attributed(
        character_spans(words, content),
        character_spans(words, attribution.tokens(source)),
        character_spans(words, attribution.tokens("cue")),
        form,
    )
