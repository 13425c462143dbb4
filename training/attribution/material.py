"""Everything a training run of one language works on: articles, word knowledge, tensors."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from torch import nn

from server.nlp.components.attribution.tagger.pieces import PieceVectors
from server.nlp.components.attribution.tagger.spelling import WordTable

from .augment import STYLES
from .batches import Chunk, Vocabulary, chunks_of
from .corpus import Document, read_corpus
from .network.encoder import Encoder, TypeFeatures
from .network.english import EnglishNetwork
from .network.german import GermanNetwork
from .recipes import Plan, Shape
from .teacher import weights
from .teacher.vectors import piece_vectors
from .torchnet import TorchFlat, TorchLayered
from .wordtable import Lookups, build_table

FORMS_COUNTED = 150_000
"""Most frequent forms of each language whose pieces are counted."""
PIECES = 55_000
VERBS = Path("server/nlp/models/de_annotation/verbs.tsv.gz")


@dataclass
class Material:
    """The two splits of a language's corpus with the tables its models look words up in."""

    language: str
    plan: Plan
    train: list[Document]
    dev: list[Document]
    table: WordTable
    sizes: dict[str, int]
    pieces: PieceVectors

    @classmethod
    def read(cls, language: str, plan: Plan, corpora: Path, work: Path) -> "Material":
        """Read the corpora and build the tables; the pieces' vectors are kept in `work` between runs."""
        train, dev = (read_corpus(corpora, language, split) for split in ("train", "dev"))
        lookups = Lookups(language, VERBS if language == "de" else None)
        table, sizes = build_table(lookups, [text for document in train for text in document.words.texts])
        kept = work / "pieces.npz"
        if not kept.exists():
            forms = [form for code in ("de", "en") for form in list(Lookups(code, None).clusters)[:FORMS_COUNTED]]
            piece_vectors(weights.read(weights.find()), forms, plan.members[0].shape.vector_width, PIECES).save(kept)
        return cls(language, plan, train, dev, table, sizes, PieceVectors.load(kept))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All words of both splits, numbered."""
        vocabulary = Vocabulary(self.table, self.pieces)
        for document in [*self.train, *self.dev]:
            vocabulary.numbers(document.words.texts)
        vocabulary.numbers([mark for style in STYLES for mark in style])
        return vocabulary

    @cached_property
    def features(self) -> TypeFeatures:
        """The features of all words of both splits."""
        return self.vocabulary.features()

    def chunks(self) -> list[Chunk]:
        """The training articles in chunks."""
        return [piece for document in self.train for piece in chunks_of(document, self.vocabulary, self.plan.chunk)]

    def network(self, shape: Shape) -> nn.Module:
        """A new network; its first weights depend on torch's seed."""
        encoder = Encoder(
            self.sizes,
            shape.vector_width,
            shape.projection,
            shape.hidden,
            shape.layers,
            shape.dropout,
            shape.hide_words,
        )
        if self.plan.kind == "layered":
            return GermanNetwork(encoder, shape.role_hidden, shape.dropout)
        return EnglishNetwork(encoder, shape.dropout)

    def reader(self, networks: Sequence[nn.Module]) -> TorchLayered | TorchFlat:
        """The networks behind the interface that the server's decoder asks."""
        kind = TorchLayered if self.plan.kind == "layered" else TorchFlat
        return kind(networks, self.vocabulary, self.features)
