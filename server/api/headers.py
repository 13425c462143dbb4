"""What every answer carries: a request id, and headers that let a browser do as little with it as possible."""

import re
import secrets
import time

from flask import Flask, Response, g, request

from server import metrics
from server.logs import log

_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
API_POLICY = "default-src 'none'; frame-ancestors 'none'"
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PAINTED_PAGE_POLICY = PAGE_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
"""For the page with the painter, which sets colours by `style` attributes; scripts stay strict."""


def register(app: Flask) -> None:
    """Time, count, log and harden every answer."""

    @app.before_request
    def _start() -> None:
        sent = request.headers.get("X-Request-ID", "")
        g.request_id = sent if _ID.fullmatch(sent) else secrets.token_hex(8)
        g.started = time.perf_counter()

    @app.after_request
    def _finish(response: Response) -> Response:
        page = response.mimetype == "text/html"
        response.headers.setdefault("Content-Security-Policy", PAGE_POLICY if page else API_POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"  # with `no-referrer` our own forms send `Origin: null`
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["X-Request-ID"] = g.get("request_id", "")
        _record(response)
        return response


def _record(response: Response) -> None:
    """One log line and one observation; the route's pattern stands for the path, which may hold anything."""
    route = request.url_rule.rule if request.url_rule else "(none)"
    method = request.method if request.method in ("GET", "POST", "DELETE", "OPTIONS", "HEAD") else "(other)"
    seconds = time.perf_counter() - g.get("started", time.perf_counter())
    metrics.REQUESTS.labels(route, method, response.status_code).observe(seconds)
    log.info(
        "request",
        extra={
            "method": method,
            "route": route,
            "status": response.status_code,
            "ms": round(seconds * 1000, 1),
            "answer": response.headers.get("X-Hearsay-Answer"),
        },
    )
