"""One article as the source typer needs it: its words, lexicon hits, phrases, and where each name occurs."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc, Span

from ...lang.tables import read_table
from .classes import BODIES, DETERMINERS, FIRST_NAMES, NAMING, ROLES, TITLES
from .lexicon import Hit, Lexicon
from .phrase import Phrase, PhraseReader, Run
from .words import Word, words_of

FIGURES: dict[str, set[str]] = {}
"""Full names of well-known politicians by surname."""
NOBODY_ALONE: set[str] = set()
"""Those surnames that are mostly first names: they mean nobody well-known without the full name (*Omar*)."""
for _row in read_table(Path(__file__).parent / "data" / "figures.tsv"):
    FIGURES.setdefault(_row["name"].split()[-1], set()).add(_row["name"])
    if _row["alone"] == "no":
        NOBODY_ALONE.add(_row["name"].split()[-1])
FIRST_NAMES_OF_FIGURES: dict[str, set[str]] = {}
"""Surnames of well-known politicians by first name."""
for _surname, _names in FIGURES.items():
    for _name in _names:
        FIRST_NAMES_OF_FIGURES.setdefault(_name.split()[0], set()).add(_surname)
MOST_ONLINE = 5
"""Words for posts, users and platforms that make an article one about social media."""
LONGEST_ROLE = 12
"""Words after a role within which its holder's name is sought."""
YOUNGEST, OLDEST = 4, 110
"""Ages of people who are quoted."""
_COMMON = frozenset(("trade", "profession", "witness"))
"""Words that are surnames as well: *Baker*, *Walker*."""
MOST_MENTIONS = 50
"""Mentions of one name that are looked at, so that time stays linear."""
LONGEST_PHRASE = 6
"""Words that a noun phrase is followed for."""
SPORT = 2
"""Different words of sport that make an article one about sport."""
LONGEST_NAME = 5
"""Words a person's name has at most."""


class ArticleIndex:
    """Built once for each Doc, in time linear in its length."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self._text = doc.text
        self._lexicon = lexicon
        self.words: Sequence[Word] = words_of(doc, self._text)
        self.heads_first = lexicon.heads_first
        self.hits: dict[int, Hit] = {hit.begin: hit for hit in lexicon.hits(self.words)}
        self._surnames = frozenset(self._find_surnames())
        self.reader = PhraseReader(self.words, self.hits, lexicon.heads_first, self._surnames)
        self._begins = [word.begin for word in self.words]
        self._hit_ends = {hit.end: hit for hit in self.hits.values()}
        self._inside = {index: hit for hit in self.hits.values() for index in range(hit.begin, hit.end)}
        self._places: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.words):
            if word.is_capital:
                self._places[word.text].append(index)

    def run_of(self, span: Span) -> Run:
        """The words that a spaCy span touches; at least one, where the Doc has any."""
        begin = max(0, bisect_right(self._begins, span.start_char) - 1)
        if self.words[begin].end <= span.start_char and begin + 1 < len(self.words):
            begin += 1
        return begin, max(begin + 1, bisect_left(self._begins, span.end_char))

    def span(self, run: Run) -> Span:
        """The spaCy span of a run of words."""
        begin, end = self.words[run[0]].begin, self.words[run[1] - 1].end
        span = self.doc.char_span(begin, end, alignment_mode="expand")
        assert span is not None  # a word lies inside the Doc
        return span

    def text(self, run: Run) -> str:
        """The Doc's text of a run of words."""
        return self._text[self.words[run[0]].begin : self.words[run[1] - 1].end]

    def phrase(self, run: Run) -> Phrase:
        """The phrase of a run of words."""
        return self.reader.read(*run)

    def hit_at(self, index: int) -> Hit | None:
        """The lexicon entry that covers a word."""
        return self._inside.get(index)

    def hit_ending(self, index: int) -> Hit | None:
        """The lexicon entry whose last word is before `index`."""
        return self._hit_ends.get(index)

    def head_forms(self, hit: Hit) -> tuple[str, ...]:
        """The base forms that the last word of a lexicon entry may have in the text."""
        return tuple(self._lexicon.forms(self.words[hit.end - 1].text.rpartition("-")[2]))

    def is_plural(self, hit: Hit) -> bool:
        """Whether the last word of a lexicon entry is tagged as a plural."""
        return self.span((hit.end - 1, hit.end))[-1].tag_ in ("NNS", "NNPS")

    def head_gender_of(self, noun: str) -> str:
        """`female` where the noun alone shows it, else empty."""
        return self._lexicon.gender("", noun)

    def head_gender(self, hit: Hit, opener: int | None = None) -> str:
        """`female`, `male` or empty, as the head of a phrase and the article (at `opener`, or right before it) show."""
        at = hit.begin - 1 if opener is None else opener
        before = self.words[at].text if hit.begin else ""
        return self._lexicon.gender(before, self.words[hit.end - 1].text)

    def same_block(self, index: int, later: int) -> bool:
        """Whether no line break lies between two words."""
        return "\n" not in self._text[self.words[index].begin : self.words[later].begin]

    def sentence(self, index: int) -> Run:
        """All words of the sentence that holds a word."""
        number = self.words[index].sentence
        begin, end = index, index
        while begin > 0 and self.words[begin - 1].sentence == number:
            begin -= 1
        while end < len(self.words) and self.words[end].sentence == number:
            end += 1
        return begin, end

    def hits_in(self, run: Run) -> Iterator[Hit]:
        """The lexicon entries that lie in a run of words."""
        return (self.hits[index] for index in range(*run) if index in self.hits and self.hits[index].end <= run[1])

    def hits_before(self, index: int, sentences: int) -> Iterator[Hit]:
        """The lexicon entries before a word, the nearest first, back to so many sentences before its own."""
        first = self.words[index].sentence - sentences
        for place in range(index - 1, -1, -1):
            if self.words[place].sentence < first:
                return
            if place in self.hits:
                yield self.hits[place]

    def is_name_part(self, index: int) -> bool:
        """Whether a word may belong to a name: capitalised and no word of the lexicon, or known to be part of one."""
        word = self.words[index]
        if not word.is_word:
            return False
        hit = self.hit_at(index)
        if hit is not None:
            known = bool(hit.classes & NAMING) and not hit.classes & {"title"}
            return known or word.text in self._surnames and word.is_capital
        return word.is_capital

    def places(self, text: str) -> Sequence[int]:
        """Where a capitalised word stands, in text order; at most `MOST_MENTIONS` places."""
        return self._places.get(text, ())[:MOST_MENTIONS]

    def mentions(self, surname: str) -> Iterator[Run]:
        """Every mention of a name by its last word: the whole name there, with first names."""
        for index in self.places(surname):
            begin = index
            while begin > 0 and index - begin < LONGEST_NAME and self._extends_left(begin):
                begin -= 1
            if index + 1 < len(self.words) and self._first_name(index) and self._extends_right(index):
                continue  # here the word is somebody else's first name
            yield begin, index + 1

    def _find_surnames(self) -> Iterator[str]:
        """The lexicon's words that are somebody's surname in this article: *Papier* after *Hans-Jürgen Papier*."""
        for index, hit in self.hits.items():
            before = self.hits.get(index - 1)
            word = self.words[index]
            if not self.heads_first and self._stands_like_a_name(hit):
                yield word.text
            if before is None or hit.end != index + 1 or not word.is_capital or hit.modifiers:
                continue
            first = before.classes & FIRST_NAMES and not before.classes & BODIES
            if first and not self.words[index - 1].possessive and self.words[index - 1].sentence == word.sentence:
                yield word.text

    def _stands_like_a_name(self, hit: Hit) -> bool:
        """English: whether a word for one person is capitalised inside a sentence, with nothing before or after it.

        *Yesterday Baker said*: a common noun would be small and have an article.
        """
        word = self.words[hit.begin]
        if hit.end != hit.begin + 1 or not word.is_capital or word.initial or not hit.classes <= _COMMON:
            return False
        before, end = self.hits.get(hit.begin - 1), min(hit.end, len(self.words) - 1)
        singular = not word.text.endswith("s") and not word.text.isupper()
        left = self.words[hit.begin - 1]
        free = (left.initial or not left.is_capital) and not self.words[end].is_capital
        return singular and free and (before is None or not before.classes & (DETERMINERS | ROLES))

    def _extends_left(self, begin: int) -> bool:
        before, word = self.words[begin - 1], self.words[begin]
        if not before.is_capital and (begin < 2 or not self.words[begin - 2].is_capital):
            return False  # *von* as a preposition
        if before.sentence != word.sentence or before.possessive or not self.is_name_part(begin - 1):
            return False
        hit = self.hit_at(begin - 1)
        known = hit is not None and bool(hit.classes & NAMING)
        return known or not before.initial or self._first_name(begin - 1)

    def _extends_right(self, index: int) -> bool:
        following = self.words[index + 1]
        return following.is_capital and following.is_word and following.sentence == self.words[index].sentence

    def _first_name(self, index: int) -> bool:
        hit = self.hit_at(index)
        return hit is not None and bool(hit.classes & FIRST_NAMES)

    def may_be_same(self, name: Run, other: Run) -> bool:
        """Whether two mentions with the same surname can be one person: one has all the other's first names.

        *Mr. Crowe* is not *Elena Crowe*.
        """
        genders = self._genders(name) | self._genders(other)
        if len(genders) > 1:
            return False
        first, second = (
            {self.words[index].text for index in range(run[0], run[1] - 1) if not self._is_title(index)}
            for run in (name, other)
        )
        return first <= second or second <= first

    def _genders(self, name: Run) -> frozenset[str]:
        """What title or first name show, where that is one thing: `male` or `female`."""
        hits = [hit for index in range(*name) if (hit := self.hit_at(index)) is not None]
        title = frozenset(cls.partition("_")[0] for hit in hits for cls in hit.classes & TITLES)
        first = hits[0].classes & FIRST_NAMES if hits else frozenset[str]()
        return title or (frozenset(cls.partition("_")[0] for cls in first) if len(first) == 1 else frozenset())

    def _is_title(self, index: int) -> bool:
        """Whether a word before a name says nothing of who it is: *Mr.*, *von*."""
        hit = self.hit_at(index)
        return hit is not None and bool(hit.classes & {"title", "particle"})

    def name_beside(self, hit: Hit) -> Run | None:
        """The person's name right after a role or in the apposition that follows it."""
        sentence = self.words[hit.begin].sentence
        index, end = hit.end, min(len(self.words), hit.end + LONGEST_ROLE)
        comma = False
        while index < end and self.words[index].sentence == sentence and not self.words[index].finite:
            word = self.words[index]
            if self._first_name(index) and (index == hit.end or comma or self.heads_first):
                last = index + 1
                while last < len(self.words) and last - index < LONGEST_NAME and self.is_name_part(last):
                    last += 1
                return (index, last) if last - index > 1 else None
            if not word.is_word and word.text != ",":
                return None
            comma = comma or word.text == ","
            index += 1
        return None

    def is_human(self, run: Run) -> bool:
        """Whether a name looks like a person's: by its first name or title, here or where it is written out."""
        if any(self._naming(index) for index in range(max(0, run[0] - 1), run[1])):
            return True
        return any(self._naming(index) for name in self.mentions(self.words[run[1] - 1].text) for index in range(*name))

    def is_online(self) -> bool:
        """Whether the article is about what goes round in social media: many words for posts, users, platforms."""
        return sum(bool(hit.classes & {"post", "user", "platform"}) for hit in self.hits.values()) >= MOST_ONLINE

    def is_sport(self) -> bool:
        """Whether several different words of sport stand in the article."""
        words = {self.words[hit.begin].text.lower() for hit in self.hits.values() if "sport" in hit.classes}
        return len(words) >= SPORT

    def speaks_of_company(self) -> bool:
        """Whether the article says *the company* of something."""
        companies = (hit for hit in self.hits.values() if "company" in hit.classes and hit.begin)
        before = (self.hit_at(hit.begin - 1) for hit in companies)
        return any(hit is not None and "definite" in hit.classes for hit in before)

    def has_first_name(self, run: Run) -> bool:
        """Whether a name begins with a first name."""
        return self._first_name(run[0])

    def is_shouting(self, run: Run) -> bool:
        """Whether the words around are written in capitals too, so that capitals say nothing."""
        begin, end = self.sentence(run[0])
        others = [word for word in self.words[begin:end] if word.is_word and len(word.text) > 1]
        written_small = bool(self._places.get(self.words[run[0]].text.title()))
        return written_small or sum(word.text.isupper() for word in others) * 2 > len(others)

    def people_before(self, index: int, sentences: int) -> Iterator[Run]:
        """The names of people before a word, the nearest first, back to so many sentences before its own."""
        first = self.words[index].sentence - sentences
        for begin in range(index - 1, -1, -1):
            word = self.words[begin]
            if word.sentence < first:
                return
            hit = self.hits.get(begin)
            named = hit is not None and hit.classes & (FIRST_NAMES | TITLES) and not hit.classes & BODIES
            if named:
                end = begin + 1
                while end < index and end - begin < LONGEST_NAME and self.is_name_part(end):
                    end += 1
                if end - begin > 1:
                    yield begin, end
                    continue
            if word.text in FIGURES and not self.heads_first and self.is_figure((begin, begin + 1)):
                yield begin, begin + 1

    def _naming(self, index: int) -> bool:
        hit = self.hit_at(index)
        return hit is not None and bool(hit.classes & (NAMING - {"particle"}))

    def noun_phrase_around(self, hit: Hit) -> Run:
        """The phrase that a lexicon entry belongs to: from the determiner before it to the noun phrase's end."""
        begin = hit.begin
        while begin > 0 and hit.begin - begin < LONGEST_PHRASE and self._opens(begin - 1, hit):
            begin -= 1
            before = self.hit_at(begin)
            if before is not None and before.classes & DETERMINERS:
                break
        end = hit.end
        while end < len(self.words) and end - hit.end < LONGEST_PHRASE and self._goes_on(end, hit.begin):
            end += 1
        return begin, end

    def _opens(self, index: int, hit: Hit) -> bool:
        word, found = self.words[index], self.hit_at(index)
        if not word.is_word or word.finite or word.sentence != self.words[hit.begin].sentence:
            return False
        return found is None or not found.classes & {"preposition", "conjunction", "pronoun"}

    def noun_phrase_from(self, run: Run) -> Run:
        """The phrase that a lone article opens (*der* of *der Beamte*); the run itself where it is more than that."""
        hit = self.hit_at(run[0])
        if run[1] - run[0] > 1 or hit is None or not hit.classes & DETERMINERS or hit.classes & (ROLES | {"pronoun"}):
            return run
        end = run[1]
        while end < len(self.words) and end - run[0] < LONGEST_PHRASE and self._goes_on(end, run[0]):
            end += 1
        return run[0], end

    def _goes_on(self, index: int, begin: int) -> bool:
        word = self.words[index]
        noun_before = self.words[index - 1].is_capital and index - 1 > begin
        inside = word.is_word and not word.finite and word.sentence == self.words[begin].sentence
        return inside and (word.is_capital or not noun_before)

    def is_figure(self, run: Run) -> bool:
        """Whether a name is that of a well-known politician, and of nobody else in this article."""
        surname = self.base_name(self.words[run[1] - 1].text)
        full_names = FIGURES.get(surname.title() if surname.isupper() else surname)
        if full_names is None:
            return False
        mentions = [name for name in (*self.mentions(surname), run) if self.may_be_same(name, run)]
        bare = [[index for index in range(*name) if not self._is_title(index)] for name in mentions]
        written = [{self.words[index].text for index in name} for name in bare if len(name) > 1]
        first_names = {full.split()[0] for full in full_names}
        return not (written or surname in NOBODY_ALONE) or any(first_names & words for words in written)

    def is_figures_first_name(self, run: Run) -> bool:
        """Whether a name is the first name of a well-known politician whom the article names: *Hillary*."""
        return any(surname in self._places for surname in FIRST_NAMES_OF_FIGURES.get(self.words[run[0]].text, ()))

    def figures_genders(self, surname: str) -> set[str]:
        """The genders that the first names of the well-known politicians of a surname show."""
        entries = (self._lexicon.entry(name.split()[0]) for name in FIGURES.get(surname, ()))
        return {cls.removesuffix("_name") for entry in entries if entry for cls in entry.classes & FIRST_NAMES}

    def base_name(self, text: str) -> str:
        """A name without the German genitive ending, where the article or the list of figures has it so."""
        bare = text.removesuffix("s")
        return bare if bare != text and (bare in FIGURES or bare in self._places) and text not in FIGURES else text

    def gives_age(self, run: Run) -> bool:
        """Whether the article gives somebody's age after a mention of the name: *Karin Moll (52)*."""
        same = [name for name in self.mentions(self.words[run[1] - 1].text) if self.may_be_same(name, run)]
        for _, end in (run, *same):
            after = [word.text for word in self.words[end : end + 3]]
            if len(after) == 3 and after[0] in ",(" and after[1].isdigit() and after[2] in "),.":
                return YOUNGEST <= int(after[1]) <= OLDEST
        return False

    def tells_of_harm(self, run: Run) -> bool:
        """Whether a relative clause after the name says what somebody saw or suffered: *Jo Kern, who fled,*."""
        same = [name for name in self.mentions(self.words[run[1] - 1].text) if self.may_be_same(name, run)]
        return any(self._suffers(end) for _, end in dict.fromkeys((run, *same)))

    def _suffers(self, comma: int) -> bool:
        opener = self.hit_at(comma + 1) if comma + 1 < len(self.words) else None
        if opener is None or self.words[comma].text != "," or "relative" not in opener.classes:
            return False
        end, last = opener.end, min(len(self.words), opener.end + LONGEST_ROLE)
        while end < last and self.words[end].text not in ",.;":
            end += 1
        return any("affected" in hit.classes for hit in self.hits_in((opener.end, end)))
