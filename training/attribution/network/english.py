"""The English network: one sequence of tags over sources, cues and contents, then links content → cue → source."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from server.nlp.components.attribution.tagger import spans
from server.nlp.components.attribution.tagger.spans import PairFeatures, Question, RoleSpan

from ..batches import Chunk, collate
from .crf import FORBIDDEN, Crf
from .encoder import TypeFeatures, drop

LINK = 0.5
WIDTH = 48


class Linker(nn.Module):
    """Scores of (asking span, candidate): from the vectors at their ends, their product and position features."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.project = nn.Linear(width, 2 * WIDTH)
        self.features = nn.EmbeddingBag(spans.FEATURES * spans.KINDS, 32, mode="sum")
        nn.init.normal_(self.features.weight, std=0.3)
        self.hidden = nn.Linear(6 * WIDTH + 32, 64)
        self.out = nn.Linear(64, 1)

    def forward(self, hidden: Tensor, ends: Tensor, features: Tensor) -> Tensor:
        """Scores (pairs); `hidden` is flat (tokens × width), `ends` (pairs × 4) the first and last tokens of the
        asking span and of the candidate, `features` (pairs × `spans.ACTIVE`)."""
        projected = self.project(hidden)
        first, last = projected[:, :WIDTH], projected[:, WIDTH:]
        asking = torch.cat([first[ends[:, 0]], last[ends[:, 1]]], 1)
        candidate = torch.cat([first[ends[:, 2]], last[ends[:, 3]]], 1)
        read = torch.cat([asking, candidate, asking * candidate, self.features(features)], 1)
        return self.out(torch.relu(self.hidden(read)))[:, 0]


class EnglishNetwork(nn.Module):
    """Encoder, tagger and linker, trained together."""

    def __init__(self, encoder: nn.Module, dropout: float) -> None:
        super().__init__()
        self.encoder = encoder
        self.tags = nn.Linear(encoder.width, spans.COUNT)
        self.crf = Crf(spans.COUNT, spans.may_follow, spans.may_begin, spans.may_end)
        self.linker = Linker(encoder.width)
        self.dropout = dropout

    def loss(self, chunks: Sequence[Chunk], features: TypeFeatures) -> Tensor:
        """The mean loss a token."""
        batch = collate(chunks)
        hidden = drop(self.encoder(batch, features), self.dropout, self.training)
        targets = torch.zeros(batch.mask.shape, dtype=torch.long)
        groups: list[tuple[int, list[Question], list[int], PairFeatures]] = []
        for row, chunk in enumerate(chunks):
            tags = spans.encode(_spans(chunk), len(chunk))
            targets[row, : len(tags)] = torch.tensor(tags)
            read = spans.decode(tags)
            asked = spans.questions(read)
            pairs = PairFeatures(read, chunk.positions[:, 0], chunk.sentences, chunk.paragraphs)
            groups.append((row * hidden.size(1), asked, answers(chunk, asked), pairs))
        total = self.crf.loss(self.tags(hidden), targets, batch.mask) + LINK * self._link_loss(hidden, groups)
        return total / batch.lengths.sum()

    def _link_loss(self, hidden: Tensor, groups: list) -> Tensor:
        asked = [(offset, question, pairs) for offset, found, _, pairs in groups for question in found]
        wanted = [answer for _, _, found, _ in groups for answer in found]
        if not asked:
            return torch.zeros(())
        ends, features = pair_inputs(asked)
        scores = self.linker(hidden.reshape(-1, hidden.size(2)), ends, features)
        table = torch.full((len(asked), spans.CANDIDATES + 1), FORBIDDEN)
        table[:, 0] = 0
        counts = torch.tensor([len(question.candidates) for _, question, _ in asked])
        places = (torch.arange(spans.CANDIDATES).unsqueeze(0) < counts.unsqueeze(1)).nonzero()
        table = table.index_put((places[:, 0], places[:, 1] + 1), scores)
        return functional.cross_entropy(table, torch.tensor(wanted), reduction="sum")


def pair_inputs(asked: Sequence[tuple[int, Question, PairFeatures]]) -> tuple[Tensor, Tensor]:
    """Ends and features of all pairs of the questions, whose token indices rise by each question's offset."""
    ends, features = [], []
    for offset, question, pairs in asked:
        for candidate in question.candidates:
            asking = question.asking
            pair = (asking.first, asking.last, candidate.first, candidate.last)
            ends.append([index + offset for index in pair])
            features.append(pairs.of(asking, candidate, question.kind))
    return torch.tensor(ends), torch.tensor(features)


def answers(chunk: Chunk, asked: Sequence[Question]) -> list[int]:
    """For each question 1 + the index of the right candidate, 0 where there is none."""
    groups = [
        {RoleSpan(span[0], span[-1], role) for role, name in enumerate(spans.ROLES) for span in _role(item, name)}
        for item in chunk.gold
    ]
    found = []
    for question in asked:
        own = [group for group in groups if question.asking in group]
        right = (i + 1 for i, head in enumerate(question.candidates) if any(head in group for group in own))
        found.append(next(right, 0))
    return found


def _spans(chunk: Chunk) -> list[RoleSpan]:
    return [
        RoleSpan(span[0], span[-1], role)
        for item in chunk.gold
        for role, name in enumerate(spans.ROLES)
        for span in _role(item, name)
    ]


def _role(item, name: str) -> list[list[int]]:
    return item.content if name == "content" else item.roles[name]
