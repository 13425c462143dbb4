"""Direct speech: quotations tied to the frame beside them, and those that go on with the same speaker."""

from collections.abc import Iterator

from spacy.tokens import Span

from ...annotations import Claim, Form
from .frames import Frame
from .reading import Line, Reading, claim
from .units import Clause

SPEECH_WORDS = 4
"""Words from which a quotation without frame, standing alone, counts as speech."""


def framed_quotations(reading: Reading) -> Iterator[Claim]:
    """Quotations before, after, on both sides of, or inside a frame with a verb of speech."""
    for line in reading.lines:
        taken: set[int] = set()
        for frame in sorted(line.frames, key=lambda frame: bool(frame.opener)):
            if "direct" not in frame.verb.complements or frame.opener not in ("", "wie", "so", "as"):
                continue
            before = _quotation_before(line, frame)
            after = [] if frame.content else _quotation_after(line, frame)
            inside = _quotations_inside(line, frame)
            name, chosen = (
                ("direct_interrupted", [*before, *after])
                if before and after
                else ("direct_before_frame", before)
                if before
                else ("direct_after_frame", after)
                if after and _is_set_off(line, after[0])
                else ("direct_in_frame", [*inside, *after])
            )
            chosen = [index for index in chosen if index not in taken]
            if not chosen:
                continue
            taken.update(chosen)
            content = [line.unit.span(index, index + 1) for index in sorted(chosen)]
            yield claim(name, Form.DIRECT, content, source=frame.source, cue=frame.cue, medium=frame.verb.medium)


def _quotation_before(line: Line, frame: Frame) -> list[int]:
    """Symbols of the quotation that ends where the frame begins."""
    index = frame.clause - 1
    while index >= 0 and line.parts[index].start > frame.head:
        index -= 1
    if index < 0 or not _is_quotation(line, line.parts[index]) or not (frame.inverted or frame.source):
        return []
    if frame.head < line.parts[frame.clause].start and not frame.inverted:
        return []
    return (
        [line.parts[index].start]
        if frame.inverted or line.parts[frame.clause].before == "Q" or _own_comma(line, index)
        else []
    )


def _own_comma(line: Line, index: int) -> bool:
    """Whether the quotation ends in a comma inside its marks, as in English, or a comma follows it."""
    return (
        line.parts[index].after in (",", "Q")
        or line.unit.span(line.parts[index].start, line.parts[index].end).text.rstrip("\"”’'")[-1:] == ","
    )


def _quotation_after(line: Line, frame: Frame) -> list[int]:
    """Symbols of the quotation that follows the frame, after a colon, a comma or nothing."""
    for part in line.parts[frame.clause + 1 :]:
        if part.start < frame.tail:
            continue
        if _is_quotation(line, part) and part.before in (":", ",", "Q", "-"):
            return [part.start]
        return []
    return []


def _quotations_inside(line: Line, frame: Frame) -> list[int]:
    if frame.content:
        return []
    part = line.parts[frame.clause]
    return [index for index in range(part.start, part.end) if line.unit.kinds[index] == "Q"]


def _is_quotation(line: Line, part: Clause) -> bool:
    return line.unit.kinds[part.start] == "Q"


def _is_set_off(line: Line, symbol: int) -> bool:
    return symbol > 0 and line.unit.kinds[symbol - 1] in ":,-"


def lone_quotations(reading: Reading) -> Iterator[Claim]:
    """Quotations without frame: they go on with the speaker of the speech just before, or have none.

    The speaker is that of the last framed claim in the same block, or of the block before where the quotation opens
    its block; a quotation of less than `SPEECH_WORDS` words, or inside a sentence, is left alone as scare quotes.
    """
    speaker: tuple[int, list[Span]] | None = None
    for line in reading.lines:
        if _is_lone(line):
            if speaker and line.block - speaker[0] <= 1:
                yield claim("direct_chained", Form.DIRECT, [_lone(line)], source=speaker[1])
                speaker = (line.block, speaker[1])
            continue
        named = [frame.source for frame in line.frames if speaks(frame, reading.grammar.nobody)]
        if named:
            speaker = (line.block, named[-1])
        elif speaker and speaker[0] < line.block:
            speaker = None


def speaks(frame: Frame, nobody: frozenset[str]) -> bool:
    """Whether the source may be the speaker of what follows: a verb of speech, and none of the words `nobody`."""
    if not frame.source or "direct" not in frame.verb.complements or frame.opener:
        return False
    return frame.source[0].text.lower() not in nobody


def joined_quotations(reading: Reading) -> Iterator[Claim]:
    """The framed quotations, each with the lone ones right after it as further pieces of one claim."""
    framed = {id(each): each for each in framed_quotations(reading)}
    last_of_line: dict[int, Claim] = {}
    for each in framed.values():
        last_of_line[reading.line_at(each.begin)] = each
    current: Claim | None = None
    for index, line in enumerate(reading.lines):
        if index in last_of_line:
            current = last_of_line[index]
        elif current is not None and _is_lone(line):
            current.content.append(_lone(line))
        else:
            current = None
    yield from framed.values()


def _is_lone(line: Line) -> bool:
    kinds = line.unit.kinds.strip(".,-")
    if not kinds or set(kinds) != {"Q"}:
        return False
    return sum(token.is_alpha for token in line.unit.span(0, len(line.unit))) >= SPEECH_WORDS


def _lone(line: Line) -> Span:
    return line.unit.span(line.unit.kinds.index("Q"), line.unit.kinds.rindex("Q") + 1)
