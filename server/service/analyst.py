"""Who reads an article for the service: the thread that asks, or a process of its own beside the one that answers.

Threads share the interpreter's lock, and the analysis holds it for as long as a library's call takes: health checks
and refusals in the same process would wait for it. So each process that answers requests (`server/gunicorn.conf.py`)
has a second one that only reads articles, made by `fork`, so that both share the models.
"""

import contextlib
import ctypes
import os
import pickle
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from threading import Lock
from typing import NoReturn, Protocol

from pydantic import TypeAdapter

from server.logs import log, where
from server.nlp import Analysis, Article, Pipeline
from server.nlp.pipeline import UnsupportedLanguage
from server.service.cache import Answer

ANSWER: TypeAdapter[Analysis] = TypeAdapter(Analysis)
"""Writes and reads an answer, and knows its JSON schema."""

GRACE = 5.0
"""Seconds past its deadline after which an analysis is taken for hung; components end it long before."""

_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Options:
    """What a client may choose besides the article; see `Pipeline.analyze`."""

    language: str | None = None
    min_confidence: float | None = None
    ui_language: str | None = None


class AnalystLost(Exception):
    """The process that read the article died or hung; the article may be read again elsewhere."""


class AnalysisFailed(Exception):
    """The pipeline raised something unforeseen; the log says what and where, never with whose words."""


class Analyst(Protocol):
    """Reads one article at a time."""

    def read(self, article: Article, options: Options, seconds: float) -> Answer:
        """The answer, incomplete if it took more than `seconds`. Raises `UnsupportedLanguage`, `AnalystLost`."""


class Here:
    """Reads in the thread that asks."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline

    def read(self, article: Article, options: Options, seconds: float) -> Answer:
        """See `Analyst`."""
        analysis = self._pipeline.analyze(
            article,
            language=options.language,
            min_confidence=options.min_confidence,
            ui_language=options.ui_language,
            deadline=time.monotonic() + seconds,
        )
        return Answer(serialise(analysis), complete=not analysis.incomplete)


class Beside:
    """Reads in a child of this process. Make it before this process starts threads: `fork` copies only one.

    `forked` is called in the child first, to let go of what it must not hold. When the child is lost, `leave` is
    called once: this process cannot safely fork again and should be replaced.
    """

    def __init__(self, analyst: Analyst, forked: Callable[[], None], leave: Callable[[], None]) -> None:
        self._lock, self._leave, self._lost = Lock(), leave, False
        self._connection, theirs = Pipe()
        self.pid = os.fork()
        if self.pid == 0:
            _work(analyst, theirs, self._connection, forked)
        theirs.close()

    def read(self, article: Article, options: Options, seconds: float) -> Answer:
        """See `Analyst`. Also raises `AnalysisFailed`."""
        with self._lock:
            try:
                self._connection.send((article, options, seconds))
                if not self._connection.poll(seconds + GRACE):
                    raise EOFError
                reply = self._connection.recv()
            except (EOFError, OSError, pickle.UnpicklingError):
                self._give_up()
                raise AnalystLost from None
        if isinstance(reply, Answer):
            return reply
        if isinstance(reply, str):
            raise UnsupportedLanguage(reply)
        log.error("the analysis failed", extra={"error": reply[0], "at": reply[1]})
        raise AnalysisFailed(reply[0])

    def close(self) -> None:
        """End the child: it ends when nobody can ask it any more."""
        self._connection.close()

    def _give_up(self) -> None:
        if self._lost:
            return
        self._lost = True
        log.error("the process that analyses is lost", extra={"analyst": self.pid})
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self._connection.close()  # what asks from now on is refused at once
        self._leave()


def _work(analyst: Analyst, connection: Connection, parents: Connection, forked: Callable[[], None]) -> NoReturn:
    """The child's whole life: it leaves signals to its parent, and ends with it."""
    try:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT, signal.SIGHUP, signal.SIGUSR1, signal.SIGUSR2):
            signal.signal(number, signal.SIG_IGN)
        with contextlib.suppress(OSError, AttributeError):  # Linux: also in the middle of an article
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        parents.close()
        forked()
        while True:
            article, options, seconds = connection.recv()
            connection.send(_reply(analyst, article, options, seconds))
    finally:
        os._exit(0)


def _reply(
    analyst: Analyst, article: Article, options: Options, seconds: float
) -> Answer | str | tuple[str, list[str]]:
    """The answer, the code of a language that is not read, or the type and place of a failure."""
    try:
        return analyst.read(article, options, seconds)
    except UnsupportedLanguage as error:
        return error.code
    except Exception as error:
        return type(error).__name__, where(error)


def serialise(analysis: Analysis) -> bytes:
    """The answer as JSON; `blocks` is there only where the article came as one text."""
    return ANSWER.dump_json(analysis, exclude={"blocks"} if analysis.blocks is None else None)
