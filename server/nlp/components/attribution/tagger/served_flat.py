"""The English networks as served: see `flat.py` for what is asked of them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from .flat import CHUNK, MARKS
from .served import ServedEncoders, Vectors
from .spans import PairFeatures, Question
from .viterbi import Chain, Scores
from .words import Words

Reading = list[dict[str, Vectors]]


class ServedFlat:
    """One or more trained networks, averaged in their scores."""

    def __init__(self, folder: Path, count: int) -> None:
        self._encoders = ServedEncoders(folder, count, MARKS)
        chains = [encoder.chain for encoder in self._encoders]
        self._chain = Chain(
            np.mean([chain.transitions for chain in chains], axis=0),
            np.mean([chain.begins for chain in chains], axis=0),
            chains[0].ends,
        )

    def read(self, words: Words) -> Reading:
        """See `FlatNetwork.read`."""
        return self._encoders.read(words, CHUNK)

    def tag_scores(self, reading: Reading) -> Scores:
        """See `FlatNetwork.tag_scores`."""
        mean: Scores = np.mean([own["tags"] for own in reading], axis=0)
        return mean

    def chain(self) -> Chain:
        """See `FlatNetwork.chain`."""
        return self._chain

    def link_scores(self, reading: Reading, asked: Sequence[Question], pairs: PairFeatures) -> list[Scores]:
        """See `FlatNetwork.link_scores`."""
        ends = np.array(
            [
                (question.asking.first, question.asking.last, candidate.first, candidate.last)
                for question in asked
                for candidate in question.candidates
            ]
        )
        features = np.array(
            [
                pairs.of(question.asking, candidate, question.kind)
                for question in asked
                for candidate in question.candidates
            ]
        )
        scores = np.mean(
            [
                _scores(own["ends"], encoder.tables, ends, features)
                for own, encoder in zip(reading, self._encoders, strict=True)
            ],
            axis=0,
        )
        cuts = np.cumsum([len(question.candidates) for question in asked])[:-1]
        return np.split(scores, cuts)


def _scores(projected: Vectors, tables: dict[str, Vectors], ends: np.ndarray, features: np.ndarray) -> Scores:
    first, last = np.split(projected, 2, axis=1)
    asking = np.concatenate([first[ends[:, 0]], last[ends[:, 1]]], axis=1)
    candidate = np.concatenate([first[ends[:, 2]], last[ends[:, 3]]], axis=1)
    read = np.concatenate([asking, candidate, asking * candidate, tables["link_features"][features].sum(1)], axis=1)
    wide = np.maximum(read @ tables["link_hidden"].T + tables["link_hidden_bias"], 0)
    scores: Scores = (wide @ tables["link_out"].T + tables["link_out_bias"])[:, 0]
    return scores
