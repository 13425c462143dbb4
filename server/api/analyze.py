"""`POST /v1/analyze`: an article in, its claims out."""

from flask import Blueprint, Response, request

from server import metrics
from server.api.body import read
from server.api.context import services
from server.api.limits import limit, limiter
from server.api.problems import Problem
from server.api.schemas import AnalyzeRequest
from server.nlp.lang import languages
from server.nlp.pipeline import UnsupportedLanguage
from server.service.analyst import AnalystLost, Options
from server.service.slot import Overloaded

blueprint = Blueprint("analyze", __name__)
RETRY_INTERRUPTED = 3
"""Seconds in which the process that lost its analyst has been replaced."""


@blueprint.post("/v1/analyze")
@limiter.limit(limit("analyze_limit"))
def analyze() -> Response:
    """Claims, sources and certainty of one article."""
    wanted = read(AnalyzeRequest)
    limit = services().settings.max_characters
    if wanted.characters > limit:
        raise Problem(413, "Content Too Large", f"The article is longer than {limit} characters.", limit=limit)
    article = wanted.article()
    if not article.text.strip():
        raise Problem(422, "The article has no text")
    options = Options(wanted.language, wanted.min_confidence, _interface(wanted.ui_language))
    try:
        body, origin = services().analysis.answer(article, options)
    except UnsupportedLanguage as error:
        raise _unsupported(error.code) from None
    except Overloaded as error:
        metrics.OVERLOADED.inc()
        raise Problem(503, "Busy", "Other articles are being read.", retry_after=error.retry_after) from None
    except AnalystLost:
        raise Problem(503, "Interrupted", "The analysis ended unexpectedly.", retry_after=RETRY_INTERRUPTED) from None
    return Response(body, content_type="application/json", headers={"X-Hearsay-Answer": origin})


def _interface(wanted: str | None) -> str | None:
    """The language of the explanations: as asked for, else the browser's, else the article's (None)."""
    return wanted or request.accept_languages.best_match(languages())


def _unsupported(code: str) -> Problem:
    return Problem(
        422, "Unsupported language", "The article is in a language Hearsay does not read.",
        code="unsupported_language", language=code, supported=languages(),
    )  # fmt: skip
