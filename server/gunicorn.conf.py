"""How gunicorn runs the service; every number comes from `server/settings.py`.

The models are loaded once, before the workers fork, and `gc.freeze()` keeps the collector from touching
them, so that workers share their memory. Each worker has a child that reads one article at a time
(`service/analyst.py`), so that its threads are free to refuse, to store reports and to answer health checks.
"""

import contextlib
import ctypes
import gc
import logging
import os
import shutil
import signal
import sys
import tempfile
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one analysis per process; more threads only fight over the cores
_memory = "/dev/shm" if os.path.isdir("/dev/shm") else None  # what is mapped there cannot meet a full disk
_metrics_folder = os.environ.setdefault(
    "PROMETHEUS_MULTIPROC_DIR", tempfile.mkdtemp(prefix=f"hearsay-metrics-{os.getpid()}-", dir=_memory)
)

from server import logs  # noqa: E402
from server.settings import Settings  # noqa: E402

_settings = Settings()

bind = f"{_settings.host}:{_settings.port}"
workers = _settings.workers
worker_class = "gthread"
threads = _settings.threads
preload_app = True
timeout = 60  # a worker that does not even answer its heartbeat; analyses end by their own deadline
graceful_timeout = 30
keepalive = 5
max_requests = 20_000
max_requests_jitter = 2_000
worker_tmp_dir = _memory
control_socket_disable = True
logconfig_dict = logs.configuration(_settings.log_level)
accesslog = None


def on_starting(_server: Any) -> None:
    """Bring an SQLite database up to date; others are upgraded by `hearsay db upgrade` before a release."""
    from server.store.migrate import upgrade
    from server.store.session import Database

    database = Database(_settings.database_url.get_secret_value())
    if database.url.get_backend_name() == "sqlite":
        upgrade(database)
    database.engine.dispose()


def pre_fork(_server: Any, _worker: Any) -> None:
    """Give free memory back and move what is loaded out of the collector's sight, so that workers share it."""
    gc.collect()
    gc.freeze()
    with contextlib.suppress(OSError, AttributeError):  # only glibc has it
        ctypes.CDLL(None).malloc_trim(0)


def post_fork(server: Any, _worker: Any) -> None:
    """Give the worker its analyst while it has one thread; a worker that loses it ends and is replaced."""
    from server.api.context import services_of
    from server.wsgi import app

    def let_go() -> None:
        for listener in server.LISTENERS:
            os.close(listener.fileno())

    services_of(app).analysis.move_beside(let_go, leave=lambda: os.kill(os.getpid(), signal.SIGTERM))


def worker_exit(_server: Any, worker: Any) -> None:
    """End without tearing down: libraries loaded before the fork would wait for threads that only the parent has.

    The status stays the one gunicorn chose, by which it knows a worker that could not start.
    """
    if worker.pid != os.getpid():  # the parent calls this too, for a worker it finds gone
        return
    leaving = sys.exc_info()[1]
    status = leaving.code if isinstance(leaving, SystemExit) and isinstance(leaving.code, int) else 0
    logging.shutdown()
    os._exit(status & 0xFF)


def child_exit(_server: Any, worker: Any) -> None:
    """Forget the gauges of a worker that ended."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


def on_exit(_server: Any) -> None:
    """Remove the folder of the metrics."""
    shutil.rmtree(_metrics_folder, ignore_errors=True)
