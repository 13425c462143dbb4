"""From an article to its answer: cache, queue, slot, pipeline, in this order."""

import time
from dataclasses import dataclass
from typing import Literal

from pydantic import TypeAdapter

from server import metrics
from server.nlp import Analysis, Article, Pipeline
from server.service.cache import Answer, AnswerCache, cache_key
from server.service.shared import SharedCache
from server.service.slot import Slot

ANSWER: TypeAdapter[Analysis] = TypeAdapter(Analysis)
"""Writes and reads an answer, and knows its JSON schema."""

Origin = Literal["computed", "cache", "shared"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a client may choose besides the article; see `Pipeline.analyze`."""

    language: str | None = None
    min_confidence: float | None = None
    ui_language: str | None = None


class AnalysisService:
    """Answers requests of one process. `shared` is the cache of all replicas, if there is one."""

    def __init__(
        self, pipeline: Pipeline, cache: AnswerCache, slot: Slot, deadline: float, shared: SharedCache | None = None
    ) -> None:
        self._pipeline, self._cache, self._slot = pipeline, cache, slot
        self._deadline, self._shared = deadline, shared
        self._versions = sorted(pipeline.versions().items())

    def answer(self, article: Article, options: Options) -> tuple[bytes, Origin]:
        """The answer as JSON and where it came from. Raises `Overloaded` and `UnsupportedLanguage`."""
        key = cache_key(article, self._versions, options)
        origin: Origin = "cache"

        def compute() -> Answer:
            nonlocal origin
            origin = "computed"
            return self._compute(article, options)

        def from_shared() -> Answer:
            nonlocal origin
            origin = "shared"
            return self._shared.get(key, compute) if self._shared else compute()

        answer = self._cache.kept(key)
        if answer is None:
            with self._slot.admit(), metrics.QUEUE.track_inprogress():
                answer = self._cache.get(key, from_shared)
        metrics.ANSWERS.labels(origin).inc()
        return answer.body, origin

    def _compute(self, article: Article, options: Options) -> Answer:
        with self._slot.work(), metrics.ANALYSIS_SECONDS.time():
            analysis = self._pipeline.analyze(
                article,
                language=options.language,
                min_confidence=options.min_confidence,
                ui_language=options.ui_language,
                deadline=time.monotonic() + self._deadline,
            )
        if analysis.incomplete:
            metrics.INCOMPLETE.inc()
        return Answer(serialise(analysis), complete=not analysis.incomplete)


def serialise(analysis: Analysis) -> bytes:
    """The answer as JSON; `blocks` is there only where the article came as one text."""
    return ANSWER.dump_json(analysis, exclude={"blocks"} if analysis.blocks is None else None)
