"""The service under load, on loopback: throughput, latencies, overload, memory, and what accidents cost.

    python -m benchmarks.load [--seconds 4] [--unique 5000] [--workers 1]      about seven minutes
    python -m benchmarks.load --quick                                          about one minute, writes nothing

Starts the real server (gunicorn, PostgreSQL) for itself, says on standard error what it is at, and writes
`benchmarks/load.json` and its part of `docs/performance.md`. Uncached articles are all different and about 300 words
long; cached ones are one article. `--unique` articles end early when `--memory-seconds` are over, and the page says so.
"""

import argparse
import json
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from tests.reliability.articles import article_of, unique_articles
from tests.services import Server, serving

from .accidents import killed_database, killed_workers
from .clients import BACK_AFTER, Bodies, Readers, milliseconds, watched
from .memory import megabytes
from .page import machine, table, write_part

CLIENTS = (1, 2, 4, 8, 16)
RESULTS = Path(__file__).parent / "load.json"
STARTED = time.monotonic()

Row = dict[str, float]


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is measured."""

    seconds: float
    unique: int
    memory_seconds: float
    workers: int


def say(words: str) -> None:
    """Progress, with the time since the start."""
    print(f"{time.monotonic() - STARTED:6.0f} s  {words}", file=sys.stderr, flush=True)


def bodies_of(language: str) -> Bodies:
    """A new article of about 300 words at every call, from any thread."""
    articles, lock = unique_articles(language, paragraphs=9), threading.Lock()

    def next_body() -> dict[str, Any]:
        with lock:
            return {"text": next(articles), "language": language}

    return next_body


def throughput(server: Server, seconds: float) -> dict[str, list[Row]]:
    """Tables for uncached German and English articles and for cached ones."""
    one = {"text": article_of(1800, mark="Immer derselbe"), "language": "de"}
    server.analyze(one)
    kinds = {"uncached, German": bodies_of("de"), "uncached, English": bodies_of("en"), "cached": lambda: one}
    tables: dict[str, list[Row]] = {}
    for kind, bodies in kinds.items():
        for number in CLIENTS:
            readers = Readers(server.url, number, bodies)
            row = _row(readers, readers.run(seconds))
            tables.setdefault(kind, []).append(row)
            say(f"{kind}: {row}")
    return tables


def _row(readers: Readers, seconds: float) -> Row:
    """One line of a table; latencies of answered requests."""
    answered = readers.latencies.get(200, [])
    total = sum(map(len, readers.latencies.values()))
    rate = {"clients": readers.number, "answers per s": round(len(answered) / seconds, 1)}
    refused = {"refused %": round(100 * (total - len(answered)) / max(total, 1), 1)}
    return rate | milliseconds(answered) | refused


def overload(server: Server, seconds: float) -> Row:
    """Sixteen readers with articles of 2,000 words: the slowest refusal, and health asked on the side."""
    numbers = count()
    readers = Readers(server.url, 16, lambda: {"text": article_of(12_000, mark=f"L {next(numbers)}"), "language": "de"})
    with watched(server.url) as health:
        readers.run(seconds)
    refused = readers.latencies.get(503, [])
    asked = {"answered": len(readers.latencies.get(200, [])), "refused": len(refused), "health asked": len(health)}
    slowest = {"slowest refusal ms": round(max(refused, default=0) * 1000), "slowest health ms": max(health) * 1000}
    result = asked | slowest | {f"health {name}": value for name, value in milliseconds(health).items()}
    say(f"overload: {result}")
    return {name: round(value, 1) for name, value in result.items()}


def memory(server: Server, articles: int, seconds: float) -> Row:
    """PSS of all processes of the server after a tenth of the articles, and after all of them."""
    bodies = zip(unique_articles("de", 3), unique_articles("en", 3), strict=False)
    texts: Iterator[str] = (text for pair in bodies for text in pair)
    statuses: Counter[int] = Counter()
    sizes: list[float] = []
    end = time.monotonic() + seconds
    for number in range(1, articles + 1):
        statuses[server.analyze({"text": next(texts)}).status_code] += 1
        if number % max(1, articles // 10) == 0:
            sizes.append(round(megabytes(server), 1))
            say(f"memory: {number} of {articles} articles, {sizes[-1]} MiB")
        if time.monotonic() > end:
            break
    sizes.append(megabytes(server))
    growth = 100 * (sizes[-1] / sizes[0] - 1)
    return {
        "unique articles": number,
        "answered": statuses[200],
        f"MiB after {articles // 10}": sizes[0],
        "MiB at the end": round(sizes[-1], 1),
        "growth %": round(growth, 1),
    }


def measure(extent: Extent) -> dict[str, Any]:
    """Everything, on servers of its own."""
    results: dict[str, Any] = {"machine": machine(), "workers": extent.workers}
    with tempfile.TemporaryDirectory() as folder:
        with serving(Path(folder), workers=extent.workers) as server:
            results["throughput"] = throughput(server, extent.seconds)
            results["overload"] = overload(server, extent.seconds * 2)
        # A small cache, soon full: what still grows is not the cache.
        with serving(Path(folder), workers=1, cache_bytes=1_000_000) as server:
            results["memory"] = memory(server, extent.unique, extent.memory_seconds)
    for name, accident in (("kill -9 of workers", killed_workers), ("kill -9 of the database", killed_database)):
        results[name] = accident()
        say(f"{name}: {results[name]}")
    return results


def markdown(results: dict[str, Any]) -> list[str]:
    """The part of `docs/performance.md`."""
    lines = [f"## Under load\n\n{results['machine']}; {results['workers']} worker(s). Articles of 300 words.\n"]
    for kind, rows in results["throughput"].items():
        lines += [f"### {kind}\n", *table(list(rows[0]), [each.values() for each in rows])]
    told = {
        f"Overload: 16 readers, articles of 2,000 words, back {BACK_AFTER} s after a refusal": "overload",
        "Memory over unique articles, all processes": "memory",
        "Reports sent while every worker is killed": "kill -9 of workers",
        "Reports sent while PostgreSQL is killed": "kill -9 of the database",
    }
    for title, name in told.items():
        lines += [f"### {title}\n", *table(["", ""], results[name].items())]
    return lines


def main() -> None:
    """Run everything and write it down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=4, help="for each row")
    parser.add_argument("--unique", type=int, default=5000, help="articles for the memory")
    parser.add_argument("--memory-seconds", type=float, default=270, help="at most for these")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="a look whether all works")
    options = parser.parse_args()
    extent = Extent(options.seconds, options.unique, options.memory_seconds, options.workers)
    results = measure(Extent(0.5, 100, 20, 1) if options.quick else extent)
    lines = markdown(results)
    print("\n".join(lines))
    if not options.quick:
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
        write_part("python -m benchmarks.load", lines)


if __name__ == "__main__":
    main()
