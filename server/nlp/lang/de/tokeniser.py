"""Changes to spaCy's German tokeniser, so that its words are those of the treebanks and of news pages."""

from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿ"
_CAPITAL = "A-ZÄÖÜ"
_QUOTES = '"„“”»«‹›'
_INFIXES = (
    rf"(?<=[0-9])\.(?=[{_CAPITAL}][{_LETTER}])",  # a missing space after a year: 2020.Die
    rf"(?<=\S)[{_QUOTES}](?=\S)",  # quotation marks inside a compound stand alone: "Morgenbote"-Reporter
    rf"(?<=[{_LETTER}])[.:;!?](?=[{_QUOTES}])",  # a missing space before quoted speech: sagte:„Wir
    rf"(?<=[{_LETTER}])\)(?=-[{_LETTER}])",
)
_COLON = "[:<>=]"
_NO_GENDER_ENDING = "(?!in(?:nen)?(?![a-zäöüß]))"  # Bürger:innen stays one word


def adjust_tokeniser(nlp: Language) -> None:
    """Replace the infix rules of a German pipeline's tokeniser."""
    usual = [str(infix).replace(_COLON, _COLON + _NO_GENDER_ENDING) for infix in nlp.Defaults.infixes or ()]
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*_INFIXES, *usual]).finditer
