"""`hearsay serve`: the service, by gunicorn, in the foreground."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from server.settings import Settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    workers: Annotated[int | None, typer.Option(help="Processes.")] = None,
) -> None:
    """Start the server that the browser extension talks to.

    All options are environment variables named `HEARSAY_…`; `docs/operations.md` lists them.
    """
    for name, value in (("HOST", host), ("PORT", port), ("WORKERS", workers)):
        if value is not None:
            os.environ[f"HEARSAY_{name}"] = str(value)
    settings = Settings()
    # One heap for all threads: glibc gives each its own and keeps them; measured 180 MB a worker instead of 120.
    os.environ.setdefault("MALLOC_ARENA_MAX", "1")
    Console(stderr=True).print(
        f"[bold]Hearsay[/] is loading; then open [link]http://{settings.host}:{settings.port}/[/link] "
        "or click the extension on a news article. Ctrl-C ends it."
    )
    configuration = Path(__file__).parents[1] / "gunicorn.conf.py"
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "-c", str(configuration), "server.wsgi:app"])
