"""Whatever is sent as an article, the real server answers as the contract says, and every place it names is there."""

import json
from typing import Any

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.services import Server

ROLES = ("kicker", "headline", "lead", "subheading", "body", "caption")
SPOKEN = some.sampled_from(
    (
        "Ada Holm sagte, der Steg sei morsch.", "„Nie“, so die Lotsin 🗼.", "“Never,” said the pilot.", "Laut dpa …",
        "according to two people", "e\u0301 \u00ad \u200b", "\u202eתורה", "﷽", "\t\n", "\U0001f468\u200d\U0001f469",
    )
)  # fmt: skip
TEXTS = some.lists(some.one_of(SPOKEN, some.text(max_size=60)), max_size=6).map(" ".join)
BLOCKS = some.lists(some.tuples(some.sampled_from(ROLES), TEXTS), min_size=1, max_size=5)
MANY = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@given(blocks=BLOCKS, language=some.sampled_from(("de", "en", None)))
@MANY
def test_any_text_in_any_block(live_server: Server, blocks: list[tuple[str, str]], language: str | None) -> None:
    sent = [{"id": str(number), "role": role, "text": text} for number, (role, text) in enumerate(blocks)]
    answer = live_server.analyze({"blocks": sent, "language": language})
    if answer.status_code == 200:
        assert_places({block["id"]: block["text"] for block in sent}, answer.json())
    else:
        assert_refused(answer)


def assert_places(texts: dict[str, str], answer: dict[str, Any]) -> None:
    """Every span lies in its block, in code points, and a claim of one span quotes just its words."""
    for claim in answer["claims"]:
        for span in (*claim["spans"], *claim["source"]["spans"], *claim["cue"]["spans"], *claim["certainty"]["cues"]):
            assert 0 <= span["begin"] < span["end"] <= len(texts[span["block"]])
        if len(claim["spans"]) == 1:
            (span,) = claim["spans"]
            assert texts[span["block"]][span["begin"] : span["end"]] == claim["quote"]["exact"]
        assert 0 <= claim["certainty"]["score"] <= 1 and 0 <= claim["confidence"] <= 1


def assert_refused(answer: httpx.Response) -> None:
    """A text without words, or in a language that is not read."""
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"


ANYTHING = some.recursive(
    some.one_of(some.none(), some.booleans(), some.integers(), some.floats(allow_nan=False), some.text(max_size=20)),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = some.sampled_from(("blocks", "text", "language", "min_confidence", "ui_language", "id", "role"))


@given(body=some.one_of(ANYTHING, some.dictionaries(FIELDS, ANYTHING, max_size=4)))
@MANY
def test_any_json(live_server: Server, body: object) -> None:
    content = json.dumps(body).encode()
    answer = live_server.client.post("/v1/analyze", content=content, headers={"Content-Type": "application/json"})
    if answer.status_code != 200:
        assert_refused(answer)


@given(body=some.binary(max_size=200))
@MANY
def test_any_bytes(live_server: Server, body: bytes) -> None:
    answer = live_server.client.post("/v1/analyze", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422)
    assert answer.headers["Content-Type"] == "application/problem+json"
