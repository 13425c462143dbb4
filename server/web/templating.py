"""The pages' templates and words."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChainableUndefined, Environment, FileSystemLoader

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
    return made


@cache
def words(language: str) -> dict[str, Any]:
    """The words of the pages in `de` or `en`."""
    return tomllib.loads((FOLDER / "messages" / f"{language}.toml").read_text(encoding="utf-8"))


def render(template: str, **values: object) -> str:
    """One page."""
    return environment().get_template(template).render(**values)
