"""A network's start from one trained on the other language.

The pretrained vectors of pieces lie in one space for both languages, so what the LSTM learned from the larger
English corpus carries over; embeddings of words, lemmas and clusters do not, and start small.
"""

import torch
from torch import nn

OWN_TABLES = ("encoder.words.tables.word", "encoder.words.tables.lemma", "encoder.words.tables.cluster")
START = 0.1
"""Factor on the first values of the tables that are not carried over."""


@torch.no_grad()
def start_from(network: nn.Module, trained: dict[str, torch.Tensor]) -> list[str]:
    """Copy the trained encoder's weights of equal shape; answers the names copied."""
    copied = []
    for name, parameter in network.named_parameters():
        if name.startswith(OWN_TABLES):
            parameter.mul_(START)
        elif name.startswith("encoder.") and name in trained and trained[name].shape == parameter.shape:
            parameter.copy_(trained[name])
            copied.append(name)
    return copied
