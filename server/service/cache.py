"""Finished answers, kept in memory; the same article asked for by several at once is analysed once."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from threading import Condition

from cachetools import TLRUCache, cached

from server.nlp import Article


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as the JSON that is sent; an incomplete one is never kept."""

    body: bytes
    complete: bool


def cache_key(article: Article, *parts: object) -> str:
    """A hash of everything that decides an answer: the blocks as sent, model versions, options.

    Lengths go into the hash, so that no two different articles read as the same sequence of bytes.
    """
    digest = blake2b(digest_size=24)
    for part in (*parts, bool(article.places), *(f for b in article.blocks for f in (b.id, b.role.value, b.text))):
        data = str(part).encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    for place in article.places:
        digest.update(f"{place.begin},{place.end};".encode())
    return digest.hexdigest()


class AnswerCache:
    """Least recently used answers leave first; all leave after `seconds`; together they take `max_bytes` at most."""

    def __init__(self, max_bytes: int, seconds: int) -> None:
        answers: TLRUCache[str, Answer] = TLRUCache(
            max(1, max_bytes),
            ttu=lambda _key, answer, now: now + (seconds if answer.complete else 0),
            getsizeof=lambda answer: len(answer.body),
        )
        # `condition=` lets those who ask for a key being computed wait for it; `lock=` would compute it for each.
        self._answers, self._condition = answers, Condition()
        self._once = cached(answers, key=lambda key, _compute: key, condition=self._condition)(_call)

    def kept(self, key: str) -> Answer | None:
        """The kept answer; does not wait for one that is being computed."""
        with self._condition:
            return self._answers.get(key)

    def get(self, key: str, compute: Callable[[], Answer]) -> Answer:
        """The kept answer, or the one `compute` gives. An exception is raised to its caller and not kept."""
        answer: Answer = self._once(key, compute)
        return answer


def _call(_key: str, compute: Callable[[], Answer]) -> Answer:
    return compute()
