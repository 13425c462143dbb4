"""Whose verb a cue is: the subject beside it, as the attribution rules' frames and the words around it show."""

from bisect import bisect_left
from collections.abc import Sequence

from ...annotations import Claim
from ..attribution.frames import Frame
from .article_index import ArticleIndex
from .classes import BODIES, ROLES, TEXTS
from .phrase import Run

LONGEST_SUBJECT = 7
"""Words that a subject after its verb is followed for."""
_SKIPPED = frozenset(("reflexive",))


class Subjects:
    """The frames of one article by the tokens of their cues."""

    def __init__(self, article: ArticleIndex, frames: Sequence[Frame]) -> None:
        self._article = article
        self._frames: dict[int, Frame] = {token.i: frame for frame in frames for span in frame.cue for token in span}
        own = (frame for frame in frames if frame.source and not frame.opener and not frame.passive)
        self._speaking = [frame for frame in own if not self._names_nobody(frame)]
        self._starts = [frame.cue[0].start for frame in self._speaking]

    def frame(self, claim: Claim) -> Frame | None:
        """The frame that shares a word with the claim's cue."""
        found = (self._frames.get(token.i) for span in claim.cue for token in span)
        return next((frame for frame in found if frame is not None), None)

    def speaking(self, begin: int) -> Run | None:
        """The subject of the last verb of speech before a word of the article, in its block or close before it."""
        token = self._article.span((begin, begin + 1)).start
        for frame in reversed(self._speaking[: bisect_left(self._starts, token)]):
            run = self._article.run_of(frame.source[0])
            return run if run[1] <= begin else None
        return None

    def is_passive(self, claim: Claim) -> bool:
        """Whether the cue is a passive, whose subject is spoken to or of."""
        frame = self.frame(claim)
        return frame is not None and frame.passive and "quoted" not in frame.verb.complements

    def is_impersonal(self, claim: Claim) -> bool:
        """Whether nobody is the cue's subject: *in dem es heißt*."""
        return any(
            "expletive" in hit.classes
            for span in claim.cue
            for hit in self._article.hits_in(self._article.run_of(span))
        )

    def of(self, claim: Claim, run: Run) -> Run | None:
        """The subject of the claim's cue, if it is not the phrase `run` or part of it."""
        return self.in_frame(claim, run) or self._after(claim, run)

    def in_frame(self, claim: Claim, run: Run) -> Run | None:
        """The subject that a frame gives for the claim's cue, apart from the phrase `run`."""
        frame = self.frame(claim)
        if frame is None or not frame.source:
            return None
        subject = self._article.run_of(frame.source[0])
        return subject if subject[1] <= run[0] or run[1] <= subject[0] else None

    def _names_nobody(self, frame: Frame) -> bool:
        hit = self._article.hit_at(self._article.run_of(frame.source[0])[0])
        return hit is not None and bool(hit.classes & {"expletive"})

    def before(self, claim: Claim) -> Run | None:
        """The phrase right before a cue that is a finite verb, from the beginning of its sentence or clause."""
        frame = self.frame(claim)
        if frame is None or frame.passive or frame.impersonal or not any(token._.mood for token in claim.cue[0]):
            return None
        end = begin = self._article.run_of(claim.cue[0])[0]
        words = self._article.words
        while begin > 0 and end - begin < LONGEST_SUBJECT and self._belongs(begin - 1, end):
            begin -= 1
        if self._article.heads_first:
            return self._beside(claim, begin, end)
        phrase = self._article.phrase((begin, end)).segments if begin < end else []
        headed = any(each.head is not None and each.head.classes & (ROLES | TEXTS) for each in phrase)
        whole = begin == 0 or not words[begin - 1].is_word or words[begin - 1].sentence != words[begin].sentence
        return (begin, end) if headed and whole else None

    def _beside(self, claim: Claim, begin: int, end: int) -> Run | None:
        """German: the noun phrase before a verb, less conjunction and adverb (*wenn der Iran nun sagt*), or after."""
        words = self._article.words
        while begin < end and words[begin].part_of_speech in ("SCONJ", "CCONJ", "ADV"):
            begin += 1
        while begin < end and words[end - 1].part_of_speech in ("ADV", "PRON") and end - begin > 1:
            end -= 1
        first = self._article.hit_at(begin) if begin < end else None
        loose = first is not None and bool(first.classes & {"preposition", "oblique", "expletive"})
        for run in ((begin, end),) if begin < end and not loose else ():
            if self._may_speak(run):
                return run
        after = self._after(claim, (begin, end)) if begin < end else self._after(claim, (begin, begin))
        opener = self._article.hit_at(after[0]) if after else None
        oblique = opener is not None and bool(opener.classes & {"oblique", "expletive", "reflexive"})
        return after if after and not oblique and self._may_speak(after) else None

    def _may_speak(self, run: Run) -> bool:
        """Whether a phrase names a role, a text, a body or a human."""
        segments = self._article.phrase(run).segments
        if any(each.head is not None and each.head.classes & (ROLES | TEXTS | BODIES) for each in segments):
            return True
        names = [name for each in segments for name in each.names]
        return any(self._article.has_first_name(name) and name[1] - name[0] > 1 for name in names)

    def _belongs(self, index: int, end: int) -> bool:
        word = self._article.words[index]
        return word.is_word and not word.finite and word.sentence == self._article.words[end].sentence

    def in_sentence(self, run: Run) -> Run | None:
        """The subject of a verb of speech in the sentence of a phrase that is not the phrase itself."""
        words = self._article.words
        for frame in self._speaking:
            subject = self._article.run_of(frame.source[0])
            if words[subject[0]].sentence == words[run[0]].sentence:
                return subject if subject[1] <= run[0] or run[1] <= subject[0] else None
        return None

    def _after(self, claim: Claim, run: Run) -> Run | None:
        """The noun phrase right after the cue's verb: *Ähnlich äußerte sich der Lotse Kai Ruhm*."""
        verbs = [span for span in claim.cue if any(token._.mood for token in span)]
        if not verbs:
            return None
        words = self._article.words
        begin = self._article.run_of(verbs[-1])[1]
        while begin < len(words) and self._is_skipped(begin):
            begin += 1
        end = begin
        while end < len(words) and end - begin < LONGEST_SUBJECT and self._goes_on(end, begin):
            end += 1
        if end == begin or begin < run[1] and run[0] < end:
            return None
        return begin, end

    def _is_skipped(self, index: int) -> bool:
        hit = self._article.hit_at(index)
        return hit is not None and bool(hit.classes & _SKIPPED)

    def _goes_on(self, index: int, begin: int) -> bool:
        words = self._article.words
        word, hit = words[index], self._article.hit_at(index)
        if not word.is_word or word.finite or word.sentence != words[begin].sentence:
            return False
        if index > begin and words[index - 1].is_capital and not word.is_capital:
            return hit is not None and bool(hit.classes & {"genitive", "particle"})
        return hit is None or not hit.classes & {"preposition", "conjunction"}
