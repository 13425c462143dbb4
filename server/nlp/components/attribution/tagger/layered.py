"""Attributions from a network with layers of content tags and a role tagger (German).

Method: the BiLSTM-CRF reads the contents; a second pass reads the source and cue of each content from the
window around it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from .chunks import chunk_bounds
from .found import Found
from .roles import ROLES, Request, request
from .tags import COUNT, Content, decode, tag
from .viterbi import Chain, Scores, best_tags
from .words import Words

CHUNK = 350
MARKS = ("„", "“")
"""The quotation marks of the training corpus; others are read as these."""
MEDIA = ("speech", "unknown", "writing", "speech", "unknown", "writing", "thought")
SPEAKER, CUE = ROLES.index("speaker"), ROLES.index("cue")


Reading = TypeVar("Reading")


class LayeredNetwork(Protocol[Reading]):
    """What a trained network answers; all scores in natural logarithms."""

    def read(self, words: Words) -> Reading:
        """The article read once; the other methods ask for it."""

    def content_scores(self, reading: Reading) -> list[Scores]:
        """Emissions (tokens × tags) of each layer."""

    def chains(self) -> list[Chain]:
        """The CRF of each layer."""

    def role_probabilities(self, reading: Reading, requests: Sequence[Request]) -> list[Scores]:
        """Probabilities (window × roles) for each request."""

    def medium_scores(self, reading: Reading, requests: Sequence[Request]) -> Scores:
        """Scores (requests × media)."""


@dataclass(frozen=True, slots=True)
class Knobs:
    """Settings tuned on dev: bonus for a content's begin in each layer, more for some forms in the first and for
    direct speech in the second (`partial`), and thresholds of the roles."""

    begin: float = 0.0
    nested: float = 0.0
    partial: float = 0.0
    direct: float = 0.0
    reported: float = 0.0
    free: float = 0.0
    source: float = 0.5
    cue: float = 0.5


def attribute(words: Words, network: LayeredNetwork[Reading], knobs: Knobs) -> list[Found]:
    """The attributions of one article, in text order."""
    if not len(words):
        return []
    reading = network.read(words)
    scores = network.content_scores(reading)
    contents = read_contents(words, scores, network.chains(), knobs)
    if not contents:
        return []
    occupied = np.zeros(len(words), dtype=bool)
    for content in contents:
        occupied[list(content.tokens)] = True
    requests = [request(content, occupied, words.sentences) for content in contents]
    probabilities = network.role_probabilities(reading, requests)
    media = network.medium_scores(reading, requests).argmax(1)
    return [
        _found(content, item, roles, MEDIA[int(medium)], scores[0], knobs)
        for content, item, roles, medium in zip(contents, requests, probabilities, media, strict=True)
    ]


def read_contents(words: Words, scores: list[Scores], chains: list[Chain], knobs: Knobs) -> list[Content]:
    """The contents of all layers; one found twice counts once."""
    bounds = chunk_bounds(words.paragraphs, CHUNK)
    lengths = np.array([end - begin for begin, end in bounds])
    rows = np.zeros((len(scores) * len(bounds), int(lengths.max()), COUNT), dtype=np.float32)
    for number, (layer, bonus) in enumerate(zip(scores, _bonuses(knobs), strict=True)):
        for row, (begin, end) in enumerate(bounds, start=number * len(bounds)):
            rows[row, : end - begin] = layer[begin:end]
            rows[row, :, 1::3] += bonus
    best = best_tags(rows, np.tile(lengths, len(scores)), _by_row(chains, len(bounds)))
    found: dict[tuple[int, ...], Content] = {}
    for tags, (begin, _) in zip(best, bounds * len(scores), strict=True):
        for content in decode(tags.tolist()):
            tokens = tuple(token + begin for token in content.tokens)
            found.setdefault(tokens, Content(content.type, tokens))
    return sorted(found.values(), key=lambda content: (content.tokens[0], -content.tokens[-1]))


def _bonuses(knobs: Knobs) -> list[NDArray[np.float32]]:
    first = np.array([knobs.direct, 0.0, knobs.reported, knobs.free, knobs.free], dtype=np.float32) + knobs.begin
    return [first, np.array([knobs.partial, 0.0, 0.0, 0.0, 0.0], dtype=np.float32) + np.float32(knobs.nested)]


def _by_row(chains: Sequence[Chain], rows: int) -> Chain:
    """The layers' chains, each repeated for the rows of its layer."""
    return Chain(
        np.repeat([chain.transitions for chain in chains], rows, axis=0),
        np.repeat([chain.begins for chain in chains], rows, axis=0),
        np.repeat([chain.ends for chain in chains], rows, axis=0),
    )


def _found(content: Content, item: Request, roles: Scores, medium: str, scores: Scores, knobs: Knobs) -> Found:
    source = segment(roles[:, SPEAKER], knobs.source)
    cue = np.flatnonzero(roles[:, CUE] > knobs.cue)
    return Found(
        content.type,
        content.tokens,
        tuple(int(index) + item.begin for index in source),
        tuple(int(index) + item.begin for index in cue),
        medium,
        evidence(content, roles, scores),
    )


def evidence(content: Content, roles: Scores, scores: Scores) -> NDArray[np.float64]:
    """Mean and lowest probability of the content's tags, highest source and cue probability, log length."""
    own = scores[list(content.tokens)].astype(np.float64)
    own = own - own.max(1, keepdims=True)
    shares = np.exp(own) / np.exp(own).sum(1, keepdims=True)
    outside = shares[:, 0]
    typed = shares[:, tag(content.type, 0) : tag(content.type, 0) + 3].sum(1)
    return np.array(
        [
            1.0 - outside.mean(),
            1.0 - outside.max(),
            typed.mean(),
            roles[:, SPEAKER].max(),
            roles[:, CUE].max(),
            np.log(len(content.tokens)),
        ],
        dtype=np.float64,
    )


def segment(probabilities: Scores, threshold: float) -> NDArray[np.int64]:
    """The stretch with the highest summed log-odds over `threshold`, or nothing where no token passes it."""
    if not len(probabilities) or probabilities.max() <= threshold:
        return np.zeros(0, dtype=np.int64)
    clipped = np.clip(probabilities.astype(np.float64), 1e-6, 1 - 1e-6)
    odds = np.log(clipped / (1 - clipped)) - np.log(threshold / (1 - threshold))
    odds = np.clip(odds, -4, 4)
    sums = np.concatenate([[0.0], np.cumsum(odds)])
    lowest = np.minimum.accumulate(sums)
    end = int((sums[1:] - lowest[:-1]).argmax()) + 1
    begin = int(sums[:end].argmin())
    return np.arange(begin, end)
