"""The contract: what clients send. What they get is `server.nlp.result`, never written twice."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints, model_validator

from server.nlp import Article, Block, Role
from server.nlp.annotations import SourceType, Status

LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
NoNul = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
"""Text that every database can hold."""


class Request(BaseModel):
    """What all requests share: no unknown fields, and no echo of the input in any message."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True, frozen=True)


class BlockRequest(Request):
    """One paragraph or heading of the page, its text exactly as the reader sees it."""

    id: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    role: Role
    text: str

    def block(self) -> Block:
        """The same for the pipeline."""
        return Block(self.id, self.role, self.text)


class AnalyzeRequest(Request):
    """An article as `blocks` in reading order, or as one plain `text` whose first line is the headline."""

    blocks: Annotated[list[BlockRequest], Field(min_length=1, max_length=5000)] | None = None
    text: Annotated[str, StringConstraints(min_length=1)] | None = None
    language: LanguageCode | None = Field(default=None, description="ISO 639-1; null to detect it")
    min_confidence: float | None = Field(default=None, ge=0, le=1, strict=True)
    ui_language: LanguageCode | None = Field(default=None, description="language of the explanations")

    @model_validator(mode="after")
    def _one_article(self) -> "AnalyzeRequest":
        if (self.blocks is None) == (self.text is None):
            raise ValueError("exactly one of blocks and text")
        if self.blocks is not None and len({block.id for block in self.blocks}) < len(self.blocks):
            raise ValueError("two blocks have the same id")
        return self

    def article(self) -> Article:
        """The article for the pipeline."""
        if self.text is not None:
            return Article.from_text(self.text)
        return Article(tuple(block.block() for block in self.blocks or ()))

    @property
    def characters(self) -> int:
        """Length of all texts, in code points."""
        return len(self.text or "") + sum(len(block.text) for block in self.blocks or ())


ReportKind = Literal[
    "not_a_claim", "wrong_span", "wrong_source", "wrong_type", "wrong_certainty", "missed_claim", "headline_score"
]


class QuoteRequest(Request):
    """The words a report is about, with what stands around them."""

    exact: Annotated[NoNul, Field(min_length=1, max_length=2000)]
    prefix: Annotated[NoNul, Field(max_length=300)] = ""
    suffix: Annotated[NoNul, Field(max_length=300)] = ""


class Suggestion(Request):
    """What the reader says would be right; every part is optional."""

    type: SourceType | None = None
    status: Status | None = None
    source: Annotated[NoNul, Field(max_length=300)] | None = None
    span: Annotated[NoNul, Field(min_length=1, max_length=2000)] | None = None
    band: Literal["aligned", "slight", "marked", "severe"] | None = None


class Page(Request):
    """Where the article stood: its host only, and only if the reader agreed to send it."""

    host: Annotated[str, StringConstraints(max_length=253, pattern=r"^[\w.:\-\[\]]*$")] | None = None


class SoftwareRequest(Request):
    """The `software` of the answer the report is about."""

    name: Annotated[NoNul, Field(max_length=50)]
    version: Annotated[NoNul, Field(max_length=50)]
    models: dict[Annotated[NoNul, Field(max_length=100)], Annotated[NoNul, Field(max_length=200)]] = Field(
        default_factory=dict, max_length=40
    )


class ReportRequest(Request):
    """A reader's correction; `key` makes sending it again harmless."""

    key: UUID
    kind: ReportKind
    quote: QuoteRequest
    answer: dict[str, JsonValue] | None = None
    suggestion: Suggestion = Suggestion()
    comment: Annotated[NoNul, Field(max_length=1000)] = ""
    language: LanguageCode
    software: SoftwareRequest
    page: Page = Page()

    @model_validator(mode="after")
    def _bounded_answer(self) -> "ReportRequest":
        size = len(self.model_dump_json(include={"answer"}))
        if size > 20_000:
            raise ValueError("answer is longer than 20000 characters")
        if "\\u0000" in self.model_dump_json(include={"answer"}):
            raise ValueError("answer holds a NUL character")
        return self


class DecisionRequest(Request):
    """What a reviewer decides; `correction` replaces parts of the reader's suggestion."""

    action: Literal["accept", "reject", "reopen", "undo"]
    correction: Suggestion | None = None
    note: Annotated[NoNul, Field(max_length=1000)] = ""


class ReportReceipt(BaseModel):
    """What the sender of a report gets back."""

    id: int
    key: UUID
    status: Literal["open", "accepted", "rejected", "withdrawn"]
