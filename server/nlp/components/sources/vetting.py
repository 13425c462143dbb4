"""Source spans that nobody can have meant: repaired, replaced or rejected before they are typed.

A trained tagger takes a phrase beside the cue for its source that grammar rules out. Each check has a name, which
`Source.repair` keeps; the first that answers wins, and the checks run again on what it gives.

| check       | the span …                                                          | instead                          |
|-------------|---------------------------------------------------------------------|----------------------------------|
| `subject`   | is missing, and a phrase stands right before the cue's verb         | that phrase                      |
| `content`   | is missing, and a piece of the content stands before *zufolge*      | that piece                       |
| `sentence`  | runs over the end of a sentence                                     | its part beside the cue, or last |
| `relative`  | is a relative pronoun (English): *an aide who asked*           | the phrase before it             |
| `pronoun`   | goes on after a pronoun (German): *er der Agentur*, *rief er*       | the pronoun                      |
| `clause`    | goes on into a verb: *Er erklärte dem Sender*                       | what stands before the verb      |
| `open-end`  | ends in an article or preposition: *Verwalter der*                  | goes on to the phrase's end      |
| `genitive`  | lacks whose it is (German): *Informationen* unserer Redaktion       | goes on to the phrase's end      |
| `tail`      | is the end of a phrase (English): *briefed on the inquiry* said     | the phrase from its head         |
| `two`       | holds two phrases: *die Lotsin ein Schreiben*                       | the first; a text where one says |
| `recipient` | goes on to whom it was told: *die Lotsin gegenüber Medien*          | what stands before               |
| `hearsay`   | stands in a sentence before, and the cue is only a modal: *soll*    | nobody                           |
| `nearest`   | is of an earlier paragraph; the quotation has a speaker in its own  | that speaker                     |
| `spoken-to` | is the subject of a passive: *die Anwohner wurden gebeten*          | nobody                           |
| `oblique`   | is a dative or accusative under a verb: *dem Sender sagte Ada Holm* | the verb's subject, or nobody    |
| `addressee` | is an outlet, and the verb has another subject                      | that subject                     |
| `no-speaker`| is a thing that neither speaks nor is written                       | the verb's subject, or who spoke |
| `adverb`    | ends in an adverb (German): *wie die Zeitung weiter* berichtet      | what stands before               |
"""

from collections.abc import Iterator

from ...annotations import Claim, Form
from .article_index import ArticleIndex
from .claim_words import cue_is_inside, cut_source, has_verb
from .classes import BODIES, DETERMINERS, NAMING, ROLES, TEXTS
from .phrase import Run
from .subjects import Subjects
from .typer import SourceTyper
from .unsaid import Unsaid

MOST_REPAIRS = 3
"""Checks that may answer for one span, one after the other."""
LONGEST_PHRASE = 9
"""Words back within which a phrase's head is sought."""
LONGEST_REST = 6
"""Words by which an open end is completed."""
UNLIKELY = 0.6
"""What is left of a claim's confidence where its source can neither speak nor be replaced.

Of such claims of `polnear_en` and `wikinews_de` (dev) 19 of 37 were claims, and 9 of those had that source."""
_OPEN = DETERMINERS | {"preposition", "genitive"}
_SERVING = frozenset(("speaker", "member", "leader", "servant", "adviser"))
_PRESS = frozenset(("outlet", "quoted_outlet", "press"))

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "X", ""))
Repair = tuple[str, list[Run]]


class Vetting:
    """Checks the source spans of one article's claims."""

    def __init__(
        self, article: ArticleIndex, typer: SourceTyper, subjects: Subjects, unsaid: Unsaid | None = None
    ) -> None:
        self._unsaid = unsaid or Unsaid()
        self._article = article
        self._typer = typer
        self._subjects = subjects

    def vet(self, claim: Claim) -> None:
        """Repair a claim's source span in place; no span is left where nobody can be meant."""
        source = claim.source
        if self._unsaid.is_act(claim):
            claim.confidence *= UNLIKELY
        if not source.spans and claim.cue and not cue_is_inside(claim):
            subject = self._subjects.before(claim)
            if subject is not None and self._typer.is_known(subject):
                source.repair, source.spans = "subject", [self._article.span(subject)]
            else:
                self._take_from_content(claim)
        self._repair(claim)
        cut_source(claim)
        if self._unsaid.is_nobodys(claim):
            claim.confidence *= UNLIKELY

    def _take_from_content(self, claim: Claim) -> None:
        """German: the piece of the content right before a lone preposition is the source: *Einer Studie* zufolge."""
        cue = claim.cue[0]
        pieces = [span for span in claim.content if span.end == cue.start]
        if not self._article.heads_first or len(claim.cue) > 1 or len(cue) > 1 or len(claim.content) < 2 or not pieces:
            return
        run, hit = self._article.run_of(pieces[0]), self._article.hit_at(self._article.run_of(cue)[0])
        if hit is not None and "preposition" in hit.classes and self._typer.is_known(run):
            claim.source.repair, claim.source.spans = "content", [self._article.span(run)]

    def _repair(self, claim: Claim) -> None:
        source = claim.source
        for _ in range(MOST_REPAIRS):
            if len(source.spans) != 1:
                return
            run = self._article.run_of(source.spans[0])
            found = next(self._repairs(claim, run), None)
            if found is None:
                return
            source.repair, runs = found
            source.spans = [self._article.span(each) for each in runs]

    def _repairs(self, claim: Claim, run: Run) -> Iterator[Repair]:
        checks = (
            ("sentence", self._one_sentence),
            ("relative", self._before_relative),
            ("pronoun", self._only_pronoun),
            ("clause", self._before_verb),
            ("open-end", self._completed),
            ("genitive", self._with_genitive),
            ("tail", self._whole),
            ("two", self._one_phrase),
            ("recipient", self._without_recipient),
            ("hearsay", self._not_hearsay),
            ("nearest", self._nearest),
            ("spoken-to", self._not_passive),
            ("oblique", self._not_oblique),
            ("addressee", self._not_addressee),
            ("no-speaker", self._speaks),
            ("adverb", self._without_adverb),
        )
        for name, check in checks:
            runs = check(claim, run)
            if runs is not None and runs != [run]:
                yield name, runs

    def _one_sentence(self, claim: Claim, run: Run) -> list[Run] | None:
        words = self._article.words
        first, last = words[run[0]].sentence, words[run[1] - 1].sentence
        ends = [index for index in range(run[0], run[1] - 1) if words[index].sentence < words[index + 1].sentence]
        if not ends or any(self._is_abbreviation(index) for index in ends):
            return None
        cue = words[self._article.run_of(claim.cue[0])[0]].sentence if claim.cue else last
        wanted = cue if cue in (first, last) else last
        inside = [index for index in range(*run) if words[index].sentence == wanted]
        return [(inside[0], inside[-1] + 1)] if inside else None

    def _is_abbreviation(self, index: int) -> bool:
        """Whether a sentence was cut after a title: *Gov. Ada Holm*."""
        hit = self._article.hit_at(index - 1 if self._article.words[index].text == "." else index)
        return hit is not None and bool(hit.classes & (NAMING | ROLES))

    def _before_relative(self, claim: Claim, run: Run) -> list[Run] | None:
        """English: *who* speaks for the phrase that it follows."""
        hit = self._article.hit_at(run[0])
        if run[1] - run[0] > 1 or hit is None or "personal_relative" not in hit.classes:
            return None
        end = run[0]
        while end > 0 and not self._article.words[end - 1].is_word:
            end -= 1
        begin = end
        while begin > 0 and end - begin < LONGEST_PHRASE and self._is_phrase_part(begin - 1, run):
            begin -= 1
        return [(begin, end)] if begin < end else None

    def _only_pronoun(self, claim: Claim, run: Run) -> list[Run] | None:
        """German: what follows a personal pronoun that opens the span, or stands after its verb, is no part of it."""
        for index in range(run[0], min(run[0] + 2, run[1])) if self._article.heads_first else ():
            word, hit = self._article.words[index], self._article.hit_at(index)
            third = hit is not None and bool(hit.classes & {"male_pronoun", "female_pronoun", "plural_pronoun"})
            if third and word.part_of_speech == "PRON":
                after = self._article.words[index + 1] if index + 1 < run[1] else None
                own = after is not None and (not after.is_word or after.text == "selbst")
                return None if own else [(index, index + 1)]
            if not word.finite:
                break
        return None

    def _without_adverb(self, claim: Claim, run: Run) -> list[Run] | None:
        """German: an adverb at the span's end belongs to the verb, but for *selbst*."""
        last = run[1] - 1
        words = self._article.words
        loose = words[last].part_of_speech == "ADV" and self._article.hit_at(last) is None
        return [(run[0], last)] if self._article.heads_first and loose and last > run[0] else None

    def _before_verb(self, claim: Claim, run: Run) -> list[Run] | None:
        """Cut before a finite verb of the main clause: no comma, bracket or relative word opens one of its own."""
        words = self._article.words
        if not self._article.heads_first and self._is_subject(claim, run) and not self._joins(run[1] - 1):
            return None  # *people briefed on the inquiry* said; not *the team tested it and* found
        for index in range(run[0], run[1]):
            hit = self._article.hit_at(index)
            relative = hit is not None and "relative" in hit.classes and index > run[0]
            if relative and not (self._article.heads_first and hit and hit.classes & DETERMINERS):
                return None
            if not words[index].is_word and not words[index].is_quote:
                return None
            if words[index].finite and words[index].part_of_speech in ("VERB", "AUX"):
                adverbial = self._article.heads_first and self._after_preposition(run) and index + 1 < run[1]
                cut = (index + 1, run[1]) if adverbial else (run[0], index)
                return [cut] if index > run[0] else None
        return None

    def _joins(self, index: int) -> bool:
        hit = self._article.hit_at(index)
        return hit is not None and "conjunction" in hit.classes

    def _completed(self, claim: Claim, run: Run) -> list[Run] | None:
        words, first, last = self._article.words, self._article.hit_at(run[0]), self._article.hit_at(run[1] - 1)
        if first is not None and first.begin < run[0] or last is not None and last.end > run[1]:
            return [(first.begin if first else run[0], last.end if last else run[1])]
        if run[1] - run[0] < 2 or last is None or not last.classes & _OPEN or last.classes & (ROLES | BODIES | TEXTS):
            return None
        if not words[run[1] - 2].is_word:
            return [(run[0], run[1] - 2)] if run[1] - 2 > run[0] else None  # a relative clause begins
        end = run[1]
        while end < len(words) and end - run[1] < LONGEST_REST and self._in_phrase(end, run):
            end += 1
        whole = end > run[1] and words[end - 1].is_capital
        return [(run[0], end if whole else run[1] - 1)]

    def _with_genitive(self, claim: Claim, run: Run) -> list[Run] | None:
        """German: whose words or man it is, right after the span: *Ein Mitarbeiter* der Werft, *Angaben* von Ott."""
        words, last = self._article.words, self._article.hit_at(run[1] - 1)
        after = self._article.hit_at(run[1]) if run[1] + 1 < len(words) else None
        if not self._article.heads_first or last is None or after is None or self._is_cue(claim, run[1]):
            return None
        theirs = after.classes & {"genitive"} and after.end == run[1] + 1
        said = "statement" in last.classes and (theirs or after.classes & {"affiliation"})
        first = self._article.hit_at(run[0])
        serves = last.classes & _SERVING and theirs and first is not None and "indefinite" in first.classes
        if not (said or serves) or words[run[1]].sentence != words[run[0]].sentence:
            return None
        end = run[1] + 1
        while end < len(words) and end - run[1] < LONGEST_REST and self._in_phrase(end, (run[0], run[1])):
            end += 1
        rest = list(self._article.hits_in((run[1] + 1, end)))
        told = not serves or any(hit.classes & (BODIES - _PRESS) for hit in rest)
        return [(run[0], end)] if told and words[end - 1].is_capital else None

    def _whole(self, claim: Claim, run: Run) -> list[Run] | None:
        """English: what stands between a preposition and the verb ends a longer phrase, headed by people or a text."""
        before = self._article.hit_ending(run[0])
        inside = before is not None and "tail" in before.classes
        if self._article.heads_first or not inside or not self._is_subject(claim, run):
            return None
        begin = run[0]
        while begin > 0 and run[0] - begin < LONGEST_PHRASE and self._is_phrase_part(begin - 1, run):
            begin -= 1
        while begin < run[0] and self._article.words[begin].part_of_speech in ("ADV", "ADP", "SCONJ", "CCONJ", "VERB"):
            begin += 1
        heads = self._article.phrase((begin, run[0])).segments
        told = any(each.head is not None and each.head.classes & (ROLES | TEXTS) for each in heads)
        return [(begin, run[1])] if told else None

    def _is_subject(self, claim: Claim, run: Run) -> bool:
        """Whether the cue's finite verb follows the span at once."""
        after = run[1] < len(self._article.words) and self._is_cue(claim, run[1])
        return after and any(token._.mood for span in claim.cue for token in span)

    def _is_phrase_part(self, index: int, run: Run) -> bool:
        word = self._article.words[index]
        reduced = word.text.endswith("ed")  # *people briefed on …*: the tagger takes it for a finite verb
        return word.is_word and (not word.finite or reduced) and word.sentence == self._article.words[run[0]].sentence

    def _in_phrase(self, index: int, run: Run) -> bool:
        word = self._article.words[index]
        noun_before = self._article.words[index - 1].is_capital and index > run[1]
        same = word.is_word and not word.finite and word.sentence == self._article.words[run[0]].sentence
        return same and (word.is_capital or not noun_before)

    def _one_phrase(self, claim: Claim, run: Run) -> list[Run] | None:
        """German: a determiner in a case that no genitive has, right after a noun; English: a name after an outlet."""
        if not self._article.heads_first:
            return self._after_outlet(run)
        for index in range(run[0] + 1, run[1] - 1):
            hit, before = self._article.hit_at(index), self._article.hit_at(index - 1)
            opens = hit is not None and hit.begin == index and bool(hit.classes & {"indefinite", "oblique"})
            if not opens or hit is None or "genitive" in hit.classes or not self._article.words[index - 1].is_word:
                continue
            closed = before is None or not before.classes & (_OPEN | {"conjunction", "relative", "heading", "copula"})
            noun = self._article.words[index - 1].is_capital or self._article.words[index - 1].part_of_speech == "NOUN"
            if closed and (noun or before and "pronoun" in before.classes):
                second = (index, run[1])
                text = self._article.phrase(second).segments
                written = text and text[0].head is not None and text[0].head.classes & TEXTS
                return [second if written and self._subjects.is_impersonal(claim) else (run[0], index)]
        return None

    def _after_outlet(self, run: Run) -> list[Run] | None:
        """*Speaking to the Daily Mail Ada Holm claimed*."""
        for hit in self._article.hits_in(run):
            rest = (hit.end, run[1])
            if hit.classes & _PRESS and self._after_preposition(run) and hit.end < run[1]:
                name = self._article.phrase(rest).segments
                if len(name) == 1 and name[0].head is None and name[0].names == [rest]:
                    return [rest]
        return None

    def _without_recipient(self, claim: Claim, run: Run) -> list[Run] | None:
        first, second = self._article.hit_at(run[0]), self._article.hit_at(run[0] + 1) if run[1] - run[0] > 1 else None
        if first and second and "pronoun" in first.classes and second.classes & {"preposition"}:
            return [(run[0], run[0] + 1)]  # *er im Gespräch*
        for index in range(run[0] + 1, run[1]):
            hit = self._article.hit_at(index)
            if hit is not None and "recipient" in hit.classes and self._article.words[index - 1].is_word:
                return [(run[0], index)]
        return None

    def _not_hearsay(self, claim: Claim, run: Run) -> list[Run] | None:
        """The source of another sentence does not vouch for what has a reportative modal of its own."""
        cue = [token for span in claim.cue for token in span]
        begin = self._article.run_of(claim.content[0])[0]
        apart = self._article.words[run[0]].sentence != self._article.words[begin].sentence
        if not cue and claim.form is Form.FREE_INDIRECT:
            cue = [token for token in claim.content[0] if token._.mood][:1]
            apart = apart and run[1] <= begin and not self._article.same_block(run[0], begin)
        modal = len(cue) == 1 and cue[0].tag_.startswith("VM") and cue[0]._.mood == "ind"
        return [] if modal and apart else None

    def _nearest(self, claim: Claim, run: Run) -> list[Run] | None:
        """A quotation has the speaker of its own sentence rather than one of an earlier paragraph."""
        begin = self._article.run_of(claim.content[0])[0]
        if claim.cue or claim.form is not Form.DIRECT or run[1] > begin or self._article.same_block(run[0], begin):
            return None
        speaker = self._subjects.speaking(begin)
        words = self._article.words
        if speaker is None or not self._article.same_block(speaker[0], begin) or not self._typer.is_known(speaker):
            return None
        return [speaker] if words[begin].sentence - words[speaker[0]].sentence <= 1 else None

    def _not_passive(self, claim: Claim, run: Run) -> list[Run] | None:
        if not self._subjects.is_passive(claim) or self._after_preposition(run):
            return None
        inside = (self._article.hit_at(index) for index in range(*run))
        return None if any(hit is not None and "agent" in hit.classes for hit in inside) else []

    def _not_oblique(self, claim: Claim, run: Run) -> list[Run] | None:
        first = self._article.hit_at(run[0])
        if first is None or not self._is_oblique(run) or self._after_preposition(run) or not has_verb(claim):
            return None
        after = self._article.hit_at(run[1]) if run[1] < len(self._article.words) else None
        if after is not None and "preposition" in after.classes and self._is_cue(claim, after.begin):
            return None  # *dem Sprecher zufolge*
        subject = self._subjects.of(claim, run)
        return [subject] if subject else []

    def _is_oblique(self, run: Run) -> bool:
        """Whether the first words can be no nominative: *dem*, *him*, *der …en* before a noun of one word."""
        words, hit = self._article.words, self._article.hit_at(run[0])
        if hit is not None and "oblique" in hit.classes:
            return True
        weak = self._article.heads_first and words[run[0]].text.lower() == "der" and run[1] - run[0] > 2
        adjective = words[run[0] + 1] if weak else None
        return adjective is not None and adjective.part_of_speech == "ADJ" and adjective.text.endswith("en")

    def _not_addressee(self, claim: Claim, run: Run) -> list[Run] | None:
        before = self._article.hit_ending(run[0])
        towards = before is not None and "towards" in before.classes
        if not self._is_outlet(run) or not towards and self._after_preposition(run):
            return None
        subject = self._subjects.in_frame(claim, run)
        if subject is None and (towards or not claim.cue):
            subject = self._subjects.in_sentence(run)
        return [subject] if subject and self._typer.is_known(subject) else None

    def _is_outlet(self, run: Run) -> bool:
        """Whether a phrase is an outlet, or a name in quotation marks."""
        segments = self._article.phrase(run).segments
        head, names = (segments[0].head, segments[0].names) if segments else (None, [])
        if head is not None:
            return bool(head.classes & _PRESS)
        return bool(names) and self._article.words[names[0][0]].quoted

    def _speaks(self, claim: Claim, run: Run) -> list[Run] | None:
        """Only what the typer knows nothing of and what is no name is taken for a thing."""
        if self._typer.is_known(run):
            return None
        if self._article.heads_first and self._is_adverbial(run):
            return self._subject_or_nobody(claim, run)
        subject = self._subjects.of(claim, run) if self._article.heads_first else None
        if subject and self._typer.is_known(subject):
            return [subject]
        if not claim.cue and claim.form in (Form.DIRECT, Form.FREE_INDIRECT):
            return []
        if claim.source.repair != "no-speaker":
            claim.confidence *= UNLIKELY
        return None

    def _is_adverbial(self, run: Run) -> bool:
        """German: whether a phrase has no noun or pronoun (*Gestern war berichtet worden*), or tells when."""
        words = self._article.words[slice(*run)]
        return not any(word.is_capital and word.part_of_speech in _NOMINAL or word.quoted for word in words)

    def _subject_or_nobody(self, claim: Claim, run: Run) -> list[Run]:
        subject = self._subjects.of(claim, run)
        return [subject] if subject and self._typer.is_known(subject) else []

    def _after_preposition(self, run: Run) -> bool:
        before = self._article.hit_ending(run[0])
        return before is not None and bool(before.classes & {"preposition"})

    def _is_cue(self, claim: Claim, index: int) -> bool:
        begin = self._article.words[index].begin
        return any(span.start_char <= begin < span.end_char for span in claim.cue)
