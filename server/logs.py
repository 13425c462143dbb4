"""Structured logs: one JSON object a line, with the request's id and never a word of an article.

A record's fields come from `extra`, chosen at the call; exception messages are left out because they
may quote what was being read. What remains of an exception is its type and the places in the code.
"""

import json
import logging
import time
import traceback
from typing import Any

from flask import g, has_request_context

log = logging.getLogger("hearsay")

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonFormatter(logging.Formatter):
    """Formats a record as one line of JSON: `time` (UTC), `level`, `message`, `request_id`, then its extras."""

    def format(self, record: logging.LogRecord) -> str:
        """See the class."""
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line: dict[str, Any] = {
            "time": f"{stamp}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "message": record.getMessage(),
        }
        if has_request_context() and "request_id" in g:
            line["request_id"] = g.request_id
        line |= {name: value for name, value in vars(record).items() if name not in _STANDARD}
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            line |= {"error": type(error).__name__, "at": where(error)}
        return json.dumps(line, ensure_ascii=False, default=str)


def where(error: BaseException) -> list[str]:
    """The places in the code an exception passed, outermost first: `file:line function`."""
    return [
        f"{frame.f_code.co_filename.rsplit('site-packages/', 1)[-1]}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ][-12:]


def configuration(level: str) -> dict[str, Any]:
    """For `logging.config.dictConfig`: every logger's records go to stderr as JSON, from `level` up."""
    quiet = {"level": "WARNING"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "server.logs.JsonFormatter"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "stream": "ext://sys.stderr", "formatter": "json"}},
        "root": {"level": level.upper(), "handlers": ["stderr"]},
        "loggers": {
            "gunicorn.error": {"level": level.upper(), "handlers": [], "propagate": True},
            "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
            "alembic": quiet,
            "sqlalchemy": quiet,
            "flask-limiter": quiet,
            "flask_cors": quiet,
            "trafilatura": quiet,
        },
    }
