"""Measure speed and memory, and write it down.

    python -m benchmarks            everything below, about five minutes; writes its part of docs/performance.md
                                    and benchmarks/results.json
    python -m benchmarks --only service memory

Pipeline figures are medians of five runs of processor time, taken in turn with their reference; the service's are
by the clock, over different articles. Beside each figure that has one stands its target.
The service under load: ``python -m benchmarks.load``; archives: ``python -m benchmarks.archive``.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"  # one core, whatever the machine has

from .memory import memory  # noqa: E402
from .page import machine, table, write_part  # noqa: E402
from .pipeline import against_parse, by_component, by_length, cold_start  # noqa: E402
from .service import service  # noqa: E402

RESULTS = Path(__file__).parent / "results.json"
Figures = Mapping[str, float]
MEASURES: dict[str, Callable[[], Figures]] = {
    "The whole pipeline": against_parse,
    "By length, German": lambda: by_length("de"),
    "By length, English": lambda: by_length("en"),
    "Share by component, German": lambda: by_component("de"),
    "Share by component, English": lambda: by_component("en"),
    "Start": cold_start,
    "Service": service,
    "Memory": memory,
}
TARGETS = {
    "English pipeline ÷ parse": 1.3,
    "German pipeline ÷ parse": 0.6,
    "de, 20000 words ÷ 500 words": 1.3,
    "en, 20000 words ÷ 500 words": 1.3,
    "cold start, s": 4,
    "English, 600 words, uncached p50, ms": 250,
    "German, 600 words, uncached p50, ms": 150,
    "English, 600 words, server ÷ bare pipeline": 1.05,
    "German, 600 words, server ÷ bare pipeline": 1.05,
    "600 words, cached p50, ms": 5,
    "each further worker, MiB PSS": 100,
}
"""The most a figure may be."""


def main() -> None:
    """Run what is asked for, print it, and write it down if it was everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", metavar="PART", default=[], help=f"of: {', '.join(MEASURES)}")
    wanted = parser.parse_args().only
    about, results = machine(), {}
    for title, measure in MEASURES.items():
        if wanted and not any(part.lower() in title.lower() for part in wanted):
            continue
        print(f"{title} …", file=sys.stderr, flush=True)
        results[title] = measure()
        print("\n".join(_table(title, results[title])), flush=True)
    if not wanted:
        written = {"machine": about, "targets": TARGETS, "results": results}
        RESULTS.write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        intro = f"Machine: {about}. Pipeline: processor time on one core; service: by the clock.\n"
        write_part("python -m benchmarks", [intro, *(line for part in results.items() for line in _table(*part))])


def _table(title: str, figures: Figures) -> Iterator[str]:
    """A section of the page."""
    yield f"### {title}\n"
    rows = [
        (name, f"{value:,.2f}", f"≤ {TARGETS[name]:g}" if name in TARGETS else "") for name, value in figures.items()
    ]
    yield from table(["", "", "target"], rows)


if __name__ == "__main__":
    main()
