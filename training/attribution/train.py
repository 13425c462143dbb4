"""The training loop: AdamW with warm-up and linear decay, averaged weights, a checkpoint after every epoch."""

import copy
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import nn

from .batches import Chunk, batches_of
from .network.encoder import TypeFeatures

WARM_UP = 100


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a training run is determined by.

    `rate` is the top learning rate, `most_tokens` the padded tokens of a batch, `average` the share of the past
    in the averaged weights, `every` the epochs between two evaluations.
    """

    epochs: int = 24
    rate: float = 2e-3
    most_tokens: int = 3000
    decay: float = 0.01
    average: float = 0.998
    seed: int = 0
    every: int = 4


def unchanged(chunk: Chunk, chooser: random.Random) -> Chunk:
    """The chunk as it is."""
    return chunk


def train(
    network: nn.Module,
    chunks: Sequence[Chunk],
    features: TypeFeatures,
    recipe: Recipe,
    checkpoint: Path,
    evaluate: Callable[[nn.Module], str],
    change: Callable[[Chunk, random.Random], Chunk],
) -> nn.Module:
    """Train on from an earlier checkpoint, if there is one; answers the network with averaged weights.

    `change` may rewrite a chunk each time it is met.
    """
    torch.manual_seed(recipe.seed)
    random.seed(recipe.seed)
    average = copy.deepcopy(network)
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=recipe.decay, fused=True)
    steps = len(list(batches_of(chunks, recipe.most_tokens, random.Random(0)))) * recipe.epochs
    first, step = _resume(checkpoint, recipe, network, average, optimizer)
    for epoch in range(first, recipe.epochs):
        started, total, count = time.monotonic(), 0.0, 0
        network.train()
        chooser = random.Random(recipe.seed * 1000 + epoch)
        for batch in batches_of(chunks, recipe.most_tokens, chooser):
            for group in optimizer.param_groups:
                group["lr"] = recipe.rate * min(1.0, (step + 1) / WARM_UP) * max(0.01, 1 - step / steps)
            optimizer.zero_grad()
            loss = network.loss([change(chunk, chooser) for chunk in batch], features)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            _follow(average, network, min(recipe.average, (step + 1) / (step + 10)))
            total, count, step = total + loss.item(), count + 1, step + 1
        line = f"epoch {epoch + 1}/{recipe.epochs} loss {total / count:.4f} {time.monotonic() - started:.0f}s"
        if (epoch + 1) % recipe.every == 0 or epoch + 1 == recipe.epochs:
            line += " | " + evaluate(average)
        print(line, flush=True)
        _save(checkpoint, recipe, network, average, optimizer, epoch + 1, step)
    return average


def _follow(average: nn.Module, network: nn.Module, share: float) -> None:
    with torch.no_grad():
        torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - share)


def _save(
    path: Path,
    recipe: Recipe,
    network: nn.Module,
    average: nn.Module,
    optimizer: torch.optim.Optimizer,
    epoch: int,
    step: int,
) -> None:
    state = {
        "recipe": asdict(recipe),
        "network": network.state_dict(),
        "average": average.state_dict(),
        "optimizer": optimizer.state_dict(),
        "epoch": epoch,
        "step": step,
    }
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    partial.replace(path)


def _resume(
    path: Path, recipe: Recipe, network: nn.Module, average: nn.Module, optimizer: torch.optim.Optimizer
) -> tuple[int, int]:
    if not path.exists():
        return 0, 0
    state = torch.load(path)
    if state["recipe"] != asdict(recipe):
        return 0, 0
    network.load_state_dict(state["network"])
    average.load_state_dict(state["average"])
    optimizer.load_state_dict(state["optimizer"])
    return state["epoch"], state["step"]
