"""The English finders: the shared ones with English grammar and words."""

from collections.abc import Iterator

from ....annotations import Claim
from ....components.attribution import adjuncts as shared
from ....components.attribution.reading import Reading
from .adjuncts import adjuncts


def beside(reading: Reading) -> Iterator[Claim]:
    """Sources named without a verb."""
    return shared.beside(reading, adjuncts)
