"""What the headline promises: the proposition of its strongest claim, and how certain a reader must take it to be."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span

from ...annotations import CertaintyCue, Claim, CueKind, Form, Source, SourceType, Status
from ..certainty.bands import OWN_VOICE
from .frames import Frame, HeadlineFrames
from .reading import HeadlineWords, beside, beside_after, part_of
from .support import INSTITUTIONS

PLAIN = {
    Status.ASSERTED: 0.92,
    Status.REPORTED: 0.7,
    Status.HEDGED: 0.5,
    Status.HYPOTHETICAL: 0.52,
    Status.DISTANCED: 0.4,
    Status.QUESTIONED: 0.3,
    Status.DENIED: 0.1,
}
"""Certainty of a headline in the article's own voice, by status: a point of each band of the guidelines, section 3.

Wording learned from sentences says little about telegram style, so nothing finer is taken from it.
"""
EMPHASIS = 0.05
"""What an exclamation mark or an absolute word adds to an assertion; it never lowers anything."""
SOURCED_LIMIT = 0.8
"""A headline that names its source is at most `reported`, unless the source vouches for its own act."""
UNNAMED_LIMIT = 0.55
"""The same where the headline names nobody (*Parents say*, *Nachbarn berichten*): nobody can tell who vouches."""
UNASKABLE_LIMIT = 0.5
"""The same where nobody can ask that source again (*Insider:*, *Gerücht:*): it offers no more than a hedge does."""
UNASKABLE = frozenset({SourceType.ANONYMOUS, SourceType.UNSPECIFIED, SourceType.SOCIAL_MEDIA})
QUOTED_LIMIT = 0.5
"""Quotation marks without a source are distance."""
OPENING = frozenset("„“\"»«‚'”‘")
RULE = "headline.frame"


@dataclass(frozen=True, slots=True)
class Promise:
    """What the headline's strongest claim promises: a proposition, and how certain it is (0 to 1).

    A headline that denies promises little of what it denies: then `proposition` is the denied one and `denies` is set.
    `leaves_open` is set where it leaves open what it says: it names a source, hedges or asks. `about` are the parts of
    the headline beside it that state nothing (*Bypass:*, *Done deal:*), but may name its matter.
    """

    claim: Claim
    proposition: list[Span]
    certainty: float
    denies: bool = False
    leaves_open: bool = False
    about: tuple[Span, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether it has no verb, neither of its own nor of a source, and no reserve: it may only name a topic."""
        words = (token for span in self.claim.content for token in span)
        says = bool(self.claim.cue) or self.denies or self.claim.certainty.status is not Status.ASSERTED
        return not says and not any(token._.verb or token.pos_ == "VERB" for token in words)


def promises_of(claims: Iterable[Claim], words: HeadlineWords, frames: HeadlineFrames) -> list[Promise]:
    """What each claim of the headline promises, the strongest first; a statement comes before a question."""
    found = [_promise_of(claim, words, frames) for claim in claims]
    return sorted(found, key=lambda each: (_rank(each), -each.certainty, -each.claim.begin))


def _rank(promise: Promise) -> int:
    """A statement comes before a question, and a question before mere colour without a verb (*Eltern in Sorge*)."""
    if promise.claim.certainty.status is Status.QUESTIONED:
        return 1
    return 2 if promise.bare else 0


def _promise_of(claim: Claim, words: HeadlineWords, table: HeadlineFrames) -> Promise:
    """The claim's proposition with its certainty; the words that govern it move the claim's own certainty, too."""
    _take_for_name(claim)
    part = part_of(claim)
    frames = table.find(part)
    said = _before_tail(part, frames)
    frames += table.find(said) if said is not None else []
    if _is_no_report(claim, table):
        _give_to_desk(claim, part)
    _take_for_sure(claim, frames)
    certainty = _certainty_of(claim, words.absolute)
    if part[-1].text == "?" and claim.form is not Form.DIRECT and certainty > PLAIN[Status.QUESTIONED]:
        certainty = PLAIN[Status.QUESTIONED]
        claim.certainty.status, claim.certainty.score = Status.QUESTIONED, certainty
    weakest = min(frames, key=lambda frame: frame.score, default=None)
    if weakest is not None and weakest.status is Status.REPORTED and claim.source.type is SourceType.NONE:
        certainty = min(certainty, UNNAMED_LIMIT)
    if weakest is not None and weakest.score < certainty:
        certainty = weakest.score
        claim.certainty.status, claim.certainty.score = weakest.status, certainty
        claim.certainty.cues.append(CertaintyCue(weakest.span, CueKind.VERB, RULE))
    if said is not None and claim.begin < said.end:
        proposition = [said]
    else:
        governing = [frame for frame in frames if frame.takes_object]
        proposition = _after_colon(part, governing) or _governed(claim.content, governing)
    own = claim.source.type is SourceType.NONE and not any(frame.takes_object for frame in frames)
    return Promise(
        claim,
        proposition,
        certainty,
        denies=claim.certainty.status is Status.DENIED,
        leaves_open=not (own and claim.certainty.status in (Status.ASSERTED, Status.DENIED)),
        about=tuple(beside(claim, part)),
    )


def _certainty_of(claim: Claim, absolutes: frozenset[str]) -> float:
    """The claim's certainty, 0 to 1 (guidelines, section 4.1)."""
    own = claim.form is Form.NONE
    score = PLAIN[claim.certainty.status] if own else claim.certainty.score
    if claim.certainty.status is Status.ASSERTED:
        return min(1.0, score + EMPHASIS) if _is_emphatic(claim, absolutes) else score
    if claim.source.type is not SourceType.NONE:
        return min(score, _limit_of(claim.source))
    return min(score, QUOTED_LIMIT) if _is_quoted(claim) else score


def _limit_of(source: Source) -> float:
    if source.type in UNASKABLE:
        return UNASKABLE_LIMIT
    return SOURCED_LIMIT if source.named or source.type in INSTITUTIONS else UNNAMED_LIMIT


def _is_no_report(claim: Claim, table: HeadlineFrames) -> bool:
    """Whether the verb that is taken for the cue reports nothing: *Bakery slashes a third of its staff*."""
    verbs = [token for span in claim.cue for token in span if token.pos_ == "VERB"]
    return bool(verbs) and not any(table.reports(token) for token in verbs)


def _give_to_desk(claim: Claim, part: Span) -> None:
    """Make the claim what it is: the whole part as a statement of the desk's own."""
    words = [token.i for token in part if not token.is_space]
    claim.content, claim.form, claim.rule = [part.doc[words[0] : words[-1] + 1]], Form.NONE, RULE
    claim.source, claim.cue = Source(), []
    claim.certainty.status, claim.certainty.score, claim.certainty.cues = Status.ASSERTED, OWN_VOICE, []


def _take_for_sure(claim: Claim, frames: list[Frame]) -> None:
    """A phrase that asserts is no hedge, whatever its verb is elsewhere: *erwartet Nachwuchs*."""
    sure = [frame.span for frame in frames if frame.status is Status.ASSERTED and len(frame.span) > 1]
    cues = claim.certainty.cues
    if cues and all(any(span.start <= cue.span.start < span.end for span in sure) for cue in cues):
        claim.certainty.status, claim.certainty.score, claim.certainty.cues = Status.ASSERTED, OWN_VOICE, []


def _take_for_name(claim: Claim) -> None:
    """Quotation marks around a capitalised word after a noun are a name's (*Tanker „Möwe“*), not distance."""
    cues = claim.certainty.cues
    if claim.certainty.status is Status.DISTANCED and all(cue.kind is CueKind.QUOTATION for cue in cues):
        names = [cue for cue in cues if cue.span.start > 1 and _is_name(cue.span)]
        if len(names) == len(cues):
            claim.certainty.status, claim.certainty.score, claim.certainty.cues = Status.ASSERTED, OWN_VOICE, []


def _is_name(quoted: Span) -> bool:
    return bool(quoted.text[:1].isupper()) and quoted.doc[quoted.start - 2].pos_ in ("NOUN", "PROPN")


def _governed(content: list[Span], frames: list[Frame]) -> list[Span]:
    """The words that follow the first governing verb inside the content; all of it where none is left."""
    for frame in frames:
        for place, span in enumerate(content):
            if span.start <= frame.span.start < span.end:
                rest = [span.doc[frame.span.end : span.end], *content[place + 1 :]]
                spans = [_without(piece, frame.tail) for piece in rest if len(piece)]
                if any(token.text[0].isalnum() and not token.is_stop for piece in spans for token in piece):
                    return spans
    return content


def _after_colon(part: Span, frames: list[Frame]) -> list[Span]:
    """What follows the colon that a governing word stands before: *Authority examines: salmonella in eggs*."""
    rest = list(beside_after(part))
    ends = any(not any(token.is_alpha for token in part.doc[frame.span.end : part.end]) for frame in frames)
    return rest if ends and part[-1].text == ":" else []


def _before_tail(part: Span, frames: list[Frame]) -> Span | None:
    """What stands before the comma where a frame closes the part: *Tunnel to open late, newspaper says*."""
    for frame in frames:
        if frame.takes_object and not any(token.is_alpha for token in part.doc[frame.span.end : part.end]):
            commas = [token.i for token in part if token.text == "," and token.i < frame.span.start]
            return part.doc[part.start : commas[-1]] if commas and commas[-1] > part.start else None
    return None


def _without(span: Span, tail: int | None) -> Span:
    """The span without a particle at its end that belongs to the verb before it."""
    return span.doc[span.start : tail] if tail is not None and tail == span.end - 1 and len(span) > 1 else span


def _is_emphatic(claim: Claim, absolutes: frozenset[str]) -> bool:
    doc = claim.content[0].doc
    after = doc[claim.end].text if claim.end < len(doc) else ""
    words = {token.lower_ for span in claim.content for token in span}
    return "!" in words or after == "!" or bool(words & absolutes)


def _is_quoted(claim: Claim) -> bool:
    doc = claim.content[0].doc
    before = doc[claim.begin - 1].text if claim.begin else ""
    return claim.content[0][0].text in OPENING or before in OPENING
