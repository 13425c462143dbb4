"""Names in quotation marks: *der Film „Die Deichgräfin“* quotes nobody."""

from ...annotations import Claim, Form

MOST_WORDS = 8
"""Words up to which a quotation after a naming word is a name."""
SHORTEST = 4
"""Letters from which a naming word may be the end of a compound (*Dokumentarfilm*)."""
ENDINGS = ("", "s", "es", "n", "en")


def is_name(claim: Claim, naming: frozenset[str]) -> bool:
    """Whether a direct claim is only the name of what the word right before it, or before its colon, says."""
    span = claim.content[0]
    if claim.form is not Form.DIRECT or len(claim.content) > 1 or not span.start:
        return False
    if sum(token.is_alpha for token in span) > MOST_WORDS:
        return False
    before = span.doc[span.start - 1]
    if before.text == ":" and before.i:
        before = before.nbor(-1)
    return any(_ends_in(before.lower_.removesuffix(ending), naming) for ending in ENDINGS)


def _ends_in(word: str, naming: frozenset[str]) -> bool:
    return word in naming or any(word[index:] in naming for index in range(1, len(word) - SHORTEST + 1))
