"""`/v1/reports`: a correction is stored once, whatever happens on the way, and can be taken back."""

from typing import Any
from uuid import uuid4

import pytest

from tests.services import Server


def report(**changes: Any) -> dict[str, Any]:
    """A complete report, as the extension sends it."""
    answer = {
        "id": "c3",
        "quote": {"exact": "Aldag habe den Stadtrat getäuscht.", "prefix": "", "suffix": ""},
        "source": {"type": "unspecified", "text": ""},
        "certainty": {"status": "reported", "score": 0.7, "cues": []},
    }
    return {
        "key": str(uuid4()),
        "kind": "wrong_type",
        "quote": {"exact": "Aldag habe den Stadtrat getäuscht.", "prefix": "Schublade. ", "suffix": " Die"},
        "answer": answer,
        "suggestion": {"type": "anonymous", "source": "der frühere Mitarbeiter"},
        "comment": "Die Quelle steht einen Satz davor.",
        "language": "de",
        "software": {"name": "hearsay", "version": "0.1.0", "models": {"de.tagger": "3"}},
        "page": {},
    } | changes


def test_stored_once_and_replayed_with_the_same_receipt(live_server: Server) -> None:
    sent = report()
    first = live_server.client.post("/v1/reports", json=sent)
    again = live_server.client.post("/v1/reports", json=sent | {"comment": "another"})
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert first.json() == {"id": first.json()["id"], "key": sent["key"], "status": "open"}


def test_withdrawn_for_good(live_server: Server) -> None:
    sent = report()
    live_server.client.post("/v1/reports", json=sent)
    for _ in range(2):
        assert live_server.client.delete(f"/v1/reports/{sent['key']}").status_code == 204
    replay = live_server.client.post("/v1/reports", json=sent)
    assert (replay.status_code, replay.json()["status"]) == (200, "withdrawn")


@pytest.mark.parametrize(
    "kind",
    ["not_a_claim", "wrong_span", "wrong_source", "wrong_type", "wrong_certainty", "missed_claim", "headline_score"],
)
def test_every_kind_is_taken(live_server: Server, kind: str) -> None:
    assert live_server.client.post("/v1/reports", json=report(kind=kind)).status_code == 201


def test_only_the_necessary_is_necessary(live_server: Server) -> None:
    sent = report(kind="missed_claim", answer=None)
    for field in ("suggestion", "comment", "page"):
        del sent[field]
    assert live_server.client.post("/v1/reports", json=sent).status_code == 201


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({"key": "17"}, "key"),
        ({"kind": "spam"}, "kind"),
        ({"quote": {"exact": ""}}, "quote.exact"),
        ({"quote": {"exact": "x" * 2001}}, "quote.exact"),
        ({"quote": {"exact": "x\x00"}}, "quote.exact"),
        ({"quote": {"exact": "x", "prefix": "p" * 301}}, "quote.prefix"),
        ({"suggestion": {"type": "gossip"}}, "suggestion.type"),
        ({"suggestion": {"band": "not_rated"}}, "suggestion.band"),
        ({"comment": "c" * 1001}, "comment"),
        ({"language": "german"}, "language"),
        ({"page": {"host": "https://news.example/article?id=1"}}, "page.host"),
        ({"page": {"url": "https://news.example/"}}, "page.url"),
        ({"answer": {"text": "x" * 20_001}}, ""),
        ({"answer": {"text": "x\x00"}}, ""),
    ],
)
def test_bounds(live_server: Server, changes: dict[str, Any], at: str) -> None:
    answer = live_server.client.post("/v1/reports", json=report(**changes))
    assert answer.status_code == 422
    assert at in [error["at"] for error in answer.json()["errors"]]
