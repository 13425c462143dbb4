"""Prints what `hearsay archive` gets through: articles and words per second for 1, 2, … processes, and what that means.

The articles are drawn from the paragraphs of the project's own, half of them German; each run reads them with the
real command. The time until the first batch (processes starting, models loading) is told apart: it is paid once.

    python -m benchmarks.archive [--articles 400] [--words 400]
"""

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.texts import paragraphs

TEN_MILLION = 10_000_000


def article(number: int, words: int, chance: random.Random) -> dict[str, object]:
    """An article of at least so many words, in English or German."""
    language = ("en", "de")[number % 2]
    pool = paragraphs(language)
    lines = [f"{pool[number % len(pool)]} ({number})"]
    while sum(len(line.split()) for line in lines) < words:
        lines.append(chance.choice(pool))
    return {"id": number, "text": "\n".join(lines), "language": language}


def measure(source: Path, target: Path, processes: int) -> tuple[float, float]:
    """Seconds until the first answers are there, and from then to the end."""
    started = time.perf_counter()
    arguments = ["archive", str(source), str(target), "--processes", str(processes), "--restart"]
    with subprocess.Popen([sys.executable, "-m", "server.cli", *arguments], stderr=subprocess.DEVNULL) as run:
        while run.poll() is None and not (target.exists() and target.stat().st_size):
            time.sleep(0.01)
        first = time.perf_counter()
    if run.returncode:
        raise SystemExit(f"the run ended with {run.returncode}")
    return first - started, time.perf_counter() - first


def main() -> None:
    """Print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--words", type=int, default=400)
    options = parser.parse_args()
    cores = len(os.sched_getaffinity(0))
    chance = random.Random(1)
    articles = [article(number, options.words, chance) for number in range(options.articles)]
    words = sum(len(str(each["text"]).split()) for each in articles) / len(articles)
    print(f"{options.articles} articles of {words:.0f} words, half English, half German; {platform.machine()}, "
          f"{cores} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} before\n")  # fmt: skip
    print("| processes | until the first answers | articles/s | articles/s per process | words/s per process |")
    print("|---:|---:|---:|---:|---:|")
    rate = 0.0
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        source.write_text("".join(json.dumps(each) + "\n" for each in articles), encoding="utf-8")
        for processes in sorted({1, cores}):
            wait, passed = measure(source, target, processes)
            rate = (len(articles) - 16) / passed  # the first batch is what was waited for
            print(f"| {processes} | {wait:.1f} s | {rate:.1f} | {rate / processes:.1f} | "
                  f"{rate * words / processes:,.0f} |", flush=True)  # fmt: skip
        size = target.stat().st_size / len(articles)
    each = rate / cores
    hours = TEN_MILLION / each / 3600
    print(f"\nTen million such articles: {hours:,.0f} core hours, that is {hours / cores / 24:,.1f} days on these "
          f"{cores} cores, {hours / 64:,.1f} hours on 64, {hours / 1000:,.1f} hours on 1,000; "
          f"{TEN_MILLION * size / 1e9:,.0f} GB of answers before compression.")  # fmt: skip


if __name__ == "__main__":
    main()
