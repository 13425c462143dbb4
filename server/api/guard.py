"""Who may call: known host names, the extension's origins, and pages of this server itself.

A refused origin's request must not run: CORS alone only hides the answer from the page.
The host check stops DNS rebinding, where a foreign page's name is made to point here.
"""

import re
from urllib.parse import urlsplit

from flask import Flask, request
from flask_cors import CORS
from werkzeug.sansio.utils import host_is_trusted

from server.api.problems import Problem
from server.settings import Settings

FIREFOX = re.compile(r"moz-extension://[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
OPEN_TO_EXTENSION = (r"^/v1/analyze$", r"^/v1/reports(/[0-9a-f-]{36})?$", r"^/health/(live|ready)$")
_OPEN = re.compile("|".join(OPEN_TO_EXTENSION))


def register(app: Flask, settings: Settings) -> None:
    """Refuse unknown hosts and origins before any view runs; add CORS headers for the extension."""
    origins = [re.compile(re.escape(origin) + r"\Z") for origin in settings.extension_origins]
    if settings.firefox_origins:
        origins.append(FIREFOX)

    @app.before_request
    def _check() -> None:
        if not host_is_trusted(request.headers.get("Host"), settings.allowed_hosts):
            raise Problem(403, "Forbidden", "This host name is not served here; see HEARSAY_ALLOWED_HOSTS.")
        origin = request.headers.get("Origin")
        if origin is None:
            if request.method != "GET" and request.headers.get("Sec-Fetch-Site") == "cross-site":
                raise Problem(403, "Forbidden", "Requests from other sites are refused.")
        elif not _own(origin) and not (_known(origin, settings) and _open()):
            raise Problem(403, "Forbidden", "This origin is not allowed; see HEARSAY_EXTENSION_ORIGINS.")

    CORS(
        app,
        resources={
            path: {
                "origins": origins,
                "methods": ["GET", "POST", "DELETE"],
                "allow_headers": ["Content-Type", "Accept-Language"],
                "expose_headers": ["Retry-After", "X-Request-ID", "X-Hearsay-Answer"],
                "max_age": 600,
                "always_send": False,
            }
            for path in OPEN_TO_EXTENSION
        },
    )


def _open() -> bool:
    """Whether the route is for the extension: under `/v1/` it writes; reading reports is for reviewers."""
    reads = request.method in ("GET", "HEAD")
    return bool(_OPEN.fullmatch(request.path)) and not (reads and request.path.startswith("/v1/"))


def _known(origin: str, settings: Settings) -> bool:
    return origin in settings.extension_origins or bool(settings.firefox_origins and FIREFOX.match(origin))


def _own(origin: str) -> bool:
    """Whether the request comes from one of this server's own pages; its host is known to be ours."""
    parts = urlsplit(origin)
    return parts.scheme in ("http", "https") and parts.netloc == request.headers.get("Host")
