"""The service under load, on loopback: throughput, latencies, memory, overload.

    python -m benchmarks.load [--seconds 4] [--unique 5000] [--workers 1] [--json OUT.json]

Starts the real server (gunicorn) for itself. Prints Markdown tables; `docs/performance.md` holds one run.
Uncached articles are all different; cached ones are one article. Memory is what the worker holds for itself.
"""

import argparse
import json
import statistics
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from tests.reliability.articles import article_of, unique_articles
from tests.services import Server, serving

CLIENTS = (1, 2, 4, 8, 16)


class Clients:
    """Threads that each ask again as soon as they were answered, until the time is over."""

    def __init__(self, url: str, number: int, bodies: Callable[[], dict[str, Any]]) -> None:
        self.url, self.number, self.bodies = url, number, bodies
        self.latencies: dict[int, list[float]] = {}
        self._lock = threading.Lock()

    def run(self, seconds: float) -> float:
        """Ask for `seconds`; the time it really took."""
        threads = [
            threading.Thread(target=self._ask, args=(time.perf_counter() + seconds,)) for _ in range(self.number)
        ]
        started = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return time.perf_counter() - started

    def _ask(self, end: float) -> None:
        """Asks by `http.client`: a heavier client would take the processor from the server it measures."""
        address = urlsplit(self.url)
        connection = HTTPConnection(address.hostname or "", address.port, timeout=60)
        while time.perf_counter() < end:
            body = json.dumps(self.bodies())
            started = time.perf_counter()
            connection.request("POST", "/v1/analyze", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            with self._lock:
                self.latencies.setdefault(answer.status, []).append(time.perf_counter() - started)
        connection.close()


def bodies_of(language: str) -> Callable[[], dict[str, Any]]:
    """A new article of about 300 words at every call, from any thread."""
    articles, lock = unique_articles(language, paragraphs=9), threading.Lock()

    def next_body() -> dict[str, Any]:
        with lock:
            return {"text": next(articles), "language": language}

    return next_body


def row(clients: Clients, seconds: float) -> dict[str, float]:
    """One line of a table; latencies in milliseconds, of answered requests."""
    answered = sorted(clients.latencies.get(200, []))
    total = sum(map(len, clients.latencies.values()))
    cuts = statistics.quantiles(answered, n=100, method="inclusive") if len(answered) > 1 else answered * 99 or [0] * 99
    return {
        "clients": clients.number,
        "answers_per_second": round(len(answered) / seconds, 1),
        "p50_ms": round(cuts[49] * 1000, 1),
        "p95_ms": round(cuts[94] * 1000, 1),
        "p99_ms": round(cuts[98] * 1000, 1),
        "refused_percent": round(100 * (total - len(answered)) / max(total, 1), 1),
    }


def throughput(server: Server, seconds: float) -> dict[str, list[dict[str, float]]]:
    """Tables for uncached German and English articles and for cached ones."""
    one = {"text": article_of(1800, mark="Immer derselbe"), "language": "de"}
    server.analyze(one)
    kinds = {"uncached de": bodies_of("de"), "uncached en": bodies_of("en"), "cached": lambda: one}
    tables: dict[str, list[dict[str, float]]] = {}
    for kind, bodies in kinds.items():
        for number in CLIENTS:
            clients = Clients(server.url, number, bodies)
            tables.setdefault(kind, []).append(row(clients, clients.run(seconds)))
    return tables


def overload(server: Server, seconds: float) -> dict[str, float]:
    """Sixteen clients with long articles while health is asked: the slowest refusal and the slowest health answer."""
    numbers = count()
    clients = Clients(
        server.url, 16, lambda: {"text": article_of(12_000, mark=f"Lang {next(numbers)}"), "language": "de"}
    )
    health: list[float] = []
    done = threading.Event()

    def watch() -> None:
        with httpx.Client(base_url=server.url, timeout=60) as client:
            while not done.is_set():
                started = time.perf_counter()
                client.get("/health/live")
                health.append(time.perf_counter() - started)
                time.sleep(0.02)

    watcher = threading.Thread(target=watch)
    watcher.start()
    clients.run(seconds)
    done.set()
    watcher.join()
    refused = clients.latencies.get(503, [])
    cuts = statistics.quantiles(health, n=100)
    return {
        "answered": len(clients.latencies.get(200, [])),
        "refused": len(refused),
        "slowest_refusal_ms": round(max(refused, default=0) * 1000),
        "health_p50_ms": round(cuts[49] * 1000, 1),
        "health_p99_ms": round(cuts[98] * 1000, 1),
    }


def memory(server: Server, articles: int) -> dict[str, float]:
    """What the worker holds after a tenth of the articles, and after all of them, in megabytes."""
    (worker,) = server.workers()
    bodies = zip(unique_articles("de", 3), unique_articles("en", 3), strict=False)
    texts: Iterator[str] = (text for pair in bodies for text in pair)
    sizes: dict[str, float] = {}
    statuses: Counter[int] = Counter()
    for number in range(1, articles + 1):
        statuses[server.analyze({"text": next(texts)}).status_code] += 1
        if number == articles // 10:
            sizes["after_a_tenth_mb"] = _resident(worker)
    sizes["after_all_mb"] = _resident(worker)
    growth = round(100 * (sizes["after_all_mb"] / sizes["after_a_tenth_mb"] - 1), 1)
    return sizes | {"articles": articles, "answered": statuses[200], "growth_percent": growth}


def _resident(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return round(next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1000, 1)


def markdown(results: dict[str, Any]) -> str:
    """The tables for `docs/performance.md`."""
    out = []
    for kind, rows in results["throughput"].items():
        out += [f"**{kind}**", "", "| " + " | ".join(rows[0]) + " |", "|" + "--:|" * len(rows[0])]
        out += ["| " + " | ".join(str(value) for value in each.values()) + " |" for each in rows] + [""]
    for name in ("overload", "memory"):
        out += [f"**{name}**: " + ", ".join(f"{key} {value}" for key, value in results[name].items()), ""]
    return "\n".join(out)


def main() -> None:
    """Run everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--unique", type=int, default=5000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    results: dict[str, Any] = {"workers": arguments.workers}
    with tempfile.TemporaryDirectory() as folder:
        with serving(Path(folder), workers=arguments.workers) as server:
            results["throughput"] = throughput(server, arguments.seconds)
            results["overload"] = overload(server, arguments.seconds * 2)
        with serving(Path(folder), workers=1, cache_bytes=1_000_000) as server:
            results["memory"] = memory(server, arguments.unique)
    print(markdown(results))
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
