"""Memory of the service: what it takes with one worker, and what each further one adds.

    python -m benchmarks.memory

PSS, from `/proc/*/smaps_rollup`: memory that processes share counts once, in parts. Every process of the server is
counted (gunicorn's own, each worker, each worker's analyst) after every worker has read German and English articles.
"""

import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import httpx
import psutil

from tests.reliability.articles import unique_articles
from tests.services import Server, serving, wait_for

MOST = 3
"""Workers of the largest server that is measured."""
ARTICLES = 24
"""Articles per worker and language before memory is read."""


def processes(server: Server) -> list[psutil.Process]:
    """gunicorn, its workers and their analysts."""
    first = psutil.Process(server.process.pid)
    return [first, *first.children(recursive=True)]


def megabytes(server: Server) -> float:
    """PSS of the whole server, in MiB."""
    total = 0
    for process in processes(server):
        lines = Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines()
        total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def measured(workers: int, languages: str = "de,en") -> float:
    """MiB of a server with so many workers that have all worked."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), workers=workers, languages=languages) as server:
        wait_for(lambda: len(server.workers()) == workers)
        for language in languages.split(","):
            texts = islice(unique_articles(language, paragraphs=9), ARTICLES * workers)
            with ThreadPoolExecutor(
                2 * workers
            ) as threads:  # each on a connection of its own, so every worker gets some
                list(threads.map(lambda text, code=language: _ask(server, text, code), texts))
        return megabytes(server)


def _ask(server: Server, text: str, language: str) -> None:
    httpx.post(f"{server.url}/v1/analyze", json={"text": text, "language": language}, timeout=60)


def memory() -> dict[str, float]:
    """MiB with one worker, and what each further one adds."""
    one, most = measured(1), measured(MOST)
    return {
        "one worker, MiB PSS": one,
        "each further worker, MiB PSS": (most - one) / (MOST - 1),
        "one worker that reads German only, MiB PSS": measured(1, "de"),
    }


if __name__ == "__main__":
    for name, value in memory().items():
        print(f"{name:48} {value:7.1f}", flush=True)
