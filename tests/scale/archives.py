"""Archives for the tests: invented articles, the real command in a process of its own, and what it left behind."""

import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
from pyarrow import Table, parquet

ROOT = Path(__file__).parents[2]
ARTICLES = (
    (
        "Tarnholm bridge closed after crack is found",
        "The bridge over the Tarn was closed on Monday, the town of Tarnholm said.",
        "“We saw a crack that was not there in spring,” said Ada Holm, an engineer at the road office.",
        "According to two people familiar with the matter, the repair could cost 40 million.",
    ),
    (
        "Brücke in Tarnholm gesperrt",
        "Die Brücke sei seit Montag gesperrt, teilte die Stadt Tarnholm mit.",
        "„Wir haben einen Riss gesehen, den es im Frühjahr nicht gab“, sagte die Ingenieurin Ada Holm.",
        "Aus Kreisen der Verwaltung hieß es, die Reparatur könnte 40 Millionen kosten.",
    ),
)
OUTLETS = ("Tarnholm Post", "Der Talbote")


def record(number: int) -> dict[str, Any]:
    """An article of one of two outlets and three months; every number gives another text."""
    headline, *body = ARTICLES[number % 2]
    text = "\n".join([headline, *body, f"{body[0][:-1]} ({number})."])
    return {"id": number, "text": text, "outlet": OUTLETS[number % 2], "date": f"2031-0{1 + number % 3}-11"}


def write(path: Path, records: list[Any]) -> Path:
    """Records as the file's name says; a record that is bytes is written as it is."""
    if path.suffix == ".parquet":
        parquet.write_table(Table.from_pylist(records), path, row_group_size=7)
        return path
    lines = [row if isinstance(row, bytes) else json.dumps(row, ensure_ascii=False).encode() for row in records]
    data = b"".join(line + b"\n" for line in lines)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def read(path: Path) -> list[dict[str, Any]]:
    """The answers in a file, in its order."""
    if path.suffix == ".parquet":
        rows: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
        return rows
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.splitlines()]


def command(source: Path, target: Path, *options: str, **process: Any) -> subprocess.Popen[str]:
    """`hearsay archive`, started."""
    arguments = [sys.executable, "-m", "server.cli", "archive", str(source), str(target), *options]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    return subprocess.Popen(arguments, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True, **process)


def finished(run: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit status and standard error, once it has ended."""
    _, told = run.communicate(timeout=250)
    return run.returncode, told


def until(happened: Callable[[], object], run: subprocess.Popen[str]) -> None:
    """Wait until something has happened; an end of the run before is a failure."""
    while not happened():
        assert run.poll() is None, run.communicate()[1]
        time.sleep(0.02)


def below(run: subprocess.Popen[str], words: str) -> list[psutil.Process]:
    """The processes under a run whose command line holds `words`."""
    return [child for child in psutil.Process(run.pid).children(recursive=True) if words in " ".join(child.cmdline())]


def gone(processes: list[psutil.Process]) -> bool:
    """Whether all of them have ended within some seconds."""
    return not psutil.wait_procs(processes, timeout=20)[1]
