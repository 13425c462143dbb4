"""Draws an answer as one self-contained HTML page, without scripts."""

from server.cli.segments import segments
from server.nlp import Analysis, Article
from server.web.templating import render


def page(article: Article, analysis: Analysis) -> str:
    """The article with its claims marked, the list of claims, and the headline's rating."""
    blocks = [(block, list(segments(block, analysis))) for block in article.blocks]
    return render("standalone.html", blocks=blocks, analysis=analysis)
