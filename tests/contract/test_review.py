"""The review desk's API: by token only, identical reports together, every decision can be undone."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from server.settings import EXTENSION
from tests.contract.test_reports import report
from tests.services import Server

TOKEN = "a-token-for-tests-only"
REVIEWER = {"Authorization": f"Bearer {TOKEN}"}


def send(server: Server, **changes: Any) -> int:
    answer = server.client.post("/v1/reports", json=report(**changes))
    assert answer.status_code == 201
    number: int = answer.json()["id"]
    return number


def listed(server: Server, **filters: Any) -> list[dict[str, Any]]:
    answer = server.client.get("/v1/reports", params=filters, headers=REVIEWER)
    assert answer.status_code == 200
    reports: list[dict[str, Any]] = answer.json()["reports"]
    return reports


def decide(server: Server, number: int, **decision: Any) -> httpx.Response:
    return server.client.post(f"/v1/reports/{number}/decision", json=decision, headers=REVIEWER)


def quote(words: str, prefix: str = "", suffix: str = "") -> dict[str, str]:
    return {"exact": words, "prefix": prefix, "suffix": suffix}


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/v1/reports"), ("GET", "/v1/reports/export"), ("POST", "/v1/reports/1/decision"), ("GET", "/review/1")],
)
@pytest.mark.parametrize(
    "headers",
    [{}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN}, {"Cookie": "hearsay_review=review"}],
    ids=["nothing", "wrong", "no scheme", "forged cookie"],
)
def test_nothing_without_the_token(serve_open: Server, method: str, path: str, headers: dict[str, str]) -> None:
    answer = serve_open.client.request(method, path, headers=headers, json={} if method == "POST" else None)
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.fixture(scope="module")
def serve_open(live_server: Server) -> Server:
    """The shared server; its limit of wrong tokens is high."""
    return live_server


@pytest.mark.parametrize("path", ["/v1/reports", "/v1/reports/export", "/review/1"])
def test_the_extension_cannot_review_even_with_the_token(live_server: Server, path: str) -> None:
    answer = live_server.client.get(path, headers=REVIEWER | {"Origin": EXTENSION})
    assert answer.status_code == 403


def test_wrong_tokens_are_limited_and_desks_can_be_off(serve: Callable[..., Server]) -> None:
    server = serve(review_token=TOKEN, review_limit="3 per hour")
    wrong = {"Authorization": "Bearer wrong-token-for-tests"}
    statuses = [server.client.get("/v1/reports", headers=wrong).status_code for _ in range(5)]
    assert statuses == [401, 401, 401, 429, 429]


def test_identical_reports_count_as_one(live_server: Server) -> None:
    words = quote("Die Fähre kommt nie wieder.")
    for _ in range(3):
        send(live_server, quote=words, suggestion={"type": "witness"})
    send(live_server, quote=words, suggestion={"type": "official"})
    found = listed(live_server, search="Fähre kommt nie", sort="count")
    assert [(each["count"], each["agreement"]) for each in found] == [(3, 0.75), (1, 0.25)]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"kind": "wrong_span"}, 1),
        ({"kind": "wrong_type"}, 1),
        ({"language": "en"}, 1),
        ({"source_type": "unspecified"}, 2),
        ({"source_type": "media"}, 0),
        ({"version": "0.1.0"}, 2),
        ({"version": "9"}, 0),
        ({"search": "Filterprobe%"}, 0),
        ({"search": "filterprobe"}, 2),
    ],
)
def test_filters(live_server: Server, filters: dict[str, str], expected: int) -> None:
    if not listed(live_server, search="Filterprobe"):
        send(live_server, quote=quote("Filterprobe eins"), kind="wrong_span", suggestion={"span": "eins"})
        send(live_server, quote=quote("Filterprobe zwei"), language="en")
    assert len(listed(live_server, **({"search": "Filterprobe"} | filters))) == expected


def test_decisions_are_for_all_identical_and_can_be_undone_in_turn(live_server: Server) -> None:
    numbers = [send(live_server, quote=quote("Der Deich ist gebrochen.")) for _ in range(2)]
    states: list[str] = []
    for decision in (
        {"action": "accept", "correction": {"type": "witness"}},
        {"action": "reject"},
        {"action": "undo"},
        {"action": "undo"},
    ):
        answer = decide(live_server, numbers[0], **decision)
        assert answer.status_code == 200
        states.append(answer.json()["status"])
        same = listed(live_server, search="Der Deich ist gebrochen", status=answer.json()["status"])
        assert [each["count"] for each in same] == [2]
    assert states == ["accepted", "rejected", "accepted", "open"]
    assert decide(live_server, numbers[0], action="undo").status_code == 409


def test_decisions_are_checked(live_server: Server) -> None:
    number = send(live_server, quote=quote("Unentschieden."))
    assert decide(live_server, number, action="explode").status_code == 422
    assert decide(live_server, number, action="accept", correction={"type": "gossip"}).status_code == 422
    assert decide(live_server, 10**9, action="accept").status_code == 404


def test_export_gives_rows_and_cases_of_what_was_accepted(live_server: Server) -> None:
    context = quote("das Tor klemme seit Mai", "Hafenlotsin Wiebke Onnen sagte, ", ".")
    number = send(live_server, quote=context, suggestion={"type": "expert", "source": "Hafenlotsin Wiebke Onnen"})
    decide(live_server, number, action="accept", correction={"type": "person", "status": "reported"})
    rows = live_server.client.get("/v1/reports/export", headers=REVIEWER).text.splitlines()
    row = next(row for row in map(json.loads, rows) if row["id"] == number)
    text = row["text"]
    assert [text[slice(*row[role])] for role in ("claim", "source")] == [context["exact"], "Hafenlotsin Wiebke Onnen"]
    assert (row["type"], row["status"], row["was"]) == (
        "person",
        "reported",
        {"type": "unspecified", "status": "reported"},
    )
    cases = live_server.client.get("/v1/reports/export", params={"form": "cases"}, headers=REVIEWER).text
    marked = "{source|Hafenlotsin Wiebke Onnen} sagte, {claim type=person status=reported|das Tor klemme seit Mai}."
    assert marked in cases.splitlines()
