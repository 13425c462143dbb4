"""`/review`: the review desk's pages. They work without scripts; `review.js` only adds keys."""

from typing import Any

from flask import Blueprint, Response, redirect, request, url_for
from pydantic import ValidationError
from werkzeug.wrappers import Response as Answer

from server.api.context import services
from server.api.limits import limit, limiter
from server.api.problems import Problem, invalid
from server.api.review import WantedRequest, decide, wanted
from server.api.schemas import DecisionRequest, Suggestion
from server.api.token import is_token, sign_in, signed_in, token_required
from server.nlp.annotations import SourceType, Status
from server.service.export import case, row
from server.service.reports import UnknownReport
from server.store.review import PAGE
from server.web.templating import render, words

blueprint = Blueprint("review", __name__)

BANDS = ("aligned", "slight", "marked", "severe")
LANGUAGES = ("en", "de")


@blueprint.get("/review")
@limiter.exempt
def desk() -> Answer:
    """The list of reports, or the form for the token."""
    if not signed_in():
        return _page("review_token.html", status=401, wrong=False)
    found, total = services().review.groups(wanted())
    filters = WantedRequest.model_validate(request.args.to_dict())
    return _page(
        "review_list.html",
        groups=found,
        total=total,
        filters=filters,
        pages=range(1, -(-total // PAGE) + 1),
        versions=services().review.versions(),
        link=lambda **changes: url_for("review.desk", **(request.args.to_dict() | changes)),
    )


@blueprint.post("/review")
@limiter.limit(limit("review_limit"), deduct_when=lambda response: response.status_code == 401)
def enter() -> Answer:
    """Take the token, give a cookie."""
    if not is_token(request.form.get("token", "")):
        return _page("review_token.html", status=401, wrong=True)
    return sign_in(Response(status=303, headers={"Location": url_for("review.desk")}))


@blueprint.get("/review/<int:number>")
@token_required
def report(number: int) -> Answer:
    """One report with its context, the model's answer and the reader's."""
    try:
        found, decisions, count = services().review.report(number)
    except UnknownReport:
        raise Problem(404, "Not Found", "There is no such report.") from None
    right = found.suggestion | (found.correction or {})
    return _page(
        "review_report.html", report=found, decisions=decisions, count=count, right=right, regression=case(row(found))
    )


@blueprint.post("/review/<int:number>")
@token_required
def decided(number: int) -> Answer:
    """Carry a decision out and go back to the report."""
    form = request.form.to_dict()
    correction = {name: form[name] for name in Suggestion.model_fields if form.get(name)}
    try:
        sent = DecisionRequest.model_validate(
            {"action": form.get("action"), "note": form.get("note", ""), "correction": correction or None}
        )
    except ValidationError as error:
        raise invalid(error) from None
    decide(number, sent)
    return redirect(url_for("review.report", number=number), 303)


def _page(template: str, *, status: int = 200, **values: Any) -> Answer:
    language = request.accept_languages.best_match(LANGUAGES) or "en"
    page = render(
        template,
        language=language,
        words=words(language)["review"],
        types=[each.value for each in SourceType],
        statuses=[each.value for each in Status],
        bands=BANDS,
        **values,
    )
    return Response(page, status, content_type="text/html; charset=utf-8")
