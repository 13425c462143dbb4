"""Measure the pipeline's speed and write it down.

python -m benchmarks            print the figures and write docs/performance.md and benchmarks/results.json

Each figure is the median of five runs (cold start: three) of processor time, taken in turn with its reference.
The service under load: ``python -m benchmarks.load``; archives: ``python -m benchmarks.archive``.
"""

import argparse
import json
import os
import platform
from collections.abc import Mapping
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"  # one core, whatever the machine has

from .pipeline import against_parse, by_component, by_length, cold_start  # noqa: E402
from .texts import ROOT  # noqa: E402

RESULTS = Path(__file__).parent / "results.json"
PAGE = ROOT / "docs" / "performance.md"
MARK = "<!-- written by python -m benchmarks -->"


def main() -> None:
    """Run every measurement of the pipeline."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    results: dict[str, Mapping[str, float]] = {}
    for title, measure in (
        ("The whole pipeline", against_parse),
        ("By length, German", lambda: by_length("de")),
        ("By length, English", lambda: by_length("en")),
        ("Share by component, German", lambda: by_component("de")),
        ("Share by component, English", lambda: by_component("en")),
        ("Start", cold_start),
    ):
        print(f"{title} …", flush=True)
        results[title] = measure()
        for name, value in results[title].items():
            print(f"    {name:34} {value:10.2f}")
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    RESULTS.write_text(json.dumps({"machine": machine, "results": results}, indent=2) + "\n", encoding="utf-8")
    _write_page(machine, results)


def _write_page(machine: str, results: Mapping[str, Mapping[str, float]]) -> None:
    """Replace the part of the page between the two marks; everything else on it stays."""
    lines = [f"Machine: {machine}. Processor time on one core.", ""]
    for title, figures in results.items():
        lines += [f"### {title}", "", "| | |", "|---|---|"]
        lines += [f"| {name} | {value:,.2f} |" for name, value in figures.items()] + [""]
    page = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else f"# Performance\n\n{MARK}\n{MARK}\n"
    before, _, rest = page.partition(MARK)
    after = rest.partition(MARK)[2]
    PAGE.write_text(f"{before}{MARK}\n" + "\n".join(lines) + f"{MARK}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
