"""German annotation: trained tags and morphology, sentence starts by rule, verbs and noun lemmas by lexicon."""

import spacy
from spacy.language import Language

from ...extensions import declare
from ..sentences import SENTENCES
from .tokeniser import adjust_tokeniser
from .verbs import GERMAN_VERBS


def german_annotator() -> Language:
    """A new pipeline that sets sentence starts and each verb's lemma, `_.verb` and `_.mood`."""
    declare()
    nlp = spacy.blank("de")
    adjust_tokeniser(nlp)
    nlp.add_pipe(SENTENCES)
    nlp.add_pipe(GERMAN_VERBS)
    return nlp
