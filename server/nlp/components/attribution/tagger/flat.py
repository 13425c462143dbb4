"""Attributions from a network with one sequence of tags and a linker (English).

Each content links to its cue and each cue to its source; contents that share a cue are one attribution.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from .chunks import chunk_bounds
from .found import Found
from .positions import position_features
from .spans import CONTENT, COUNT, CUE, PairFeatures, Question, RoleSpan, decode, questions
from .viterbi import Chain, Scores, best_tags
from .words import Words

CHUNK = 160
MARKS = ("“", "”")
"""The quotation marks of the training corpus; others are read as these."""
DIRECT, INDIRECT = 0, 1


Reading = TypeVar("Reading")


class FlatNetwork(Protocol[Reading]):
    """What a trained network answers; all scores in natural logarithms."""

    def read(self, words: Words) -> Reading:
        """The article read once; the other methods ask for it."""

    def tag_scores(self, reading: Reading) -> Scores:
        """Emissions (tokens × tags)."""

    def chain(self) -> Chain:
        """The CRF over the tags."""

    def link_scores(self, reading: Reading, asked: Sequence[Question], pairs: PairFeatures) -> list[Scores]:
        """For each question the scores of its candidates; no link scores 0."""


@dataclass(frozen=True, slots=True)
class Knobs:
    """Settings tuned on dev: bonuses for the begin of each role, and for no link."""

    source: float = 0.0
    cue: float = 0.0
    content: float = 0.0
    no_link: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """A span's head and the probability of the link."""

    head: RoleSpan
    probability: float


def attribute(words: Words, network: FlatNetwork[Reading], knobs: Knobs) -> list[Found]:
    """The attributions of one article, in text order."""
    if not len(words):
        return []
    reading = network.read(words)
    scores = network.tag_scores(reading)
    found: list[Found] = []
    states = position_features(words)[:, 0]
    for spans in read_spans(words, scores, network.chain(), knobs):
        asked = questions(spans)
        if asked:
            pairs = PairFeatures(spans, states, words.sentences, words.paragraphs)
            links = _links(asked, network.link_scores(reading, asked, pairs), knobs)
            found += _attributions(links, scores, states)
    return sorted(found, key=lambda item: item.content)


def read_spans(words: Words, scores: Scores, chain: Chain, knobs: Knobs) -> list[list[RoleSpan]]:
    """The spans of every chunk."""
    bounds = chunk_bounds(words.paragraphs, CHUNK)
    begins = np.zeros(COUNT, dtype=np.float32)
    begins[1::2] = knobs.source, knobs.cue, knobs.content
    lengths = np.array([end - begin for begin, end in bounds])
    rows = np.zeros((len(bounds), int(lengths.max()), COUNT), dtype=np.float32)
    for row, (begin, end) in enumerate(bounds):
        rows[row, : end - begin] = scores[begin:end] + begins
    return [
        [RoleSpan(span.first + begin, span.last + begin, span.role) for span in decode(tags.tolist())]
        for tags, (begin, _) in zip(best_tags(rows, lengths, chain), bounds, strict=True)
    ]


def _links(asked: Sequence[Question], scores: Sequence[Scores], knobs: Knobs) -> dict[RoleSpan, Link]:
    links = {}
    for question, own in zip(asked, scores, strict=True):
        table = np.concatenate([[knobs.no_link], own.astype(np.float64)])
        shares = np.exp(table - table.max())
        best = int(table.argmax())
        if best:
            links[question.asking] = Link(question.candidates[best - 1], float(shares[best] / shares.sum()))
    return links


def _attributions(links: dict[RoleSpan, Link], scores: Scores, states: NDArray[np.int64]) -> list[Found]:
    by_cue: dict[RoleSpan, list[RoleSpan]] = {}
    for span, link in links.items():
        if span.role == CONTENT:
            by_cue.setdefault(link.head, []).append(span)
    found = []
    for cue, contents in by_cue.items():
        tokens = tuple(token for span in sorted(contents) for token in span.tokens)
        source = links.get(cue)
        found.append(
            Found(
                form_of(tokens, states),
                tokens,
                tuple(source.head.tokens) if source else (),
                tuple(cue.tokens),
                evidence=_evidence(tokens, cue, source, min(links[span].probability for span in contents), scores),
            )
        )
    return found


def form_of(tokens: Sequence[int], states: NDArray[np.int64]) -> int:
    """Direct where most of the content stands in quotation marks, else indirect."""
    quoted = np.count_nonzero(states[list(tokens)])
    return DIRECT if quoted * 2 > len(tokens) else INDIRECT


def _evidence(
    tokens: Sequence[int], cue: RoleSpan, source: Link | None, linked: float, scores: Scores
) -> NDArray[np.float64]:
    shares = _shares(scores[list(tokens)])
    content = shares[:, 1 + 2 * CONTENT :].sum(1)
    cued = _shares(scores[list(cue.tokens)])[:, 1 + 2 * CUE : 3 + 2 * CUE].sum(1)
    return np.array(
        [
            content.mean(),
            content.min(),
            cued.mean(),
            linked,
            source.probability if source else 0.0,
            np.log(len(tokens)),
        ]
    )


def _shares(scores: Scores) -> NDArray[np.float64]:
    shares = np.exp(scores.astype(np.float64) - scores.max(1, keepdims=True))
    normed: NDArray[np.float64] = shares / shares.sum(1, keepdims=True)
    return normed
