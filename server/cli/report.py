"""`hearsay report`: what an archive's answers add up to, as a page."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from server.archive.errors import ArchiveError
from server.corpus.answers import read_answers
from server.corpus.page import report as draw
from server.corpus.table import write_csv
from server.corpus.tally import Tally


class Language(StrEnum):
    """Languages of the page."""

    DE = "de"
    EN = "en"


def report(
    answers: Annotated[Path, typer.Argument(metavar="ANSWERS", exists=True, dir_okay=False)],
    html: Annotated[Path, typer.Option(dir_okay=False, help="Where to write the page.")],
    csv: Annotated[
        Path | None, typer.Option(dir_okay=False, help="Also write the counts per outlet and month.")
    ] = None,
    language: Annotated[Language, typer.Option(help="Of the page.")] = Language.EN,
) -> None:
    """Draw a page about an archive: what the answers of `hearsay archive` add up to.

    Source types, the share of unnamed sources, and headline mismatch, by outlet and month.
    Not to be confused with `hearsay reports`, which exports readers' corrections.
    Reads `.jsonl`, `.jsonl.gz` and `.parquet`, in memory that does not grow with the archive. The page is one file
    that loads nothing from anywhere.
    """
    try:
        tally = Tally().count(read_answers(answers))
        html.write_text(draw(tally, language.value, answers.name), encoding="utf-8")
        if csv is not None:
            write_csv(tally, csv)
    except ArchiveError as error:
        _say(str(error))
        raise typer.Exit(1) from None
    except OSError as error:
        _say(f"{error.filename}: {error.strerror}")
        raise typer.Exit(1) from None
    _say(f"{tally.whole().articles} articles counted, {tally.errors + tally.unreadable} left out; see {html}")


def _say(message: str) -> None:
    Console(stderr=True).print(f"hearsay: {message}", highlight=False, markup=False, soft_wrap=True)
