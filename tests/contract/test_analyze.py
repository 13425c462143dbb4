"""`POST /v1/analyze` as a client sees it, on the real server."""

import httpx
import pytest
from pydantic import TypeAdapter

from server.nlp import Analysis
from tests.services import Server

TEXT = (
    "Streit um die Nordbrücke\n\nDie Stadt 🌉 wies die Vorwürfe zurück.\n  Anwohner sagten, sie hätten Risse gesehen.\n"
)
BLOCKS = [
    {"id": "h", "role": "headline", "text": "Streit um die Nordbrücke"},
    {"id": "p1", "role": "body", "text": "Die Stadt wies die Vorwürfe zurück."},
]


def test_answer_fits_the_declared_result(live_server: Server) -> None:
    answer = live_server.analyze({"blocks": BLOCKS})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    analysis = TypeAdapter(Analysis).validate_json(answer.content)
    assert analysis.language.code == "de"
    assert analysis.language.detected
    assert analysis.offsets == "code-points"


def test_blocks_come_back_only_for_text_and_say_where_each_lies(live_server: Server) -> None:
    assert "blocks" not in live_server.analyze({"blocks": BLOCKS}).json()
    placed = live_server.analyze({"text": TEXT}).json()["blocks"]
    assert [(block["role"], TEXT[block["begin"] : block["end"]]) for block in placed] == [
        ("headline", "Streit um die Nordbrücke"),
        ("body", "Die Stadt 🌉 wies die Vorwürfe zurück."),
        ("body", "Anwohner sagten, sie hätten Risse gesehen."),
    ]


@pytest.mark.parametrize(
    ("body", "headers", "expected"),
    [
        ({"blocks": BLOCKS}, {}, "de"),
        ({"blocks": BLOCKS, "ui_language": "en"}, {}, "en"),
        ({"blocks": BLOCKS}, {"Accept-Language": "en-GB,en;q=0.9,de;q=0.5"}, "en"),
        ({"blocks": BLOCKS}, {"Accept-Language": "fr"}, "de"),
        ({"blocks": BLOCKS, "ui_language": "de"}, {"Accept-Language": "en"}, "de"),
    ],
    ids=["the article's", "as asked", "the browser's", "a browser's we cannot", "asked beats browser"],
)
def test_language_of_explanations(
    live_server: Server, body: dict[str, object], headers: dict[str, str], expected: str
) -> None:
    explanation = live_server.analyze(body, headers=headers).json()["headline"]["mismatch"]["explanation"]
    other = {"de": "en", "en": "de"}[expected]
    assert (
        explanation
        == live_server.analyze(body | {"ui_language": expected}).json()["headline"]["mismatch"]["explanation"]
    )
    assert (
        explanation != live_server.analyze(body | {"ui_language": other}).json()["headline"]["mismatch"]["explanation"]
    )


def test_given_language_is_used_and_told(live_server: Server) -> None:
    language = live_server.analyze({"blocks": BLOCKS, "language": "en"}).json()["language"]
    assert language == {"code": "en", "detected": False}


def test_unsupported_language_says_which(live_server: Server) -> None:
    text = "Le maire de la ville a démenti les accusations. Il a déclaré que le pont serait fermé pendant deux mois."
    problem = live_server.analyze({"text": text}).json()
    assert (problem["status"], problem["code"], problem["language"]) == (422, "unsupported_language", "fr")
    assert problem["supported"] == ["de", "en"]


def test_same_article_is_answered_from_the_cache(live_server: Server) -> None:
    body = {"blocks": [{"id": "only", "role": "body", "text": "The ferry reportedly starts in May, the port said."}]}
    first, second = live_server.analyze(body), live_server.analyze(body)
    assert (first.headers["X-Hearsay-Answer"], second.headers["X-Hearsay-Answer"]) == ("computed", "cache")
    assert first.content == second.content


@pytest.mark.parametrize(
    "change",
    [{"language": "de"}, {"min_confidence": 0.9}, {"ui_language": "de"}, {"text": "\nThe ferry starts in May."}],
    ids=lambda change: next(iter(change)),
)
def test_whatever_changes_the_answer_misses_the_cache(live_server: Server, change: dict[str, object]) -> None:
    body: dict[str, object] = {"text": "The ferry starts in May."}
    live_server.analyze(body)
    assert live_server.analyze(body | change).headers["X-Hearsay-Answer"] == "computed"


def test_answer_has_no_store_and_no_sniff(live_server: Server) -> None:
    headers = live_server.analyze({"blocks": BLOCKS}).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Retry-After" not in headers


def test_health(live_server: Server) -> None:
    assert live_server.client.get("/health/live").json()["status"] == "live"
    ready = live_server.client.get("/health/ready").json()
    assert (ready["status"], ready["database"], ready["redis"]) == ("ready", True, None)


def test_request_id_is_taken_over_only_when_harmless(live_server: Server) -> None:
    def ask(sent: str) -> httpx.Response:
        return live_server.client.get("/health/live", headers={"X-Request-ID": sent})

    assert ask("abcdef-0123456789").headers["X-Request-ID"] == "abcdef-0123456789"
    assert ask("<script>alert(1)</script>").headers["X-Request-ID"].isalnum()
