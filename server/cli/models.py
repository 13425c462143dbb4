"""`hearsay models`: what does the reading."""

from rich.console import Console
from rich.table import Table

from server import __version__
from server.nlp.lang import languages, rules_for


def models() -> None:
    """List the languages and the trained models in use, with their versions."""
    table = Table(title=f"Hearsay {__version__}")
    for heading in ("language", "model", "version"):
        table.add_column(heading, overflow="fold")
    for code in languages():
        for name, version in sorted(rules_for(code).models().items()) or [("(rules only)", "")]:
            table.add_row(code, name, version)
    Console().print(table)
