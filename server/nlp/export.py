"""From the annotated Doc to the plain answer: offsets per block, quotes, explanations."""

from spacy.tokens import Doc, Span

from .. import __version__
from .annotations import Claim, HeadlineJudgement
from .article import Article, Layout, Place
from .explanation import explain_claim, explain_headline
from .lang import rules_for
from .result import (
    Analysis,
    AttributionCue,
    CertaintyCueResult,
    CertaintyResult,
    ClaimResult,
    LanguageResult,
    Quote,
    Software,
    SourceResult,
)

CONTEXT = 32
"""Characters of context on each side of a quote (W3C Web Annotation's text quote selector)."""
DEFAULT_CONFIDENCE = 0.5
"""Claims below this confidence are returned only when asked for."""


def analysis_of(
    doc: Doc,
    article: Article,
    language: LanguageResult,
    *,
    min_confidence: float | None,
    ui_language: str,
    incomplete: bool,
) -> Analysis:
    """The answer for one Doc; `ui_language` is the language of every explanation."""
    threshold = DEFAULT_CONFIDENCE if min_confidence is None else min_confidence
    used = _used_by_headline(doc._.headline)
    claims = [claim for claim in doc._.claims if claim.confidence >= threshold or id(claim) in used]
    ids = {id(claim): f"c{index}" for index, claim in enumerate(claims, start=1)}
    return Analysis(
        software=Software("hearsay", __version__, dict(rules_for(doc.lang_).models())),
        language=language,
        claims=[_claim(claim, ids[id(claim)], doc, ui_language) for claim in claims],
        headline=explain_headline(doc._.headline, ids, ui_language),
        incomplete=incomplete,
        blocks=list(article.places) or None,
    )


def _used_by_headline(judgement: HeadlineJudgement | None) -> set[int]:
    """The `id()` of each claim the headline's judgement names: those are returned whatever their confidence."""
    if judgement is None:
        return set()
    return {id(claim) for claim in [*judgement.claims, *(line.claim for line in judgement.evidence)]}


def _claim(claim: Claim, name: str, doc: Doc, ui_language: str) -> ClaimResult:
    layout: Layout = doc._.layout
    source, certainty = claim.source, claim.certainty
    return ClaimResult(
        id=name,
        form=claim.form,
        spans=_places(claim.content, layout),
        quote=_quote(claim, doc),
        source=SourceResult(
            type=source.type,
            text=_text(source.spans),
            named=source.named,
            resolved=source.resolved,
            medium=source.medium,
            spans=_places(source.spans, layout),
        ),
        cue=AttributionCue(_text(claim.cue), _places(claim.cue, layout)),
        certainty=CertaintyResult(
            status=certainty.status,
            score=round(certainty.score, 3),
            cues=[
                CertaintyCueResult(cue.span.text, cue.kind, cue.rule, place.block, place.begin, place.end)
                for cue in certainty.cues
                for place in _places([cue.span], layout)[:1]
            ],
        ),
        checkworthy=round(claim.checkworthy, 3),
        confidence=round(claim.confidence, 3),
        rule=claim.rule,
        explanation=explain_claim(claim, ui_language),
    )


def _text(spans: list[Span]) -> str:
    return " … ".join(span.text.strip() for span in spans)


def _places(spans: list[Span], layout: Layout) -> list[Place]:
    return [place for span in spans for place in layout.places(span.start_char, span.end_char)]


def _quote(claim: Claim, doc: Doc) -> Quote:
    """The first span's words with their surroundings inside the block."""
    layout: Layout = doc._.layout
    place = _places(claim.content[:1], layout)[0]
    text = next(block.text for block in layout.blocks if block.id == place.block)
    return Quote(
        exact=text[place.begin : place.end],
        prefix=text[max(0, place.begin - CONTEXT) : place.begin],
        suffix=text[place.end : place.end + CONTEXT],
    )
