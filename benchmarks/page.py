"""Writes measured figures into `docs/performance.md`, each command between marks of its own."""

import os
import platform
from collections.abc import Iterable, Sequence

from .texts import ROOT

PAGE = ROOT / "docs" / "performance.md"


def machine() -> str:
    """What it was measured on, and how busy that was before."""
    load = os.getloadavg()[0]
    return (
        f"{platform.machine()}, {len(os.sched_getaffinity(0))} cores, Python {platform.python_version()}, "
        f"load {load:.1f} before"
    )


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """A table in Markdown; numbers stand to the right."""
    lines = ["| " + " | ".join(head) + " |", "|---" + "|--:" * (len(head) - 1) + "|"]
    return [*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows), ""]


def write_part(command: str, lines: Iterable[str]) -> None:
    """Replace what `command` wrote before, or add it at the end; everything else on the page stays."""
    mark = f"<!-- written by {command} -->"
    page = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else "# Performance\n"
    if mark not in page:
        page = f"{page.rstrip()}\n\n{mark}\n{mark}\n"
    before, _, rest = page.partition(mark)
    after = rest.partition(mark)[2]
    body = "\n".join(lines).strip()
    PAGE.write_text(f"{before}{mark}\n{body}\n{mark}{after}", encoding="utf-8")
