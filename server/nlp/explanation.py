"""Says in one sentence of the reader's language why a claim was marked as it was, from `messages/<code>.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from itertools import accumulate

from .annotations import Claim, HeadlineEvidence, HeadlineJudgement
from .result import Band, Direction, Evidence, HeadlineResult, Mismatch

BANDS: tuple[tuple[float, Band], ...] = ((15, "aligned"), (40, "slight"), (65, "marked"), (101, "severe"))
"""Upper limits of |score| per band (guidelines, section 4)."""


@cache
def messages(code: str) -> dict[str, dict[str, str]]:
    """The message tables of an interface language; English where the language has none."""
    folder = files(__package__) / "messages"
    file = folder / f"{code}.toml"
    return tomllib.loads((file if file.is_file() else folder / "en.toml").read_text(encoding="utf-8"))


def explain_claim(claim: Claim, code: str) -> str:
    """One sentence: who says it, how sure the text is, by which words and rules."""
    table = messages(code)
    parts = [
        table["form"][claim.form].format(
            source=" ".join(span.text for span in claim.source.spans),
            cue=" … ".join(span.text for span in claim.cue),
        ),
        table["type"][claim.source.type],
        table["status"][claim.certainty.status],
    ]
    cues = ", ".join(table["cue"]["word"].format(word=cue.span.text, rule=cue.rule) for cue in claim.certainty.cues)
    found = table["rule"]["found"].format(rule=claim.rule)
    return " ".join(part for part in [*parts, cues and table["cue"]["list"].format(cues=cues), found] if part)


def explain_headline(judgement: HeadlineJudgement | None, ids: dict[int, str], code: str) -> HeadlineResult:
    """The headline's result with its one-sentence explanation; `ids` maps `id(claim)` to the claim's id."""
    table = messages(code)["headline"]
    if judgement is None:
        return HeadlineResult(None, [], Mismatch(None, "not_rated", "none", None, [], table["no_headline"]))
    own = [ids[id(claim)] for claim in judgement.claims if id(claim) in ids]
    explanation = _sentence(judgement, messages(code))
    if judgement.certainty is None or judgement.support is None:
        return HeadlineResult(judgement.certainty, own, Mismatch(None, "not_rated", "none", None, [], explanation))
    score = round(100 * (judgement.certainty - judgement.support), 1)
    direction: Direction = "none" if abs(score) < BANDS[0][0] else "overstates" if score > 0 else "understates"
    evidence = [
        Evidence(ids[id(line.claim)], effect, _reason(line, messages(code)))
        for line, effect in zip(judgement.evidence, _rounded([line.effect for line in judgement.evidence]), strict=True)
    ]
    band = next(name for limit, name in BANDS if abs(score) < limit)
    support = round(judgement.support, 3)
    return HeadlineResult(
        round(judgement.certainty, 3), own, Mismatch(score, band, direction, support, evidence, explanation)
    )


def _sentence(judgement: HeadlineJudgement, table: dict[str, dict[str, str]]) -> str:
    """The judgement in one sentence: what the headline promises and what the article rests it on."""
    if judgement.certainty is None or judgement.support is None:
        return table["headline"][judgement.reason]
    promise, best, *rest = judgement.evidence
    score = 100 * (judgement.certainty - judgement.support)
    verdict = "aligned" if abs(score) < BANDS[0][0] else "overstates" if score > 0 else "understates"
    return table["headline"][verdict].format(
        promise=table["promise"][promise.claim.certainty.status],
        best=table["support"][best.claim.source.type].format(source=_source(best.claim)),
        how=table["how"][best.claim.certainty.status],
        denied=table["headline"]["denied"] if any(line.reason == "denies" for line in rest) else "",
    )


def _reason(line: HeadlineEvidence, table: dict[str, dict[str, str]]) -> str:
    """One line of the sum: what the claim does to the score, and who is behind it."""
    parts = [table["evidence"][line.reason], table["type"][line.claim.source.type]]
    return " ".join(part for part in [*parts, table["status"][line.claim.certainty.status]] if part)


def _source(claim: Claim) -> str:
    return claim.source.resolved or " ".join(span.text for span in claim.source.spans)


def _rounded(effects: list[float]) -> list[float]:
    """The effects to one decimal so that they still add up to the rounded score."""
    totals = [round(total, 1) for total in accumulate(effects)]
    return [round(now - before, 1) for before, now in zip([0.0, *totals], totals, strict=False)]
