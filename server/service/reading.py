"""Reads an article out of a file's content: plain text or a saved web page."""

import re
from typing import Any

import trafilatura

from server.nlp import Article, Block, Role

_MARKUP = re.compile(r"<!doctype html|<html|<\?xml", re.IGNORECASE)
_ROLES = {"head": Role.SUBHEADING, "p": Role.BODY, "quote": Role.BODY, "item": Role.BODY}


class NoArticle(ValueError):
    """The page holds no article text."""


def read_article(content: str) -> Article:
    """The article in `content`: a web page where it starts like one, else plain text. Raises `NoArticle`."""
    article = from_page(content) if _MARKUP.match(content.lstrip()) else Article.from_text(content)
    if not article.blocks:
        raise NoArticle("there is no article text in the input")
    return article


def from_page(page: str) -> Article:
    """The article of a web page, found by trafilatura: its title, then headings and paragraphs in order."""
    found: Any = trafilatura.bare_extraction(page, include_comments=False, include_tables=False, with_metadata=True)
    if found is None or found.body is None:
        raise NoArticle("there is no article text in the page")
    elements = list(found.body.iter(*_ROLES))
    # The page's own main heading beats its metadata, which often carries the outlet's name too.
    headings = (element for element in elements if element.tag == "head" and element.get("rend") == "h1")
    title = next((_text(heading) for heading in headings), "") or _spaces(found.title or "")
    texts = [(Role.HEADLINE, title)] if title else []
    for element in elements:
        text = _text(element)
        if text and text != title and not any(child.tag in _ROLES for child in element):
            texts.append((_ROLES[element.tag], text))
    return Article(tuple(Block(f"b{index}", role, text) for index, (role, text) in enumerate(texts)))


def _text(element: Any) -> str:
    return _spaces("".join(element.itertext()))


def _spaces(text: str) -> str:
    return " ".join(text.split())
