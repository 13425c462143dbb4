"""The student's encoder with the pretrained encoder's word vectors as further inputs."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from ..network.encoder import Batch, Encoder, TypeFeatures
from .transformer import Transformer


class TeacherEncoder(nn.Module):
    """Reads what `Encoder` reads; `texts` are the vocabulary's words in the order of their numbers."""

    def __init__(self, transformer: Transformer, encoder: Encoder, texts: Sequence[str]) -> None:
        super().__init__()
        self.transformer, self.encoder, self.texts = transformer, encoder, texts
        self.width = encoder.width

    def forward(self, batch: Batch, features: TypeFeatures) -> Tensor:
        """Hidden vectors (rows × length × width)."""
        rows = [
            [self.texts[number] for number in row[:length]]
            for row, length in zip(batch.types.tolist(), batch.lengths.tolist(), strict=True)
        ]
        return self.encoder(batch, features, torch.relu(self.transformer(rows)))
