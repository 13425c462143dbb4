"""Draws an answer in the terminal: the article with its claims marked, then the list of claims.

Colour is never the only sign: every claim is numbered in the text and in the list.
"""

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from server.nlp import Analysis, Article, Block, Role
from server.nlp.annotations import SourceType, Status
from server.nlp.rendering.segments import segments
from server.nlp.result import ClaimResult

TYPE_STYLES = {
    SourceType.UNSPECIFIED: "magenta",
    SourceType.ANONYMOUS: "red",
    SourceType.SOCIAL_MEDIA: "red",
    SourceType.WITNESS: "yellow",
    SourceType.DOCUMENT: "cyan",
    SourceType.MEDIA: "cyan",
    SourceType.EXPERT: "green",
    SourceType.OFFICIAL: "blue",
    SourceType.ORGANISATION: "blue",
    SourceType.PERSON: "green",
    SourceType.NONE: "default",
}
STATUS_STYLES = {
    Status.ASSERTED: "default",
    Status.REPORTED: "default",
    Status.HEDGED: "yellow",
    Status.DISTANCED: "magenta",
    Status.QUESTIONED: "yellow",
    Status.HYPOTHETICAL: "yellow",
    Status.DENIED: "red",
}
BAND_STYLES = {"aligned": "green", "slight": "yellow", "marked": "red", "severe": "bold red", "not_rated": "dim"}
BLOCK_STYLES = {Role.HEADLINE: "bold", Role.SUBHEADING: "bold", Role.KICKER: "dim", Role.CAPTION: "italic"}


def draw(console: Console, article: Article, analysis: Analysis, *, explain: bool) -> None:
    """Print the article and its claims; `explain` adds each claim's sentence of explanation."""
    _headline(console, analysis)
    for block in article.blocks:
        console.print(_block(block, analysis), highlight=False)
        console.print()
    console.print(Rule(style="dim"))
    for claim in analysis.claims:
        _claim(console, claim, explain)
    console.print(_summary(analysis), highlight=False)


def _headline(console: Console, analysis: Analysis) -> None:
    mismatch = analysis.headline.mismatch
    score = "" if mismatch.score is None else f" {mismatch.score:+.0f}"
    line = Text.assemble(
        ("headline ", "dim"), (mismatch.band.replace("_", " ") + score, BAND_STYLES[mismatch.band]),
        ("  " + mismatch.explanation, "dim"),
    )  # fmt: skip
    console.print(line, highlight=False)
    for evidence in mismatch.evidence:
        label = _number(evidence.claim)
        console.print(Text(f"  {evidence.effect:+5.0f}  [{label}] {evidence.reason}", "dim"), highlight=False)
    console.print()


def _block(block: Block, analysis: Analysis) -> Text:
    text = Text(style=BLOCK_STYLES.get(block.role, ""))
    for segment in segments(block, analysis):
        style = ""
        if segment.claims:
            inner = segment.claims[-1]
            style = f"underline {TYPE_STYLES[inner.source.type]}"
        text.append(segment.text, style)
        for claim in segment.ends:
            text.append(f"[{_number(claim.id)}]", f"dim {TYPE_STYLES[claim.source.type]}")
    return text


def _claim(console: Console, claim: ClaimResult, explain: bool) -> None:
    type_style, status = TYPE_STYLES[claim.source.type], claim.certainty.status
    table = Table.grid(padding=(0, 1))
    table.add_column(width=5, justify="right", style="dim")
    table.add_column(overflow="fold")
    first = Text.assemble(
        (claim.source.type.value.replace("_", " "), f"bold {type_style}"),
        ("  " + claim.source.text if claim.source.text else ""),
        (f" ({claim.source.resolved})" if claim.source.resolved else ""),
        "  ",
        (f"{status.value} {claim.certainty.score:.2f}", STATUS_STYLES[status]),
        (f"  {claim.form.value}, confidence {claim.confidence:.2f}, check-worthy {claim.checkworthy:.2f}", "dim"),
    )
    table.add_row(f"[{_number(claim.id)}]", first)
    table.add_row("", Text(claim.quote.exact, "italic"))
    if explain:
        table.add_row("", Text(claim.explanation, "dim"))
    console.print(table, highlight=False)


def _summary(analysis: Analysis) -> Text:
    detected = "detected" if analysis.language.detected else "given"
    parts = [f"{len(analysis.claims)} claims", f"language {analysis.language.code} ({detected})"]
    if analysis.incomplete:
        parts.append("incomplete: the time ran out")
    return Text("\n" + ", ".join(parts), "dim")


def _number(claim_id: str) -> str:
    return claim_id.removeprefix("c")
