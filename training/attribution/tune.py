"""Settings fitted on dev: the decoder's knobs, one after the other, and the calibration of the confidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from server.nlp.components.attribution.tagger import flat, layered
from server.nlp.components.attribution.tagger.confidence import Calibration, features_of
from server.nlp.components.attribution.tagger.found import Found

from .corpus import Document
from .evaluate import Knobs, answer, tally

GRIDS: dict[type, dict[str, tuple[float, ...]]] = {
    layered.Knobs: {
        "begin": (0.0, 0.5, 1.0, 1.5, 2.0, 2.5),
        "nested": (0.0, 0.7, 1.4),
        "partial": (-1.0, 0.7, 1.4, 2.1),
        "direct": (-1.5, -1.0, -0.5, 0.5),
        "reported": (-0.7, 0.7, 1.4),
        "free": (-0.7, 0.7, 1.4),
        "source": (0.28, 0.35, 0.42, 0.58),
        "cue": (0.35, 0.42, 0.58),
    },
    flat.Knobs: {
        "content": (0.0, 0.5, 1.0, 1.5),
        "cue": (0.0, 0.5, 1.0),
        "source": (0.0, 0.5),
        "no_link": (-1.5, -0.5, 0.0),
    },
}
LEAST_GAIN = 1e-6
PENALTY = 1.0
"""Strength of the squared penalty on the calibration's weights."""
LEAST_DEVIATION = 0.01
BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def tune(documents: Sequence[Document], network: object, language: str, knobs: Knobs) -> Knobs:
    """The knobs with the best joint F1: each searched with the others held, again until none moves."""
    best = tally(answer(documents, network, knobs), language)[0].role("joint")[2]
    before = None
    while knobs != before:
        before = knobs
        for name, values in GRIDS[type(knobs)].items():
            for value in values:
                tried = replace(knobs, **{name: value})
                joint = tally(answer(documents, network, tried), language)[0].role("joint")[2]
                if joint > best + LEAST_GAIN:
                    best, knobs = joint, tried
    return knobs


def calibrate(found: Sequence[Found], hits: Sequence[bool]) -> Calibration:
    """Penalised logistic regression of the hits on the evidence, by Newton's method."""
    features = np.stack([features_of(item) for item in found])
    means, deviations = features.mean(0), np.maximum(features.std(0), LEAST_DEVIATION)
    design = np.c_[(features - means) / deviations, np.ones(len(features))]
    wanted = np.array(hits, dtype=np.float64)
    weights = np.zeros(design.shape[1])
    penalty = np.diag([PENALTY] * (design.shape[1] - 1) + [0.0])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-(design @ weights)))
        slope = design.T @ (wanted - chance) - penalty @ weights
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + penalty
        weights = weights + np.linalg.solve(curve + 1e-9 * np.eye(len(curve)), slope)
    return Calibration(weights[:-1], means, deviations, float(weights[-1]))


@dataclass(frozen=True, slots=True)
class Bin:
    """Findings of one range of confidence: how many, their mean confidence, the share of hits among them."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


def reliability(found: Sequence[Found], hits: Sequence[bool], halves: int = 5) -> list[Bin]:
    """Each finding's confidence by a calibration fitted on the other parts of dev, against its being a hit."""
    parts = np.arange(len(found)) * halves // len(found)
    confidence = np.zeros(len(found))
    for part in range(halves):
        rest = [index for index in range(len(found)) if parts[index] != part]
        calibration = calibrate([found[index] for index in rest], [hits[index] for index in rest])
        for index in np.flatnonzero(parts == part):
            confidence[index] = calibration.confidence(found[index])
    return [_bin(confidence, np.array(hits), low, high) for low, high in zip(BINS[:-1], BINS[1:], strict=True)]


def _bin(confidence: NDArray[np.float64], hits: NDArray[np.bool_], low: float, high: float) -> Bin:
    inside = (confidence >= low) & ((confidence < high) | (high == 1.0))
    count = int(inside.sum())
    return Bin(
        low,
        high,
        count,
        float(confidence[inside].mean()) if count else 0.0,
        float(hits[inside].mean()) if count else 0.0,
    )
