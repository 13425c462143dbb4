"""Certainty words as data: `lang/<code>/data/certainty.tsv` and the rules that look them up.

| column    | meaning                                                                                          |
|-----------|--------------------------------------------------------------------------------------------------|
| `word`    | infinitive of a verb, or one or more words as written; `~` at the end allows an adjective ending |
| `kind`    | the cue's kind; a `verb` matches every form, a `noun` only with a capital where the language has them |
| `status`  | what it speaks for                                                                               |
| `score`   | its strength, 0 to 1                                                                             |
| `negated` | `status:score` under a negation in its clause; empty where a negation changes nothing             |
| `place`   | `frame` (governs the content from outside), `content`, `both`, or `cue` (only as the attribution cue) |
| `rule`    | the rule it belongs to                                                                           |
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spacy.tokens import Token

from ...annotations import CueKind, Status
from ...lang.tables import Row, read_table
from .bands import Reading
from .scope import Entry, Hit, Scope

_GAP = 4
_MOST_WORDS = 100_000
_ENDINGS = ("", "e", "en", "er", "es", "em", "n", "s")


class CertaintyWords:
    """The table of one language, looked up by first word; `negators` are its negating words."""

    def __init__(self, data: Path) -> None:
        rows = read_table(data / "certainty.tsv")
        self.negators = frozenset(row["word"] for row in rows if row["rule"] == "negator")
        self._known: dict[tuple[int, str, int], tuple[Entry, ...]] = {}
        self._by_first: dict[str, list[Entry]] = defaultdict(list)
        for row in rows:
            if row["rule"] != "negator":
                entry = _entry(row)
                self._by_first[entry.words[0]].append(entry)

    def rule(self, name: str) -> Callable[[Scope], Iterable[Reading]]:
        """The function that reads the words listed under one rule."""

        def apply(scope: Scope) -> Iterator[Reading]:
            for first, last, entry, framed in self.hits(scope):
                if entry.rule == name:
                    status, score = entry.status, entry.score
                    if framed and entry.negated is not None and self.negator_near(scope, first):
                        status, score = entry.negated
                    yield scope.reading(first, entry.kind, status, score, last=last)

        return apply

    def hits(self, scope: Scope) -> list[Hit]:
        """The listed words in a scope, looked up once."""
        if scope.hits is None:
            scope.hits = list(self._hits(scope))
        return scope.hits

    def lists(self, token: Token, rule: str) -> bool:
        """Whether the token is a word of a rule."""
        return any(entry.rule == rule and len(entry.words) == 1 for entry in self._entries(token))

    def _hits(self, scope: Scope) -> Iterator[Hit]:
        """First and last token, entry, and whether it stands in the frame."""
        linking: set[int] | None = None
        cued = bool(scope.claim.cue)
        places = (
            (scope.frame, ("cue", "both", "frame"), True),
            (scope.named, ("cue", "both"), True),
            (scope.inside, ("content", "both"), False),
        )
        for tokens, allowed, framed in places:
            for token in tokens:
                for entry in self._entries_at(token, scope):
                    linking = _linking(scope) if linking is None else linking
                    if _placed(entry, token, allowed, token.i in linking, cued and framed):
                        last = _match(token, entry)
                        if last is not None:
                            yield token, last, entry, framed

    def _entries_at(self, token: Token, scope: Scope) -> tuple[Entry, ...]:
        """The entries a token may begin, looked up once per Doc."""
        listed = scope.clauses.listed
        found = listed.get(token.i)
        if found is None:
            found = listed[token.i] = self._entries(token)
        return found

    def _entries(self, token: Token) -> tuple[Entry, ...]:
        """The entries of a word; what counts are its form, verb and base form, so each triple is judged once."""
        triple = (token.lower, token._.verb, token.lemma)
        found = self._known.get(triple)
        if found is None:
            if len(self._known) > _MOST_WORDS:
                self._known.clear()
            keys = (key for key in _keys(token) if key in self._by_first)
            found = tuple(entry for key in keys for entry in self._by_first[key] if _fits(token, key, entry))
            self._known[triple] = found
        return found

    def negator_near(self, scope: Scope, token: Token) -> Token | None:
        """A negating word outside the content in the token's clause."""
        return next(
            (
                other
                for other in scope.clause_tokens(token)
                if other.lower_ in self.negators and other.i not in scope.content
            ),
            None,
        )


def _linking(scope: Scope) -> set[int]:
    """Indices of the words that may be the attribution cue: cue, source, and the noun a content clause hangs on."""
    begin = min(scope.content)
    noun = {index for index in (begin - 1, begin - 2) if index >= 0 and scope.doc[begin - 1].text in (",", "that")}
    return {token.i for token in (*scope.cue, *scope.named)} | noun | set(_between(scope))


def _between(scope: Scope) -> Iterator[int]:
    """Indices of the few words between cue and source (*so die Behauptung des Insiders*)."""
    for cue in scope.claim.cue:
        for source in scope.claim.source.spans:
            first, second = sorted((cue, source), key=lambda span: span.start)
            if 0 < second.start - first.end <= _GAP:
                yield from range(first.end, second.start)


def _placed(entry: Entry, token: Token, allowed: tuple[str, ...], links: bool, cued: bool) -> bool:
    """Whether the token stands where the entry counts.

    `links`: it may be the attribution's cue. `cued`: it stands beside a cue, where no other verb counts.
    """
    if entry.place == "cue" or entry.kind is CueKind.VERB and cued:
        return links and entry.place != "content"
    past_participle = entry.kind is CueKind.VERB and token.tag_ == "VBN"
    return entry.place in allowed and not (past_participle and not cued and "content" in allowed)


def _keys(token: Token) -> set[str]:
    """What a token can be listed under: its verb, its lower-case form, its lemma, its form without ending."""
    lower = token.lower_
    keys = {lower, token._.verb, token.lemma_.lower()} - {""}
    keys |= {lower[: -len(ending)] for ending in _ENDINGS if ending and lower.endswith(ending)}
    return keys


def _fits(token: Token, key: str, entry: Entry) -> bool:
    if len(entry.words) > 1:
        return key in (token.lower_, token._.verb, token.lemma_.lower())
    if entry.kind is CueKind.VERB:
        return bool(token._.verb) and key == token._.verb
    if entry.kind is CueKind.NOUN:
        return token._.verb == "" and (entry.inflected or key in (token.lower_, token.lemma_.lower()))
    return entry.inflected or key == token.lower_


def _match(first: Token, entry: Entry) -> Token | None:
    """The last token of the entry's words from `first` on, None where they differ."""
    doc, count = first.doc, len(entry.words)
    if first.i + count > len(doc):
        return None
    tokens = doc[first.i : first.i + count]
    fits = (word in (t.lower_, t._.verb, t.lemma_.lower()) for word, t in zip(entry.words[1:], tokens[1:], strict=True))
    return tokens[-1] if all(fits) else None


def _entry(row: Row) -> Entry:
    status, _, score = row["negated"].partition(":")
    return Entry(
        tuple(row["word"].rstrip("~").split(" ")),
        row["word"].endswith("~"),
        CueKind(row["kind"]),
        Status(row["status"]),
        float(row["score"]),
        (Status(status), float(score)) if status else None,
        row["place"],
        row["rule"],
    )
