"""`POST /v1/reports`, `DELETE /v1/reports/{key}`: a reader's correction, sent or taken back."""

from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, Response, jsonify

from server.api.body import read
from server.api.context import services
from server.api.limits import limit, limiter
from server.api.problems import Problem
from server.api.schemas import ReportReceipt, ReportRequest
from server.service.reports import UnknownReport, fingerprint
from server.store.tables import Report

blueprint = Blueprint("reports", __name__)


@blueprint.post("/v1/reports")
@limiter.limit(limit("reports_limit"))
def send() -> tuple[Response, int]:
    """Store a report; sending the same key again answers 200 with the same receipt."""
    report, new = services().reports.store(_row(read(ReportRequest)))
    receipt = ReportReceipt.model_validate(report, from_attributes=True)
    return jsonify(receipt.model_dump(mode="json")), 201 if new else 200


@blueprint.delete("/v1/reports/<uuid:key>")
@limiter.limit(limit("reports_limit"))
def withdraw(key: UUID) -> tuple[str, int]:
    """Forget what a report said."""
    try:
        services().reports.withdraw(str(key))
    except UnknownReport:
        raise Problem(404, "Not Found", "No report has this key.") from None
    return "", 204


def _row(sent: ReportRequest) -> Report:
    suggestion = sent.suggestion.model_dump(mode="json", exclude_none=True)
    answer = sent.answer or {}
    return Report(
        key=str(sent.key),
        kind=sent.kind,
        language=sent.language,
        fingerprint=fingerprint(sent.kind, sent.quote.exact, suggestion),
        quote_exact=sent.quote.exact,
        quote_prefix=sent.quote.prefix,
        quote_suffix=sent.quote.suffix,
        source_type=_label(answer, "source", "type"),
        certainty=_label(answer, "certainty", "status"),
        answer=sent.answer,
        suggestion=suggestion,
        comment=sent.comment,
        software_version=sent.software.version,
        models=sent.software.models,
        host=sent.page.host,
    )


def _label(answer: Mapping[str, object], part: str, name: str) -> str:
    """A label of the claim reported, to filter by; empty where the answer has none."""
    value = answer.get(part)
    label = value.get(name) if isinstance(value, Mapping) else None
    return label[:24] if isinstance(label, str) else ""
