"""The languages Hearsay reads, found by folder: a new folder with a `rules.py` is a new language."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from .base import LanguageRules


def languages() -> list[str]:
    """The ISO 639-1 codes of every language folder, sorted."""
    return sorted(module.name for module in iter_modules(__path__) if module.ispkg)


@cache
def rules_for(code: str) -> LanguageRules:
    """The one instance of a language's rules. Raises `KeyError` for a language without a folder."""
    if code not in languages():
        raise KeyError(code)
    rules: LanguageRules = import_module(f"{__name__}.{code}.rules").RULES
    return rules
