"""Every error has one shape, RFC 9457, whatever the route and whoever raised it."""

import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from flask import Flask
from sqlalchemy import event

from server.api.context import services_of
from server.app import create_app
from server.nlp import Pipeline
from server.settings import Settings
from server.store.migrate import upgrade
from tests.contract.test_reports import report
from tests.services import Server

JSON = {"Content-Type": "application/json"}
ROUTES = ("/v1/analyze", "/v1/reports", "/v1/reports/7f1c", "/health/live", "/openapi.json", "/nowhere", "/metrics")


def assert_problem(answer: httpx.Response, status: int) -> None:
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["type"] == "about:blank"
    assert problem["title"]
    assert problem["request_id"] == answer.headers["X-Request-ID"]


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status"),
    [
        ("POST", "/v1/analyze", JSON, b"{", 400),
        ("POST", "/v1/analyze", JSON, b'{"text": "\xff"}', 400),
        ("POST", "/v1/analyze", JSON, b"", 400),
        ("POST", "/v1/analyze", JSON, b'{"text": "\\ud800"}', 400),
        ("POST", "/v1/analyze", JSON, b"[]", 422),
        ("POST", "/v1/analyze", JSON, b"{}", 422),
        ("POST", "/v1/analyze", JSON, b'{"text": "a", "blocks": []}', 422),
        ("POST", "/v1/analyze", JSON, b'{"text": " \\n "}', 422),
        ("POST", "/v1/analyze", JSON, b'{"text": "a", "min_confidence": 2}', 422),
        ("POST", "/v1/analyze", JSON, b'{"text": "a", "min_confidence": false}', 422),
        ("POST", "/v1/analyze", {"Content-Type": "text/plain"}, b'{"text": "a"}', 415),
        ("POST", "/v1/analyze", {}, b'{"text": "a"}', 415),
        ("POST", "/v1/analyze", JSON, b'{"text": "%s"}' % (b"a " * 100_001), 413),
        ("POST", "/v1/analyze", JSON, b" " * 2_000_001, 413),
        ("POST", "/v1/reports", JSON, b"{}", 422),
        ("GET", "/v1/analyze", {}, b"", 405),
        ("PUT", "/v1/reports", JSON, b"{}", 405),
        ("DELETE", "/v1/reports/9f1b7c1e-8a53-4a0b-8f0e-0c7a0d9a1b11", {}, b"", 404),
        ("DELETE", "/v1/reports/not-a-key", {}, b"", 404),
        ("GET", "/nowhere", {}, b"", 404),
        ("GET", "/health/live/", {}, b"", 404),
    ],
)
def test_errors_are_problems(
    live_server: Server, method: str, path: str, headers: dict[str, str], body: bytes, status: int
) -> None:
    assert_problem(live_server.client.request(method, path, headers=headers, content=body), status)


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_every_error_of_every_route_and_method(live_server: Server, method: str, path: str) -> None:
    answer = live_server.client.request(method, path)
    if answer.status_code >= 400:
        assert_problem(answer, answer.status_code)
    else:
        assert (method, path) in {("GET", "/health/live"), ("GET", "/openapi.json"), ("GET", "/metrics")}


def test_size_is_capped_for_chunked_bodies_too(live_server: Server) -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"text": "'
        for _ in range(50):
            yield b"a" * 100_000
        yield b'"}'

    answer = live_server.client.post("/v1/analyze", headers=JSON, content=chunks())
    assert_problem(answer, 413)


def test_a_body_announced_as_huge_is_refused_unread(live_server: Server) -> None:
    address = urlsplit(live_server.url)
    with socket.create_connection((address.hostname, address.port), timeout=10) as connection:
        head = f"POST /v1/analyze HTTP/1.1\r\nHost: {address.netloc}\r\nContent-Type: application/json\r\n"
        connection.sendall((head + f"Content-Length: {10**12}\r\n\r\n{{").encode())
        assert connection.recv(20).startswith(b"HTTP/1.1 413")


def test_field_errors_name_the_field_and_never_the_text(live_server: Server) -> None:
    body = {"blocks": [{"id": "a", "role": "sidebar", "text": 5, "Vertrauliches": 1}], "Satz mit Leerzeichen": "x"}
    problem = live_server.analyze(body).json()
    assert {error["at"] for error in problem["errors"]} == {"blocks.0.role", "blocks.0.text", "blocks.0.?", "?"}
    assert "Vertrauliches" not in str(problem)
    assert "sidebar" not in str(problem)


@pytest.fixture
def broken_app(pipeline: Pipeline, tmp_path: object) -> Flask:
    """The application with a view that fails in a way nobody foresaw."""
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path}/r.sqlite3"), pipeline)

    def fail() -> str:
        raise RuntimeError("the article said: Geheimwort")

    app.add_url_rule("/fail", view_func=fail)
    return app


def test_unforeseen_errors_are_500_without_details(broken_app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    answer = broken_app.test_client().get("/fail", headers={"Host": "localhost"})
    assert (answer.status_code, answer.mimetype) == (500, "application/problem+json")
    assert "Geheimwort" not in answer.text
    assert "Geheimwort" not in "".join(capsys.readouterr())


def test_database_away_is_503_and_asks_to_come_back(pipeline: Pipeline, tmp_path: object) -> None:
    settings = Settings(database_url="postgresql://nobody@127.0.0.1:9/none")
    client = create_app(settings, pipeline).test_client()
    answer = client.delete("/v1/reports/9f1b7c1e-8a53-4a0b-8f0e-0c7a0d9a1b11", headers={"Host": "localhost"})
    assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    assert int(answer.headers["Retry-After"]) > 0


def test_a_full_disk_is_503_and_nothing_else_stops(pipeline: Pipeline, tmp_path: Path) -> None:
    """SQLite's own limit on pages raises what a full disk raises."""
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path}/r.sqlite3"), pipeline)
    database, client = services_of(app).database, app.test_client()
    upgrade(database)
    database.engine.dispose()
    event.listen(database.engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1"))
    answer = client.post("/v1/reports", json=report(answer={"text": "x" * 15_000}), headers={"Host": "localhost"})
    assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    article = {"text": "Ada Holm sagte, es regne.", "language": "de"}
    assert client.post("/v1/analyze", json=article, headers={"Host": "localhost"}).status_code == 200
    database.engine.dispose()
