"""The German finders: the shared ones with German grammar and words."""

from collections.abc import Iterator

from ....annotations import Claim
from ....components.attribution import adjuncts as shared
from ....components.attribution import chains, direct, indirect
from ....components.attribution.reading import Reading, found_by
from .adjuncts import adjuncts


def beside(reading: Reading) -> Iterator[Claim]:
    """Sources named without a verb."""
    return shared.beside(reading, adjuncts)


def going_on(reading: Reading) -> Iterator[Claim]:
    """Further sentences in Konjunktiv, after the claims of all the other finders."""
    framed = [*found_by(direct.framed_quotations, reading), *found_by(indirect.framed_clauses, reading)]
    return chains.going_on(reading, framed, found_by(beside, reading))
