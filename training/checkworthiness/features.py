"""Learns `features.tsv` from the gold's tuning half: what each feature adds to the log-odds of being check-worthy.

The gold's own attributed claims are put in, so that the weights do not depend on what attribution finds. Both
languages are learned together, for a dozen articles each are few; `(bias)` is their common one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Span

from server.nlp.annotations import Claim, Form, Source
from server.nlp.article import Layout
from server.nlp.components.attribution.blocks import ServiceLines
from server.nlp.components.certainty.component import CertaintyComponent
from server.nlp.components.claims.component import SHOWN_FROM, most_shown
from server.nlp.components.claims.features import Features
from server.nlp.components.claims.model import MODELS, WordTable, probability
from server.nlp.components.claims.own_voice import statements
from server.nlp.components.claims.rating import features_of
from server.nlp.lang import rules_for
from training.gold.halves import Half, of_half, read_halves
from training.gold.pages import read_pages
from training.gold.storage import ARTICLES, GoldClaim, read_folder
from training.gold.storage import Span as Place

from .logistic import fit

STRENGTH = 1.0
"""Inverse of the penalty; from 0.3 to 3 the left-out figures hardly move."""
SAME = 0.5
"""Share of common words from which a statement found is the one the gold marks."""


@dataclass(frozen=True, slots=True)
class Example:
    """One claim's features and whether the gold calls it check-worthy; `page` keeps an article's claims together."""

    page: str
    attributed: bool
    features: Features
    checkworthy: bool


def examples(corpora: Path, language: str) -> Iterator[Example]:
    """The attributed claims and own-voice statements of the tuning half."""
    rules = rules_for(language)
    nlp, certainty = rules.annotator(), CertaintyComponent(rules)
    service = ServiceLines(rules.data / "service_lines.tsv")
    table = WordTable.read(MODELS / f"{language}_checkworthiness" / "words.tsv")
    pages = read_pages(corpora, language)
    for article in of_half(read_folder(ARTICLES, language), Half.TUNE, read_halves()):
        doc = nlp(pages[article.page].article.text)
        doc._.layout = Layout(pages[article.page].article)
        marked = [(gold, gold_claim(doc, gold)) for gold in article.claims]
        attributed = [(gold, claim) for gold, claim in marked if gold.attributed]
        doc._.claims = [claim for _, claim in attributed]
        for gold, claim in attributed:
            yield Example(article.page, True, features_of(claim, table, rules.first_person()), gold.checkworthy)
        clauses = certainty.clauses(doc)
        own = [claim for gold, claim in marked if not gold.attributed and gold.checkworthy]
        for statement in statements(doc, clauses, service):
            claim = Claim([statement.span], Form.NONE, "statement")
            wanted = any(overlap(statement.span, other.content) >= SAME for other in own)
            yield Example(article.page, False, features_of(claim, table, rules.first_person()), wanted)


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
    """Weights by feature for one sort of claim."""
    chosen = [example for example in found if example.attributed is attributed]
    return fit([e.features for e in chosen], [e.checkworthy for e in chosen], strength=STRENGTH)


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
    for page in {example.page for example in found}:
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
