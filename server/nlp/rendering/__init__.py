"""Draws an article with its claims marked as HTML: for a notebook, as displaCy does, or as a page of its own."""

from functools import cache
from pathlib import Path
from zlib import crc32

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..article import Article
from ..explanation import messages
from ..result import Analysis
from .segments import segments

FOLDER = Path(__file__).parent


class Html(str):
    """HTML as text, which a notebook shows as what it draws."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def render(article: Article | str, analysis: Analysis, *, page: bool = False) -> Html:
    """The article with its claims marked, the list of claims, and the headline's rating; without scripts.

    `article` is what was analysed; a plain text is split as `Pipeline.analyze` splits it. A fragment that can stand
    in any document, or with `page` a whole, self-contained one. Labels are in the article's language.
    """
    if isinstance(article, str):
        article = Article.from_text(article)
    blocks = [(block, list(segments(block, analysis))) for block in article.blocks]
    template = _environment().get_template("page.html" if page else "fragment.html")
    # Two renderings in one notebook must not share their claims' anchors.
    prefix = "" if page else f"h{crc32(article.text.encode()):x}-"
    return Html(
        template.render(
            blocks=blocks,
            analysis=analysis,
            prefix=prefix,
            words=messages(analysis.language.code),
            types=types_css(),
        )
    )


@cache
def types_css() -> str:
    """The looks of the source types, for elements of class `<type>` below one of class `hearsay`."""
    return (FOLDER / "types.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
