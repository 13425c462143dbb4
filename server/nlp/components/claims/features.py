"""What check-worthiness is judged by: surface features of a stretch of text, each a name and a number near 0…1."""

from spacy.tokens import Span, Token

from ...article import Layout, Role

Features = dict[str, float]

_USUAL_LENGTH = 20
_LONG = 40
_SHORT = 8


def surface(span: Span, first_person: frozenset[str]) -> Features:
    """Features of the words alone; `first_person` lists the language's words for speaker and reader."""
    words = [token for token in span if token.is_alpha or token.like_num]
    count = max(1, len(words))
    names = sum(token.pos_ == "PROPN" for token in words)
    numbers = sum(_is_number(token) for token in words)
    return {
        "length": min(count, _LONG) / _USUAL_LENGTH,
        "short": float(count < _SHORT),
        "number": float(numbers > 0),
        "numbers": min(numbers, 3) / 3,
        "name": float(names > 0),
        "names": min(names, 4) / 4,
        "adjectives": 5 * sum(token.pos_ == "ADJ" for token in words) / count,
        "adverbs": 5 * sum(token.pos_ == "ADV" for token in words) / count,
        "pronouns": 5 * sum(token.pos_ == "PRON" for token in words) / count,
        "first_person": float(any(token.lower_ in first_person for token in words)),
        "opens_with_pronoun": float(bool(words) and words[0].pos_ == "PRON"),
        "opens_with_adverb": float(bool(words) and words[0].pos_ in ("ADV", "CCONJ")),
        "exclamation": float("!" in span.text),
        "question": float("?" in span.text),
        "quotation": float(any(token.is_quote for token in span)),
        "past": float(any(token.morph.get("Tense", []) == ["Past"] for token in words)),
        "participle": float(any(token.tag_ in ("VVPP", "VBN") for token in words)),
        "finite": float(any(token._.mood for token in words)),
    }


def place(span: Span) -> Features:
    """Features of the stretch's place in the article: what comes early is the news."""
    layout: Layout = span.doc._.layout
    block = layout.index_at(span.start_char)
    role = layout.blocks[block].role
    return {
        "headline": float(role is Role.HEADLINE),
        "lead": float(role is Role.LEAD),
        "early": 1 / (1 + block),
    }


def _is_number(token: Token) -> bool:
    """Whether it holds a digit or is a number word (*sieben*)."""
    return any(character.isdigit() for character in token.text) or token.like_num and token.pos_ == "NUM"
