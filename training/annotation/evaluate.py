"""Scores of the German annotator on text it was not trained on; every figure of the model card comes from here."""

import gzip
import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from .examples import blank_doc
from .treebank import Sentence, TreeToken

MOODS = ("ind", "sub1", "sub2")


@dataclass
class Tally:
    """Right, spurious and missed decisions of one kind."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    def add(self, gold: bool, predicted: bool) -> None:
        """Count one decision."""
        self.right += gold and predicted
        self.spurious += predicted and not gold
        self.missed += gold and not predicted

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.right / max(1, 2 * self.right + self.spurious + self.missed)


@dataclass
class Scores:
    """Shares of right tokens (right, all) by name, and tallies by name."""

    shares: dict[str, list[int]] = field(default_factory=dict)
    tallies: dict[str, Tally] = field(default_factory=dict)
    words_per_second: float = 0.0

    def share(self, name: str, right: bool) -> None:
        """Count one token of an accuracy."""
        counted = self.shares.setdefault(name, [0, 0])
        counted[0] += right
        counted[1] += 1

    def tally(self, name: str, gold: bool, predicted: bool) -> None:
        """Count one decision of an F1."""
        self.tallies.setdefault(name, Tally()).add(gold, predicted)

    def lines(self) -> Iterator[str]:
        """One line a figure, in percent, with the number of cases."""
        for name, (right, total) in self.shares.items():
            yield f"{name}: {100 * right / total:.1f} % of {total}"
        for name, tally in self.tallies.items():
            yield f"{name} F1: {100 * tally.f1:.1f} ({tally.right + tally.missed} in gold)"
        if self.words_per_second:
            yield f"speed: {self.words_per_second:.0f} words/s of processor time"


def score_tokens(nlp: Language, sentences: list[Sentence]) -> Scores:
    """Tags, verb lemmas, moods and (where a parser runs) heads, on gold words and gold sentences."""
    scores = Scores()
    for sentence in sentences:
        doc = _annotated(nlp, blank_doc([sentence], nlp.vocab))
        joined = {t.head: t.form.lower() for t in sentence if t.relation == "compound:prt"}
        for place, (gold, token) in enumerate(zip(sentence, doc, strict=True)):
            _score_token(scores, gold, token)
            if gold.upos in ("VERB", "AUX") and gold.features.get("VerbForm") == "Fin":
                scores.tally("separated particle", place in joined, token._.verb not in ("", token.lemma_))
                if place in joined:
                    scores.share("infinitive with particle", token._.verb == joined[place] + gold.lemma.lower())
            if doc.has_annotation("DEP") and gold.upos != "PUNCT":
                attached = token.head.i == gold.head
                scores.share("UAS", attached)
                scores.share("LAS", attached and token.dep_ == gold.relation)
    return scores


def _annotated(nlp: Language, doc: Doc) -> Doc:
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def _score_token(scores: Scores, gold: TreeToken, token: Token) -> None:
    scores.share("UPOS", token.pos_ == gold.upos)
    if gold.tag:
        scores.share("STTS", token.tag_ == gold.tag)
    if gold.upos in ("VERB", "AUX"):
        scores.share("verb lemma", token.lemma_.lower() == gold.lemma.lower())
    if gold.upos == "NOUN":
        scores.share("noun lemma", token.lemma_.lower() == gold.lemma.lower())
    mood = mood_of(gold)
    for name in MOODS:
        scores.tally(f"mood {name}", mood == name, token._.mood == name)
    scores.tally("mood sub1 or sub2", mood.startswith("sub"), token._.mood.startswith("sub"))


def mood_of(gold: TreeToken) -> str:
    """The treebank's mood in our names: the subjunctive of the present stem is Konjunktiv I."""
    if gold.features.get("Mood") == "Sub":
        return "sub1" if gold.features.get("Tense") == "Pres" else "sub2"
    return {"Ind": "ind", "Imp": "imp"}.get(gold.features.get("Mood", ""), "")


def score_sentences(nlp: Language, articles: Iterable[dict[str, object]]) -> Scores:
    """Sentence ends and speed, in processor time, on whole articles (records with `text` and `sentences`)."""
    scores, words, seconds = Scores(), 0, 0.0
    for article in articles:
        text = str(article["text"])
        begin = time.process_time()
        doc = nlp(text)
        seconds += time.process_time() - begin
        words += len(doc)
        gold = {_trimmed_end(text, int(s["end"])) for s in article["sentences"]}  # type: ignore[attr-defined]
        found = {_trimmed_end(text, sentence.end_char) for sentence in doc.sents}
        for end in gold | found:
            scores.tally("sentence end", end in gold, end in found)
            if text[end - 1 : end] not in (":", ";"):
                scores.tally("sentence end, leaving out gold's splits at : and ;", end in gold, end in found)
    scores.words_per_second = words / seconds
    return scores


def _trimmed_end(text: str, end: int) -> int:
    return len(text[:end].rstrip())


def read_articles(path: Path) -> list[dict[str, object]]:
    """The records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]
