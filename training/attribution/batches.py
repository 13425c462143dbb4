"""Articles cut into chunks of whole paragraphs, and batches of chunks of about equal length."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from server.nlp.components.attribution.tagger.chunks import chunk_bounds
from server.nlp.components.attribution.tagger.pieces import PieceVectors
from server.nlp.components.attribution.tagger.spelling import WordTable, grams

from .corpus import Attribution, Document
from .network.encoder import Batch, TypeFeatures, pad


@dataclass(slots=True)
class Chunk:
    """A stretch of one document with its own gold attributions, token indices counted from its begin."""

    types: NDArray[np.int64]
    positions: NDArray[np.int64]
    sentences: NDArray[np.int64]
    paragraphs: NDArray[np.int64]
    gold: list[Attribution]

    def __len__(self) -> int:
        return len(self.types)


class Vocabulary:
    """The distinct words of a corpus with their features as tensors."""

    def __init__(self, table: WordTable, vectors: PieceVectors | None) -> None:
        self._table, self._vectors = table, vectors
        self._numbers: dict[str, int] = {}

    def numbers(self, texts: Sequence[str]) -> NDArray[np.int64]:
        """One number a text, new texts added."""
        return np.array([self._numbers.setdefault(text, len(self._numbers)) for text in texts], dtype=np.int64)

    @property
    def texts(self) -> list[str]:
        """The words in the order of their numbers."""
        return list(self._numbers)

    def features(self) -> TypeFeatures:
        """The features of all words numbered so far."""
        bags = [grams(text) for text in self._numbers]
        lengths = torch.tensor([len(bag) for bag in bags])
        rows = np.stack([self._table.features(text) for text in self._numbers])
        return TypeFeatures(
            torch.from_numpy(rows),
            torch.tensor([gram for bag in bags for gram in bag]),
            lengths.cumsum(0) - lengths,
            self._pretrained(),
        )

    def _pretrained(self) -> torch.Tensor:
        if self._vectors is None:
            return torch.zeros(len(self._numbers), 0)
        return torch.from_numpy(np.stack([self._vectors.vector(text) for text in self._numbers]))


def chunks_of(document: Document, vocabulary: Vocabulary, size: int) -> list[Chunk]:
    """The document's chunks of about `size` tokens; an attribution counts where its content begins."""
    types = vocabulary.numbers(document.words.texts)
    found = []
    for begin, end in chunk_bounds(document.words.paragraphs, size):
        gold = [piece for item in document.gold if (piece := _within(item, begin, end)).content]
        words = document.words
        found.append(
            Chunk(
                types[begin:end],
                document.positions[begin:end],
                words.sentences[begin:end],
                words.paragraphs[begin:end],
                gold,
            )
        )
    return found


def _within(item: Attribution, begin: int, end: int) -> Attribution:
    def cut(spans: list[list[int]]) -> list[list[int]]:
        pieces = [[token - begin for token in span if begin <= token < end] for span in spans]
        return [piece for piece in pieces if piece]

    roles = {role: cut(spans) for role, spans in item.roles.items()}
    return Attribution(cut(item.content), roles, item.type, item.medium)


def batches_of(chunks: Sequence[Chunk], most_tokens: int, chooser: random.Random) -> Iterator[list[Chunk]]:
    """Chunks in batches of at most `most_tokens` padded tokens, in random order."""
    order = sorted(range(len(chunks)), key=lambda index: len(chunks[index]) + chooser.random() * 40)
    batches: list[list[Chunk]] = [[]]
    for index in order:
        if batches[-1] and (len(batches[-1]) + 1) * len(chunks[index]) > most_tokens:
            batches.append([])
        batches[-1].append(chunks[index])
    chooser.shuffle(batches)
    yield from batches


def collate(chunks: Sequence[Chunk]) -> Batch:
    """The chunks as padded tensors."""
    lengths = torch.tensor([len(chunk) for chunk in chunks])
    mask = (torch.arange(int(lengths.max())).unsqueeze(0) < lengths.unsqueeze(1)).float()
    return Batch(pad([chunk.types for chunk in chunks]), pad([chunk.positions for chunk in chunks]), mask, lengths)
