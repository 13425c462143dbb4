"""The pages' templates and words."""

import tomllib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = Path(__file__).parent


@cache
def environment() -> Environment:
    """Templates of this folder; everything put into them is escaped."""
    return Environment(
        loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


@cache
def words(language: str) -> dict[str, str]:
    """The words of the pages in `de` or `en`."""
    return tomllib.loads((FOLDER / "messages" / f"{language}.toml").read_text(encoding="utf-8"))


def render(template: str, **values: object) -> str:
    """One page."""
    return environment().get_template(template).render(**values)
