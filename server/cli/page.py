"""Draws an answer as one self-contained HTML page, without scripts."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from server.cli.segments import segments
from server.nlp import Analysis, Article


@cache
def _templates() -> Environment:
    folder = Path(__file__).parents[1] / "web" / "templates"
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def page(article: Article, analysis: Analysis) -> str:
    """The article with its claims marked, the list of claims, and the headline's rating."""
    blocks = [(block, list(segments(block, analysis))) for block in article.blocks]
    return _templates().get_template("standalone.html").render(blocks=blocks, analysis=analysis)
