"""Word features to hidden vectors: embeddings, a projection and a bidirectional LSTM."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from server.nlp.components.attribution.tagger.positions import SIZES
from server.nlp.components.attribution.tagger.spelling import AFFIXES, FLAGS, GRAMS, SHAPES, TABLE_COLUMNS

WIDTHS = {"word": 40, "lemma": 32, "cluster": 32, "cluster6": 8, "cluster4": 4, "suffix": 16, "prefix": 12, "shape": 12}
POSITION_WIDTHS = (8, 6, 4, 4, 4, 4)
GRAM_WIDTH = 40


@dataclass(frozen=True, slots=True)
class TypeFeatures:
    """Features of the distinct words of a corpus: `rows` (words × columns), bags of n-gram buckets,
    and pretrained `vectors` (words × width, which may be 0)."""

    rows: Tensor
    grams: Tensor
    offsets: Tensor
    vectors: Tensor

    def select(self, indices: Tensor) -> "TypeFeatures":
        """The features of the given words only."""
        ends = torch.cat([self.offsets[1:], torch.tensor([len(self.grams)])])
        lengths = (ends - self.offsets)[indices]
        offsets = torch.cumsum(lengths, 0) - lengths
        inside = torch.arange(int(lengths.sum())) - torch.repeat_interleave(offsets, lengths)
        grams = self.grams[torch.repeat_interleave(self.offsets[indices], lengths) + inside]
        return TypeFeatures(self.rows[indices], grams, offsets, self.vectors[indices])


@dataclass(frozen=True, slots=True)
class Batch:
    """Chunks padded to one length: indices of their words (rows × length), positions, mask, and true lengths."""

    types: Tensor
    positions: Tensor
    mask: Tensor
    lengths: Tensor


class WordEmbedding(nn.Module):
    """One vector a word type from its table row, affixes, shape and n-grams."""

    def __init__(self, sizes: dict[str, int], vector_width: int) -> None:
        super().__init__()
        counts = {
            **{name: sizes[name] for name in TABLE_COLUMNS if name != "verb"},
            "suffix": AFFIXES,
            "prefix": AFFIXES,
            "shape": SHAPES,
        }
        self.tables = nn.ModuleDict({name: nn.Embedding(counts[name], WIDTHS[name]) for name in WIDTHS})
        self.grams = nn.EmbeddingBag(GRAMS, GRAM_WIDTH, mode="mean")
        for table in [*self.tables.values(), self.grams]:
            nn.init.normal_(table.weight, std=0.5)
        self.register_buffer("bits", 2 ** torch.arange(FLAGS))
        self.width = sum(WIDTHS.values()) + GRAM_WIDTH + FLAGS + vector_width

    def forward(self, features: TypeFeatures, hide_words: float) -> Tensor:
        """Vectors (words × width); while training, a share `hide_words` of the words loses its own number."""
        rows = features.rows
        columns = dict(zip((*TABLE_COLUMNS, "suffix", "prefix", "shape"), rows.unbind(1), strict=True))
        if self.training and hide_words:
            hidden = torch.rand(len(rows)) < hide_words
            columns["word"] = columns["word"].masked_fill(hidden, 0)
            columns["lemma"] = columns["lemma"].masked_fill(hidden & (torch.rand(len(rows)) < 0.5), 0)
        vectors = [self.tables[name](columns[name]) for name in WIDTHS]
        flags = (columns["verb"].unsqueeze(1) & self.bits).ne(0).float()
        return torch.cat([*vectors, self.grams(features.grams, features.offsets), flags, features.vectors], 1)


class Encoder(nn.Module):
    """Chunks to hidden vectors of `width` = 2 × `hidden` + `projection`."""

    def __init__(
        self,
        sizes: dict[str, int],
        vector_width: int,
        projection: int,
        hidden: int,
        layers: int,
        dropout: float,
        hide_words: float,
        context_width: int = 0,
    ) -> None:
        super().__init__()
        self.words = WordEmbedding(sizes, vector_width)
        self.positions = nn.ModuleList(
            nn.Embedding(size, width) for size, width in zip(SIZES, POSITION_WIDTHS, strict=True)
        )
        for table in self.positions:
            nn.init.normal_(table.weight, std=0.5)
        self.project = nn.Linear(self.words.width + sum(POSITION_WIDTHS) + context_width, projection)
        self.norm = nn.LayerNorm(projection)
        self.lstm = BiLstm(projection, hidden, layers, dropout * 0.6)
        self.dropout, self.hide_words = dropout, hide_words
        self.width = 2 * hidden + projection

    def forward(self, batch: Batch, features: TypeFeatures, context: Tensor | None = None) -> Tensor:
        """Hidden vectors (rows × length × width); `context` (rows × length × context width) joins the inputs."""
        distinct, places = torch.unique(batch.types, return_inverse=True)
        vectors = self.words(features.select(distinct), self.hide_words)[places]
        positions = [table(batch.positions[:, :, index]) for index, table in enumerate(self.positions)]
        read = [vectors, *positions] if context is None else [vectors, *positions, context]
        inputs = torch.relu(self.norm(self.project(torch.cat(read, 2))))
        inputs = drop(inputs, self.dropout * 0.5, self.training)
        return torch.cat([self.lstm(inputs, batch.lengths), inputs], 2)


class BiLstm(nn.Module):
    """Both directions on padded rows; the backward one reads each row reversed by its own length."""

    def __init__(self, width: int, hidden: int, layers: int, dropout: float) -> None:
        super().__init__()
        widths = [width] + [2 * hidden] * (layers - 1)
        self.forwards = nn.ModuleList(nn.LSTM(size, hidden, batch_first=True) for size in widths)
        self.backwards = nn.ModuleList(nn.LSTM(size, hidden, batch_first=True) for size in widths)
        self.dropout = dropout

    def forward(self, inputs: Tensor, lengths: Tensor) -> Tensor:
        """Hidden vectors (rows × length × 2 hidden)."""
        steps = torch.arange(inputs.size(1)).unsqueeze(0)
        reverse = torch.where(steps < lengths.unsqueeze(1), lengths.unsqueeze(1) - 1 - steps, steps)
        for ahead, back in zip(self.forwards, self.backwards, strict=True):
            if self.training and self.dropout:
                keep = (torch.rand(inputs.size(0), 1, inputs.size(2)) > self.dropout).float() / (1 - self.dropout)
                inputs = inputs * keep
            left = ahead(inputs)[0]
            right = flip(back(flip(inputs, reverse))[0], reverse)
            inputs = torch.cat([left, right], 2)
        return inputs


def drop(inputs: Tensor, share: float, training: bool) -> Tensor:
    """Dropout by whole comparison, which is faster on a processor than drawing each unit's coin."""
    if not training or not share:
        return inputs
    return inputs * (torch.rand_like(inputs) > share) / (1 - share)


def flip(inputs: Tensor, order: Tensor) -> Tensor:
    """Rows of `inputs` (rows × length × width) with their steps in the given order (rows × length)."""
    return inputs.gather(1, order.unsqueeze(2).expand_as(inputs))


def pad(rows: list[np.ndarray], fill: int = 0) -> Tensor:
    """Arrays of different lengths as one padded tensor of integers."""
    return nn.utils.rnn.pad_sequence([torch.as_tensor(row) for row in rows], batch_first=True, padding_value=fill)
