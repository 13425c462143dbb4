"""`GET /`: the page to try Hearsay out, painted by the extension's own code. Nothing it is given is stored."""

from pathlib import Path

from flask import Blueprint, Response, abort, jsonify, request, send_from_directory
from pydantic import Field
from werkzeug.exceptions import NotFound

from server import __version__
from server.api.body import read
from server.api.context import services
from server.api.headers import PAINTED_PAGE_POLICY
from server.api.limits import limit, limiter
from server.api.problems import Problem
from server.api.schemas import Request
from server.samples import SAMPLES
from server.service.reading import NoArticle, from_page
from server.web.templating import render, words

blueprint = Blueprint("playground", __name__)

OWN = Path(__file__).parent / "static"
_FRESH = Path(__file__).parents[2] / "extension" / "dist" / "web"
BUILT = _FRESH if _FRESH.is_dir() else Path(__file__).parent / "painter"
"""The painter for web pages: where `make extension` puts it, or in an installed package where `make wheel` does."""
LANGUAGES = ("en", "de")


class PageRequest(Request):
    """A saved web page."""

    page: str = Field(min_length=1)


@blueprint.get("/")
@limiter.exempt
def playground() -> Response:
    """The page, in the language asked for or else the browser's."""
    language = request.args.get("lang", "")
    if language not in LANGUAGES:
        language = request.accept_languages.best_match(LANGUAGES) or "en"
    page = render(
        "playground.html",
        language=language,
        other="en" if language == "de" else "de",
        words=words(language),
        samples=list(SAMPLES),
        missing=not (BUILT / "playground.js").is_file(),
        max_characters=services().settings.max_characters,
        version=__version__,
        models=sorted(services().pipeline.versions().items()),
    )
    headers = {"Content-Security-Policy": PAINTED_PAGE_POLICY, "Vary": "Accept-Language"}
    return Response(page, content_type="text/html; charset=utf-8", headers=headers)


@blueprint.get("/playground/sample/<code>")
@limiter.exempt
def sample(code: str) -> Response:
    """An invented article."""
    if code not in SAMPLES:
        abort(404)
    return Response(SAMPLES[code], content_type="text/plain; charset=utf-8")


@blueprint.post("/playground/article")
@limiter.limit(limit("analyze_limit"))
def article() -> Response:
    """The article's blocks in a saved web page."""
    try:
        found = from_page(read(PageRequest).page)
    except NoArticle:
        raise Problem(422, "No article", "There is no article text in the page.") from None
    return jsonify(blocks=[{"id": block.id, "role": block.role, "text": block.text} for block in found.blocks])


@blueprint.get("/static/<name>")
@limiter.exempt
def static(name: str) -> Response:
    """Styles and scripts, our own and those built from the extension's sources."""
    for folder in (OWN, BUILT):
        try:
            answer = send_from_directory(folder, name, max_age=3600)
        except NotFound:
            continue
        answer.headers["Cache-Control"] = "public, max-age=300"
        return answer
    abort(404)
