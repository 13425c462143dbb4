"""English as the attribution finders ask for it (see `components/attribution/reading.py`)."""

from spacy.tokens import Token

from ....components.attribution.blocks import ServiceLines
from ....components.attribution.frames import Frame
from ....components.attribution.headlines import speakers
from ....components.attribution.units import Clause, Unit
from ...tables import read_table
from .frames import finite_at, frames, is_relative
from .kinds import DATA, kind_of, words_of


class EnglishGrammar:
    """The English grammar of the finders."""

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
        return unit.kinds[part.start] in "SR" or is_relative(unit, part)

    def content_kind(self, frame: Frame, parts: list[Clause], index: int) -> str:
        """See `Grammar.content_kind`: only *that* and a colon open a content outside the frame's own clause."""
        unit, part = frame.unit, parts[index]
        kinds = unit.kinds[part.start : part.end]
        if "clause" not in frame.verb.complements or kinds == "Q" or part.before not in (",", ":"):
            return ""
        if kinds[0] in "SRD" and unit.token(part.start).lower_ == "that" and "V" in kinds:
            return "clause"
        if part.before == ":" and "V" in kinds:
            return "colon"
        return "skip" if is_relative(unit, part) or finite_at(unit, part) is None and part.after == "," else ""

    def resumes(self, unit: Unit, part: Clause) -> bool:
        """See `Grammar.resumes`: not told apart in English."""
        return False

    def continues(self, unit: Unit, part: Clause) -> bool:
        """See `Grammar.continues`: English has no mood for it."""
        return False


GRAMMAR = EnglishGrammar()
