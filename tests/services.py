"""Starts the real thing for tests: the server under gunicorn, Redis, PostgreSQL; each on a free port.

Whoever starts one stops it: every function is a context manager.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psycopg

ROOT = Path(__file__).parents[1]
POSTGRES_USER = "postgres"


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Server:
    """A running server: `url`, its `log` (JSON lines), and a client that keeps connections."""

    process: subprocess.Popen[bytes]
    url: str
    log: Path
    client: httpx.Client = field(repr=False)

    def analyze(self, body: dict[str, Any], **options: Any) -> httpx.Response:
        """`POST /v1/analyze`."""
        return self.client.post("/v1/analyze", json=body, **options)

    def workers(self) -> list[int]:
        """Process ids of the workers."""
        listing = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in listing.split()]

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ask the server to end and wait for it; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(40)


@contextmanager
def serving(folder: Path, **options: object) -> Iterator[Server]:
    """The server with `HEARSAY_<OPTION>` set; its database and log lie in `folder`."""
    port = int(str(options.get("port") or free_port()))
    defaults = {
        "HEARSAY_PORT": port,
        "HEARSAY_DATABASE_URL": f"sqlite:///{folder / 'reports.sqlite3'}",
        "HEARSAY_ANALYZE_LIMIT": "100000 per minute",
        "HEARSAY_REPORTS_LIMIT": "100000 per minute",
    }
    given = {f"HEARSAY_{name.upper()}": value for name, value in options.items()}
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("HEARSAY_", "PROMETHEUS_"))}
    environment = outside | {name: str(value) for name, value in (defaults | given).items()}
    log = folder / "server.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "server.cli", "serve"], cwd=ROOT, env=environment, stdout=output, stderr=output
        )
    url = f"http://127.0.0.1:{port}"
    with httpx.Client(base_url=url, timeout=30) as client:
        server = Server(process, url, log, client)
        try:
            wait_for(lambda: client.get("/health/live").status_code == 200, process, log)
            yield server
        finally:
            server.stop()


@contextmanager
def redis_running(folder: Path, port: int | None = None) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A Redis that writes nothing to disk: its URL and its process."""
    port = port or free_port()
    process = subprocess.Popen(
        ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
        cwd=folder, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(lambda: _listens(port), process)
        yield f"redis://127.0.0.1:{port}/0", process
    finally:
        process.kill()
        process.wait()


@dataclass
class Postgres:
    """A PostgreSQL cluster of its own."""

    port: int
    folder: Path

    @property
    def url(self) -> str:
        """URL of its database."""
        return f"postgresql+psycopg://{POSTGRES_USER}@127.0.0.1:{self.port}/postgres"

    def create_database(self, name: str) -> str:
        """A new, empty database; its URL."""
        with psycopg.connect(self.url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return self.url.removesuffix("postgres") + name

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._control("start", "-w", "-l", str(self.folder / "log"), "-o", f"-p {self.port} -k ''")

    def kill(self) -> None:
        """End every process of it at once, as a crash would."""
        pid = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for each in (pid, *map(int, children)):
            os.kill(each, signal.SIGKILL)
        wait_for(lambda: not _listens(self.port) and not any(map(_runs, (pid, *map(int, children)))))
        (self.folder / "data" / "postmaster.pid").unlink()  # it names a process that may not have been reaped yet

    def stop(self) -> None:
        """Stop it the quick way."""
        self._control("stop", "-m", "immediate", check=False)

    def _control(self, action: str, *options: str, check: bool = True) -> None:
        command = [_postgres("pg_ctl"), action, "-D", str(self.folder / "data"), *options]
        subprocess.run(
            _as_postgres(command), check=check, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/"
        )


@contextmanager
def postgres_running() -> Iterator[Postgres]:
    """A fresh PostgreSQL. It refuses to run as root, so root runs it as the user `postgres`."""
    folder = Path(tempfile.mkdtemp(prefix="hearsay-postgres-"))
    server = Postgres(free_port(), folder)
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, POSTGRES_USER, POSTGRES_USER)
        initialise = [_postgres("initdb"), "-D", str(folder / "data"), "-U", POSTGRES_USER, "-A", "trust", "-E", "UTF8"]
        subprocess.run(_as_postgres(initialise), check=True, stdout=subprocess.DEVNULL, cwd="/")
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(condition: Any, process: subprocess.Popen[bytes] | None = None, log: Path | None = None) -> None:
    """Wait until `condition()` is true. Fails after 100 seconds, or when the process ended."""
    deadline = time.monotonic() + 100
    while time.monotonic() < deadline:
        if process is not None and process.poll() is not None:
            raise AssertionError(f"it ended with {process.returncode}: {log.read_text()[-4000:] if log else ''}")
        try:
            if condition():
                return
        except (OSError, httpx.HTTPError):
            pass
        time.sleep(0.05)
    raise AssertionError(f"not within 100 seconds: {log.read_text()[-4000:] if log else ''}")


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _runs(pid: int) -> bool:
    """Whether a process is there and not merely waiting to be reaped."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _postgres(program: str) -> str:
    """The program, also where Debian keeps it out of the path."""
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"), reverse=True)
    return str(versions[0]) if versions else program


def _as_postgres(command: list[str]) -> list[str]:
    return ["runuser", "-u", POSTGRES_USER, "--", *command] if os.geteuid() == 0 else command
