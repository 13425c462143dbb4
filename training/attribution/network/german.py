"""The German network: two layers of content tags, then the roles of each content.

Nested and discontinuous contents, and sources that lie inside a content, are common in the German gold; one
flat sequence of tags cannot hold them.
"""

import random
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from server.nlp.components.attribution.tagger import tags
from server.nlp.components.attribution.tagger.roles import ROLES, Request, request

from ..batches import Chunk, collate
from ..corpus import Attribution
from .crf import Crf
from .encoder import TypeFeatures, drop
from .roles import RoleTagger

SECOND_LAYER, AUXILIARY, ROLE = 0.7, 0.5, 0.3
"""Weights of the losses beside the first layer's."""
MOST_REQUESTS = 40
MEDIA = ("Speech", "SW", "Writing", "ST", "none", "TW", "Thought")


class GermanNetwork(nn.Module):
    """Encoder, content layers and role tagger, trained together."""

    def __init__(self, encoder: nn.Module, role_hidden: int, dropout: float) -> None:
        super().__init__()
        self.encoder = encoder
        width = self.encoder.width
        self.content = nn.ModuleList(nn.Linear(width, tags.COUNT) for _ in range(tags.LAYERS))
        self.crf = Crf(tags.COUNT, tags.may_follow, tags.may_begin, tags.may_end)
        self.roles = RoleTagger(width, role_hidden, dropout)
        self.medium = nn.Linear(width + 8, len(MEDIA))
        self.dropout = dropout

    def loss(self, chunks: Sequence[Chunk], features: TypeFeatures) -> Tensor:
        """The mean loss a token."""
        batch = collate(chunks)
        hidden = drop(self.encoder(batch, features), self.dropout, self.training)
        layers, named = _targets(chunks, batch.mask.size(1))
        inside = batch.mask.bool()
        total = self.crf.loss(self.content[0](hidden), layers[0], batch.mask)
        total = total + SECOND_LAYER * functional.cross_entropy(
            self.content[1](hidden)[inside], layers[1][inside], reduction="sum"
        )
        total = total + AUXILIARY * functional.binary_cross_entropy_with_logits(
            self.roles.auxiliary(hidden)[inside], named[inside], reduction="sum"
        )
        return (total + self._role_loss(hidden, chunks)) / batch.lengths.sum()

    def _role_loss(self, hidden: Tensor, chunks: Sequence[Chunk]) -> Tensor:
        pairs = [pair for row, chunk in enumerate(chunks) for pair in _requests(chunk, row * hidden.size(1))]
        if not pairs:
            return torch.zeros(())
        share = max(1.0, len(pairs) / MOST_REQUESTS)
        if share > 1:
            pairs = random.sample(pairs, MOST_REQUESTS)
        requests = [pair[0] for pair in pairs]
        flat = hidden.reshape(-1, hidden.size(2))
        logits, lengths = self.roles(flat, requests)
        wanted = torch.zeros_like(logits)
        for row, (item, attribution, moved) in enumerate(pairs):
            for column, role in enumerate(ROLES):
                near = [t + moved - item.begin for t in attribution.tokens(role) if item.begin <= t + moved < item.end]
                wanted[row, near, column] = 1
        inside = torch.arange(logits.size(1)).unsqueeze(0) < lengths.unsqueeze(1)
        loss = functional.binary_cross_entropy_with_logits(logits[inside], wanted[inside], reduction="sum")
        media = torch.tensor([MEDIA.index(attribution.medium) for _, attribution, _ in pairs])
        medium = functional.cross_entropy(self.medium_logits(flat, requests), media, reduction="sum")
        return share * (ROLE * loss + medium)

    def medium_logits(self, flat: Tensor, requests: Sequence[Request]) -> Tensor:
        """Logits (requests × `MEDIA`) from the contents' mean hidden vectors."""
        means = torch.stack([flat[list(item.tokens)].mean(0) for item in requests])
        types = self.roles.form(torch.tensor([item.type for item in requests]))
        return self.medium(torch.cat([means, types], 1))


def contents(chunk: Chunk) -> list[tags.Content]:
    """The chunk's gold contents."""
    return [tags.Content(item.type, tuple(item.tokens("content"))) for item in chunk.gold]


def _targets(chunks: Sequence[Chunk], length: int) -> tuple[list[Tensor], Tensor]:
    layers = [torch.zeros(len(chunks), length, dtype=torch.long) for _ in range(tags.LAYERS)]
    named = torch.zeros(len(chunks), length, len(ROLES))
    for row, chunk in enumerate(chunks):
        for layer, values in zip(layers, tags.encode(contents(chunk), len(chunk))[0], strict=True):
            layer[row, : len(values)] = torch.tensor(values)
        for item in chunk.gold:
            for column, role in enumerate(ROLES):
                named[row, item.tokens(role), column] = 1
    return layers, named


def _requests(chunk: Chunk, moved: int) -> list[tuple[Request, Attribution, int]]:
    occupied = np.zeros(len(chunk), dtype=bool)
    for item in chunk.gold:
        occupied[item.tokens("content")] = True
    return [
        (request(content, occupied, chunk.sentences).moved(moved), item, moved)
        for item, content in zip(chunk.gold, contents(chunk), strict=True)
    ]
