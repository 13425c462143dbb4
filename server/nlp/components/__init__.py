"""The components, listed once in the order they run; each folder's `factory.py` registers one."""

from importlib import import_module

COMPONENTS = ("attribution", "sources", "certainty", "claims", "headline")
"""What runs after the language's own annotator, in this order; the spaCy names are `hearsay_<name>`."""


def register() -> None:
    """Register every component's factory with spaCy; calling it again changes nothing."""
    for name in COMPONENTS:
        import_module(f"{__name__}.{name}.factory")
