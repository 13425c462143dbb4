"""The contract a language fulfils: one folder under ``lang/`` with a subclass in its ``rules.py``.

Words live in ``data/*.tsv``, never in Python; ``data/SOURCES.md`` gives each file's origin and licence.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from spacy.language import Language
from spacy.tokens import Doc

from ..annotations import Claim, Medium
from ..clauses import ClauseWords
from ..components.certainty.bands import Reading
from ..components.certainty.scope import Scope
from ..components.sources.lexicon import Lexicon
from ..components.sources.typer import SourceRule
from ..rule import Rule
from .tables import Row, read_table

_DIGEST = 12

AttributionRule = Rule[Callable[[Doc], Iterable[Claim]]]
CertaintyRule = Rule[Callable[[Scope], Iterable[Reading]]]


class LanguageRules(ABC):
    """What the components ask of a language; every method may be called from several threads."""

    code: ClassVar[str]

    @abstractmethod
    def annotator(self) -> Language:
        """A new spaCy pipeline that sets sentence starts, `pos`, `tag`, `morph`, `lemma`, `_.mood`, `_.verb`.

        A sentence never crosses a block boundary. Raises `OSError` where the trained model is missing.
        """

    @abstractmethod
    def attribution_rules(self) -> Sequence[AttributionRule]:
        """The rules that find attributed claims: content, source and cue spans, form and rule id."""

    @abstractmethod
    def clause_words(self) -> ClauseWords:
        """The words that open and join clauses, from `data/clauses.tsv`."""

    @abstractmethod
    def certainty_rules(self) -> Sequence[CertaintyRule]:
        """The rules that read a claim's certainty: each yields what the cues in the claim's scope speak for."""

    @abstractmethod
    def source_lexicon(self) -> Lexicon:
        """The words that show what a source is, from `data/source_*.tsv`, with the language's word forms."""

    @abstractmethod
    def source_rules(self) -> Sequence[SourceRule]:
        """The rules that type a source, in the order they are tried; the last one answers for every phrase."""

    def source_channels(self) -> Mapping[str, Medium]:
        """The medium that each reporting verb (an infinitive) speaks of, from `data/cues.tsv`."""
        return {row["verb"]: Medium(row["medium"]) for row in read_table(self.data / "cues.tsv")}

    def hearsay_verbs(self) -> frozenset[str]:
        """The verbs whose passive reports without a source, from `data/hearsay_passives.tsv`; empty where none is."""
        path = self.data / "hearsay_passives.tsv"
        return frozenset(row["verb"] for row in read_table(path)) if path.is_file() else frozenset()

    def act_verbs(self) -> frozenset[str]:
        """The verbs that with an infinitive tell an act, from `data/act_verbs.tsv`; empty where none is."""
        path = self.data / "act_verbs.tsv"
        return frozenset(row["verb"] for row in read_table(path)) if path.is_file() else frozenset()

    def first_person(self) -> frozenset[str]:
        """Lower-cased words for speaker and reader (*I*, *our*, *you*), from `data/first_person.tsv`."""
        return frozenset(row["word"] for row in read_table(self.data / "first_person.tsv"))

    def models(self) -> Mapping[str, str]:
        """The trained models in use, name to version; they are named in every answer and key the cache.

        The version is the beginning of the SHA-256 over the model folder's files, so it changes with any weight.
        """
        return _models(self.code)

    @property
    def data(self) -> Path:
        """The folder of this language's word tables."""
        return Path(__file__).parent / self.code / "data"

    def headline_words(self, kind: str) -> frozenset[str]:
        """Lower-cased words of one kind from `headline.tsv`; the kinds are the fields of `HeadlineWords`."""
        return frozenset(row["word"] for row in read_table(self.data / "headline.tsv") if row["kind"] == kind)

    def headline_frames(self) -> Sequence[Row]:
        """The rows of `headline_frames.tsv`; `components/headline/frames.py` explains the columns."""
        return read_table(self.data / "headline_frames.tsv")

    def event_sets(self) -> list[list[str]]:
        """The lower-cased words for one event, from `derivations.tsv`; none where the language has no such table."""
        return _word_sets(self.data / "derivations.tsv")

    def synonym_sets(self) -> list[list[str]]:
        """The stems of each set in `synonyms.tsv`; none where the language has no such table."""
        return _word_sets(self.data / "synonyms.tsv")

    def broader_words(self) -> dict[str, frozenset[str]]:
        """The stems of broader words by stem, from `broader.tsv`; none where the language has no such table."""
        table = self.data / "broader.tsv"
        rows = read_table(table) if table.is_file() else []
        return {row["word"]: frozenset(row["broader"].split()) for row in rows}

    def numerals(self) -> dict[str, float]:
        """The values of number words, from `numerals.tsv`; none where the language has no such table."""
        table = self.data / "numerals.tsv"
        return {row["word"]: float(row["value"]) for row in read_table(table)} if table.is_file() else {}


def _word_sets(table: Path) -> list[list[str]]:
    return [row["words"].split() for row in read_table(table)] if table.is_file() else []


@cache
def _models(code: str) -> Mapping[str, str]:
    """The folders `models/<code>_*` and a digest of what lies in each, model cards apart."""
    found = {}
    for folder in sorted((Path(__file__).parents[1] / "models").glob(f"{code}_*")):
        digest = sha256()
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix != ".md":
                digest.update(file.read_bytes())
        found[folder.name] = digest.hexdigest()[:_DIGEST]
    return found
