"""Only the extension and the server's own pages get in: origin, host and content type together."""

from collections.abc import Callable
from uuid import uuid4

import httpx
import pytest

from server.settings import EXTENSION
from tests.contract.test_reports import report
from tests.services import Server

FIREFOX = f"moz-extension://{uuid4()}"
ARTICLE = {"text": "The bridge is closed, the city said."}
REFUSED = [
    "https://news.example",
    "http://localhost:9",
    "null",
    "",
    "chrome-extension://" + "a" * 32,
    EXTENSION + ".news.example",
    EXTENSION.upper(),
    FIREFOX + ".news.example",
    FIREFOX + "/",
    "moz-extension://not-a-uuid",
    f"x{FIREFOX}",
    "file://",
]


def own(server: Server) -> str:
    """The origin of the server's own pages."""
    return server.url


def preflight(server: Server, origin: str, path: str = "/v1/analyze") -> httpx.Response:
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    return server.client.options(path, headers={"Origin": origin} | asked)


@pytest.mark.parametrize("origin", [EXTENSION, FIREFOX], ids=["chrome", "firefox"])
def test_the_extension_may_call(live_server: Server, origin: str) -> None:
    answer = live_server.analyze(ARTICLE, headers={"Origin": origin})
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == origin
    assert "Origin" in answer.headers["Vary"]
    assert "Access-Control-Allow-Credentials" not in answer.headers
    allowed = preflight(live_server, origin)
    assert allowed.status_code == 200
    assert allowed.headers["Access-Control-Allow-Origin"] == origin
    assert "POST" in allowed.headers["Access-Control-Allow-Methods"]


def test_own_pages_and_clients_without_origin_may_call(live_server: Server) -> None:
    assert live_server.analyze(ARTICLE, headers={"Origin": own(live_server)}).status_code == 200
    assert live_server.analyze(ARTICLE).status_code == 200


@pytest.mark.parametrize("origin", REFUSED)
def test_every_other_origin_is_refused_before_anything_runs(live_server: Server, origin: str) -> None:
    sent = report()
    for answer in (
        live_server.analyze(ARTICLE, headers={"Origin": origin}),
        live_server.client.post("/v1/reports", json=sent, headers={"Origin": origin}),
        live_server.client.get("/health/live", headers={"Origin": origin}),
        preflight(live_server, origin),
    ):
        assert answer.status_code == 403
        assert "Access-Control-Allow-Origin" not in answer.headers
    stored = live_server.client.delete(f"/v1/reports/{sent['key']}")
    assert stored.status_code == 404, "the refused report was stored"


@pytest.mark.parametrize("path", ["/metrics", "/openapi.json", "/review", "/v1/reports/export", "/"])
def test_no_other_route_is_open_to_the_extension(live_server: Server, path: str) -> None:
    answer = live_server.client.get(path, headers={"Origin": EXTENSION})
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("host", ["news.example", "127.0.0.1.news.example", "localhost.news.example:80", "", "[::2]"])
def test_foreign_host_names_are_refused(live_server: Server, host: str) -> None:
    """DNS rebinding: a page's own name made to point at this machine."""
    answer = live_server.analyze(ARTICLE, headers={"Host": host, "Origin": f"http://{host}"})
    assert answer.status_code in (400, 403)


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_simple_requests_that_need_no_preflight_are_refused(live_server: Server, media_type: str) -> None:
    headers = {"Content-Type": media_type} if media_type else {}
    answer = live_server.client.post("/v1/analyze", content=b'{"text": "a"}', headers=headers)
    assert answer.status_code == 415


def test_cross_site_without_origin_is_refused(live_server: Server) -> None:
    assert live_server.analyze(ARTICLE, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_firefox_can_be_shut_out(serve: Callable[..., Server]) -> None:
    server = serve(firefox_origins="false", extension_origins="chrome-extension://" + "b" * 32)
    assert server.analyze(ARTICLE, headers={"Origin": FIREFOX}).status_code == 403
    assert server.analyze(ARTICLE, headers={"Origin": EXTENSION}).status_code == 403
    assert server.analyze(ARTICLE, headers={"Origin": "chrome-extension://" + "b" * 32}).status_code == 200
