"""Answers shared by replicas in Redis: one analysis per article over all of them.

Redis holds answers, which quote the article, so it must not write to disk (`docs/operations.md`).
When Redis is away the process goes on alone and asks again after `RETRY` seconds.
"""

import time
from collections.abc import Callable

from redis import Redis
from redis.exceptions import LockError, RedisError

from server.logs import log
from server.service.cache import Answer

RETRY = 5.0
"""Seconds without asking a Redis that did not answer."""


class RedisCache:
    """Answers under `hearsay:answer:<key>`; a lock under `hearsay:flight:<key>` makes the others wait.

    `seconds` is how long an answer is kept; `patience` how long to wait for another replica's analysis.
    """

    def __init__(self, url: str, seconds: int, patience: float) -> None:
        self._redis = Redis.from_url(url, socket_timeout=0.5, socket_connect_timeout=0.5)
        self._seconds, self._patience = seconds, patience
        self._away_until = 0.0

    def get(self, key: str, compute: Callable[[], Answer]) -> Answer:
        """The shared answer, or the one `compute` gives, which is then shared if complete."""
        kept = self._read(key)
        if kept is not None:
            return kept
        if time.monotonic() < self._away_until:
            return compute()
        flight = self._redis.lock(f"hearsay:flight:{key}", timeout=self._patience * 2, sleep=0.02)
        try:
            held = flight.acquire(blocking_timeout=self._patience)
        except RedisError as error:
            self._give_up(error)
            return compute()
        try:
            answer = self._read(key) or compute()
            self._write(key, answer)
        finally:
            if held:
                self._release(flight)
        return answer

    def alive(self) -> bool:
        """Whether Redis answers now."""
        try:
            return bool(self._redis.ping())
        except RedisError:
            return False

    def _read(self, key: str) -> Answer | None:
        if time.monotonic() < self._away_until:
            return None
        try:
            body = self._redis.get(f"hearsay:answer:{key}")
        except RedisError as error:
            self._give_up(error)
            return None
        return Answer(body, complete=True) if isinstance(body, bytes) else None

    def _write(self, key: str, answer: Answer) -> None:
        if not answer.complete or time.monotonic() < self._away_until:
            return
        try:
            self._redis.set(f"hearsay:answer:{key}", answer.body, ex=self._seconds)
        except RedisError as error:
            self._give_up(error)

    def _release(self, flight: object) -> None:
        try:
            flight.release()  # type: ignore[attr-defined]
        except (LockError, RedisError) as error:
            self._give_up(error)

    def _give_up(self, error: RedisError) -> None:
        self._away_until = time.monotonic() + RETRY
        log.warning("redis is away", extra={"error": type(error).__name__, "retry_after": RETRY})
