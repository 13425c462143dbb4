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
    finders = (direct.framed_quotations, indirect.framed_clauses, beside)
    return chains.going_on(reading, [claim for finder in finders for claim in found_by(finder, reading)])
