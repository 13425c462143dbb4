"""German as the attribution finders ask for it (see `components/attribution/reading.py`)."""

from spacy.tokens import Token

from ....components.attribution.blocks import ServiceLines
from ....components.attribution.frames import Frame
from ....components.attribution.units import Clause, Unit
from ...tables import read_table
from .frames import finite_at, frames, is_subordinate
from .kinds import DATA, kind_of

COMPLEMENTISERS = frozenset(
    row["word"] for row in read_table(DATA / "clauses.tsv") if row["kind"] in ("complement", "interrogative")
) | {"wie", "was"}
SUBJUNCTIVE = frozenset(["sub1", "sub2"])


class GermanGrammar:
    """The German grammar of the finders."""

    service = ServiceLines(DATA / "service_lines.tsv")

    def kind(self, token: Token) -> str:
        """See `Grammar.kind`."""
        return kind_of(token)

    def frames(self, unit: Unit, parts: list[Clause]) -> list[Frame]:
        """See `Grammar.frames`."""
        return frames(unit, parts)

    def finite(self, unit: Unit, part: Clause) -> int | None:
        """See `Grammar.finite`."""
        return finite_at(unit, part)

    def content_kind(self, frame: Frame, parts: list[Clause], index: int) -> str:
        """See `Grammar.content_kind`; `skip` for a relative clause or apposition between frame and content."""
        unit, part = frame.unit, parts[index]
        kinds = unit.kinds[part.start : part.end]
        takes_clause = "clause" in frame.verb.complements
        if part.before not in (",", ":") or kinds == "Q":
            return ""
        if unit.token(part.start).lower_ in COMPLEMENTISERS and "V" in kinds:
            return "clause" if takes_clause else ""
        if is_subordinate(unit, part):
            return "skip" if kinds[0] != "S" else ""
        if "t" in kinds and "V" not in kinds:
            return "infinitive" if "infinitive" in frame.verb.complements else ""
        finite = finite_at(unit, part)
        if finite is None:
            return "skip" if part.after == "," else ""
        if not takes_clause or kinds[0] in "CV":
            return ""
        return "mood" if unit.token(finite)._.mood in SUBJUNCTIVE else "plain"

    def continues(self, unit: Unit, part: Clause) -> bool:
        """See `Grammar.continues`."""
        finite = finite_at(unit, part)
        return finite is not None and unit.token(finite)._.mood in SUBJUNCTIVE


GRAMMAR = GermanGrammar()
