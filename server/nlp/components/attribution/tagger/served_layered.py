"""The German networks as served: see `layered.py` for what is asked of them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from .layered import CHUNK, MARKS
from .roles import ROLES, Request
from .served import ServedEncoder, ServedEncoders, Vectors, session
from .tags import COUNT, may_begin, may_end, may_follow
from .viterbi import Chain, Scores
from .words import Words

FORBIDDEN = -1e4
Reading = list[dict[str, Vectors]]


class ServedLayered:
    """One or more trained networks, averaged in their scores."""

    def __init__(self, folder: Path, count: int) -> None:
        self._encoders = ServedEncoders(folder, count, MARKS)
        self._taggers = [session(folder / f"roles-{number}.onnx") for number in range(count)]
        self._chains = _chains([encoder.chain for encoder in self._encoders])

    def read(self, words: Words) -> Reading:
        """See `LayeredNetwork.read`."""
        return self._encoders.read(words, CHUNK)

    def content_scores(self, reading: Reading) -> list[Scores]:
        """See `LayeredNetwork.content_scores`."""
        return [np.mean([own[name] for own in reading], axis=0) for name in ("content", "nested")]

    def chains(self) -> list[Chain]:
        """See `LayeredNetwork.chains`."""
        return self._chains

    def role_probabilities(self, reading: Reading, requests: Sequence[Request]) -> list[Scores]:
        """See `LayeredNetwork.role_probabilities`."""
        order = sorted(range(len(requests)), key=lambda index: len(requests[index].places))
        found: list[Scores] = [np.zeros(0, dtype=np.float32)] * len(requests)
        for begin in range(0, len(order), 16):
            chosen = order[begin : begin + 16]
            for index, roles in zip(chosen, self._roles(reading, [requests[index] for index in chosen]), strict=True):
                found[index] = roles
        return found

    def medium_scores(self, reading: Reading, requests: Sequence[Request]) -> Scores:
        """See `LayeredNetwork.medium_scores`."""
        total: Scores = np.mean(
            [_medium(own["hidden"], encoder, requests) for own, encoder in zip(reading, self._encoders, strict=True)],
            axis=0,
        )
        return total

    def _roles(self, reading: Reading, requests: Sequence[Request]) -> list[Scores]:
        lengths = np.array([len(item.places) for item in requests], dtype=np.int32)
        total = np.zeros((int(lengths.max()), len(requests), len(ROLES)), dtype=np.float32)
        for own, encoder, tagger in zip(reading, self._encoders, self._taggers, strict=True):
            inputs = [_role_inputs(own, encoder, item) for item in requests]
            padded = np.zeros((len(total), len(requests), inputs[0].shape[1]), dtype=np.float32)
            for row, values in enumerate(inputs):
                padded[: len(values), row] = values
            total += tagger.run(["probabilities"], {"inputs": padded, "lengths": lengths})[0]
        total /= len(reading)
        return [total[:length, row] for row, length in enumerate(lengths)]


def _role_inputs(own: dict[str, Vectors], encoder: ServedEncoder, item: Request) -> Vectors:
    tables = encoder.tables
    window = slice(item.begin, item.end)
    whole = np.concatenate([own["span"][list(item.tokens)].mean(0), tables["role_form"][item.type]])
    return np.concatenate(
        [
            own["token"][window],
            1 / (1 + np.exp(-own["auxiliary"][window])),
            np.broadcast_to(whole, (item.end - item.begin, len(whole))),
            tables["role_place"][item.places],
            tables["role_sentence"][item.sentences],
            tables["role_other"][item.others],
        ],
        axis=1,
    )


def _medium(hidden: Vectors, encoder: ServedEncoder, requests: Sequence[Request]) -> Scores:
    means = np.stack(
        [
            np.concatenate([hidden[list(item.tokens)].mean(0), encoder.tables["role_form"][item.type]])
            for item in requests
        ]
    )
    scores: Scores = means @ encoder.tables["medium"].T + encoder.tables["medium_bias"]
    return scores


def _chains(trained: Sequence[Chain]) -> list[Chain]:
    """The first layer's trained CRF; the second layer knows only what is forbidden."""
    tags = range(COUNT)
    follow = np.array([[0.0 if may_follow(a, b) else FORBIDDEN for b in tags] for a in tags], dtype=np.float32)
    begins = np.array([0.0 if may_begin(tag) else FORBIDDEN for tag in tags], dtype=np.float32)
    ends = np.array([0.0 if may_end(tag) else FORBIDDEN for tag in tags], dtype=np.float32)
    mean_transitions: Scores = np.mean([chain.transitions for chain in trained], axis=0)
    mean_begins: Scores = np.mean([chain.begins for chain in trained], axis=0)
    return [Chain(mean_transitions, mean_begins, ends), Chain(follow, begins, ends)]
