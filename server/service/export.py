"""Accepted corrections leave the database as training rows and as regression cases in the test language.

A row says how the words around the quote should be read: `{"id", "language", "kind", "text", "quote", "claim",
"source", "cue", "type"?, "status"?, "band"?, "corrected", "was": {"type", "status"}, "version"}`. The pieces are
`[begin, end]` in code points of `text`, end exclusive, or null; `corrected` names what a reader or reviewer said.
A case is the same as one line of markup (`tests/markup.py`): what must hold after the correction.
"""

from typing import Any

from server.store.review import accepted
from server.store.session import Database
from server.store.tables import Report

Row = dict[str, Any]
Piece = tuple[int, int]


def training_rows(database: Database) -> list[Row]:
    """One row per accepted correction."""
    with database.transaction() as session:
        return [row(report) for report in accepted(session)]


def row(report: Report) -> Row:
    """The training row of one report."""
    right = report.suggestion | (report.correction or {})
    text = report.quote_prefix + report.quote_exact + report.quote_suffix
    begin = len(report.quote_prefix)
    claim: Piece | None = (begin, begin + len(report.quote_exact))
    if report.kind == "not_a_claim":
        claim = None
    elif report.kind in ("wrong_span", "missed_claim") and right.get("span"):
        claim = _find(text, right["span"], begin)
    answer = report.answer or {}
    made: Row = {
        "id": report.id,
        "language": report.language,
        "kind": report.kind,
        "text": text,
        "quote": (begin, begin + len(report.quote_exact)),
        "claim": claim,
        "source": _find(text, right.get("source") or _words(answer, "source"), begin),
        "cue": _find(text, _words(answer, "cue"), begin),
        "corrected": sorted(right),
        "was": {"type": report.source_type, "status": report.certainty},
        "version": report.software_version,
    }
    source = _find(text, right["source"], begin) if right.get("source") else None
    return (
        made | ({"source": source} if source else {}) | {k: right[k] for k in ("type", "status", "band") if k in right}
    )


def case(made: Row) -> str | None:
    """The regression case of a row, one line of markup; None where the row says nothing that can be checked."""
    if made["kind"] == "headline_score":
        return f"<headline band={made['band']}> {_escape(made['text'])}" if "band" in made else None
    if made["claim"] is None:
        return None
    attributes = "".join(f" {name}={made[name]}" for name in ("type", "status") if name in made)
    marks = [(*made["claim"], f"{{claim{attributes}|")]
    source = made["source"]
    if source and "source" in made["corrected"] and not _crosses(source, made["claim"]):
        marks.append((*source, "{source|"))
    return _mark(made["text"], marks)


def _find(text: str, words: str, near: int) -> Piece | None:
    """Where `words` stand in `text`, the place nearest to `near`; None for no words."""
    places = []
    at = text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    begin = min(places, key=lambda place: abs(place - near), default=None)
    return None if begin is None else (begin, begin + len(words))


def _words(answer: dict[str, Any], part: str) -> str:
    """The words of the answer's source or cue; what a client sent may have any shape."""
    value = answer.get(part)
    words = value.get("text") if isinstance(value, dict) else None
    return words if isinstance(words, str) else ""


def _crosses(one: Piece, other: Piece) -> bool:
    return one[0] < other[0] < one[1] < other[1] or other[0] < one[0] < other[1] < one[1]


def _mark(text: str, marks: list[tuple[int, int, str]]) -> str:
    """The text with its marks, the longer ones outside; a line break would end the block, so it becomes a space."""
    opening: dict[int, str] = {}
    closing: dict[int, int] = {}
    for begin, end, mark in sorted(marks, key=lambda mark: mark[0] - mark[1]):
        opening[begin] = opening.get(begin, "") + mark
        closing[end] = closing.get(end, 0) + 1
    out = []
    for at in range(len(text) + 1):
        out.append("}" * closing.get(at, 0) + opening.get(at, ""))
        if at < len(text):
            out.append(_escape(text[at]))
    return "".join(out)


def _escape(text: str) -> str:
    return text.replace("\n", " ").replace("{", "\\{").replace("}", "\\}")
