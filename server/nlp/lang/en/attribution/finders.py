"""The English finders: the shared ones with English grammar and words."""

from collections.abc import Iterator

from ....annotations import Claim
from ....components.attribution import adjuncts as shared
from ....components.attribution import objects as shared_objects
from ....components.attribution.reading import Reading
from .adjuncts import adjuncts
from .objects import object_of


def beside(reading: Reading) -> Iterator[Claim]:
    """Sources named without a verb."""
    return shared.beside(reading, adjuncts)


def objects(reading: Reading) -> Iterator[Claim]:
    """Noun phrases as content."""
    return shared_objects.reported_objects(reading, object_of)
