"""German annotation: trained tags and morphology, sentence starts by rule, verbs and base forms by lexicon.

Scores, data and licence of the trained part: `models/de_annotation/README.md`.
"""

from pathlib import Path

import spacy
from spacy.language import Language

from ...extensions import declare
from ..sentences import SENTENCES
from .lemmas import GERMAN_LEMMAS
from .tokeniser import adjust_tokeniser
from .verbs import GERMAN_VERBS

NETWORK = Path(__file__).parents[2] / "models" / "de_annotation" / "network"


def german_annotator(network: Path = NETWORK, *, parser: bool = False) -> Language:
    """A new pipeline that sets what `LanguageRules.annotator` promises.

    The parser is shipped for study and for training; it halves the speed and no component reads it.
    Raises `OSError` where the trained network is missing.
    """
    return with_rules(spacy.load(network, exclude=() if parser else ("parser",)))


def with_rules(nlp: Language) -> Language:
    """Add to a trained network the tokeniser's changes and the rule and lexicon components."""
    declare()
    adjust_tokeniser(nlp)
    nlp.add_pipe(SENTENCES, first=True)
    nlp.add_pipe(GERMAN_VERBS)
    nlp.add_pipe(GERMAN_LEMMAS)
    return nlp
