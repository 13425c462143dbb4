"""The pretrained encoder as a torch network over words: each word's vector is the mean of its pieces'."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from .weights import Pretrained


class Layer(nn.Module):
    """One block of self-attention and feed-forward with normalisation after each (BERT)."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.mix = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=epsilon)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=epsilon)

    def forward(self, inputs: Tensor, mask: Tensor) -> Tensor:
        """Vectors (rows × length × width); `mask` (rows × 1 × 1 × length) is true at real pieces."""
        rows, length, width = inputs.shape
        query, keys, values = self.mix(inputs).view(rows, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(query, keys, values, attn_mask=mask)
        attended = self.out(attended.transpose(1, 2).reshape(rows, length, width))
        inputs = self.attention_norm(inputs + functional.dropout(attended, self.dropout, self.training))
        wide = self.narrow(functional.gelu(self.widen(inputs)))
        return self.norm(inputs + functional.dropout(wide, self.dropout, self.training))


class Transformer(nn.Module):
    """Pieces to vectors. The word vectors stay as they came; the layers are trained on."""

    def __init__(self, pretrained: Pretrained, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        tensors = pretrained.tensors
        self.words = tensors["emb.word"]
        self.register_buffer("places", tensors["emb.pos"] + tensors["emb.type"][: pretrained.width])
        self.norm = nn.LayerNorm(pretrained.width, eps=pretrained.epsilon)
        self.layers = nn.ModuleList(
            Layer(pretrained.width, pretrained.heads, pretrained.inner, pretrained.epsilon, dropout)
            for _ in range(layers)
        )
        self.pieces = pretrained.pieces
        self.dropout, self.width = dropout, pretrained.width
        with torch.no_grad():
            _fill(self.norm, tensors, "emb.ln")
            for index, layer in enumerate(self.layers):
                _load(layer, tensors, f"l{index}.")

    def forward(self, rows: Sequence[Sequence[str]]) -> Tensor:
        """Word vectors (rows × words × width) for rows of words, padded with zeros."""
        segmented = [[self.pieces.segment(word, any(map(str.isalnum, word))) for word in row] for row in rows]
        ids, mask, owner, counts = _collate(segmented, self.pieces.begin, self.pieces.end)
        places = torch.arange(ids.size(1)).clamp_max(len(self.places) - 1)
        hidden = self.norm(functional.embedding(ids, self.words) + self.places[places])
        hidden = functional.dropout(hidden, self.dropout, self.training)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            for layer in self.layers:
                hidden = layer(hidden, mask[:, None, None, :])
        flat = hidden.float()[owner[:, 0], owner[:, 1]]
        longest = max(map(len, segmented))
        summed = torch.zeros(len(rows) * longest, self.width).index_add(0, owner[:, 2] + owner[:, 0] * longest, flat)
        return (summed / counts.view(-1, 1)).view(len(rows), longest, self.width)


def _collate(segmented: list[list[list[int]]], begin: int, end: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Padded piece numbers, their mask, (row, piece, word) of every piece, and the pieces of every padded word."""
    longest = max(map(len, segmented))
    flat = [[begin, *(piece for word in row for piece in word), end] for row in segmented]
    length = max(map(len, flat))
    ids = torch.ones(len(flat), length, dtype=torch.long)
    mask = torch.zeros(len(flat), length, dtype=torch.bool)
    counts = torch.ones(len(flat), longest)
    owner = []
    for row, (pieces, words) in enumerate(zip(flat, segmented, strict=True)):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        mask[row, : len(pieces)] = True
        lengths = torch.tensor([len(word) for word in words])
        counts[row, : len(words)] = lengths.float()
        word = torch.repeat_interleave(torch.arange(len(words)), lengths)
        owner.append(torch.stack([torch.full_like(word, row), torch.arange(1, len(word) + 1), word], 1))
    return ids, mask, torch.cat(owner), counts


def _load(layer: Layer, tensors: dict[str, Tensor], prefix: str) -> None:
    for kind, attribute in (("w", "weight"), ("b", "bias")):
        parts = [tensors[f"{prefix}{part}.{kind}"] for part in "qkv"]
        getattr(layer.mix, attribute).copy_(torch.cat(parts))
        for name, module in (("ao", layer.out), ("fi", layer.widen), ("fo", layer.narrow)):
            getattr(module, attribute).copy_(tensors[f"{prefix}{name}.{kind}"])
    _fill(layer.attention_norm, tensors, f"{prefix}aln")
    _fill(layer.norm, tensors, f"{prefix}oln")


def _fill(norm: nn.LayerNorm, tensors: dict[str, Tensor], name: str) -> None:
    norm.weight.copy_(tensors[f"{name}.w"])
    norm.bias.copy_(tensors[f"{name}.b"])
