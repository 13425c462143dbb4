"""The reviewer's token: compared in constant time, wrong ones counted per client, never in a URL."""

import hmac
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Response, request
from itsdangerous import BadSignature, TimestampSigner

from server.api.context import services
from server.api.limits import limit, limiter
from server.api.problems import Problem

COOKIE = "hearsay_review"
HOURS = 12
P = ParamSpec("P")
R = TypeVar("R")


def is_token(given: str) -> bool:
    """Whether `given` is the review token. Raises `Problem` 404 where there is no review desk."""
    return hmac.compare_digest(given.encode(), _token().encode())


def signed_in() -> bool:
    """Whether the request carries the token, or the cookie of a page that was given it."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme == "Bearer":
        return is_token(given)
    try:
        return _signer().unsign(request.cookies.get(COOKIE, ""), max_age=HOURS * 3600) == b"review"
    except BadSignature:
        return False


def sign_in(response: Response) -> Response:
    """Give the browser a cookie for the review pages; it is sent from them only."""
    response.set_cookie(
        COOKIE, _signer().sign("review").decode(), max_age=HOURS * 3600, path="/review",
        httponly=True, samesite="Strict", secure=request.is_secure,
    )  # fmt: skip
    return response


def token_required(view: Callable[P, R]) -> Callable[P, R]:
    """Let only a reviewer in. Answers 401, and 429 after too many wrong tokens."""

    @limiter.limit(limit("review_limit"), deduct_when=lambda response: response.status_code == 401)
    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        if not signed_in():
            raise Problem(401, "Unauthorized", "This needs the review token.")
        return view(*args, **kwargs)

    return guarded


def _token() -> str:
    token = services().settings.review_token
    if token is None:
        raise Problem(404, "Not Found", "There is no review desk here; see HEARSAY_REVIEW_TOKEN.")
    return token.get_secret_value()


def _signer() -> TimestampSigner:
    return TimestampSigner(_token(), salt="hearsay-review")
