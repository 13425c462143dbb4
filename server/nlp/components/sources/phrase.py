"""A source phrase read without a parser: its segments, the head of each, complement, names, determiner.

*die Sprecherin des Nationalen Sicherheitsrates, Adele Wieland* has two segments; the first one's head is
`Sprecherin`, its complement holds `Nationalen Sicherheitsrates`; the second holds a name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .classes import BODIES, DETERMINERS, FIRST_NAMES, NAMING, PEOPLE, ROLES, TEXTS
from .lexicon import Hit
from .words import Word

Run = tuple[int, int]
"""Word indices, end exclusive."""
_DIVIDING = frozenset(("conjunction", "copula", "heading"))
_SEAMS = frozenset(",;:()[]–—")
OCCUPATIONS = frozenset(("profession", "trade", "people", "group", "parent"))
"""Classes of words that say less of somebody than a role beside them."""
_ATTRIBUTES = frozenset(("ADJ", "VERB", ""))


@dataclass(slots=True)
class Segment:
    """A noun phrase up to a comma, a bracket or a conjunction; `joined` says that a conjunction came before it."""

    begin: int
    end: int
    functions: set[str] = field(default_factory=set)
    head_zone: list[Hit] = field(default_factory=list)
    complement: list[Hit] = field(default_factory=list)
    names: list[Run] = field(default_factory=list)
    complement_names: list[Run] = field(default_factory=list)
    possessor: Run | None = None
    head: Hit | None = None
    joined: bool = False
    complement_begin: int | None = None

    @property
    def determiner(self) -> str:
        """`definite`, `indefinite` or empty."""
        return next((name for name in ("indefinite", "definite") if name in self.functions), "")

    def bodies(self) -> list[Hit]:
        """The institutions named beside the head, those before it first."""
        return [hit for hit in (*self.head_zone, *self.complement) if hit is not self.head and hit.classes & BODIES]


@dataclass(slots=True)
class Phrase:
    """A source phrase as its segments in text order; `words` are those of the whole Doc."""

    words: Sequence[Word]
    segments: list[Segment]

    def text(self, run: Run) -> str:
        """The words of a run, a blank between each two."""
        return " ".join(word.text for word in self.words[slice(*run)])


class PhraseReader:
    """Reads phrases of one Doc. `heads_first`: the head opens the noun phrase (German) or closes it (English).

    `surnames` are the words of the lexicon that the article uses as surnames.
    """

    def __init__(
        self, words: Sequence[Word], hits: Mapping[int, Hit], heads_first: bool, surnames: frozenset[str]
    ) -> None:
        self._words = words
        self._surnames = surnames
        self._hits = hits
        self._heads_first = heads_first

    def read(self, begin: int, end: int) -> Phrase:
        """The phrase of the words `begin` to `end`."""
        segments = []
        start, joined, skipped = begin, False, False
        for index in range(begin, end + 1):
            if skipped and index < end and self._words[index].text not in _SEAMS:
                start = index + 1
                continue
            skipped = start < index < end and self._opens_relative(index)
            joins = index < end and self._joins(index)
            if index == end or skipped or self._parts(index):
                clause = start > begin and any(word.finite for word in self._words[start:index])
                segment = self._segment(start, index) if start < index and not clause else None
                if segment is not None:
                    segment.joined = joined
                    segments.append(segment)
                start = index + 1
                joined = joins or joined and segment is None
        return Phrase(self._words, segments)

    def _opens_relative(self, index: int) -> bool:
        """English: *who* inside a phrase: what follows up to a comma says what somebody does, not who it is."""
        hit = self._hits.get(index)
        return not self._heads_first and hit is not None and "personal_relative" in hit.classes

    def _parts(self, index: int) -> bool:
        """Whether a word divides segments: a comma, a bracket, a conjunction, *is* between a name and a role."""
        hit = self._hits.get(index)
        return self._words[index].text in _SEAMS or hit is not None and bool(hit.classes & _DIVIDING)

    def _joins(self, index: int) -> bool:
        hit = self._hits.get(index)
        return hit is not None and "conjunction" in hit.classes

    def _segment(self, begin: int, end: int) -> Segment | None:
        """One segment; None for a relative clause, which says what somebody does, not who it is."""
        segment = Segment(begin, end)
        in_complement = False
        index = begin
        if self._heads_first:
            begin = index = self._after_attribute(segment, begin, end)
        while index < end:
            hit = self._hits.get(index)
            if hit is not None and hit.end <= end and self._is_adjective(hit, end):
                segment.functions |= hit.classes & {"age"}
                index = hit.end
            elif hit is not None and hit.end <= end and not self._is_surname(segment, hit):
                classes = hit.classes
                if index == begin and "relative" in classes and not classes & DETERMINERS and end - begin > 2:
                    return None
                if not in_complement and self._opens_complement(segment, classes):
                    in_complement = True
                    segment.complement_begin = index
                self._place(segment, hit, in_complement)
                index = hit.end
            else:
                if segment.head_zone and self._words[index].part_of_speech == "VERB" and not in_complement:
                    in_complement = True  # *polls conducted since …*
                    segment.complement_begin = index
                self._name(segment, index, in_complement)
                index += 1
        if segment.possessor is not None and not (segment.head_zone or segment.names):
            segment.names, segment.possessor = [segment.possessor], None  # *Cruz's*, of something said before
        segment.head = self._head(segment.head_zone)
        if segment.head is not None and segment.head.classes & ROLES - PEOPLE:
            whole = (hit for hit in segment.complement if hit.classes & (PEOPLE | TEXTS))
            counted = [hit for hit in whole if not self._words[hit.end - 1].possessive]
            segment.head = counted[0] if counted else segment.head  # *some of the victims*
        return segment

    def _after_attribute(self, segment: Segment, begin: int, end: int) -> int:
        """German: where the noun phrase goes on after what is said of its head: *der für die Region zuständige Rat*.

        Such an attribute opens with another article or a preposition and closes with an adjective before a noun.
        """
        opener, second = self._hits.get(begin), self._hits.get(begin + 1)
        if opener is None or second is None or not opener.classes & DETERMINERS or opener.end != begin + 1:
            return begin
        if not second.classes & (DETERMINERS | {"preposition", "reflexive"}) or second.classes & {"quantity"}:
            return begin
        for index in range(second.end, end - 1):
            word, after = self._words[index], self._words[index + 1]
            small = word.is_word and not word.is_capital and word.part_of_speech in _ATTRIBUTES
            if small and index not in self._hits and (after.is_capital or after.is_quote):
                segment.functions |= opener.classes
                return index + 1
        return begin

    def _is_adjective(self, hit: Hit, end: int) -> bool:
        """German: whether a listed noun is an adjective here: *Konservative Politiker*, *Betroffene Eltern*."""
        if not self._heads_first or hit.end != hit.begin + 1 or hit.end >= end or not hit.classes & PEOPLE:
            return False
        word, after = self._words[hit.begin], self._hits.get(hit.end)
        noun = after is not None and self._words[hit.end].is_capital and bool(after.classes & (PEOPLE | BODIES))
        return noun and word.part_of_speech == "ADJ"

    def _is_surname(self, segment: Segment, hit: Hit) -> bool:
        """Whether a word of the lexicon is a surname here: it follows a first name, or is one in the article."""
        before = self._hits.get(hit.begin - 1) if hit.begin > segment.begin else None
        word = self._words[hit.begin]
        if hit.end != hit.begin + 1 or hit.modifiers or not word.is_capital:
            return False
        if word.text in self._surnames and not (before and before.classes & DETERMINERS):
            return True
        return (
            before is not None
            and bool(before.classes & FIRST_NAMES)
            and not before.classes & BODIES
            and not self._words[hit.begin - 1].possessive
        )

    def _opens_complement(self, segment: Segment, classes: frozenset[str]) -> bool:
        return bool((segment.head_zone or segment.names) and classes & {"preposition", "genitive"})

    def _place(self, segment: Segment, hit: Hit, in_complement: bool) -> None:
        classes = hit.classes
        runs = segment.complement_names if in_complement else segment.names
        continues = bool(runs) and runs[-1][1] == hit.begin
        naming = classes & (NAMING if continues else NAMING - {"particle"})
        if naming and not classes & (ROLES | BODIES):
            if "woman" in classes and segment.determiner and not in_complement and not self._opens_name(hit.end):
                segment.head_zone.append(Hit(hit.begin, hit.end, frozenset(("people",))))  # *eine Frau aus Kiel*
                return
            self._name(segment, hit.begin, in_complement)
            return
        if classes & (ROLES | TEXTS | BODIES):
            quoted = self._words[hit.begin].quoted and not classes & BODIES
            if quoted:
                self._name(segment, hit.begin, in_complement)
            else:
                (segment.complement if in_complement else segment.head_zone).append(hit)
        if not in_complement:
            segment.functions |= classes | (hit.modifiers & {"former", "unnamed", "senior"})

    def _opens_name(self, index: int) -> bool:
        return index < len(self._words) and self._words[index].is_word and self._words[index].is_capital

    def _name(self, segment: Segment, index: int, in_complement: bool) -> None:
        """Add a capitalised word to the run of name words it continues, or let it begin one."""
        word = self._words[index]
        hit = self._hits.get(index)
        particle = hit is not None and "particle" in hit.classes
        runs = segment.complement_names if in_complement else segment.names
        if (
            runs
            and self._continues(runs[-1], index)
            and (word.is_capital or particle or word.quoted or word.text.isdigit())
        ):
            runs[-1] = (runs[-1][0], index + 1)
        elif word.is_word and (word.is_capital or word.quoted):
            runs.append((index, index + 1))
        if word.possessive and runs and runs[-1][1] == index + 1 and not in_complement:
            segment.possessor = runs.pop()

    def _continues(self, run: Run, index: int) -> bool:
        between = self._words[run[1] : index]
        return all(word.is_quote for word in between) and not self._words[run[1] - 1].possessive

    def _head(self, zone: Sequence[Hit]) -> Hit | None:
        for group in (PEOPLE | TEXTS, BODIES - {"place"}, BODIES, ROLES):
            found = [hit for hit in zone if hit.classes & group]
            if found:
                return found[0] if self._heads_first else self._last(found)
        return None

    def _last(self, found: Sequence[Hit]) -> Hit:
        """English: the last word tells, unless it only adds an occupation: *Pentagon spokesman Captain Ada Holm*."""
        last = found[-1]
        if last.classes <= OCCUPATIONS and len(found) > 1 and found[-2].classes & (PEOPLE - OCCUPATIONS):
            before = found[-2]
            return last if self._words[before.end - 1].possessive else before
        return last
