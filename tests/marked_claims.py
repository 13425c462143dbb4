"""Claims as marked in an example, so that certainty is tested apart from attribution."""

from spacy.tokens import Doc, Span

from server.nlp.annotations import Claim, Form, Source, SourceType
from tests.markup import Marked, Piece


def with_claims(doc: Doc, marked: Marked) -> Doc:
    """The annotated example with its marked claims, sources and cues put in, and no certainty yet."""
    doc._.claims = [
        Claim(
            content=spans(doc, claim.pieces["claim"]),
            form=Form(str(claim.attributes.get("form", "none" if not claim.pieces["cue"] else "indirect"))),
            rule="marked",
            source=Source(spans(doc, claim.pieces["source"]), SourceType(str(claim.attributes.get("type", "none")))),
            cue=spans(doc, claim.pieces["cue"]),
        )
        for claim in marked.claims
    ]
    return doc


def spans(doc: Doc, pieces: list[Piece]) -> list[Span]:
    """The token spans of code point pairs; raises `AssertionError` where a mark cuts a word."""
    found = [doc.char_span(begin, end) for begin, end in pieces]
    assert None not in found, f"a mark cuts a word of: {doc.text}"
    return found
