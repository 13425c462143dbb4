"""Given one content, which words near it name its source, its cue, its frame and its addressee."""

import torch
from torch import Tensor, nn

from server.nlp.components.attribution.tagger.roles import PLACES, ROLES, SENTENCES, Request
from server.nlp.components.attribution.tagger.tags import CONTENT_TYPES

from .encoder import BiLstm, drop

SIZES = {"token": 96, "content": 48, "place": 12, "sentence": 12, "type": 8, "other": 6}


class RoleTagger(nn.Module):
    """One pass of a small BiLSTM over the window around each content."""

    def __init__(self, width: int, hidden: int, dropout: float) -> None:
        super().__init__()
        self.token = nn.Linear(width, SIZES["token"])
        self.content = nn.Linear(width, SIZES["content"])
        self.auxiliary = nn.Linear(width, len(ROLES))
        self.place = nn.Embedding(PLACES, SIZES["place"])
        self.sentence = nn.Embedding(SENTENCES, SIZES["sentence"])
        self.form = nn.Embedding(len(CONTENT_TYPES) + 1, SIZES["type"])
        self.other = nn.Embedding(2, SIZES["other"])
        inputs = sum(SIZES.values()) + len(ROLES)
        self.lstm = BiLstm(inputs, hidden, 1, dropout)
        self.out = nn.Sequential(
            nn.Linear(2 * hidden + inputs, 96), nn.ReLU(), nn.Dropout(0.2), nn.Linear(96, len(ROLES))
        )
        nn.init.constant_(self.out[3].bias, -2.0)
        nn.init.constant_(self.auxiliary.bias, -2.0)
        self.dropout = dropout

    def forward(self, hidden: Tensor, requests: list[Request]) -> tuple[Tensor, Tensor]:
        """Logits (requests × window × roles) and the windows' lengths; `hidden` is flat (tokens × width)."""
        lengths = torch.tensor([len(request.places) for request in requests])
        window = torch.cat([torch.arange(request.begin, request.end) for request in requests])
        inside = torch.tensor([token for request in requests for token in request.tokens])
        owner = torch.repeat_interleave(
            torch.arange(len(requests)), torch.tensor([len(request.tokens) for request in requests])
        )
        types = torch.tensor([request.type for request in requests])
        if self.training:
            types = types.masked_fill(torch.rand(len(types)) < 0.15, len(CONTENT_TYPES))
        content = torch.zeros(len(requests), SIZES["content"]).index_add(0, owner, self.content(hidden[inside]))
        content = content / torch.bincount(owner, minlength=len(requests)).unsqueeze(1)
        whole = torch.repeat_interleave(torch.cat([content, self.form(types)], 1), lengths, 0)
        near = hidden[window]
        inputs = torch.cat(
            [
                self.token(near),
                torch.sigmoid(self.auxiliary(near)),
                whole,
                self.place(_joined([request.places for request in requests])),
                self.sentence(_joined([request.sentences for request in requests])),
                self.other(_joined([request.others for request in requests])),
            ],
            1,
        )
        rows = nn.utils.rnn.pad_sequence(torch.split(inputs, lengths.tolist()), batch_first=True)
        read = drop(self.lstm(rows, lengths), self.dropout * 0.7, self.training)
        return self.out(torch.cat([read, rows], 2)), lengths


def _joined(arrays: list) -> Tensor:
    return torch.cat([torch.as_tensor(array) for array in arrays])
