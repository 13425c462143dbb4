"""The annotator's own file for one article, with the quoted words in it, and its conversion to offsets.

It holds article text, so it stays outside the project. Lines starting with ``;`` are comments::

    page NAME LANGUAGE
    headline CERTAINTY SUPPORT
    [p1]
    form type status score flags | content | source | cue | resolved

Forms ``d i r f n`` and statuses ``A R H D Q Y N`` (`FORMS`, `STATUSES`), types by their first letters, flags ``n``
named, ``c`` check-worthy and one of ``s w m t`` for the medium, or ``-``. A place is words of the current block,
``first words>>last words`` for a long stretch, ``*`` for the whole block; ``#2`` after the words means their second
occurrence, ``p3:`` before them another block, ``&&`` joins pieces.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from server.nlp.annotations import Form, Medium, SourceType, Status

from .pages import Page, digest
from .storage import GoldArticle, GoldClaim, GoldHeadline, GoldSource, Span

FORMS = {"d": Form.DIRECT, "i": Form.INDIRECT, "r": Form.REPORTED, "f": Form.FREE_INDIRECT, "n": Form.NONE}
STATUSES = dict(zip("ARHDQYN", Status, strict=True))
MEDIA = {"s": Medium.SPEECH, "w": Medium.WRITING, "m": Medium.SOCIAL_MEDIA, "t": Medium.THOUGHT}
PLACE = re.compile(r"(?:(?P<block>[hlp]\d*):)?(?P<words>.*?)(?:#(?P<nth>\d+))?", re.DOTALL)


class NotFound(ValueError):
    """Quoted words that are missing from their block, or stand in it more often than the annotator said."""


def read_workfile(path: Path, pages: dict[str, Page]) -> GoldArticle:
    """Convert one working file; raises `NotFound` for words that are not in the page, naming line and words."""
    page, headline, block = None, None, "h"
    claims: list[GoldClaim] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith(";"):
            continue
        try:
            if line.startswith("page "):
                page = pages[line.split()[1]]
            elif line.startswith("headline "):
                headline = GoldHeadline(*(float(value) for value in line.split()[1:3]))
            elif line.startswith("["):
                block = line.strip("[]")
            else:
                assert page is not None, "the page line comes first"
                claims.append(_claim(f"c{len(claims) + 1}", line, page, block))
        except (AssertionError, IndexError, KeyError, ValueError) as error:
            raise NotFound(f"{path.name}:{number}: {error}") from error
    if page is None:
        raise NotFound(f"{path.name}: no page line")
    hashes = {name: digest(text) for name, text in page.texts.items()}
    return GoldArticle(page.name, page.language, hashes, tuple(claims), headline)


def _claim(name: str, line: str, page: Page, block: str) -> GoldClaim:
    head, content, *rest = [part.strip() for part in line.split("|")]
    source, cue, resolved = (rest + ["", "", ""])[:3]
    form, kind, status, score, flags = head.split()
    medium = next((MEDIA[flag] for flag in flags if flag in MEDIA), Medium.UNKNOWN)
    return GoldClaim(
        id=name,
        form=FORMS[form],
        spans=_spans(content, page, block),
        source=GoldSource(
            next(known for known in SourceType if known.startswith(kind)),
            _spans(source, page, block),
            "n" in flags,
            _spans(resolved, page, block),
            medium,
        ),
        cue=_spans(cue, page, block),
        status=STATUSES[status],
        score=float(score),
        checkworthy="c" in flags,
    )


def _spans(places: str, page: Page, block: str) -> tuple[Span, ...]:
    return tuple(_span(place.strip(), page, block) for place in places.split("&&")) if places else ()


def _span(place: str, page: Page, block: str) -> Span:
    match = PLACE.fullmatch(place)
    assert match is not None
    block = match["block"] or block
    text = page.texts[block]
    if match["words"] == "*":
        return block, 0, len(text)
    first, _, last = match["words"].partition(">>")
    begins = list(_occurrences(first, text))
    if not begins or len(begins) > 1 and not match["nth"]:
        raise NotFound(f"{len(begins)} times in {block}: {first!r}")
    begin = begins[int(match["nth"] or 1) - 1]
    end = begin + len(first)
    if last:
        end = next((at for at in _occurrences(last, text) if at >= begin), -1) + len(last)
        if end < begin + len(first):
            raise NotFound(f"not in {block} after {first!r}: {last!r}")
    return block, begin, end


def _occurrences(words: str, text: str) -> Iterator[int]:
    """Where `words` stand in `text` as whole words."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return (found.start() for found in re.finditer(before + re.escape(words) + after, text))
