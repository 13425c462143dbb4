"""A trained torch network, or several averaged, behind the interface the server's decoder asks for."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from server.nlp.components.attribution.tagger import flat, layered
from server.nlp.components.attribution.tagger.chunks import chunk_bounds
from server.nlp.components.attribution.tagger.positions import position_features
from server.nlp.components.attribution.tagger.quotation import in_style
from server.nlp.components.attribution.tagger.roles import Request
from server.nlp.components.attribution.tagger.spans import PairFeatures, Question
from server.nlp.components.attribution.tagger.viterbi import Chain, Scores
from server.nlp.components.attribution.tagger.words import Words

from .batches import Chunk, Vocabulary, collate
from .network.crf import Crf
from .network.encoder import TypeFeatures
from .network.english import pair_inputs


def chain_of(crf: Crf, trained: bool = True) -> Chain:
    """The CRF's scores for decoding; `trained` False keeps only what is forbidden."""
    share = 1.0 if trained else 0.0
    with torch.no_grad():
        return Chain(
            (crf.transitions * share + crf.follow_mask).numpy(),
            (crf.begins * share + crf.begin_mask).numpy(),
            crf.end_mask.numpy(),
        )


def mean_chain(chains: Sequence[Chain]) -> Chain:
    """The mean of several CRFs' scores."""
    return Chain(
        *(np.mean([getattr(chain, part) for chain in chains], axis=0) for part in ("transitions", "begins", "ends"))
    )


class TorchReader:
    """Networks averaged in their scores; their hidden vectors are joined side by side."""

    chunk: int
    marks: tuple[str, str]

    def __init__(self, networks: Sequence[nn.Module], vocabulary: Vocabulary, features: TypeFeatures) -> None:
        self.networks = [network.eval() for network in networks]
        self.vocabulary, self.features = vocabulary, features

    @torch.no_grad()
    def read(self, words: Words) -> NDArray[np.float32]:
        """Hidden vectors (tokens × width)."""
        positions = position_features(words)
        types = self.vocabulary.numbers(in_style(words.texts, positions[:, 0], self.marks))
        bounds = chunk_bounds(words.paragraphs, self.chunk)
        batch = collate(
            [Chunk(types[a:b], positions[a:b], words.sentences[a:b], words.paragraphs[a:b], []) for a, b in bounds]
        )
        inside = batch.mask.bool()
        return torch.cat([network.encoder(batch, self.features)[inside] for network in self.networks], 1).numpy()

    def _parts(self, hidden: NDArray[np.float32]) -> list[tuple[nn.Module, torch.Tensor]]:
        return list(zip(self.networks, torch.from_numpy(hidden).chunk(len(self.networks), 1), strict=True))


class TorchFlat(TorchReader):
    """English networks behind `FlatNetwork`."""

    chunk, marks = flat.CHUNK, flat.MARKS

    @torch.no_grad()
    def tag_scores(self, hidden: NDArray[np.float32]) -> Scores:
        """See `FlatNetwork.tag_scores`."""
        return torch.stack([net.tags(part) for net, part in self._parts(hidden)]).mean(0).numpy()

    def chain(self) -> Chain:
        """See `FlatNetwork.chain`."""
        return mean_chain([chain_of(network.crf) for network in self.networks])

    @torch.no_grad()
    def link_scores(self, hidden: NDArray[np.float32], asked: Sequence[Question], pairs: PairFeatures) -> list[Scores]:
        """See `FlatNetwork.link_scores`."""
        ends, features = pair_inputs([(0, question, pairs) for question in asked])
        scores = torch.stack([net.linker(part, ends, features) for net, part in self._parts(hidden)]).mean(0).numpy()
        cuts = np.cumsum([len(question.candidates) for question in asked])[:-1]
        return np.split(scores, cuts)


class TorchLayered(TorchReader):
    """German networks behind `LayeredNetwork`."""

    chunk, marks = layered.CHUNK, layered.MARKS

    @torch.no_grad()
    def content_scores(self, hidden: NDArray[np.float32]) -> list[Scores]:
        """See `LayeredNetwork.content_scores`."""
        parts = self._parts(hidden)
        return [torch.stack([net.content[layer](part) for net, part in parts]).mean(0).numpy() for layer in range(2)]

    def chains(self) -> list[Chain]:
        """See `LayeredNetwork.chains`."""
        mean = mean_chain([chain_of(network.crf) for network in self.networks])
        return [mean, chain_of(self.networks[0].crf, trained=False)]

    @torch.no_grad()
    def role_probabilities(self, hidden: NDArray[np.float32], requests: Sequence[Request]) -> list[Scores]:
        """See `LayeredNetwork.role_probabilities`."""
        total = 0
        for network, part in self._parts(hidden):
            logits, lengths = network.roles(part, list(requests))
            total = total + torch.sigmoid(logits)
        mean = (total / len(self.networks)).numpy()
        return [row[:length] for row, length in zip(mean, lengths.tolist(), strict=True)]

    @torch.no_grad()
    def medium_scores(self, hidden: NDArray[np.float32], requests: Sequence[Request]) -> Scores:
        """See `LayeredNetwork.medium_scores`."""
        return torch.stack([net.medium_logits(part, requests) for net, part in self._parts(hidden)]).mean(0).numpy()
