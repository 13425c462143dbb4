"""Hearsay's server: who says what in an article, and how surely."""

from importlib.metadata import version

__version__ = version("hearsay")
