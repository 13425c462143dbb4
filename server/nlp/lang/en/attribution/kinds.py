"""The kind of an English word (letters: components/attribution/units.py), from the tagger and a list of small words."""

from pathlib import Path

from spacy.tokens import Token

from ...tables import read_table

DATA = Path(__file__).parents[1] / "data"


def words_of(kind: str) -> frozenset[str]:
    """The small words of one kind from `frame_words.tsv`."""
    return frozenset(row["word"] for row in read_table(DATA / "frame_words.tsv") if row["kind"] == kind)


KINDS = {row["word"]: row["kind"] for row in read_table(DATA / "word_kinds.tsv")}
DATES = frozenset(row["word"] for row in read_table(DATA / "dates.tsv"))
TAGS = {row["tag"]: row["kind"] for row in read_table(DATA / "tag_kinds.tsv")}
NOUN_TAGS = frozenset(["NNP", "NNPS"])


def kind_of(token: Token) -> str:
    """One letter for the word."""
    lower, tag = token.lower_, token.tag_
    if lower in DATES and (token.is_title or token.text[0].islower()) and tag != "MD":
        return "X"
    if lower == "on" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in DATES:
        return "X"
    if tag in NOUN_TAGS or lower == "'s" and tag == "POS":
        return TAGS[tag]
    if lower == "that" and tag in ("DT", "WDT"):
        return "D" if tag == "DT" else "R"
    if lower == "to" and tag == "TO" and token.i + 1 < len(token.doc):
        return "t" if token.nbor(1).tag_ in ("VB", "RB") else "P"
    if lower in ("her", "his") and tag == "PRP$":
        return "D"
    if tag in ("VBN", "VBG") and _before_noun(token):
        return "A"
    return KINDS.get(lower) or TAGS.get(tag, "X")


def _before_noun(token: Token) -> bool:
    """A participle between a determiner or preposition and a noun: *a leaked memo*."""
    if token.i == 0 or token.i + 1 >= len(token.doc) or token.is_sent_start:
        return False
    return token.nbor(-1).tag_ in ("DT", "PRP$", "JJ", "POS", "CD") and token.nbor(1).tag_ in ("NN", "NNS", "NNP", "JJ")
