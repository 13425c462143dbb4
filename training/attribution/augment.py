"""Training text in other quotation marks, so that a model learns every style though its corpus prefers one."""

import random
from dataclasses import replace

import numpy as np

from server.nlp.components.attribution.tagger.quotation import CLOSING, OPENING

from .batches import Chunk, Vocabulary

STYLES = (("„", "“"), ("»", "«"), ("«", "»"), ("“", "”"), ('"', '"'), ("„", "”"), ("„", '"'))
SHARE = 0.3
"""Share of the chunks that change their marks in an epoch."""


class MarkChanger:
    """Writes a chunk's quotations in another style; everything else stays."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._styles = [vocabulary.numbers(style) for style in STYLES]

    def __call__(self, chunk: Chunk, chooser: random.Random) -> Chunk:
        """The chunk itself, or a copy with all its marks of one other style."""
        states = chunk.positions[:, 0]
        if chooser.random() > SHARE or not states.any():
            return chunk
        opening, closing = chooser.choice(self._styles)
        types = np.where(states == OPENING, opening, np.where(states == CLOSING, closing, chunk.types))
        return replace(chunk, types=types)
