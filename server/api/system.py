"""Health, metrics and the description of the API."""

import hmac

from flask import Blueprint, Response, jsonify, request
from pydantic import SecretStr

from server import __version__, metrics
from server.api.context import services
from server.api.limits import limiter
from server.api.openapi import document
from server.api.problems import Problem

blueprint = Blueprint("system", __name__)


@blueprint.get("/health/live")
@limiter.exempt
def live() -> Response:
    """The process answers."""
    return jsonify(status="live", version=__version__)


@blueprint.get("/health/ready")
@limiter.exempt
def ready() -> tuple[Response, int]:
    """The models are loaded and the database holds the tables; Redis is reported, but not needed."""
    database = services().database.alive()
    shared = services().shared
    return jsonify(
        status="ready" if database else "not ready",
        version=__version__,
        models=services().pipeline.versions(),
        database=database,
        redis=shared.alive() if shared else None,
    ), 200 if database else 503


@blueprint.get("/metrics")
@limiter.exempt
def exposition() -> Response:
    """Prometheus metrics, for this machine or with the token."""
    token = services().settings.metrics_token
    if token is None:
        if request.remote_addr not in ("127.0.0.1", "::1") or "X-Forwarded-For" in request.headers:
            raise Problem(403, "Forbidden", "Only this machine may read the metrics; see HEARSAY_METRICS_TOKEN.")
    elif not hmac.compare_digest(request.headers.get("Authorization", "").encode(), _bearer(token)):
        raise Problem(401, "Unauthorized")
    return Response(metrics.exposition(), content_type="text/plain; version=0.0.4; charset=utf-8")


@blueprint.get("/openapi.json")
@limiter.exempt
def openapi() -> Response:
    """This API in OpenAPI 3.1."""
    return jsonify(document())


def _bearer(token: SecretStr) -> bytes:
    return f"Bearer {token.get_secret_value()}".encode()
