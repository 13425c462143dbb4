"""The training networks: the CRF against all sequences, and the served graphs against torch."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
import spacy

torch = pytest.importorskip("torch", reason="training extra")
pytest.importorskip("onnx", reason="training extra")

from server.nlp.components.attribution.tagger import flat, layered, spans  # noqa: E402
from server.nlp.components.attribution.tagger.pieces import UNKNOWN, PieceVectors  # noqa: E402
from server.nlp.components.attribution.tagger.served_flat import ServedFlat  # noqa: E402
from server.nlp.components.attribution.tagger.served_layered import ServedLayered  # noqa: E402
from server.nlp.components.attribution.tagger.spelling import TABLE_COLUMNS, WordTable  # noqa: E402
from server.nlp.components.attribution.tagger.words import read_words  # noqa: E402
from training.attribution.augment import STYLES  # noqa: E402
from training.attribution.batches import Vocabulary  # noqa: E402
from training.attribution.export import export_english, export_german  # noqa: E402
from training.attribution.network.crf import Crf  # noqa: E402
from training.attribution.network.encoder import Encoder  # noqa: E402
from training.attribution.network.english import EnglishNetwork  # noqa: E402
from training.attribution.network.german import GermanNetwork  # noqa: E402
from training.attribution.torchnet import TorchFlat, TorchLayered  # noqa: E402

TEXT = "„Es regnet seit Tagen“, sagte Ina Holm, „und der Fluss steigt.“\n\nDer Deich halte, so Holm."
SIZES = dict.fromkeys(TABLE_COLUMNS, 5)


@torch.no_grad()
def test_the_partition_sums_over_every_sequence() -> None:
    torch.manual_seed(0)
    crf = Crf(spans.COUNT, spans.may_follow, spans.may_begin, spans.may_end)
    crf.transitions.normal_()
    crf.begins.normal_()
    emissions = torch.randn(2, 3, spans.COUNT)
    tags = torch.tensor([[0, 1, 2], [3, 0, 0]])
    mask = torch.tensor([[1.0, 1, 1], [1, 1, 0]])
    total = 0.0
    for row, length in enumerate((3, 2)):
        scores = [_score(crf, emissions[row], each) for each in product(range(spans.COUNT), repeat=length)]
        right = _score(crf, emissions[row], tags[row, :length].tolist())
        total += float(torch.logsumexp(torch.stack(scores), 0) - right)
    assert float(crf.loss(emissions, tags, mask)) == pytest.approx(total, rel=1e-4)


def _score(crf, emissions, tags):
    steps = sum((crf.transitions + crf.follow_mask)[a, b] for a, b in zip(tags[:-1], tags[1:], strict=True))
    own = sum(emissions[index, tag] for index, tag in enumerate(tags))
    return (crf.begins + crf.begin_mask)[tags[0]] + steps + own


def _folder(tmp_path: Path) -> tuple[WordTable, PieceVectors]:
    table = WordTable(np.zeros(0, dtype=np.uint32), np.zeros((0, len(TABLE_COLUMNS)), dtype=np.uint16))
    names = [UNKNOWN, "▁", *"aeinrst"]
    vectors = np.arange(len(names) * 3, dtype=np.int8).reshape(-1, 3)
    pieces = PieceVectors(names, -np.arange(len(names), dtype=np.float32), vectors, np.full(3, 0.1, dtype=np.float32))
    table.save(tmp_path / "words.npz")
    pieces.save(tmp_path / "pieces.npz")
    return table, pieces


def test_the_served_german_network_answers_as_torch_does(tmp_path: Path) -> None:
    table, pieces = _folder(tmp_path)
    words = read_words(spacy.blank("de").make_doc(TEXT))
    vocabulary = Vocabulary(table, pieces)
    vocabulary.numbers([*words.texts, *(mark for style in STYLES for mark in style)])
    torch.manual_seed(0)
    network = GermanNetwork(Encoder(SIZES, 3, 16, 8, 2, 0.3, 0.1), 6, 0.3).eval()
    export_german(network, tmp_path, 0)
    trained = TorchLayered([network], vocabulary, vocabulary.features())
    served = ServedLayered(tmp_path, 1)
    ours, theirs = served.read(words), trained.read(words)
    for own, other in zip(served.content_scores(ours), trained.content_scores(theirs), strict=True):
        np.testing.assert_allclose(own, other, atol=0.02)
    knobs = layered.Knobs(begin=3.0)
    assert [f.content for f in layered.attribute(words, served, knobs)] == [
        f.content for f in layered.attribute(words, trained, knobs)
    ]


def test_the_served_english_network_answers_as_torch_does(tmp_path: Path) -> None:
    table, pieces = _folder(tmp_path)
    words = read_words(spacy.blank("en").make_doc(TEXT))
    vocabulary = Vocabulary(table, pieces)
    vocabulary.numbers([*words.texts, *(mark for style in STYLES for mark in style)])
    torch.manual_seed(0)
    network = EnglishNetwork(Encoder(SIZES, 3, 16, 8, 1, 0.3, 0.1), 0.3).eval()
    export_english(network, tmp_path, 0)
    trained = TorchFlat([network], vocabulary, vocabulary.features())
    served = ServedFlat(tmp_path, 1)
    ours, theirs = served.read(words), trained.read(words)
    np.testing.assert_allclose(served.tag_scores(ours), trained.tag_scores(theirs), atol=0.02)
    found = [spans.RoleSpan(0, 3, spans.CONTENT), spans.RoleSpan(5, 5, spans.CUE), spans.RoleSpan(6, 7, spans.SOURCE)]
    pairs = spans.PairFeatures(found, np.zeros(len(words), dtype=np.int64), words.sentences, words.paragraphs)
    asked = spans.questions(found)
    links = served.link_scores(ours, asked, pairs), trained.link_scores(theirs, asked, pairs)
    for own, other in zip(*links, strict=True):
        np.testing.assert_allclose(own, other, atol=0.02)
    assert flat.attribute(words, served, flat.Knobs(content=-50.0)) == []
