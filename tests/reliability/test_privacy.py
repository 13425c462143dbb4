"""The article's words are nowhere but in the answer: not in logs, errors, metrics or files."""

import json
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.contract.test_reports import report

WORD = "Zwölfkieferschwamm"
JSON = {"Content-Type": "application/json"}
ARTICLE = {
    "blocks": [{"id": "p", "role": "body", "text": f"Der {WORD} ist krank, sagte Anna Tesch."}],
    "language": "de",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, redis_url: str) -> tuple[list[httpx.Response], Path]:
    """Every way a request can fail, each with the word in it; the answers, and the folder the server wrote to."""
    from tests.services import serving

    folder = tmp_path_factory.mktemp("privacy")
    with serving(folder, log_level="debug", redis_url=redis_url, max_characters=5000, review_token="t" * 16) as server:
        answers = [send(server.client) for send in FAILURES]
        assert server.analyze(ARTICLE).status_code == 200
        answers.append(server.client.get("/metrics"))
        answers.append(server.client.get("/health/ready"))
    return answers, folder


def analyze(**changes: object) -> Callable[[httpx.Client], httpx.Response]:
    return lambda client: client.post("/v1/analyze", json=ARTICLE | changes)


FAILURES: list[Callable[[httpx.Client], httpx.Response]] = [
    analyze(language=WORD),
    analyze(min_confidence=WORD),
    analyze(text=WORD),
    analyze(**{WORD: 1}),
    analyze(blocks=[{"id": WORD, "role": "body", "text": WORD}] * 2),
    analyze(blocks=[{"id": "a", "role": WORD, "text": WORD}]),
    analyze(blocks=[{"id": WORD * 20, "role": "body", "text": 3}]),
    analyze(blocks=[{"id": "a", "role": "body", "text": f"{WORD} " * 1000}]),
    analyze(blocks=[{"id": "a", "role": "body", "text": f"Le maire a parlé de {WORD} à Paris."}], language=None),
    lambda client: client.post("/v1/analyze", content=f'{{"text": "{WORD}'.encode(), headers=JSON),
    lambda client: client.post("/v1/analyze", content=WORD.encode(), headers={"Content-Type": "text/plain"}),
    lambda client: client.post(f"/v1/{WORD}", json=ARTICLE),
    lambda client: client.get("/health/live", params={"text": WORD}),
    lambda client: client.put("/v1/analyze", json=ARTICLE),
    lambda client: client.post("/v1/analyze", json=ARTICLE, headers={"Origin": "https://news.example"}),
    lambda client: client.post("/v1/analyze", json=ARTICLE, headers={"Host": "news.example"}),
    lambda client: client.post("/v1/analyze", json=ARTICLE, headers={"X-Request-ID": WORD.encode()}),
    lambda client: client.post("/v1/reports", json=report(kind=WORD)),
    lambda client: client.post("/v1/reports", json=report(comment=WORD * 100)),
    lambda client: client.delete(f"/v1/reports/{WORD}"),
    lambda client: client.get("/review", headers={"Authorization": f"Bearer {WORD}".encode()}),
]  # fmt: skip


def test_no_error_repeats_what_was_sent(told: tuple[list[httpx.Response], Path]) -> None:
    for answer in told[0]:
        if "claims" not in answer.text:
            assert WORD.casefold() not in answer.text.casefold()
            assert WORD not in str(answer.headers)


def test_nothing_is_logged_or_written(told: tuple[list[httpx.Response], Path]) -> None:
    files = [file for file in told[1].rglob("*") if file.is_file()]
    assert {file.name for file in files} >= {"server.log", "reports.sqlite3"}
    for file in files:
        data = file.read_bytes()
        for form in (WORD, json.dumps(WORD)[1:-1], WORD.encode().decode("latin-1")):
            assert form.encode() not in data, file


def test_every_line_of_the_log_is_json_with_a_request_id(told: tuple[list[httpx.Response], Path]) -> None:
    lines = (told[1] / "server.log").read_text().splitlines()
    records = [json.loads(line) for line in lines if line.startswith("{")]
    requests = [record for record in records if record["message"] == "request"]
    assert len(requests) >= len(FAILURES)
    assert all(record["request_id"] and record["route"] and record["status"] for record in requests)
    assert [line for line in lines if not line.startswith("{")][2:] == [], "only the greeting is not JSON"
