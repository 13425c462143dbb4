"""Prints what `hearsay archive` gets through: articles and words per second for 1, 2, … processes, and what that means.

The articles are drawn from the paragraphs of the project's own, half of them German; each run reads them with the
real command. What starting takes (processes, models) is measured by a run over few articles and taken off. The core
seconds are the processor's own count, so they say what a core does even where others use the machine too.

    python -m benchmarks.archive [--articles 400] [--words 400]
"""

import argparse
import json
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.texts import paragraphs

TEN_MILLION = 10_000_000
FEW = 4
"""Articles per process of the run that tells what starting takes."""


def article(number: int, words: int, chance: random.Random) -> dict[str, object]:
    """An article of at least so many words, in English or German."""
    language = ("en", "de")[number % 2]
    pool = paragraphs(language)
    lines = [f"{pool[number % len(pool)]} ({number})"]
    while sum(len(line.split()) for line in lines) < words:
        lines.append(chance.choice(pool))
    return {"id": number, "text": "\n".join(lines), "language": language}


class Run(NamedTuple):
    """Seconds of the clock and of the processor, over all processes."""

    clock: float
    processor: float


def measure(articles: list[dict[str, object]], folder: Path, processes: int) -> Run:
    """What the whole command takes, from its start to its end."""
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text("".join(json.dumps(each) + "\n" for each in articles), encoding="utf-8")
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    arguments = ["archive", str(source), str(target), "--processes", str(processes), "--restart"]
    subprocess.run([sys.executable, "-m", "server.cli", *arguments], stderr=subprocess.DEVNULL, check=True)
    passed, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Run(passed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> None:
    """Print a table in Markdown, and the sum."""
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
    print("| processes | start | articles/s | words/s | articles per core second | words per core second |")
    print("|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for processes in sorted({1, cores}):
            start = measure(articles[: FEW * processes], folder, processes)
            whole = measure(articles, folder, processes)
            count = len(articles) - FEW * processes
            rate = count / (whole.clock - start.clock)
            each = count / (whole.processor - start.processor)
            print(f"| {processes} | {start.clock:.1f} s | {rate:.1f} | {rate * words:,.0f} | {each:.1f} | "
                  f"{each * words:,.0f} |", flush=True)  # fmt: skip
        size = (folder / "out.jsonl").stat().st_size / len(articles)
    hours = TEN_MILLION / each / 3600
    print(f"\nTen million such articles: {hours:,.0f} core hours, that is {hours / 8 / 24:,.1f} days on 8 cores, "
          f"{hours / 64:,.1f} hours on 64, {hours / 1000:,.1f} hours on 1,000; "
          f"{TEN_MILLION * size / 1e9:,.0f} GB of answers before compression.")  # fmt: skip


if __name__ == "__main__":
    main()
