"""The German network: one small encoder under tagger, morphologizer and parser, and its training loop."""

import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.training.batchers import minibatch_by_padded_size
from spacy.util import fix_random_seed

from .clusters import cluster_vectors
from .examples import examples
from .treebank import Sentence

WIDTH = 96
DEPTH = 4
ROWS = {"NORM": 4000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 1000}
LEARN_RATE = 0.001
META = {
    "name": "hearsay_de_annotation",
    "version": "1.0.0",
    "spacy_version": ">=3.8.12,<3.9.0",
    "license": "CC BY-SA 4.0",
    "description": "German tagger, morphologizer and parser; see the model card beside this folder",
}


@dataclass(frozen=True)
class Plan:
    """How to train: every number that changes the weights."""

    epochs: int = 15
    dropout: float = 0.15
    batch_words: int = 800
    cluster_words: int = 100_000
    parser: bool = True
    seed: int = 1


def train(sentences: list[Sentence], plan: Plan, path: Path) -> None:
    """Train on the sentences and write the network with averaged weights to `path`; progress goes to stderr."""
    fix_random_seed(plan.seed)
    random = Random(plan.seed)
    nlp = _untrained(plan)
    sample = list(examples(sentences, nlp.vocab, random))
    optimizer = nlp.initialize(lambda: sample)
    begin = time.monotonic()
    for epoch in range(plan.epochs):
        optimizer.learn_rate = LEARN_RATE * (1 - 0.9 * epoch / plan.epochs)
        losses: dict[str, float] = {}
        for batch in _batches(list(examples(sentences, nlp.vocab, random)), random, plan):
            nlp.update(batch, sgd=optimizer, losses=losses, drop=plan.dropout)
        shown = " ".join(f"{name} {loss:.0f}" for name, loss in losses.items())
        print(f"epoch {epoch + 1}/{plan.epochs} {time.monotonic() - begin:.0f} s {shown}", file=sys.stderr, flush=True)
    nlp.meta.update(META)
    with nlp.use_params(optimizer.averages):
        shutil.rmtree(path, ignore_errors=True)
        nlp.to_disk(path)


def _batches(pool: list[Example], random: Random, plan: Plan) -> list[list[Example]]:
    random.shuffle(pool)
    return list(minibatch_by_padded_size(pool, size=plan.batch_words, buffer=256))


def _untrained(plan: Plan) -> Language:
    nlp = spacy.blank("de")
    if plan.cluster_words:
        nlp.vocab.vectors = cluster_vectors(nlp.vocab.strings, words=plan.cluster_words)
    nlp.add_pipe("tok2vec", config={"model": _encoder(bool(plan.cluster_words))})
    tagging = {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener()}
    nlp.add_pipe("tagger", config={"model": tagging})
    nlp.add_pipe("morphologizer", config={"model": tagging})
    if plan.parser:
        nlp.add_pipe("parser", config={"min_action_freq": 10, "model": _transitions()})
    return nlp


def _encoder(vectors: bool) -> dict[str, object]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": list(ROWS),
            "rows": list(ROWS.values()),
            "include_static_vectors": vectors,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": DEPTH,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _listener() -> dict[str, object]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}


def _transitions() -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": _listener(),
    }
