"""`hearsay analyze`: one article, from a file or standard input."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from server.cli import terminal
from server.nlp import Article, load_pipeline, render
from server.nlp.lang import languages
from server.nlp.pipeline import UnsupportedLanguage
from server.service.analyst import serialise
from server.service.reading import NoArticle, read_article


class Output(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def analyze(
    file: Annotated[str, typer.Argument(help="A text or HTML file, or `-` for standard input.")],
    language: Annotated[str | None, typer.Option(help="`de` or `en`; detected by default.")] = None,
    output: Annotated[Output, typer.Option("--format", help="Marked text, the API's JSON, or a page.")] = Output.TEXT,
    explain: Annotated[bool, typer.Option("--explain", help="Say for every claim why.")] = False,
    min_confidence: Annotated[
        float | None, typer.Option(min=0, max=1, help="Leave out claims less certain to be claims.")
    ] = None,
    ui_language: Annotated[str | None, typer.Option(help="Language of explanations; the article's by default.")] = None,
) -> None:
    """Mark the claims of one article, who vouches for each, and how sure the text is.

    Plain text: the first line is the headline, every further line a paragraph.
    A web page: the article is found in it. Colours follow `NO_COLOR` and are left out in pipes.

    Examples: `hearsay analyze article.txt --explain` · `curl … | hearsay analyze - --format json`
    """
    article = _article(file)
    known = languages()
    if language is not None and language not in known:
        raise typer.BadParameter(f"one of {', '.join(known)}", param_hint="--language")
    try:
        analysis = load_pipeline([language] if language else None).analyze(
            article, language=language, min_confidence=min_confidence, ui_language=ui_language
        )
    except UnsupportedLanguage as error:
        _fail(f"{error} (say --language if this is wrong)")
    if output is Output.TEXT:
        terminal.draw(Console(), article, analysis, explain=explain)
    elif output is Output.JSON:
        typer.echo(serialise(analysis))
    else:
        typer.echo(render(article, analysis, page=True))


def _article(file: str) -> Article:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return read_article(data.decode("utf-8-sig"))
    except OSError as error:
        _fail(f"{file}: {error.strerror}")
    except UnicodeDecodeError:
        _fail(f"{file}: not UTF-8 text")
    except NoArticle as error:
        _fail(f"{file}: {error}")


def _fail(message: str) -> NoReturn:
    Console(stderr=True).print(f"hearsay: {message}", style="red", highlight=False, markup=False)
    raise typer.Exit(1)
