"""Who a pronoun or a definite description refers back to: the latest earlier source that fits.

*er*, *die Quelle*, *der Sprecher*, *the official* name nobody by themselves. The candidates are the sources of the
claims before, the latest first, then the people named in the sentences just before; number and gender must fit where
the words show them.
"""

from collections.abc import Iterator
from dataclasses import replace

from ...annotations import SourceType
from .article_index import ArticleIndex
from .classes import BODIES, DETERMINERS, FIRST_NAMES, ROLES, TEXTS
from .earlier import Earlier, classes_of, surname_of
from .lexicon import Hit
from .mention import Verdict
from .phrase import Phrase, Run
from .speech import LONGEST_QUOTATION, opener, outset
from .subjects import Subjects
from .typer import SourceTyper

MOST_SOURCES = 100
"""Sources back that are looked at, so that time stays linear."""
REACH = 8
"""Sentences back within which a pronoun finds its source."""
LONGEST_GOVERNOR = 10
"""Words of the phrase before a relative clause that are read."""
FAR = 10
"""Sentences back within which a quotation without a frame has its speaker."""
NEAR = 2
"""Sentences back within which somebody named, though not a source, is meant."""
SHORTEST_HEAD = 4
"""Letters a head word must have to be found again inside a compound (*Sprecher* in *Regierungssprecher*)."""
_STANDS_FOR = {"company": {"organisation"}, "press": {"outlet", "quoted_outlet"}, "authority": {"institution"}}
"""Which named institutions a common noun may refer back to."""
_BODILY = (SourceType.MEDIA, SourceType.DOCUMENT, SourceType.SOCIAL_MEDIA)
_HELD = frozenset(("office", "politician", "expert", "profession", "trade", "leader", "witness", "adviser", "accused"))
"""Roles by which somebody may be meant whom the article names elsewhere."""
_BODY_RULES = (".acronym", ".company-name", ".named-body")
"""Ends of the rules that take a name for a body's."""
_COLLECTIVE = frozenset(("user", "group", "quantity", "nationality", "union", "sides"))
_GENERAL = frozenset(("people", "profession", "trade", "accused"))


class Resolver:
    """Remembers the sources of one article in text order."""

    def __init__(self, article: ArticleIndex, typer: SourceTyper, subjects: Subjects) -> None:
        self._article = article
        self._subjects = subjects
        self._typer = typer
        self._earlier: list[Earlier] = []
        self._heard: tuple[Run, int] = ((0, 0), 0)
        self._holders: dict[tuple[str, ...], Earlier | None] = {}

    def remember(self, run: Run, verdict: Verdict, antecedent: Verdict | None = None) -> None:
        """Note a judged source, and what it refers back to, for the mentions after it."""
        phrase = self._article.phrase(run)
        classes = classes_of(phrase)
        heads = tuple(form for s in phrase.segments if s.head for form in self._article.head_forms(s.head))
        text = verdict.resolved or self._article.text(run)
        surname = surname_of(phrase) or (antecedent.surname if antecedent else "")
        meant = (e.gender for e in reversed(self._earlier[-MOST_SOURCES:]) if antecedent and e.text == text)
        gender = self._gender(run) or next(meant, "")  # *sie*: of whom it was found to mean
        self._earlier.append(Earlier(run, verdict, classes, heads, text, self._is_plural(phrase), surname, gender))

    def antecedent(self, run: Run) -> Verdict | None:
        """The verdict on what a pronoun or definite description refers to, with its words in `resolved`."""
        phrase = self._article.phrase(run)
        if self._is_relative(run):
            return self._governor(run)
        if not phrase.segments:
            return None
        segment = phrase.segments[0]
        if any(s.names or s.complement_names or s.complement or s.possessor for s in phrase.segments):
            return None
        if "accordingly" in segment.functions:
            return self._just_before(run)
        own = segment.head is not None and "statement" in segment.head.classes and "pronoun" in segment.functions
        if own or segment.head is None and "pronoun" in segment.functions:
            found = own and self._owner(run) or self._just_told_of(run)
            found = found or self._for_pronoun(run) or self._person_near(run) or self._described_near(run)
            found = found or self._body_near(run)
        elif segment.head is not None and "quantity" in segment.head.classes:
            found = next((e for e in self._before(run, NEAR) if e.plural and not e.verdict.named), None)
            posted = (e for e in self._before(run, REACH) if e.verdict.type is SourceType.SOCIAL_MEDIA and e.plural)
            found = found or next(posted, None)
        elif segment.head is not None and "definite" in segment.functions:
            found = self._for_description(run, segment.head)
        else:
            return None
        if found is None:
            return None
        return self._verdict(found)

    def latest(self, index: int) -> Earlier | None:
        """The last source before a word, near it or where it was last heard, for speech without a frame."""
        for earlier in reversed(self._earlier[-MOST_SOURCES:]):
            if earlier.run[1] <= index and earlier.verdict.type is not SourceType.UNSPECIFIED:
                heard = self._heard if self._heard[0] == earlier.run else (earlier.run, earlier.run[0])
                return earlier if self._is_near(heard[1], index) else None
        return None

    def going_on(self, index: int, *, quoted: bool = False) -> Verdict | None:
        """The verdict on the last source before a word, for a quotation or Konjunktiv clause without a frame.

        Somebody must have said a quotation (`quoted`): a source that is named again before it, else one from farther.
        """
        earlier = (self._opening(index) or self._named_again(index)) if quoted else None
        earlier = earlier or self.latest(index) or (self._farther(index) if quoted else None)
        speaker = self._subjects.speaking(index)
        if speaker and self._is_near(speaker[0], index) and (earlier is None or speaker[0] >= earlier.run[1]):
            antecedent = self.antecedent(speaker)
            verdict = self._typer.phrase(speaker, antecedent=antecedent)
            if self._typer.is_known(speaker):
                self.remember(speaker, verdict, antecedent)
                earlier = self._earlier[-1]
        if earlier is None:
            return None
        self._heard = (earlier.run, index)
        return self._verdict(earlier)

    def _opening(self, index: int) -> Earlier | None:
        """Who opens the sentence that a colon ends before a quotation."""
        run = opener(self._article, self._typer, index)
        if run is not None:
            antecedent = self.antecedent(run)
            self.remember(run, self._typer.phrase(run, antecedent=antecedent), antecedent)
        return self._earlier[-1] if run is not None else None

    def taken_up(self, run: Run) -> Verdict | None:
        """What a cue without a source takes up: *Demnach …*, *Danach …*."""
        hits = list(self._article.hits_in(run))
        return self._just_before(run) if hits and all("accordingly" in hit.classes for hit in hits) else None

    def _named_again(self, index: int) -> Earlier | None:
        """A source before that the block names again right before a word."""
        known = {earlier.surname: earlier for earlier in self._earlier[-MOST_SOURCES:] if earlier.surname}
        for place in range(index - 1, max(0, index - LONGEST_QUOTATION), -1):
            if not self._article.same_block(place, index):
                return None
            earlier = known.get(self._article.base_name(self._article.words[place].text))
            if earlier is not None:
                return earlier
        return None

    def _farther(self, index: int) -> Earlier | None:
        """The last source not too far before a word."""
        first = self._article.words[index].sentence - FAR
        told = (e for e in reversed(self._earlier[-MOST_SOURCES:]) if e.run[1] <= index)
        earlier = next((e for e in told if e.verdict.type is not SourceType.UNSPECIFIED), None)
        return earlier if earlier is not None and self._article.words[earlier.run[0]].sentence >= first else None

    def _is_near(self, place: int, index: int) -> bool:
        words = self._article.words
        return words[place].sentence >= words[index].sentence - NEAR or self._article.same_block(place, index)

    def _just_before(self, run: Run) -> Verdict | None:
        """What *demnach* takes up: the source heard in the sentence before, else a text or institution named there."""
        latest = self.latest(run[0])
        sentence = self._article.words[run[0]].sentence
        if latest is not None and self._article.words[latest.run[0]].sentence >= sentence - 1:
            return self._verdict(latest)
        for group in (TEXTS, BODIES - {"place"}):
            for hit in self._article.hits_before(run[0], sentences=1):
                if hit.classes & group and self._article.words[hit.begin].sentence < sentence:
                    phrase = self._article.noun_phrase_around(hit)
                    found = self._typer.phrase(phrase)
                    return replace(found, resolved=found.resolved or self._article.text(phrase))
        return self._verdict(latest) if latest is not None else None

    def _verdict(self, earlier: Earlier) -> Verdict:
        verdict = earlier.verdict
        return replace(verdict, resolved=earlier.text, surname=earlier.surname)

    def _for_pronoun(self, run: Run) -> Earlier | None:
        gender = self._gender(run)
        plural = any("plural_pronoun" in hit.classes for hit in self._article.hits_in(run))
        neuter = any("neuter_pronoun" in hit.classes for hit in self._article.hits_in(run))
        for earlier in self._before(run, REACH):
            body = earlier.classes & (BODIES | TEXTS) or earlier.verdict.type in _BODILY
            body = body or earlier.verdict.rule.endswith(_BODY_RULES)
            personal = not body or bool(earlier.classes & ROLES)
            if earlier.verdict.type is SourceType.UNSPECIFIED or gender and earlier.plural or earlier.is_thing:
                continue
            if neuter and personal or not neuter and not plural and not personal:
                continue
            if gender and not neuter and earlier.gender not in ("", gender):
                continue
            return earlier
        return None

    def _named(self, name: Run, verdict: Verdict) -> Earlier:
        """A person's name in the article as something to refer back to."""
        text = verdict.resolved or self._article.text(name)
        surname = self._article.words[name[1] - 1].text
        return Earlier(name, verdict, frozenset(), (), text, False, surname, self._gender(name))

    def _is_relative(self, run: Run) -> bool:
        """Whether the source is only a relative pronoun, right after a comma or a noun."""
        hit = self._article.hit_at(run[0])
        alone = run[1] - run[0] == 1 and hit is not None and "relative" in hit.classes and run[0] > 0
        before = self._article.words[run[0] - 1].text if alone else ""
        return alone and (before in ",–—-" or hit is not None and not hit.classes & DETERMINERS)

    def _governor(self, run: Run) -> Verdict | None:
        """The verdict on the phrase that a relative clause follows."""
        sentence = self._article.sentence(run[0])
        end = run[0]
        while end > sentence[0] and not self._article.words[end - 1].is_word:
            end -= 1
        begin = end
        while begin > max(sentence[0], end - LONGEST_GOVERNOR) and self._article.words[begin - 1].text not in ",;:()–—":
            if self._article.words[begin - 1].finite:
                break
            begin -= 1
            hit = self._article.hits.get(begin)
            if hit is not None and hit.classes & DETERMINERS and not hit.classes & {"genitive"}:
                break
        if begin == end:
            return None
        phrase = self._article.phrase((begin, end))
        if not any(segment.head or segment.names for segment in phrase.segments):
            return None
        found = self._typer.phrase((begin, end))
        return replace(found, resolved=found.resolved or self._article.text((begin, end)))

    def _owner(self, run: Run) -> Earlier | None:
        """Who *eigene Angaben* are of: whom the same sentence names before them, else right after its verb."""
        sentence = self._article.sentence(run[0])
        before = [hit for hit in self._article.hits_in((sentence[0], run[0])) if hit.classes & (BODIES | ROLES)]
        after = [hit for hit in self._article.hits_in((run[1], sentence[1])) if hit.classes & (BODIES | ROLES)]
        verbs = (index for index in range(sentence[0], run[0]) if self._article.words[index].finite)
        first = (sentence[0], next(verbs, sentence[0]))
        phrases = [first] if first[1] > first[0] and self._typer.is_known(first) else []
        phrases += [self._article.noun_phrase_around(hit) for hit in before[:1] or after[:1]]
        for phrase in phrases:
            read, verdict = self._article.phrase(phrase), self._typer.phrase(phrase)
            text = verdict.resolved or self._article.text(phrase)
            return Earlier(phrase, verdict, classes_of(read), (), text, False, surname_of(read))
        return None

    def _person_near(self, run: Run) -> Earlier | None:
        """Somebody named in the sentences just before, where no source before fits."""
        gender = self._gender(run)
        if any({"neuter_pronoun", "first_person"} & hit.classes for hit in self._article.hits_in(run)):
            return None
        for name in self._article.people_before(outset(self._article, run), NEAR):
            if self._gender(name) in ("", gender or self._gender(name)):
                return self._named(name, self._typer.phrase(name))
        return None

    def _body_near(self, run: Run) -> Earlier | None:
        """English: the institution named just before an *it* that does something: *It offers flexible hours*."""
        words = self._article.words
        neuter = any("neuter_pronoun" in hit.classes for hit in self._article.hits_in(run))
        after = words[run[1] : run[1] + 3]
        acts = any(word.finite for word in after) and not any(word.text in ("is", "was", "been") for word in after)
        if self._article.heads_first or not neuter or not acts:
            return None
        for hit in self._article.hits_before(run[0], NEAR):
            if hit.classes & (BODIES | TEXTS) - {"place"} and not hit.classes & ROLES:
                phrase = self._article.noun_phrase_around(hit)
                verdict = self._typer.phrase(phrase)
                text = verdict.resolved or self._article.text(phrase)
                return Earlier(phrase, verdict, hit.classes, (), text, False, "")
        return None

    def _described_near(self, run: Run) -> Earlier | None:
        """German: somebody who is only described just before: *Das erlebt der junge Mann, den … „…“, sagt er*."""
        gender = self._gender(run)
        if not gender or not self._article.heads_first:
            return None
        for hit in self._article.hits_before(outset(self._article, run), sentences=NEAR - 1):
            if not hit.classes & (ROLES - _COLLECTIVE) or not self._article.same_block(hit.begin, run[0]):
                continue
            phrase = self._article.noun_phrase_around(hit)
            read = self._article.phrase(phrase)
            opens = self._article.hit_at(phrase[0])
            one = opens is not None and opens.classes & DETERMINERS and not self._is_plural(read)
            shown = self._article.head_gender(hit, phrase[0])
            if one and shown == gender and self._typer.is_known(phrase):
                verdict = self._typer.phrase(phrase)
                text = verdict.resolved or self._article.text(phrase)
                return Earlier(phrase, verdict, classes_of(read), (), text, False, surname_of(read), gender)
        return None

    def _just_told_of(self, run: Run) -> Earlier | None:
        """The subject of the sentence before, no source yet: *Ein Sprecher wollte …. „…“, sagte er*."""
        gender, words = self._gender(run), self._article.words
        if not gender:
            return None
        at = self._article.sentence(outset(self._article, run))[0]
        if at == 0 or words[at - 1].quoted or not self._article.same_block(at - 1, run[0]):
            return None
        begin = self._article.sentence(at - 1)[0]
        verb = next((index for index in range(begin, at) if words[index].finite or not words[index].is_word), begin)
        heard = any(earlier.run[0] >= begin for earlier in self._before(run, NEAR))
        follows = words[verb].finite or words[verb].text == "," and not self._article.heads_first
        if heard or verb == begin or not follows or not self._typer.is_known((begin, verb)):
            return None
        phrase, verdict = self._article.phrase((begin, verb)), self._typer.phrase((begin, verb))
        classes, head = classes_of(phrase), phrase.segments[0].head
        shown = self._gender((begin, verb)) or head is not None and self._article.head_gender(head)
        named = bool(surname_of(phrase)) and not classes
        if self._article.heads_first:
            named = named and self._article.is_human((begin, verb))
        if shown != gender or self._is_plural(phrase) or not (classes & ROLES or named):
            return None
        text = verdict.resolved or self._article.text((begin, verb))
        return Earlier((begin, verb), verdict, classes, (), text, False, surname_of(phrase), gender)

    def _for_description(self, run: Run, head: Hit) -> Earlier | None:
        forms = tuple(form for form in self._article.head_forms(head) if len(form) >= SHORTEST_HEAD)
        wanted = frozenset[str]().union(*(_STANDS_FOR.get(name, ()) for name in head.classes))
        gender = self._gender(run)
        known = list(self._before(run, len(self._article.words)))
        if "vague" in head.classes:  # somebody described rather than another word for nobody
            known.sort(key=lambda earlier: bool(earlier.classes & (TEXTS | {"vague"})))
        for earlier in known:
            same = any(word.endswith(forms) for word in earlier.heads)
            person = bool(head.classes & _GENERAL) and (not earlier.classes or bool(earlier.classes & ROLES))
            person = person and not earlier.plural and "quantity" not in earlier.classes
            person = person and (earlier.verdict.named or "people" in head.classes or earlier.classes <= _GENERAL)
            vague = "vague" in head.classes and earlier.verdict.type is SourceType.ANONYMOUS
            if not (same or person or vague or wanted & earlier.classes):
                continue
            other = gender and earlier.gender
            if other not in ("", gender) or earlier.text in self._article.text(run):
                continue
            return earlier
        return self._holder(head) or self._same_person(run, head)

    def _holder(self, head: Hit) -> Earlier | None:
        """Somebody whom the article names with this role elsewhere, before or after."""
        if not head.classes & _HELD:
            return None
        forms = tuple(form for form in self._article.head_forms(head) if len(form) >= SHORTEST_HEAD)
        if forms not in self._holders:
            self._holders[forms] = self._find_holder(forms, head)
        return self._holders[forms]

    def _find_holder(self, forms: tuple[str, ...], head: Hit) -> Earlier | None:
        for hit in self._article.hits.values():
            if hit.classes & head.classes and any(word.endswith(forms) for word in self._article.head_forms(hit)):
                name = self._article.name_beside(hit)
                verdict = self._typer.name(name) if name else None
                if name and verdict:
                    return self._named(name, verdict)
        return None

    def _same_person(self, run: Run, head: Hit) -> Earlier | None:
        """The last person named as a source, of whom nothing else is told: *Falk* … *die Ärztin*."""
        if not head.classes & _HELD or head.modifiers & BODIES:
            return None
        gender = self._gender(run)
        for earlier in self._before(run, REACH):
            bare = earlier.verdict.type is SourceType.PERSON or self._typer.knows(earlier.surname)
            undescribed = bare and earlier.verdict.named and not earlier.classes
            if undescribed and earlier.gender in ("", gender or earlier.gender):
                return earlier
        return None

    def _before(self, run: Run, sentences: int) -> Iterator[Earlier]:
        """The sources before a mention, the nearest first."""
        first = self._article.words[run[0]].sentence - sentences
        for earlier in reversed(self._earlier[-MOST_SOURCES:]):
            if self._article.words[earlier.run[0]].sentence < first:
                return
            if earlier.run[1] <= run[0]:
                yield earlier

    def _is_plural(self, phrase: Phrase) -> bool:
        """Whether the words show that several people are meant."""
        first = phrase.segments[0] if phrase.segments else None
        if first is None or first.head is None or first.names:
            return False
        token = self._article.span((first.head.end - 1, first.head.end))[0]
        counted = bool(first.functions & {"number", "quantity"})
        return counted or token.tag_ in ("NNS", "NNPS") or "Number=Plur" in token.morph

    def _gender(self, run: Run) -> str:
        """`female`, `male`, or empty where the words do not show it."""
        shown = set()
        surname = surname_of(self._article.phrase(run))
        written_out = [index for name in self._article.mentions(surname) for index in range(*name)] if surname else []
        for index in (*range(*run), *written_out):
            hit = self._article.hit_at(index)
            classes = hit.classes if hit else frozenset[str]()
            if len(classes & FIRST_NAMES) == 1:
                shown |= {name.removesuffix("_name") for name in classes & FIRST_NAMES}
            if hit is not None and classes & _HELD and hit.begin == index:
                shown |= {self._article.head_gender(hit)} - {""}
            shown |= {name.removesuffix("_pronoun") for name in classes & {"female_pronoun", "male_pronoun"}}
        if surname and self._article.is_figure(run):
            shown = self._article.figures_genders(surname)
        return shown.pop() if len(shown) == 1 else ""
