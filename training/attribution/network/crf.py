"""A linear-chain CRF whose partition sum is a tree of matrix products, so that it needs log2(length) steps."""

from collections.abc import Callable

import torch
from torch import Tensor, nn

FORBIDDEN = -1e4


class Crf(nn.Module):
    """Scores of tag sequences. `may_follow`, `may_begin`, `may_end` say which are well formed."""

    def __init__(
        self,
        count: int,
        may_follow: Callable[[int, int], bool],
        may_begin: Callable[[int], bool],
        may_end: Callable[[int], bool],
    ) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(count, count))
        self.begins = nn.Parameter(torch.zeros(count))
        tags = range(count)
        self.register_buffer("follow_mask", _mask([[may_follow(a, b) for b in tags] for a in tags]))
        self.register_buffer("begin_mask", _mask([may_begin(tag) for tag in tags]))
        self.register_buffer("end_mask", _mask([may_end(tag) for tag in tags]))

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Summed negative log-likelihood of `tags` (rows × length) under `emissions` (rows × length × tags)."""
        transitions = self.transitions + self.follow_mask
        first = emissions[:, 0] + self.begins + self.begin_mask
        own = emissions.gather(2, tags.unsqueeze(2))[:, :, 0]
        steps = transitions[tags[:, :-1], tags[:, 1:]]
        gold = first.gather(1, tags[:, :1])[:, 0] + ((own[:, 1:] + steps) * mask[:, 1:]).sum(1)
        return (self._partition(emissions, first, transitions, mask) - gold).sum()

    def _partition(self, emissions: Tensor, first: Tensor, transitions: Tensor, mask: Tensor) -> Tensor:
        rows, length, count = emissions.shape
        peak = emissions[:, 1:].amax(2, keepdim=True)
        matrices = transitions.exp() * (emissions[:, 1:] - peak).exp().unsqueeze(2)
        inside = mask[:, 1:].bool()
        matrices = torch.where(inside[:, :, None, None], matrices, torch.eye(count))
        scale = (peak[:, :, 0] * mask[:, 1:]).sum(1)
        steps = length - 1
        while steps > 1:
            if steps % 2:
                matrices = torch.cat([matrices, torch.eye(count).expand(rows, 1, count, count)], 1)
                steps += 1
            matrices = matrices[:, 0::2] @ matrices[:, 1::2]
            steps //= 2
            highest = matrices.amax((2, 3), keepdim=True).detach()
            matrices = matrices / highest
            scale = scale + highest[:, :, 0, 0].log().sum(1)
        top = first.amax(1, keepdim=True).detach()
        start = (first - top).exp().unsqueeze(1)
        total = (start @ matrices[:, 0] if length > 1 else start).sum((1, 2))
        return total.clamp_min(1e-35).log() + scale + top[:, 0]


def _mask(allowed: list) -> Tensor:
    return torch.where(torch.tensor(allowed), 0.0, FORBIDDEN)
