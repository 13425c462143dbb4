"""What the rules look at: one source phrase with its head, its person's name, and the article around it."""

from dataclasses import dataclass
from typing import Protocol

from ...annotations import SourceType
from .article_index import ArticleIndex
from .classes import BODIES, NAMED_BODIES, OFFICIAL_BODIES, ROLES, STATE, TEXTS
from .lexicon import Hit
from .phrase import Run, Segment

SHORTEST_ACRONYM = 2
"""Capitals by which a word in brackets is an institution's short name."""
_WEAK = frozenset(("people", "witness", "group", "accused", "profession", "trade"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A source's type, whether its name is given, the id of the rule that says so, and the fuller mention if any.

    `surname` is set on what a description refers back to: the name under which more may be learned of it.
    `private` is 0 where an office, expertise or fame is told; else what the claims of the person must weigh to be those
    of a witness (`LivedThrough.weight`).
    """

    type: SourceType
    named: bool
    rule: str = ""
    resolved: str | None = None
    surname: str = ""
    private: int = 0


class Judge(Protocol):
    """What a rule may ask about other phrases of the article."""

    def name(self, run: Run) -> Verdict | None:
        """The verdict on a name by what the article says about it elsewhere; None where it says nothing."""

    def author(self, mention: "Mention") -> Verdict | None:
        """The verdict on whose words a statement or post is; None where the phrase does not tell."""


@dataclass(slots=True)
class Mention:
    """One phrase that names one source; `segments` are the phrase and its appositions.

    `described` is set while an earlier, fuller mention stands in for the name, so that it is not looked up again.
    """

    article: ArticleIndex
    judge: Judge
    run: Run
    segments: list[Segment]
    anonymity: bool = False
    described: bool = False
    antecedent: Verdict | None = None

    @property
    def segment(self) -> Segment:
        """The segment that holds the head: the first with a telling one, else the first with any."""
        first = self.segments[0]
        if first.head is not None and not first.head.classes & (_WEAK | {"place"}):
            return first
        headed = [s for s in self.segments if s.head is not None]
        strong = [s for s in headed if s.head and not s.head.classes & _WEAK]
        if first.head is None and first.names:  # a name is described by a role rather than by a text
            strong = [s for s in strong if s.head and s.head.classes & (ROLES | {"party"})] or strong
        return (strong or headed or self.segments)[0]

    @property
    def head(self) -> Hit | None:
        """The lexicon entry that says what the source is, if there is one."""
        return self.segment.head

    @property
    def classes(self) -> frozenset[str]:
        """The head's classes."""
        return self.head.classes if self.head else frozenset()

    @property
    def functions(self) -> set[str]:
        """Determiners and modifiers of all segments."""
        return set[str]().union(*(segment.functions for segment in self.segments))

    @property
    def definite(self) -> bool:
        """Whether the head's phrase opens with a definite article."""
        return self.segment.determiner == "definite"

    @property
    def is_several(self) -> bool:
        """German: whether *die* stands before a noun that is no woman's: *die Lehrer*."""
        first, head = self.segment.begin, self.head
        opened = self.article.heads_first and self.article.words[first].text.lower() == "die"
        word = self.article.words[head.end - 1].text if head is not None else ""
        return opened and not self.article.head_gender_of(word) and not word.endswith("e")

    @property
    def name(self) -> Run | None:
        """The person's name: after the head, in an apposition, or the whole phrase."""
        head = self.head
        for segment in self.segments:
            for run in segment.names:
                if self._is_acronym(segment, run) or self._continues_body(segment):
                    continue
                if segment.head is None or segment.head.classes & (ROLES | {"place"}) and self._is_person(segment, run):
                    return run
        if head is not None and head.classes & ROLES:
            for run in self.segment.complement_names:  # *Sprecher des Weißen Hauses Jan Falk*
                after_body = any(hit.end == run[0] and hit.classes & BODIES for hit in self.segment.complement)
                if after_body and run[1] == self.segment.end and self.article.has_first_name(run):
                    return run
        return None

    def _is_acronym(self, segment: Segment, run: Run) -> bool:
        """Whether a word in capitals only repeats the name of a body before it: *der Verfassungsgerichtshof (VGH)*."""
        word = self.article.words[run[0]].text
        short = segment.head is None and run[1] - run[0] == 1 and sum(map(str.isupper, word)) >= SHORTEST_ACRONYM
        bodies = (each.head is not None and each.head.classes & BODIES for each in self.segments if each is not segment)
        return short and self.article.words[run[0] - 1].text == "(" and any(bodies)

    def _continues_body(self, segment: Segment) -> bool:
        """Whether a noun only goes on what a body is for: *das Landesamt für Gesundheit und Pflege*."""
        first = self.segments[0]
        body = first.head is not None and bool(first.head.classes & (BODIES | TEXTS)) and not first.head.classes & ROLES
        return segment.joined and segment.head is None and body and first.complement_begin is not None

    def _is_person(self, segment: Segment, run: Run) -> bool:
        return segment.head is None or run[0] >= segment.head.end

    @property
    def is_common_noun(self) -> bool:
        """Whether an article stands before a single unknown noun, as before no name: *die Tonbandstimme*."""
        run = self.name
        determined = self.head is None and bool(self.segment.determiner)
        return determined and run is not None and run[1] - run[0] == 1 and not self.article.words[run[0]].quoted

    @property
    def bodies(self) -> list[Hit]:
        """The institutions named beside the head, wherever they stand in the phrase."""
        own = self.segment.bodies()
        others = [hit for s in self.segments if s is not self.segment for hit in (*s.head_zone, *s.complement)]
        return own + [hit for hit in others if hit.classes & BODIES]

    @property
    def institution(self) -> frozenset[str]:
        """The classes of the institution the head belongs to, the nearest first, a mere place last."""
        inside = self.head.modifiers & BODIES if self.head else frozenset[str]()
        found: list[frozenset[str]] = [inside, *(hit.classes for hit in self._nearest_bodies())]
        telling = [classes for classes in found if classes - {"place"}]
        return (telling or [classes for classes in found if classes] or [frozenset[str]()])[0]

    def _nearest_bodies(self) -> list[Hit]:
        """The institutions by their closeness to the head; of two in a compound (*police union*) the last counts."""
        merged: list[Hit] = []
        for hit in self.bodies:
            if merged and not self.article.heads_first and merged[-1].end == hit.begin:
                merged[-1] = hit
            else:
                merged.append(hit)
        return merged

    @property
    def was_seen(self) -> bool:
        """Whether a participle stands between the head and what follows: *a report seen by the Post*."""
        head = self.head
        after = self.article.words[head.end : self.segment.end] if head else []
        return any(word.part_of_speech == "VERB" and not word.is_capital for word in after)

    @property
    def names_body(self) -> bool:
        """Whether a reader learns which institution it is."""
        own = self.classes & NAMED_BODIES
        beside = frozenset[str]().union(self.institution, *(hit.classes for hit in self.bodies))
        return bool(own or beside & NAMED_BODIES or self.principal)

    @property
    def principal(self) -> Run | None:
        """The name that a role belongs to: *Trump's lawyer*, *spokesman for Quandrix*."""
        segment = self.segment
        head = segment.head
        if segment.possessor is not None:
            return segment.possessor
        if head is None:
            return None
        before = [run for run in segment.names if run[1] <= head.begin or head.classes & TEXTS]
        own = self.name
        after = [run for run in segment.complement_names if run != own]
        return next(iter(before or after), None)

    @property
    def complement_roles(self) -> frozenset[str]:
        """The classes of people and texts in the complement: *spokesman for the president*."""
        found = frozenset[str]()
        for hit in (*self.segment.complement, *self.segment.head_zone):
            if hit is not self.segment.head and hit.classes & (ROLES | TEXTS):
                found |= hit.classes - {"servant"}
        return found


def institution_type(classes: frozenset[str]) -> SourceType | None:
    """The type of whoever speaks for an institution of these classes; a mere place yields to a better answer."""
    if classes & (OFFICIAL_BODIES - {"place"}) or classes & STATE:
        return SourceType.OFFICIAL
    if classes & {"outlet", "quoted_outlet", "press"}:
        return SourceType.MEDIA
    if classes & {"organisation", "company", "platform", "research", "academic"}:
        return SourceType.ORGANISATION
    if "place" in classes:
        return SourceType.OFFICIAL
    return None
