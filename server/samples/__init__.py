"""Invented articles, one per language, for the demonstration, the playground and the tests."""

from importlib.resources import files

SAMPLES = {code: (files(__name__) / f"{code}.txt").read_text(encoding="utf-8") for code in ("de", "en")}
"""Language code to the plain text of its sample."""
