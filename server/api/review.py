"""`GET /v1/reports`, `POST /v1/reports/{id}/decision`, `GET /v1/reports/export`: for reviewers, by token."""

import json
from typing import Annotated, Any, Literal

from flask import Blueprint, Response, jsonify, request
from pydantic import Field, ValidationError

from server.api.body import read
from server.api.context import services
from server.api.problems import Problem, invalid
from server.api.schemas import DecisionRequest, NoNul, Request
from server.api.token import token_required
from server.service.export import case, training_rows
from server.service.reports import UnknownReport
from server.service.review import NothingToUndo
from server.store.review import Group, Wanted
from server.store.tables import Report

blueprint = Blueprint("review_api", __name__)


class WantedRequest(Request):
    """The filters of the list."""

    status: Literal["", "open", "accepted", "rejected"] = "open"
    kind: Annotated[str, Field(max_length=24)] = ""
    language: Annotated[str, Field(max_length=2)] = ""
    source_type: Annotated[str, Field(max_length=24)] = ""
    version: Annotated[str, Field(max_length=50)] = ""
    search: Annotated[NoNul, Field(max_length=200)] = ""
    sort: Literal["newest", "oldest", "count", "agreement"] = "newest"
    page: int = Field(default=1, ge=1, le=10_000)


def wanted() -> Wanted:
    """The filters in the query string. Raises `Problem` 422."""
    try:
        return Wanted(**WantedRequest.model_validate(request.args.to_dict()).model_dump())
    except ValidationError as error:
        raise invalid(error) from None


def decide(number: int, sent: DecisionRequest) -> Report:
    """Carry a decision out. Raises `Problem` 404 and 409."""
    correction = sent.correction.model_dump(mode="json", exclude_none=True) if sent.correction else None
    try:
        if sent.action == "undo":
            return services().review.undo(number)
        return services().review.decide(number, sent.action, correction or None, sent.note)
    except UnknownReport:
        raise Problem(404, "Not Found", "There is no such report.") from None
    except NothingToUndo:
        raise Problem(409, "Conflict", "Nothing was decided that could be undone.") from None


@blueprint.get("/v1/reports")
@token_required
def reports() -> Response:
    """One page of reports, identical ones counted together."""
    found, total = services().review.groups(wanted())
    return jsonify(total=total, reports=[_group(group) for group in found])


@blueprint.post("/v1/reports/<int:number>/decision")
@token_required
def decision(number: int) -> Response:
    """Accept, reject, reopen, or undo the last of these."""
    report = decide(number, read(DecisionRequest))
    return jsonify(id=report.id, status=report.status, correction=report.correction)


@blueprint.get("/v1/reports/export")
@token_required
def export() -> Response:
    """Accepted corrections: training rows as JSON lines, or with `?form=cases` regression cases in markup."""
    rows = training_rows(services().database)
    if request.args.get("form") == "cases":
        lines = [line for row in rows if (line := case(row))]
    else:
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    return Response("".join(f"{line}\n" for line in lines), content_type="text/plain; charset=utf-8")


def _group(group: Group) -> dict[str, Any]:
    report = group.report
    return {
        "id": report.id,
        "status": report.status,
        "kind": report.kind,
        "language": report.language,
        "created_at": report.created_at.isoformat(),
        "quote": {"exact": report.quote_exact, "prefix": report.quote_prefix, "suffix": report.quote_suffix},
        "answer": report.answer,
        "suggestion": report.suggestion,
        "correction": report.correction,
        "comment": report.comment,
        "version": report.software_version,
        "models": report.models,
        "count": group.count,
        "agreement": round(group.agreement, 3),
    }
