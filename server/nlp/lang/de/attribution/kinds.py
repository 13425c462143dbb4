"""The kind of a German word (letters: components/attribution/units.py), from word lists, form and annotation."""

from pathlib import Path

from spacy.tokens import Token

from ...tables import read_table

DATA = Path(__file__).parents[1] / "data"


def words_of(kind: str) -> frozenset[str]:
    """The small words of one kind from `frame_words.tsv`."""
    return frozenset(row["word"] for row in read_table(DATA / "frame_words.tsv") if row["kind"] == kind)


KINDS = {row["word"]: row["kind"] for row in read_table(DATA / "word_kinds.tsv")}
DATES = frozenset(row["word"] for row in read_table(DATA / "dates.tsv"))
ADJECTIVE_ENDINGS = ("e", "en", "er", "em", "es")
DATE_PREPOSITIONS = words_of("date_preposition")
TITLED_SMALL = words_of("pronoun")


def kind_of(token: Token) -> str:
    """One letter for the word."""
    text, lower = token.text, token.lower_
    listed = KINDS.get(lower)
    opens = _opens_sentence(token)
    if lower in DATES:
        return "X"
    if text[0].isupper() and not opens and not (lower in TITLED_SMALL or text.isupper() and listed and len(text) > 3):
        return "N"
    if lower == "sein" and token._.verb:
        return "v"
    if lower == "zu":
        return _kind_of_zu(token)
    if lower in DATE_PREPOSITIONS and _before_date(token):
        return "X"
    if listed:
        return listed
    if token._.verb and not (text[0].isupper() and not token._.mood):
        return "V" if token._.mood else "v"
    if token.like_num or text[0].isdigit():
        return "Z"
    if not text[0].isalpha():
        return "X"
    if _looks_adjectival(token):
        return "A"
    return "N" if text[0].isupper() else "X"


def _opens_sentence(token: Token) -> bool:
    if token.is_sent_start or token.i == 0:
        return True
    before = token.nbor(-1)
    return before.text in (":", "„", "“", '"', "»", "«", "–", "‚") and before.i > 0


def _kind_of_zu(token: Token) -> str:
    if token.i + 1 >= len(token.doc):
        return "X"
    after = token.nbor(1)
    if (after._.verb or after.text == "sein") and after.text[0].islower():
        return "t"
    return "p" if after.is_title and token.i and token.nbor(-1).is_title else "P"


def _before_date(token: Token) -> bool:
    if token.i + 1 >= len(token.doc):
        return False
    after = token.nbor(1)
    if after.lower_ in DATES:
        return True
    return after.text[0].isdigit() and any(other.lower_ in DATES for other in token.doc[after.i + 1 : after.i + 3])


def _looks_adjectival(token: Token) -> bool:
    """A word with an adjective's ending before a capital or another such word."""
    if not token.lower_.endswith(ADJECTIVE_ENDINGS) or token.i + 1 >= len(token.doc) or len(token) < 4:
        return False
    after = token.nbor(1)
    if after.text[0].isupper() or after.text in '„"»':
        return True
    return (
        after.lower_ in ("und", "oder", ",")
        or after.lower_.endswith(ADJECTIVE_ENDINGS)
        and after.lower_ not in KINDS
        and not after._.verb
    )
