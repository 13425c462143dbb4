"""Applies a language's source rules to phrases; in a mixed group the better identified source wins."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ...annotations import SourceType
from ...rule import Rule
from .article_index import ArticleIndex
from .bearing import written_out
from .classes import BODIES, PEOPLE, ROLES
from .mention import Mention, Verdict
from .phrase import Run, Segment
from .portrait import portraits

SourceRule = Rule[Callable[[Mention], Verdict | None]]
_UNIDENTIFIED = (SourceType.UNSPECIFIED, SourceType.ANONYMOUS, SourceType.SOCIAL_MEDIA, SourceType.WITNESS)
"""The types that yield to every other one in a mixed group, and to those after them (guidelines, section 2)."""
_NOMINAL = frozenset(("", "NOUN", "PROPN", "PRON", "DET", "NUM", "X"))
"""Parts of speech that a source of one word may have."""


class SourceTyper:
    """Judges phrases of one article."""

    def __init__(self, article: ArticleIndex, rules: Sequence[SourceRule]) -> None:
        self._article = article
        self._rules = rules
        self._names: dict[str, Verdict | None] = {}
        self._learned: dict[str, Verdict] = {}
        self._news = False

    def phrase(self, run: Run, *, antecedent: Verdict | None = None) -> Verdict:
        """The verdict on a source phrase; `antecedent` is that on the mention it refers back to."""
        hidden = self._withholds(run)
        mentions = [
            Mention(self._article, self, run, group, anonymity=hidden, antecedent=antecedent)
            for group in self._sources(self._article.phrase(run).segments)
        ]
        verdicts = [self.mention(mention) for mention in mentions]
        return _best(verdicts) if verdicts else Verdict(SourceType.PERSON, False, self._rules[-1].id)

    def mention(self, mention: Mention) -> Verdict:
        """The first rule's verdict, under the rule's id."""
        for rule in self._rules:
            verdict = rule.apply(mention)
            if verdict is not None:
                return replace(verdict, rule=rule.id, resolved=verdict.resolved or _resolved(mention), surname="")
        return Verdict(SourceType.PERSON, False)

    def is_known(self, run: Run) -> bool:
        """Whether the words of a phrase, taken alone, tell of somebody who can speak or of something written."""
        words = self._article.words[slice(*run)]
        if len(words) == 1 and words[0].part_of_speech not in _NOMINAL and self._article.hit_at(run[0]) is None:
            return False
        verdict = self.phrase(run)
        if not verdict.rule.endswith(".unknown") or verdict.named:
            return True
        segments = self._article.phrase(run).segments
        return any(segment.functions & {"pronoun", "relative"} and not segment.names for segment in segments)

    def name(self, run: Run) -> Verdict | None:
        """See `Judge.name`; remembered by the name as written."""
        run = written_out(self._article, run)
        surname, written = self._article.words[run[1] - 1].text, self._article.text(run)
        if surname in self._learned:
            return self._learned[surname]
        if written not in self._names:
            self._names[written] = None  # two names that describe each other must end
            self._names[written] = self._portrayed(run)
        return self._names[written]

    def learn(self, surname: str, verdict: Verdict) -> None:
        """Note what a later description says of somebody (*der Neurologe*), for all mentions of the name."""
        self._news = self._news or surname not in self._learned
        self._learned[surname] = verdict

    def knows(self, surname: str) -> bool:
        """Whether `learn` has told of a name."""
        return surname in self._learned

    def has_learned(self) -> bool:
        """Whether `learn` has told something since this was last asked."""
        told, self._news = self._news, False
        return told

    def author(self, mention: Mention) -> Verdict | None:
        """See `Judge.author`: the complement, the possessor, or an institution before the head."""
        segment = mention.segment
        if segment.complement_begin is not None:
            inner = self._within((segment.complement_begin, segment.end), mention)
            if inner is not None:
                return inner
        principal = mention.principal
        if principal is not None:
            official = self._article.is_figure(principal)
            return self.name(principal) or Verdict(SourceType.OFFICIAL if official else SourceType.PERSON, True)
        before = [hit for hit in segment.head_zone if hit is not segment.head and hit.classes & (PEOPLE | BODIES)]
        return self._within((before[0].begin, before[-1].end), mention) if before else None

    def _within(self, run: Run, outer: Mention) -> Verdict | None:
        if run[1] - run[0] >= outer.run[1] - outer.run[0]:
            return None  # a phrase that would be its own author must end
        groups = list(self._sources(self._article.phrase(run).segments))
        inner = [Mention(self._article, self, run, group, anonymity=outer.anonymity) for group in groups]
        telling = [mention for mention in inner if mention.head is not None or mention.name is not None]
        return _best([self.mention(mention) for mention in telling]) if telling else None

    def _portrayed(self, run: Run) -> Verdict | None:
        for portrait in portraits(self._article, run):
            groups = list(self._sources(portrait.phrase.segments))
            if portrait.weight < 4 or not groups:
                continue
            mention = Mention(self._article, self, portrait.run, groups[0], described=True)
            if mention.name is None or mention.name[1] != portrait.name[1]:
                continue  # the role there is somebody else's
            verdict = self.mention(mention)
            return replace(verdict, named=True, resolved=self._article.text(portrait.run))
        return None

    def _withholds(self, run: Run) -> bool:
        sentence = self._article.sentence(run[0])
        return any("anonymity" in hit.classes for hit in self._article.hits_in(sentence))

    def _sources(self, segments: Sequence[Segment]) -> Iterable[list[Segment]]:
        """The phrase's segments by the source they name: a conjunction begins another one."""
        groups: list[list[Segment]] = []
        for segment in segments:
            last = segment is segments[-1]
            if groups and not (segment.joined and _stands_alone(segment, groups[-1], last, self._is_one(groups[-1]))):
                groups[-1].append(segment)
            else:
                groups.append([segment])
        return groups

    def _is_one(self, group: Sequence[Segment]) -> bool:
        """Whether the last head is one person, as its article or its form shows."""
        head = group[-1].head
        if group[-1].determiner or head is None:
            return bool(group[-1].determiner)
        word = self._article.span((head.end - 1, head.end))[0]
        return "Number=Plur" not in word.morph and not word.text.endswith("en")  # *Experten und Anwalt Ott*


def _stands_alone(segment: Segment, group: Sequence[Segment], last: bool, one: bool) -> bool:
    """Whether what follows a conjunction is a source of its own rather than part of the one before it.

    `last` says that no apposition follows: *die Ärztin und Autorin, Ada Holm,* is one person. `one` says that what is
    before it is one person: *Ärztin und Autorin Ada Holm*.
    """
    before = group[-1]
    described = group[0].head is not None and bool(group[0].head.classes & ROLES)
    if segment.head is None and described and len(group) > 1 and before.names:
        return False  # *three accusers – Jane, Carol and Ann*
    people = all(s.head is not None and s.head.classes & ROLES for s in (segment, before))
    if people and not segment.determiner and not before.names and (segment.names or not last) and one:
        return False
    if before.complement_begin is None or segment.determiner:
        return True
    return segment.head is not None and bool(segment.head.classes & ROLES)


def _resolved(mention: Mention) -> str | None:
    """What a mention without a name refers back to."""
    return mention.antecedent.resolved if mention.antecedent is not None and mention.name is None else None


def _best(verdicts: Sequence[Verdict]) -> Verdict:
    """The best identified; of equals the first, and what is only unknown after everything that is told."""

    def rank(verdict: Verdict) -> tuple[bool, int, bool]:
        known = not verdict.rule.endswith(".unknown")
        weak = verdict.type in _UNIDENTIFIED
        return known, _UNIDENTIFIED.index(verdict.type) if weak else len(_UNIDENTIFIED), verdict.named

    return max(verdicts, key=rank)
