"""Says in one sentence of the reader's language why a claim was marked as it was, from `messages/<code>.toml`."""

import tomllib
from functools import cache
from importlib.resources import files

from .annotations import Claim, HeadlineJudgement
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
    explanation = table[judgement.reason].format(**judgement.values)
    if judgement.certainty is None or judgement.support is None:
        return HeadlineResult(judgement.certainty, own, Mismatch(None, "not_rated", "none", None, [], explanation))
    score = round(100 * (judgement.certainty - judgement.support), 1)
    direction: Direction = "none" if abs(score) < BANDS[0][0] else "overstates" if score > 0 else "understates"
    evidence = [
        Evidence(ids[id(line.claim)], round(line.effect, 1), table[line.reason].format(**line.values))
        for line in judgement.evidence
        if id(line.claim) in ids
    ]
    band = next(name for limit, name in BANDS if abs(score) < limit)
    support = round(judgement.support, 3)
    return HeadlineResult(
        round(judgement.certainty, 3), own, Mismatch(score, band, direction, support, evidence, explanation)
    )
