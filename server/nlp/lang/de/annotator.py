"""German annotation: sentence starts, verbs with mood."""

import spacy
from spacy.language import Language

from ...extensions import declare
from .. import sentences as _sentences  # registers the factories
from . import verbs as _verbs


def german_annotator() -> Language:
    """A new pipeline that sets sentence starts and each verb's lemma, `_.verb` and `_.mood`."""
    declare()
    nlp = spacy.blank("de")
    nlp.add_pipe("hearsay_sentences")
    nlp.add_pipe("german_verbs")
    return nlp
