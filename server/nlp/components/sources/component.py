"""Types each claim's source: one of eleven types, named or not, resolved, medium."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from ...annotations import Claim, Form, Medium, Source, SourceType
from ...lang.base import LanguageRules
from ..attribution.reading import KEY, Reading
from .article_index import ArticleIndex
from .lived_through import LivedThrough
from .medium import medium_of
from .mention import Verdict
from .phrase import Run
from .resolution import Resolver
from .subjects import Subjects
from .typer import SourceTyper
from .unsaid import Unsaid
from .vetting import Vetting

MOST_HEADINGS = 5
"""Quotations without a speaker that are looked for in the others."""
SHORTEST_REPEAT, REPEATED = 3, 0.8
"""Different words that such a quotation must have, and the share of them that the other must repeat."""
_PRIVATE = (SourceType.PERSON, SourceType.ANONYMOUS)
_ANYBODY = frozenset(("group", "quantity", "people", "witness", "nationality", "user"))
"""Words for people of whom a post tells nothing more."""


class SourcesComponent:
    """Types each claim's source by the words of its phrase and by what the article says of it elsewhere.

    Reads `Claim.source.spans`, `cue`, `content`, `form`; sets `Source.type`, `named`, `rule`, and `resolved` and
    `medium` where attribution has not. A source span that is only an article is completed to its noun phrase. Where
    nothing is known the type is `person` and the rule ends in `.unknown`. Five rules are the component's own:
    `.repeated` (a heading's quotation has the source of the quotation below that repeats it),
    `.lived-through` (a private person who tells what they saw or suffered is a witness, lived_through.py),
    `.no-source` (hearsay: a cue and nobody), `.going-on` (a claim without a frame has the source before it) and
    `.posted` (somebody unnamed who wrote on a platform). Spans that no source can have are repaired first (vetting.py).

    No parser, no named entities. Time is linear in the article: 75,000 tokens/s of processor time in German.

    Measured on the tuning half of `training/gold`, by which the rules were corrected, with the annotators' source spans
    (`python -m training.gold score --given-spans --language de`, and `en`): of 306 German sources .954 typed right
    (macro-F1 .901, `named` right .928), of 222 English .856 (.765, .928). With the spans that attribution finds
    (without `--given-spans`), on the claims hit: macro-F1 German .784, English .666; source words right .844 and .890;
    `official` F1 .95 and .90, `organisation` .92 and .86, `expert` 1.0 and .90. The macro-F1 is low because of classes
    of few sources. Five German pages of these gave .58 and .46 before any rule was corrected by them,
    four English ones .51 typed right with given spans (macro-F1 .54) and .44 on the hits.
    Thirty-six invented articles are all typed right (`test_genres.py`).

    *Ein Bahnsprecher sagte, die Brücke halte.* gives `organisation`, named, by `de.sources.speaker`.
    """

    def __init__(self, rules: LanguageRules) -> None:
        self._lexicon = rules.source_lexicon()
        self._rules = rules.source_rules()
        self._channels = rules.source_channels()
        self._unsaid = Unsaid.of(rules)
        self._no_source = f"{rules.code}.sources.no-source"
        self._going_on = f"{rules.code}.sources.going-on"
        self._repeated = f"{rules.code}.sources.repeated"
        self._posted = f"{rules.code}.sources.posted"
        self._lived_through = f"{rules.code}.sources.lived-through"
        self._lived = LivedThrough(rules.data / "lived_through.tsv", verb_last=self._lexicon.heads_first)

    def __call__(self, doc: Doc) -> Doc:
        """Fill in `Claim.source` of every attributed claim."""
        reading: Reading | None = doc.user_data.pop(KEY, None)
        claims = [claim for claim in doc._.claims if claim.form is not Form.NONE]
        if not claims:
            return doc
        article = ArticleIndex(doc, self._lexicon)
        typer = SourceTyper(article, self._rules)
        subjects = Subjects(article, [frame for line in reading.lines for frame in line.frames] if reading else ())
        vetting = Vetting(article, typer, subjects, self._unsaid)
        for claim in claims:
            vetting.vet(claim)
        claims.sort(key=_place)
        given = [claim.source.resolved for claim in claims]
        verdicts = self._read(claims, article, typer, subjects)
        if typer.has_learned():
            for claim, resolved in zip(claims, given, strict=True):
                claim.source.resolved = resolved
            verdicts = self._read(claims, article, typer, subjects)
        self._hear_witnesses(claims, verdicts, article)
        self._read_headings(claims)
        self._fill_medium(claims, article)
        return doc

    def _fill_medium(self, claims: Sequence[Claim], article: ArticleIndex) -> None:
        """Set the medium where attribution has not, or where the words around the cue name a platform.

        A claim without a cue goes on in the medium of the same speaker's claim before it.
        """
        before: dict[str, Medium] = {}
        for claim in claims:
            source = claim.source
            speaker = source.resolved or " ".join(span.text for span in source.spans)
            shown = medium_of(claim, article, self._channels)
            if source.medium is Medium.UNKNOWN or shown is Medium.SOCIAL_MEDIA:
                source.medium = shown
            if source.medium is Medium.SOCIAL_MEDIA and _is_nobody(source, article):
                source.type, source.rule = SourceType.SOCIAL_MEDIA, self._posted
            if source.medium is Medium.UNKNOWN and not claim.cue:
                source.medium = before.get(speaker, Medium.UNKNOWN)
            before[speaker] = source.medium

    def _read(
        self, claims: Sequence[Claim], article: ArticleIndex, typer: SourceTyper, subjects: Subjects
    ) -> list[Verdict | None]:
        """Type the sources in text order; the verdict on each."""
        resolver = Resolver(article, typer, subjects)
        return [
            self._fill(claim.source, article, typer, resolver)
            if claim.source.spans
            else self._fill_unframed(claim, article, resolver)
            for claim in claims
        ]

    def _hear_witnesses(
        self, claims: Sequence[Claim], verdicts: Sequence[Verdict | None], article: ArticleIndex
    ) -> None:
        """Make witnesses of private people whose claims, taken together, tell what they lived through.

        Of somebody whom the article names only to let them speak, a little is enough: the known are spoken of too.
        """
        told: dict[str, list[Claim]] = {}
        needed: dict[str, int] = {}
        sport = article.is_sport()
        for claim, verdict in zip(claims, verdicts, strict=True):
            if verdict is not None and verdict.private and verdict.type in _PRIVATE:
                speaker = _speaker(claim.source)
                told.setdefault(speaker, []).append(claim)
                weight = verdict.private * (2 if verdict.named and sport else 1)
                needed[speaker] = min(weight, needed.get(speaker, weight))
        for speaker, own in told.items():
            heard = sum(bool(each.source.spans) for each in own)
            only_speaks = not sport and sum(1 for _ in article.mentions(speaker)) <= heard
            enough = 1 if only_speaks else needed[speaker]
            if self._lived.weight(own) >= enough or needed[speaker] == 1 and self._lived.is_about_self(own):
                for claim in own:
                    claim.source.type, claim.source.rule = SourceType.WITNESS, self._lived_through

    def _read_headings(self, claims: Sequence[Claim]) -> None:
        """Give a quotation that nobody was found for, as in a heading, the source of the one that repeats its words."""
        alone = [claim for claim in claims if claim.source.rule == self._no_source and _is_bare_quotation(claim)]
        if not alone:
            return
        framed = [(claim, _words(claim)) for claim in claims if claim.source.spans and claim.form is Form.DIRECT]
        for claim in alone[:MOST_HEADINGS]:
            own = _words(claim)
            for other, words in framed:
                if len(own) >= SHORTEST_REPEAT and len(own & words) >= REPEATED * len(own):
                    same = other.source
                    claim.source.type, claim.source.named, claim.source.rule = same.type, same.named, self._repeated
                    claim.source.resolved = same.resolved or same.spans[0].text
                    break

    def _fill_unframed(self, claim: Claim, article: ArticleIndex, resolver: Resolver) -> Verdict | None:
        """Hearsay where a cue says so; without a cue, or with a mere reporting verb, the source before goes on.

        An auxiliary in the cue marks what nobody is named for: *soll*, *wird vermutet*, *is thought to*.
        """
        source = claim.source
        words = [token for span in claim.cue for token in span]
        reported = any(verb in self._channels for token in words for verb in (token._.verb, token.lemma_))
        goes_on = not words and source.repair != "hearsay" or reported and all(token.pos_ != "AUX" for token in words)
        quoted = claim.form is Form.DIRECT and not words
        before = resolver.going_on(article.run_of(claim.content[0])[0], quoted=quoted) if goes_on else None
        if before is None and len(words) == 1:
            before = resolver.taken_up(article.run_of(claim.cue[0]))
        if before is None:
            source.type, source.rule = SourceType.UNSPECIFIED, self._no_source
        else:
            source.type, source.named, source.rule = before.type, before.named, self._going_on
            source.resolved = before.resolved
        return before

    def _fill(self, source: Source, article: ArticleIndex, typer: SourceTyper, resolver: Resolver) -> Verdict | None:
        verdict: Verdict | None = None
        runs = [article.noun_phrase_from(run) for run in _runs(source.spans, article)]
        if len(runs) == 1:
            source.spans = [article.span(runs[0])]
        for run in runs:
            antecedent = resolver.antecedent(run)
            verdict = typer.phrase(run, antecedent=antecedent)
            if not verdict.rule.endswith(".unknown"):
                break
        if verdict is None:
            return None
        resolver.remember(run, verdict, antecedent)
        if antecedent is not None and _tells(verdict, antecedent):
            typer.learn(antecedent.surname, Verdict(verdict.type, True))
        source.type, source.named, source.rule = verdict.type, verdict.named, verdict.rule
        if source.resolved is None and verdict.resolved != article.text(run):
            source.resolved = verdict.resolved
        return verdict


def _is_bare_quotation(claim: Claim) -> bool:
    return claim.form is Form.DIRECT and not claim.cue


def _words(claim: Claim) -> set[str]:
    return {token.lower_ for span in claim.content for token in span if token.is_alpha}


def _tells(verdict: Verdict, antecedent: Verdict) -> bool:
    """Whether a description (*der Neurologe*) says more of a name before it than the name did."""
    bare = bool(antecedent.surname) and antecedent.type is SourceType.PERSON
    return bare and verdict.type in (SourceType.EXPERT, SourceType.WITNESS, SourceType.OFFICIAL)


def _is_nobody(source: Source, article: ArticleIndex) -> bool:
    """Whether the source is anybody at all, so that the post is all we know: *Ein Fan schrieb auf X*, *some*."""
    if source.named or source.type not in (SourceType.ANONYMOUS, SourceType.WITNESS) or not source.spans:
        return False
    heads = [segment.head for segment in article.phrase(article.run_of(source.spans[0])).segments if segment.head]
    return bool(heads) and heads[0].classes <= _ANYBODY


def _speaker(source: Source) -> str:
    """The surname in a mention or in what it refers back to, by which one speaker's claims are put together."""
    text = source.resolved or " ".join(span.text for span in source.spans)
    names = [word for word in text.partition(",")[0].split() if word[:1].isupper()]
    return names[-1] if source.named and names else text


def _place(claim: Claim) -> int:
    """Where a claim's source stands, so that what is said of it is read in text order."""
    return claim.source.spans[0].start_char if claim.source.spans else claim.content[0].start_char


def _runs(spans: Sequence[Span], article: ArticleIndex) -> list[Run]:
    return [article.run_of(span) for span in spans]
