"""`hearsay archive`: many articles, from one file to another."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from server.archive.errors import ArchiveError
from server.archive.local import Processes
from server.archive.record import lost
from server.archive.run import journal, over, run
from server.archive.stream import analyze_lines


class EngineName(StrEnum):
    """What the articles are shared out by."""

    LOCAL = "local"
    RAY = "ray"


def archive(
    source: Annotated[Path, typer.Argument(metavar="INPUT", exists=True, dir_okay=False)],
    target: Annotated[Path, typer.Argument(metavar="OUTPUT", dir_okay=False)],
    processes: Annotated[int, typer.Option(min=1, help="How many to use; all cores by default.")] = os.cpu_count() or 1,
    errors: Annotated[Path | None, typer.Option(dir_okay=False, help="Also write error records here.")] = None,
    restart: Annotated[bool, typer.Option("--restart", help="Begin anew instead of going on with OUTPUT.")] = False,
    engine: Annotated[EngineName, typer.Option(help="Processes of this machine, or Ray.")] = EngineName.LOCAL,
    address: Annotated[str | None, typer.Option(help="A running Ray cluster; by default one is started here.")] = None,
) -> None:
    """Analyse an archive: `.jsonl` or `.jsonl.gz` (one object a line) or `.parquet`, in and out.

    A record is `{"id", "blocks" or "text", "language"?, "outlet"?, "date"?}`; further fields are left aside.
    Writes the API's answer with `id`, `outlet` and `date`, in the same order; a bad record becomes `{"error", "id"}`
    and the rest goes on. Run again after a kill, it goes on where it stopped. Progress is told on standard error.
    """
    if restart:
        for file in (target, journal(target), errors):
            if file is not None:
                file.unlink(missing_ok=True)
    try:
        if engine is EngineName.RAY:
            _on_ray(source, target, processes, errors, address)
        else:
            _on_this_machine(source, target, processes, errors)
    except ArchiveError as error:
        _fail(str(error))
    except OSError as error:
        _fail(f"{error.filename or target}: {error.strerror}")
    except KeyboardInterrupt:
        _fail("stopped; run the same command to go on")


def _on_this_machine(source: Path, target: Path, processes: int, errors: Path | None) -> None:
    pool = Processes(processes, analyze_lines, lost)
    try:
        run(source, target, over(pool.map), errors)
    finally:
        pool.close()


def _on_ray(source: Path, target: Path, actors: int, errors: Path | None, address: str | None) -> None:
    from server.archive.ray import Cluster

    cluster = Cluster(actors, address)
    try:
        run(source, target, cluster.answers, errors)
    finally:
        cluster.close()


def _fail(message: str) -> NoReturn:
    Console(stderr=True).print(f"hearsay: {message}", style="red", highlight=False, markup=False, soft_wrap=True)
    raise typer.Exit(1)
