"""Static vectors of subword pieces from the pretrained encoder's word embeddings, fewer and narrower."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
import torch

from server.nlp.components.attribution.tagger.pieces import UNKNOWN, PieceVectors

from .weights import Pretrained


def piece_vectors(pretrained: Pretrained, words: Iterable[str], width: int, kept: int) -> PieceVectors:
    """The `kept` pieces most used in `words`, all single characters among them, by their `width` main components."""
    pieces = pretrained.pieces
    counts: Counter[int] = Counter()
    for word in words:
        counts.update(pieces.segment(word, any(map(str.isalnum, word))))
    names = {number: name for name, number in pieces.numbers.items()}
    single = [number for number in counts if len(names.get(number, "").lstrip("▁")) <= 1]
    chosen = list(dict.fromkeys([pieces.unknown, *single, *(number for number, _ in counts.most_common(kept))]))[:kept]
    embeddings = pretrained.tensors["emb.word"][chosen]
    centred = embeddings - embeddings.mean(0)
    _, _, directions = torch.linalg.svd(centred, full_matrices=False)
    narrow = (centred @ directions[:width].T).numpy()
    narrow = narrow / narrow.std(0, keepdims=True) ** 0.5
    narrow = narrow / narrow.std()
    scales = (np.abs(narrow).max(0) / 127).astype(np.float32)
    vectors = np.rint(narrow / scales).astype(np.int8)
    return PieceVectors([UNKNOWN, *(names[number] for number in chosen[1:])], pieces.scores[chosen], vectors, scales)
