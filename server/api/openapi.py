"""`/openapi.json`: built from the schemas that check requests and write answers, so it cannot drift from them."""

from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from server import __version__
from server.api.problems import MEDIA_TYPE
from server.api.schemas import AnalyzeRequest, DecisionRequest, ReportReceipt, ReportRequest
from server.service.analyst import ANSWER

Json = dict[str, Any]
REFERENCE = "#/components/schemas/{model}"
STRING: Json = {"type": "string"}
PROBLEM: Json = {
    "type": "object",
    "required": ["type", "title", "status", "request_id"],
    "properties": {
        "type": STRING,
        "title": STRING,
        "status": {"type": "integer"},
        "detail": STRING,
        "request_id": STRING,
        "errors": {
            "type": "array",
            "items": {"type": "object", "properties": {"at": STRING, "message": STRING}, "required": ["at", "message"]},
        },
    },
}


@cache
def document() -> Json:
    """The whole description, OpenAPI 3.1."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Hearsay",
            "version": __version__,
            "description": "Who says what in a news article, and how surely.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": {
            "/v1/analyze": {
                "post": _operation("analyze", "Claims of one article", "AnalyzeRequest", {200: "Analysis"})
            },
            "/v1/reports": {
                "post": _operation(
                    "report", "Send a correction", "ReportRequest", {201: "ReportReceipt", 200: "ReportReceipt"}
                ),
                "get": _for_reviewers(_operation("reports", "Reports, identical ones together", None, {200: "Any"})),
            },
            "/v1/reports/{id}/decision": {
                "parameters": [_path_parameter("id", {"type": "integer", "minimum": 0, "maximum": 2**31 - 1})],
                "post": _for_reviewers(
                    _operation("decide", "Accept, reject, reopen or undo", "DecisionRequest", {200: "Any"})
                ),
            },
            "/v1/reports/export": {
                "get": _for_reviewers(_operation("export", "Accepted corrections as lines", None, {200: None}))
            },
            "/v1/reports/{key}": {
                "parameters": [_path_parameter("key", {"type": "string", "format": "uuid"})],
                "delete": _operation("withdraw", "Take a correction back", None, {204: None}),
            },
            "/health/live": {"get": _operation("live", "The process answers", None, {200: "Health"})},
            "/health/ready": {"get": _operation("ready", "Everything needed is there", None, {200: "Health"})},
        },
        "components": {
            "schemas": _schemas(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "HEARSAY_REVIEW_TOKEN"}},
        },
    }


def _schemas() -> Json:
    _, top = models_json_schema(
        [
            (AnalyzeRequest, "validation"),
            (ReportRequest, "validation"),
            (ReportReceipt, "serialization"),
            (DecisionRequest, "validation"),
        ],
        ref_template=REFERENCE,
    )
    answer = ANSWER.json_schema(mode="serialization", ref_template=REFERENCE)
    health: Json = {
        "type": "object",
        "required": ["status", "version"],
        "properties": {"status": STRING, "version": STRING},
    }
    parts: Json = answer.pop("$defs")
    parts.update(top["$defs"])
    return parts | {"Any": {"type": "object"}, "Analysis": answer, "Problem": PROBLEM, "Health": health}


def _operation(name: str, summary: str, body: str | None, answers: dict[int, str | None]) -> Json:
    """One operation; every error has the one shape, named once as `default`."""
    responses: Json = {
        str(status): {"description": summary} | (_content(schema, "application/json") if schema else {})
        for status, schema in answers.items()
    }
    responses["default"] = {"description": "What went wrong (RFC 9457)"} | _content("Problem", MEDIA_TYPE)
    operation: Json = {"operationId": name, "summary": summary, "responses": responses}
    if body:
        operation["requestBody"] = {"required": True} | _content(body, "application/json")
    return operation


def _for_reviewers(operation: Json) -> Json:
    return operation | {"security": [{"token": []}]}


def _path_parameter(name: str, schema: Json) -> Json:
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _content(schema: str, media_type: str) -> Json:
    return {"content": {media_type: {"schema": {"$ref": REFERENCE.format(model=schema)}}}}
