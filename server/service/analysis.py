"""From an article to its answer: cache, queue, slot, analyst, in this order."""

from collections.abc import Callable
from typing import Literal

from server import metrics
from server.nlp import Article, Pipeline
from server.service.analyst import Analyst, Beside, Here, Options
from server.service.cache import Answer, AnswerCache, cache_key
from server.service.shared import SharedCache
from server.service.slot import Slot

Origin = Literal["computed", "cache", "shared"]


class AnalysisService:
    """Answers requests of one process. `shared` is the cache of all replicas, if there is one."""

    def __init__(
        self, pipeline: Pipeline, cache: AnswerCache, slot: Slot, deadline: float, shared: SharedCache | None = None
    ) -> None:
        self._analyst: Analyst = Here(pipeline)
        self._cache, self._slot = cache, slot
        self._deadline, self._shared = deadline, shared
        self._versions = sorted(pipeline.versions().items())

    def move_beside(self, forked: Callable[[], None], leave: Callable[[], None]) -> None:
        """From now on a child of this process reads the articles; see `Beside`."""
        self._analyst = Beside(self._analyst, forked, leave)

    def answer(self, article: Article, options: Options) -> tuple[bytes, Origin]:
        """The answer as JSON and where it came from. Raises `Overloaded` and what `Analyst.read` raises."""
        key = cache_key(article, self._versions, options)
        answer = self._cache.kept(key)
        if answer is not None:
            metrics.ANSWERS.labels("cache").inc()
            return answer.body, "cache"
        with self._slot.admit() as until, metrics.QUEUE.track_inprogress():
            return self._new_answer(key, article, options, until)

    def _new_answer(self, key: str, article: Article, options: Options, until: float) -> tuple[bytes, Origin]:
        """The answer that this request or another one under way computes, here or at another replica."""
        origin: Origin = "cache"

        def compute() -> Answer:
            nonlocal origin
            origin = "computed"
            return self._compute(article, options, until)

        def from_shared() -> Answer:
            nonlocal origin
            origin = "shared"
            return self._shared.get(key, compute) if self._shared else compute()

        answer = self._cache.get(key, from_shared)
        metrics.ANSWERS.labels(origin).inc()
        return answer.body, origin

    def _compute(self, article: Article, options: Options, until: float) -> Answer:
        with self._slot.work(until), metrics.ANALYSIS_SECONDS.time():
            answer = self._analyst.read(article, options, self._deadline)
        if not answer.complete:
            metrics.INCOMPLETE.inc()
        return answer
