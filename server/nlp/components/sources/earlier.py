"""A source already judged, as the pronouns and descriptions after it may refer back to it."""

from dataclasses import dataclass

from .mention import Verdict
from .phrase import Phrase, Run


@dataclass(frozen=True, slots=True)
class Earlier:
    """A source already judged: its words, verdict, and the classes and names that a later mention may repeat."""

    run: Run
    verdict: Verdict
    classes: frozenset[str]
    heads: tuple[str, ...]
    text: str
    plural: bool
    surname: str
    gender: str = ""

    @property
    def is_thing(self) -> bool:
        """Whether nothing is known of it, not even a name."""
        return self.verdict.rule.endswith(".unknown") and not self.verdict.named


def classes_of(phrase: Phrase) -> frozenset[str]:
    """The classes of all heads in a phrase."""
    heads = [segment.head.classes for segment in phrase.segments if segment.head is not None]
    return frozenset[str]().union(*heads)


def surname_of(phrase: Phrase) -> str:
    """The last word of the person's name in a mention; empty where it has none."""
    names = [name for segment in phrase.segments if not segment.head for name in segment.names]
    return phrase.words[names[0][1] - 1].text if names else ""
