"""German as the attribution finders ask for it (see `components/attribution/reading.py`)."""

from spacy.tokens import Token

from ....components.attribution.blocks import ServiceLines
from ....components.attribution.frames import Frame
from ....components.attribution.headlines import speakers
from ....components.attribution.units import Clause, Unit
from ...tables import read_table
from .frames import RELATIVES, finite_at, frames, is_subordinate
from .kinds import DATA, kind_of, words_of

COMPLEMENTISERS = frozenset(
    row["word"] for row in read_table(DATA / "clauses.tsv") if row["kind"] in ("complement", "interrogative")
) | {"wie", "was"}
SUBJUNCTIVE = frozenset(["sub1", "sub2"])

REPLACING = words_of("replacing")
"""Verbs whose Konjunktiv II often stands for Konjunktiv I."""


class GermanGrammar:
    """The German grammar of the finders."""

    service = ServiceLines(DATA / "service_lines.tsv")
    pointers = words_of("pointer")
    nobody = words_of("nobody")
    naming = frozenset(row["word"] for row in read_table(DATA / "naming_words.tsv"))
    headline_words = frozenset(row["word"] for row in read_table(DATA / "headline_sources.tsv"))
    headline_speakers = speakers(DATA)

    def kind(self, token: Token) -> str:
        """See `Grammar.kind`."""
        return kind_of(token)

    def frames(self, unit: Unit, parts: list[Clause]) -> list[Frame]:
        """See `Grammar.frames`."""
        return frames(unit, parts)

    def finite(self, unit: Unit, part: Clause) -> int | None:
        """See `Grammar.finite`."""
        return finite_at(unit, part)

    def depends(self, unit: Unit, part: Clause) -> bool:
        """See `Grammar.depends`."""
        return is_subordinate(unit, part)

    def content_kind(self, frame: Frame, parts: list[Clause], index: int) -> str:
        """See `Grammar.content_kind`; `skip` for a relative clause or apposition between frame and content."""
        unit, part = frame.unit, parts[index]
        kinds = unit.kinds[part.start : part.end]
        takes_clause = "clause" in frame.verb.complements
        if part.before not in (",", ":") or kinds == "Q":
            return ""
        quoted = part.after == "Q" and kinds == "S"
        if unit.token(part.start).lower_ in COMPLEMENTISERS and ("V" in kinds or quoted):
            return "clause" if takes_clause else ""
        if is_subordinate(unit, part):
            return "skip" if kinds[0] != "S" else ""
        if "t" in kinds and "V" not in kinds:
            return "infinitive" if "infinitive" in frame.verb.complements else ""
        finite = finite_at(unit, part)
        if finite is None:
            if takes_clause and self._goes_on_after_relative(unit, parts, index):
                return "mood"
            return "skip" if part.after == "," else ""
        if not takes_clause or kinds[0] in "CV":
            return ""
        if unit.token(finite)._.mood in SUBJUNCTIVE:
            return "mood"
        plain = frame.source and frame.closed and "direct" in frame.verb.complements and part.start == frame.tail + 1
        return "plain" if plain and not _looks_relative(unit, part) else ""

    def _goes_on_after_relative(self, unit: Unit, parts: list[Clause], index: int) -> bool:
        """Whether the clause's verb, in Konjunktiv, comes after a relative clause: *die Brücken, die …, seien alt*."""
        if index + 2 >= len(parts) or not is_subordinate(unit, parts[index + 1]):
            return False
        start = parts[index + 2].start
        return unit.kinds[start] == "V" and unit.token(start)._.mood in SUBJUNCTIVE

    def resumes(self, unit: Unit, part: Clause) -> bool:
        """See `Grammar.resumes`: *und* with an indicative verb and no subject between them."""
        at = part.start + 1
        return (
            at < part.end
            and unit.kinds[at] == "V"
            and unit.token(at)._.mood == "ind"
            and not is_subordinate(unit, part)
        )

    def continues(self, unit: Unit, part: Clause) -> bool:
        """See `Grammar.continues`: Konjunktiv I, or the Konjunktiv II of *haben*, *sein*, *werden* that replaces it."""
        finite = finite_at(unit, part)
        if finite is None or is_subordinate(unit, part) or finite == part.start:
            return False
        token = unit.token(finite)
        return token._.mood == "sub1" or token._.mood == "sub2" and token._.verb in REPLACING


def _looks_relative(unit: Unit, part: Clause) -> bool:
    """Whether a word that can be a relative pronoun opens a clause with its verb at the end."""
    at = part.start + (unit.kinds[part.start] in "Pp")
    return unit.kinds[part.end - 1] in "Vv" and at < part.end and unit.token(at).lower_ in RELATIVES


GRAMMAR = GermanGrammar()
