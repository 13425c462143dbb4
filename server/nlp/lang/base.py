"""The contract a language fulfils: one folder under ``lang/`` with a subclass in its ``rules.py``.

Words live in ``data/*.tsv``, never in Python; ``data/SOURCES.md`` gives each file's origin and licence.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from spacy.language import Language
from spacy.tokens import Doc

from ..annotations import Claim
from ..rule import Rule

AttributionRule = Rule[Callable[[Doc], Iterable[Claim]]]


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

    def models(self) -> Mapping[str, str]:
        """The trained models in use, name to version; they are named in every answer and key the cache."""
        return {}
