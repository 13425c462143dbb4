"""Learns `features.tsv`: what each feature adds to the log-odds of being check-worthy.

Own voice is learned from the gold's tuning half and the labelled pages (`labels.py`), attributed claims from the gold
alone. The gold's own attributed claims are put in, so that the weights do not depend on what attribution finds. Both
languages are learned together, for few articles each were at hand; `(bias)` is their common one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from server.nlp.annotations import Claim, Form, Source
from server.nlp.article import Article, Layout
from server.nlp.components.attribution.blocks import ServiceLines
from server.nlp.components.certainty.component import CertaintyComponent
from server.nlp.components.claims.component import SHOWN_FROM, most_shown
from server.nlp.components.claims.features import Features
from server.nlp.components.claims.model import MODELS, WordTable, probability
from server.nlp.components.claims.own_voice import statements
from server.nlp.components.claims.rating import DocFeatures
from server.nlp.components.claims.signals import SignalReader, SignalWords
from server.nlp.lang import rules_for
from training.gold.halves import Half, of_half, read_halves
from training.gold.pages import read_pages
from training.gold.storage import ARTICLES, GoldArticle, GoldClaim, read_folder
from training.gold.storage import Span as Place

from .labels import Labelled, read_labels
from .logistic import fit

STRENGTH = 0.1
"""Inverse of the penalty; from 0.1 to 1 the left-out figures hardly move."""
LABELLED = "(labelled)"
"""Marks, while learning, what the labelled pages add to the bias: there the reader took fewer than in the gold."""
SAME = 0.5
"""Share of common words from which a statement found is the one the gold marks."""


@dataclass(frozen=True, slots=True)
class Example:
    """One claim's features and whether it is check-worthy; `page` keeps an article's claims together.

    `gold` tells the gold's claims from the labelled pages', which only help to learn.
    """

    page: str
    attributed: bool
    features: Features
    checkworthy: bool
    gold: bool = True


class Examples:
    """Makes the examples of one language."""

    def __init__(self, language: str) -> None:
        rules = rules_for(language)
        self._language = language
        self._nlp: Language = rules.annotator()
        self._certainty = CertaintyComponent(rules)
        self._service = ServiceLines(rules.data / "service_lines.tsv")
        self._reporting = frozenset(rules.source_channels())
        self._table = WordTable.read(MODELS / f"{language}_checkworthiness" / "words.tsv")
        self._reader = SignalReader(SignalWords.of(rules))

    def of(self, corpora: Path) -> Iterator[Example]:
        """The attributed claims and own-voice statements of the tuning half, then those of the labelled pages."""
        pages = read_pages(corpora, self._language)
        for article in of_half(read_folder(ARTICLES, self._language), Half.TUNE, read_halves()):
            yield from self._gold(article, self._read(pages[article.page].article))
        for page, labels in read_labels(pages, self._language):
            yield from self._labelled(page.name, labels, self._read(page.article))

    def _read(self, article: Article) -> Doc:
        doc = self._nlp(article.text)
        doc._.layout = Layout(article)
        return doc

    def _gold(self, article: GoldArticle, doc: Doc) -> Iterator[Example]:
        read = DocFeatures(doc, self._reader, self._table)
        marked = [(gold, gold_claim(doc, gold)) for gold in article.claims]
        attributed = [(gold, claim) for gold, claim in marked if gold.attributed]
        doc._.claims = [claim for _, claim in attributed]
        self._certainty(doc)
        for gold, claim in attributed:
            yield Example(article.page, True, read.features(claim), gold.checkworthy)
        own = [claim for gold, claim in marked if not gold.attributed and gold.checkworthy]
        for statement in statements(doc, self._certainty.clauses(doc), self._service, self._reporting):
            wanted = any(overlap(statement.span, other.content) >= SAME for other in own)
            yield Example(article.page, False, self._own(doc, statement.span, read), wanted)

    def _labelled(self, page: str, labels: list[Labelled], doc: Doc) -> Iterator[Example]:
        read = DocFeatures(doc, self._reader, self._table)
        for label in labels:
            for span in spans_of(doc, ((label.block, label.begin, label.end),)):
                yield Example(page, False, self._own(doc, span, read), label.checkworthy, gold=False)

    def _own(self, doc: Doc, span: Span, read: DocFeatures) -> Features:
        claim = Claim([span], Form.NONE, "statement")
        claim.certainty = self._certainty.judge(claim, self._certainty.clauses(doc))
        return read.features(claim)


def gold_claim(doc: Doc, gold: GoldClaim) -> Claim:
    """The gold's claim on the annotated page."""
    source = Source(spans_of(doc, gold.source.spans), gold.source.type, gold.source.named)
    return Claim(spans_of(doc, gold.spans), gold.form, "gold", source, spans_of(doc, gold.cue))


def spans_of(doc: Doc, places: tuple[Place, ...]) -> list[Span]:
    """The tokens that places of the page touch."""
    layout: Layout = doc._.layout
    begins = {block.id: begin for block, begin in zip(layout.blocks, layout.begins, strict=True)}
    found = [
        doc.char_span(begins[block] + begin, begins[block] + end, alignment_mode="expand")
        for block, begin, end in places
    ]
    return [span for span in found if span is not None]


def overlap(span: Span, content: list[Span]) -> float:
    """Word F1 of two stretches, 0 to 1."""
    one = {token.i for token in span if token.is_alpha}
    other = {token.i for piece in content for token in piece if token.is_alpha}
    return 2 * len(one & other) / max(1, len(one) + len(other))


def learn(found: list[Example], *, attributed: bool) -> dict[str, float]:
    """Weights by feature for one sort of claim; the bias is the gold's."""
    chosen = [example for example in found if example.attributed is attributed]
    rows = [e.features if e.gold else e.features | {LABELLED: 1.0} for e in chosen]
    weights = fit(rows, [e.checkworthy for e in chosen], strength=STRENGTH)
    weights.pop(LABELLED, None)
    return weights


def write_features(weights: dict[str, dict[str, float]], path: Path) -> None:
    """Write `features.tsv` from the columns `own` and `attributed`."""
    columns = ("own", "attributed")
    lines = [
        "# Log-odds per feature, learned by `python -m training.checkworthiness features`.",
        "feature\town\tattributed",
    ]
    for name in sorted({name for column in columns for name in weights[column]}):
        lines.append("\t".join([name, *(f"{weights[column].get(name, 0):.3f}" for column in columns)]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def left_out(found: list[Example], *, attributed: bool) -> dict[int, float]:
    """The probability of each example by its place in `found`, judged by weights learned from all other articles."""
    judged: dict[int, float] = {}
    for page in {example.page for example in found if example.gold}:
        weights = learn([example for example in found if example.page != page], attributed=attributed)
        for at, example in enumerate(found):
            if example.page == page and example.attributed is attributed:
                judged[at] = probability(weights, example.features)
    return judged


def shown_f1(found: list[Example], judged: dict[int, float]) -> float:
    """F1 of the own-voice claims that a page shows by default: the best few of each article."""
    right = given = 0
    for page in {example.page for example in found}:
        places = sorted((at for at in judged if found[at].page == page), key=lambda at: -judged[at])
        chosen = places[: most_shown(len(places))]
        chosen = [at for at in chosen if judged[at] >= SHOWN_FROM]
        right += sum(found[at].checkworthy for at in chosen)
        given += len(chosen)
    return 2 * right / max(1, given + sum(found[at].checkworthy for at in judged))


def threshold_f1(found: list[Example], judged: dict[int, float]) -> float:
    """F1 of what is judged check-worthy at one half, however much of the page that is."""
    right = sum(value >= 0.5 and found[at].checkworthy for at, value in judged.items())
    given = sum(value >= 0.5 for value in judged.values())
    return 2 * right / max(1, given + sum(found[at].checkworthy for at in judged))
