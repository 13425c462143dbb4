"""The annotators' own claims with the source types that Hearsay gives them: typing apart from finding."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from server.nlp.annotations import Claim, Form, Source
from server.nlp.components.sources.component import SourcesComponent
from server.nlp.extensions import declare
from server.nlp.lang import rules_for
from server.nlp.pipeline import annotate

from .pages import Page
from .prediction import Prediction
from .storage import GoldArticle, GoldClaim, Span


def typed(articles: Iterable[GoldArticle], pages: Mapping[str, Page]) -> Iterator[Prediction]:
    """Each article's claims as annotated but for type and `named`, which are the component's."""
    for article in articles:
        page = pages[article.page]
        nlp, sources = _components(page.language)
        doc = annotate(nlp, page.article)[0]
        for rule in rules_for(page.language).attribution_rules():
            list(rule.apply(doc))  # leaves the frames that the component reads
        claims = [(gold, _claim(gold, doc)) for gold in article.claims if gold.form is not Form.NONE]
        doc._.claims = [claim for _, claim in claims]
        sources(doc)
        found = tuple(
            replace(gold, source=replace(gold.source, type=claim.source.type, named=claim.source.named))
            for gold, claim in claims
        )
        yield Prediction(article.page, found, None)


@cache
def _components(code: str) -> tuple[Language, SourcesComponent]:
    declare()
    return rules_for(code).annotator(), SourcesComponent(rules_for(code))


def _claim(gold: GoldClaim, doc: Doc) -> Claim:
    source = Source(_spans(gold.source.spans, doc))
    return Claim(_spans(gold.spans, doc), gold.form, "gold", source=source, cue=_spans(gold.cue, doc))


def _spans(spans: Iterable[Span], doc: Doc) -> list[DocSpan]:
    layout = doc._.layout
    begins = {block.id: begin for block, begin in zip(layout.blocks, layout.begins, strict=True)}
    found = (
        doc.char_span(begins[block] + begin, begins[block] + end, alignment_mode="expand")
        for block, begin, end in spans
    )
    return [span for span in found if span is not None]
