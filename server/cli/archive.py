"""`hearsay archive`: many articles, from a file of JSON lines to another."""

import os
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from server.archive.local import Processes
from server.archive.run import OtherArchive, run


def archive(
    source: Annotated[Path, typer.Argument(metavar="INPUT.jsonl", exists=True, dir_okay=False, help="Or .jsonl.gz")],
    target: Annotated[Path, typer.Argument(metavar="OUTPUT.jsonl", dir_okay=False, help="Or .jsonl.gz")],
    processes: Annotated[int, typer.Option(min=1, help="How many to use; all cores by default.")] = os.cpu_count() or 1,
    errors: Annotated[Path | None, typer.Option(dir_okay=False, help="Also write error records here.")] = None,
    restart: Annotated[bool, typer.Option("--restart", help="Begin anew instead of going on with OUTPUT.")] = False,
) -> None:
    """Analyse an archive: one JSON object a line, `{"id", "blocks" or "text", "language"?}`.

    Writes the API's answer with the `id`, in the same order; a bad line becomes `{"id", "error"}` and the rest
    goes on. Run again after a kill, it goes on where it stopped. Progress is told on standard error.
    """
    if restart:
        for file in (target, errors):
            if file is not None:
                file.unlink(missing_ok=True)
    pool = Processes(processes)
    try:
        run(source, target, pool.map, errors)
    except OtherArchive:
        _fail(f"{target} holds the answers to other articles; choose another name or say --restart")
    except OSError as error:
        _fail(f"{error.filename}: {error.strerror}")
    except KeyboardInterrupt:
        _fail("stopped; run the same command to go on")
    finally:
        pool.close()


def _fail(message: str) -> NoReturn:
    Console(stderr=True).print(f"hearsay: {message}", style="red", highlight=False, markup=False)
    raise typer.Exit(1)
