r"""The test language: an article with what should be found in it marked inline, and a comparison with what was.

    {source|Ada Holm} {cue|sagte}, {claim form=indirect status=hedged|das Dach {certainty kind=modal|könne} fallen}.

- A mark is ``{role attributes|words}``; roles are ``claim`` ``source`` ``cue`` ``certainty``. Marks nest.
- Claims are numbered where there are several: ``{claim2|…}``, ``{source2|…}``; no number is 1, and
  ``{source1,2|…}`` serves two claims. The same role and number twice is one discontinuous span:
  ``{claim|„Ja“}, {cue|sagte} {source|sie}, {claim|„gern.“}``. Two pieces that touch are one piece.
- Attributes of a claim: ``form`` ``type`` ``status`` ``medium`` ``named`` (yes/no) ``resolved`` ``rule``, a number or a
  range for ``score`` ``checkworthy`` ``confidence`` (``score=0.2..0.5``), and ``source=none`` ``cue=none``
  ``certainty=none`` to demand that there is none. Of a certainty mark: ``kind`` ``rule``. A value
  with spaces stands in double quotes: ``resolved="Ada Holm"``.
- Each line is a block (blank lines are skipped); its role is ``body`` unless it begins with ``<headline>`` ``<lead>``
  ``<kicker>`` ``<subheading>`` ``<caption>``. The headline may say what its judgement should be:
  ``<headline band=marked direction=overstates score=40..64>``; ``certainty`` and ``support`` take ranges too.
- ``\{`` is a brace of the text.

`parse` gives the article and the expectations. `check` compares them with a Doc or an Analysis: every marked claim must
be there with exactly the marked words; roles and attributes are compared where they are given; with ``exact=True``
nothing attributed may be found beyond the marks (own-voice claims, form ``none``, excepted) and the marked certainty
words of a claim that has any must be all. The failure shows both sides as a diff.
"""

import re
from dataclasses import dataclass, field
from difflib import ndiff

from spacy.tokens import Doc, Span

from server.nlp.annotations import Claim
from server.nlp.article import Article, Block, Layout, Place, Role
from server.nlp.explanation import explain_headline
from server.nlp.result import Analysis, ClaimResult

Piece = tuple[int, int]
Value = str | float | bool | None
ROLES = ("claim", "source", "cue", "certainty")
RANGES = ("score", "checkworthy", "confidence")
ATTRIBUTES = {
    "claim": {"form", "type", "status", "medium", "named", "resolved", "rule", *RANGES, *ROLES[1:]},
    "source": set(),
    "cue": set(),
    "certainty": {"kind", "rule"},
}
HEADLINE = {"band", "direction", "score", "certainty", "support"}

_OPENING = re.compile(r"\{(claim|source|cue|certainty)((?:\d+(?:,\d+)*)?)((?: [a-z]+=(?:\"[^\"]*\"|[^\s|{}\"]+))*)\|")
_ATTRIBUTE = re.compile(r"([a-z]+)=(?:\"([^\"]*)\"|(\S+))")
_BLOCK = re.compile(r"<(kicker|headline|lead|subheading|body|caption)((?: [a-z]+=[^\s>]+)*)>\s*")


@dataclass(slots=True)
class Word:
    """One certainty word: its place and attributes."""

    piece: Piece
    attributes: dict[str, Value] = field(default_factory=dict)


@dataclass(slots=True)
class MarkedClaim:
    """A claim as expected or as found: pieces per role (code points of the joined text) and attributes."""

    pieces: dict[str, list[Piece]] = field(default_factory=lambda: {"claim": [], "source": [], "cue": []})
    certainty: list[Word] = field(default_factory=list)
    attributes: dict[str, Value] = field(default_factory=dict)


@dataclass(slots=True)
class Marked:
    """A parsed example: the article, its joined text, the claims expected, the headline's expected judgement."""

    article: Article
    claims: list[MarkedClaim]
    headline: dict[str, Value]

    @property
    def text(self) -> str:
        """The text without marks: the blocks joined by a blank line, as the pipeline reads it."""
        return self.article.text


def parse(markup: str) -> Marked:
    """Read an example. Raises `ValueError` for a mark that is not closed, has no claim, or an unknown attribute."""
    claims: dict[int, MarkedClaim] = {}
    blocks: list[Block] = []
    headline: dict[str, Value] = {}
    begin = 0
    for line in filter(None, (line.strip() for line in markup.splitlines())):
        tag = _BLOCK.match(line)
        role = Role(tag[1]) if tag else Role.BODY
        if tag and tag[2]:
            headline = _attributes(tag[2], HEADLINE, line)
        text = _read_line(line[tag.end() :] if tag else line, begin, claims)
        blocks.append(Block(f"b{len(blocks)}", role, text))
        begin += len(text) + 2
    for number, claim in claims.items():
        if not claim.pieces["claim"]:
            raise ValueError(f"no {{claim{number}|…}} in: {markup}")
        claim.pieces = {role: _joined(pieces) for role, pieces in claim.pieces.items()}
    return Marked(Article(tuple(blocks)), [claims[number] for number in sorted(claims)], headline)


def check(marked: Marked, found: Doc | Analysis, *, exact: bool = False) -> None:
    """Assert that what was found is what was marked; the message is a readable diff."""
    have = found_in(found, marked.article)
    want_lines, have_lines = [], []
    left = list(have)
    for claim in marked.claims:
        match = max(left, key=lambda other: _overlap(claim, other), default=None)
        if match is not None and _overlap(claim, match):
            left.remove(match)
        else:
            match = None
        want, got = _compare(claim, match, marked.text, exact)
        want_lines += want
        have_lines += got
    if exact:
        for claim in left:
            if claim.attributes["form"] != "none":
                have_lines += _lines(claim, marked.text)
    judged = _headline(found)
    for name, value in marked.headline.items():
        want_lines.append(f"headline {name}={value}")
        have_lines.append(f"headline {name}={value if _fits(value, judged.get(name)) else judged.get(name)}")
    if want_lines != have_lines:
        raise AssertionError(_report(want_lines, have_lines, left, marked.text))


def found_in(found: Doc | Analysis, article: Article) -> list[MarkedClaim]:
    """The claims of a Doc or an Analysis in the form of the marks."""
    if isinstance(found, Doc):
        return [_from_claim(claim) for claim in found._.claims]
    layout = Layout(article)
    starts = {block.id: start for block, start in zip(layout.blocks, layout.begins, strict=True)}
    return [_from_result(result, starts) for result in found.claims]


def _read_line(line: str, begin: int, claims: dict[int, MarkedClaim]) -> str:
    """The line's text without marks, filling `claims`; `begin` is the line's place in the joined text."""
    text = ""
    at = 0
    open_marks: list[tuple[re.Match[str], int]] = []
    while at < len(line):
        mark = _OPENING.match(line, at)
        if mark:
            open_marks.append((mark, begin + len(text)))
            at = mark.end()
        elif line.startswith(("\\{", "\\}"), at):
            text += line[at + 1]
            at += 2
        elif line[at] == "{":
            raise ValueError(f"not a mark at {line[at : at + 40]!r}; roles: {', '.join(ROLES)}")
        elif line[at] == "}":
            if not open_marks:
                raise ValueError(f"a brace closes nothing in: {line}")
            _close(*open_marks.pop(), begin + len(text), claims)
            at += 1
        else:
            text += line[at]
            at += 1
    if open_marks:
        raise ValueError(f"{open_marks[-1][0][0]!r} is not closed in: {line}")
    return text


def _close(mark: re.Match[str], begin: int, end: int, claims: dict[int, MarkedClaim]) -> None:
    role = mark[1]
    attributes = _attributes(mark[3], ATTRIBUTES[role], mark[0])
    for number in map(int, (mark[2] or "1").split(",")):
        claim = claims.setdefault(number, MarkedClaim())
        if role == "certainty":
            claim.certainty.append(Word((begin, end), attributes))
        else:
            claim.pieces[role].append((begin, end))
        if role == "claim":
            claim.attributes.update(attributes)


def _attributes(text: str, allowed: set[str], where: str) -> dict[str, Value]:
    values: dict[str, Value] = {name: quoted or bare for name, quoted, bare in _ATTRIBUTE.findall(text)}
    if unknown := values.keys() - allowed:
        raise ValueError(f"unknown attribute {', '.join(sorted(unknown))} in {where!r}")
    return values


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces in text order, those that touch made one."""
    merged: list[Piece] = []
    for begin, end in sorted(pieces):
        if merged and merged[-1][1] == begin:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((begin, end))
    return merged


def _from_claim(claim: Claim) -> MarkedClaim:
    source, certainty = claim.source, claim.certainty
    return MarkedClaim(
        {"claim": _span_pieces(claim.content), "source": _span_pieces(source.spans), "cue": _span_pieces(claim.cue)},
        [Word(_span_pieces([cue.span])[0], {"kind": cue.kind, "rule": cue.rule}) for cue in certainty.cues],
        {"form": claim.form, "type": source.type, "status": certainty.status, "medium": source.medium}
        | {"named": "yes" if source.named else "no", "resolved": source.resolved, "rule": claim.rule}
        | {"score": certainty.score, "checkworthy": claim.checkworthy, "confidence": claim.confidence},
    )


def _from_result(result: ClaimResult, starts: dict[str, int]) -> MarkedClaim:
    def pieces(places: list[Place]) -> list[Piece]:
        return [(starts[place.block] + place.begin, starts[place.block] + place.end) for place in places]

    source, certainty = result.source, result.certainty
    return MarkedClaim(
        {"claim": pieces(result.spans), "source": pieces(source.spans), "cue": pieces(result.cue.spans)},
        [Word(pieces([cue])[0], {"kind": cue.kind, "rule": cue.rule}) for cue in certainty.cues],
        {"form": result.form, "type": source.type, "status": certainty.status, "medium": source.medium}
        | {"named": "yes" if source.named else "no", "resolved": source.resolved, "rule": result.rule}
        | {"score": certainty.score, "checkworthy": result.checkworthy, "confidence": result.confidence},
    )


def _span_pieces(spans: list[Span]) -> list[Piece]:
    return [(span.start_char, span.end_char) for span in spans]


def _headline(found: Doc | Analysis) -> dict[str, Value]:
    result = found.headline if isinstance(found, Analysis) else explain_headline(found._.headline, {}, "en")
    mismatch = result.mismatch
    return {"certainty": result.certainty, "support": mismatch.support, "score": mismatch.score} | {
        "band": mismatch.band,
        "direction": mismatch.direction,
    }


def _overlap(one: MarkedClaim, other: MarkedClaim) -> float:
    """Share of characters the contents have in common, 0 to 1; equal contents beat every other."""
    a, b = ({at for piece in claim.pieces["claim"] for at in range(*piece)} for claim in (one, other))
    return 2 * len(a & b) / (len(a) + len(b))


def _compare(want: MarkedClaim, have: MarkedClaim | None, text: str, exact: bool) -> tuple[list[str], list[str]]:
    """Lines for both sides, the same where the found claim is as expected."""
    if have is None:
        return _lines(want, text), []
    demanded = {role for role in ("source", "cue") if want.pieces[role] or want.attributes.get(role) == "none"}
    want_lines, have_lines = [], []
    for role in ("claim", *sorted(demanded)):
        want_lines.append(_spell(role, want.pieces[role], text))
        have_lines.append(_spell(role, have.pieces[role], text))
    for name, value in want.attributes.items():
        if name not in ("source", "cue", "certainty"):
            want_lines.append(f"    {name}={value}")
            have_lines.append(f"    {name}={value if _fits(value, have.attributes[name]) else have.attributes[name]}")
    for word in want.certainty:
        same = [other for other in have.certainty if other.piece == word.piece]
        fit = [other for other in same if all(other.attributes[k] == v for k, v in word.attributes.items())]
        want_lines.append(_spell_word(word, text))
        have_lines += [_spell_word(word, text)] if fit else [_spell_word(other, text) for other in same]
    if want.attributes.get("certainty") == "none" or (exact and want.certainty):
        marked = {word.piece for word in want.certainty}
        have_lines += [_spell_word(word, text) for word in have.certainty if word.piece not in marked]
    return want_lines, have_lines


def _lines(claim: MarkedClaim, text: str) -> list[str]:
    roles = [_spell(role, claim.pieces[role], text) for role in ("claim", "cue", "source") if claim.pieces[role]]
    shown = [f"    {name}={claim.attributes[name]}" for name in ("form", "rule") if claim.attributes.get(name)]
    return roles + shown


def _spell(role: str, pieces: list[Piece], text: str) -> str:
    words = " … ".join(text[begin:end] for begin, end in pieces)
    place = ", ".join(f"{begin}–{end}" for begin, end in pieces)
    return f"{role:<6} {words!r} at {place}" if pieces else f"{role:<6} none"


def _spell_word(word: Word, text: str) -> str:
    return f"    certainty {text[slice(*word.piece)]!r} at {word.piece[0]} {word.attributes.get('kind', '')}".rstrip()


def _fits(want: Value, have: Value) -> bool:
    if isinstance(want, str) and isinstance(have, int | float) and not isinstance(have, bool):
        low, _, high = want.partition("..")
        return float(low) <= have <= float(high or low)
    return want == have


def _report(want: list[str], have: list[str], left: list[MarkedClaim], text: str) -> str:
    diff = [line for line in ndiff(want, have) if not line.startswith("?")]
    others = [line for claim in left for line in _lines(claim, text)]
    return "\n".join(["expected (-) against found (+):", *diff, *(["also found:", *others] if others else [])])
