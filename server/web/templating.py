"""The pages' templates and words."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChainableUndefined, Environment, FileSystemLoader
from markupsafe import Markup

from server.nlp.lang import languages

FOLDER = Path(__file__).parent


@cache
def environment() -> Environment:
    """Templates of this folder; everything put into them is escaped."""
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["pairs"] = lambda values: [(value, value.replace("_", " ")) for value in values]
    made.filters["lang_attribute"] = _lang_attribute
    return made


def _lang_attribute(code: str) -> Markup:
    """` lang="…"` for a language we read; nothing for any other pair of letters a report may carry."""
    return Markup(' lang="{}"').format(code) if code in languages() else Markup("")


@cache
def words(language: str) -> dict[str, Any]:
    """The words of the pages in `de` or `en`."""
    return tomllib.loads((FOLDER / "messages" / f"{language}.toml").read_text(encoding="utf-8"))


def render(template: str, **values: object) -> str:
    """One page."""
    return environment().get_template(template).render(**values)
