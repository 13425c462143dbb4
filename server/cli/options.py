"""`hearsay settings`: every option of the service, its default and what it does."""

from typing import Annotated

import typer
from pydantic import AliasChoices, SecretStr
from pydantic.fields import FieldInfo
from rich.console import Console
from rich.table import Table

from server.settings import Settings

HEADINGS = ("variable", "default", "meaning")


def settings(
    markdown: Annotated[bool, typer.Option("--markdown", help="As the table in docs/operations.md.")] = False,
) -> None:
    """List every option: environment variables, read when the server starts."""
    rows = option_rows()
    if markdown:
        typer.echo(markdown_table(rows))
        return
    table = Table(*HEADINGS)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


def option_rows() -> list[tuple[str, str, str]]:
    """Names, default and description of every option."""
    return [
        (_names(name, field), _default(field), field.description or "") for name, field in Settings.model_fields.items()
    ]


def markdown_table(rows: list[tuple[str, str, str]]) -> str:
    """The options as a Markdown table."""
    lines = [f"| {' | '.join(HEADINGS)} |", "|---|---|---|"]
    lines += [f"| `{names}` | {f'`{default}`' if default else ''} | {meaning} |" for names, default, meaning in rows]
    return "\n".join(lines)


def _names(name: str, field: FieldInfo) -> str:
    alias = field.validation_alias
    names = (
        [str(choice) for choice in alias.choices] if isinstance(alias, AliasChoices) else [f"HEARSAY_{name.upper()}"]
    )
    return "` or `".join(names)


def _default(field: FieldInfo) -> str:
    value = field.default
    if field.default_factory is not None or value is None or isinstance(value, SecretStr):
        return ""
    return ",".join(value) if isinstance(value, tuple) else str(value)
