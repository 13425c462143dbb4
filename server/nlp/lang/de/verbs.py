"""The component `german_verbs`: infinitive, separated particle and mood of every verb, by lexicon.

Sets `token.lemma_`, `token._.verb` and `token._.mood` on verbs. The lexicon gives each form's infinitive and the
moods it can stand for; the tagger decides only what the form leaves open. A form that is indicative as well as
subjunctive is indicative, for in news text 98 % of them are. Scores stand in `models/de_annotation/README.md`.

| flag | the form can be                                  |
|------|--------------------------------------------------|
| `i`  | indicative, with other subjects than *ich*       |
| `1`  | indicative with *ich* only (*habe*, *komme*)     |
| `s`  | Konjunktiv I                                     |
| `t`  | Konjunktiv II                                    |
| `m`  | imperative                                       |
| `n` `z` `p` `q` | infinitive, *zu* infinitive, past and present participle |
| `a`  | an adjective or noun as well                     |
"""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis, Token

from ..tables import read_table
from .finiteness import IMPERATIVE_TAGS, is_finite, is_verb_after_noun, opens_before_sie, opens_question

DATA = Path(__file__).parent / "data"
LEXICON = Path(__file__).parents[2] / "models" / "de_annotation" / "verbs.tsv.gz"

GERMAN_VERBS = "german_verbs"
"""The factory's name."""

_VERBAL = ("VERB", "AUX")
_FINITE = frozenset("i1stm")
_NOT_FINITE = frozenset("nzp")
_SURE = frozenset("ist")
_ELSE = frozenset("1nzpqa")
_CLOSED = ("ADP", "ADV", "CCONJ", "DET", "PART", "PRON", "SCONJ", "PUNCT")
_MODALS = ("können", "müssen", "sollen", "wollen", "dürfen", "mögen")
_AUXILIARY_TAGS = dict.fromkeys(_MODALS, "VMFIN") | dict.fromkeys(("sein", "haben", "werden"), "VAFIN")
_PARTICIPLE = re.compile(r"ge(?P<stem>.{2,})t")
_PERSONAL_ENDINGS = ("test", "et", "ten", "te", "st", "t", "e")
_CLAUSE_MARKS = frozenset('.,;:!?…–-()[]"„“”»«')
_REACH = 40  # tokens between a finite verb and its particle; the longest middle field in the treebanks has 31
_SUBJECT_REACH = 12
_SUBJECT_LIKE = ("PRON", "DET", "PROPN", "NOUN")

Reading = tuple[str, str]  # infinitive, flags


class VerbLexicon:
    """Verb forms with infinitive and flags; a form that is not listed is looked up without its particle.

    A form has two readings where its finite and its other uses belong to different verbs (*gefällt*).
    """

    def __init__(self, path: Path = LEXICON, data: Path = DATA) -> None:
        rows = read_table(data / "separable_particles.tsv")
        self.adverbial = frozenset(row["particle"] for row in rows if row["untagged"] == "yes")
        self._longest_first = sorted((row["particle"] for row in rows), key=len, reverse=True)
        self._readings: dict[str, tuple[Reading, ...]] = {}
        with gzip.open(path, "rt", encoding="utf8") as lines:
            for line in lines:
                form, infinitive, flags = line.rstrip("\n").split("\t")
                self._readings[form] = (*self._readings.get(form, ()), (infinitive, flags))
        self._infinitives = {infinitive for readings in self._readings.values() for infinitive, _ in readings}

    def listed(self, form: str) -> tuple[Reading, ...]:
        """The readings of a lower-case verb form, none where it is not listed."""
        return self._readings.get(form, ())

    def readings(self, form: str) -> tuple[Reading, ...]:
        """The same; a form that is not listed takes the readings of the rest after its particle."""
        return self._readings.get(form) or self._without_particle(form)

    def is_infinitive(self, word: str) -> bool:
        """Whether a verb with this infinitive is listed."""
        return word in self._infinitives

    def _without_particle(self, form: str) -> tuple[Reading, ...]:
        for particle in self._longest_first:
            if form.startswith(particle) and len(form) > len(particle) + 3:
                rest = self._readings.get(form[len(particle) :], ())
                if rest:
                    return tuple((particle + infinitive, flags) for infinitive, flags in rest)
        return ()


class GermanVerbs:
    """Fills `lemma_`, `_.verb` and `_.mood` of the verbs of a tagged Doc from the lexicon."""

    def __init__(self, lexicon: VerbLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Annotate every verb, then join separated particles to their finite verbs."""
        particles: list[Token] = []
        for token in doc:
            if token.is_space:
                continue
            if token.pos_ in _VERBAL or self._retagged(token):
                self._annotate(token)
            elif token.tag_ == "PTKVZ" or token.lower_ in self.lexicon.adverbial and _closes_clause(token):
                particles.append(token)
        for particle in particles:
            self._join(particle)
        return doc

    def _annotate(self, token: Token) -> None:
        form = token.lower_
        readings = self.lexicon.readings(form)
        if not readings:
            token.lemma_ = token._.verb = guess_infinitive(form)
            token._.mood = _tagged_mood(token)
            return
        if _orders(token):
            token.tag_ = "VVIMP"
        can = set().union(*(flags for _, flags in readings))
        finite = bool(can & _FINITE) and (not can & _NOT_FINITE or is_finite(token, can))
        infinitive, flags = readings[0] if finite else readings[-1]
        token.lemma_ = token._.verb = infinitive
        token._.mood = mood(token, flags) if finite else ""
        if can & _NOT_FINITE and finite != token.tag_.endswith(("FIN", "IMP")):
            _correct_tag(token, finite, flags)

    def _retagged(self, token: Token) -> bool:
        """Tag as a verb what can only be a finite verb (*freisprach*, *könne*) but got another tag."""
        opens = opens_before_sie(token) or opens_question(token)
        if opens and "i" in "".join(flags for _, flags in self.lexicon.listed(token.lower_)):
            token.pos_, token.tag_ = "VERB", "VVFIN"
            return True
        participial = token.tag_ == "ADJA" and token.lower_.endswith(("te", "ten"))
        if not token.is_alpha or not token.is_lower or token.pos_ in _CLOSED or participial:
            return False
        readings = self.lexicon.listed(token.lower_)
        if readings and "s" in readings[0][1] and is_verb_after_noun(token):
            token.pos_, token.tag_ = "VERB", "VVFIN"
            token.morph = MorphAnalysis(token.vocab, "VerbForm=Fin")
            return True
        if len(readings) != 1 or _ELSE & set(readings[0][1]) or not _SURE & set(readings[0][1]):
            return False
        infinitive = readings[0][0]
        token.pos_ = "AUX" if infinitive in _AUXILIARY_TAGS else "VERB"
        token.tag_ = _AUXILIARY_TAGS.get(infinitive, "VVFIN")
        return True

    def _join(self, particle: Token) -> None:
        """Give the particle to the nearest finite verb before it, in its sentence, that makes a known verb with it.

        A verb right before a comma most likely ends a clause put in between (*sagte allen, die kamen, Hilfe zu*).
        """
        crossing = particle.tag_ == "PTKVZ" or _ends_sentence(particle)
        second: Token | None = None
        for index in range(particle.i - 1, max(-1, particle.i - _REACH), -1):
            verb = particle.doc[index]
            if self._makes_verb(verb, particle):
                if verb.nbor(1).text != ",":
                    second = verb
                    break
                second = second or verb
            if verb.is_sent_start or verb.text == "," and not crossing:
                break
        if second is not None:
            second._.verb = particle.lower_ + second.lemma_

    def _makes_verb(self, verb: Token, particle: Token) -> bool:
        full = verb.pos_ == "VERB" or particle.tag_ == "PTKVZ"
        return bool(verb._.mood) and full and self.lexicon.is_infinitive(particle.lower_ + verb.lemma_)


def mood(token: Token, flags: str) -> str:
    """The mood of a finite verb form with these lexicon flags."""
    if token.tag_ in IMPERATIVE_TAGS and ("m" in flags or _orders(token)):
        return "imp"
    if "i" in flags:
        return "ind"
    if "s" in flags:
        return "ind" if "1" in flags and _says_i(token) else "sub1"
    return "sub2" if "t" in flags else "ind" if "1" in flags else ""


def _correct_tag(token: Token, finite: bool, flags: str) -> None:
    """Make tag and form agree with what the clause decided."""
    kind = token.tag_[:2] if token.tag_[:2] in ("VA", "VM") else "VV"
    if finite:
        ending, form = "FIN", "Fin"
    elif "p" in flags and "n" not in flags:
        ending, form = "PP", "Part"
    else:
        ending, form = "INF" if "n" in flags else "IZU", "Inf"
    token.tag_ = kind + ending
    token.morph = MorphAnalysis(token.vocab, f"VerbForm={form}")


def _orders(token: Token) -> bool:
    """Whether a word opens a polite order: *Bleiben Sie ruhig!*, but not the question *Bleiben Sie?*."""
    return opens_before_sie(token) and token.pos_ != "AUX" and "?" not in token.sent.text


def guess_infinitive(form: str) -> str:
    """An infinitive for a form that no lexicon lists, by its ending (*getwittert*, *twitterte* → `twittern`)."""
    participle = _PARTICIPLE.fullmatch(form)
    if participle:
        form = participle["stem"]
    elif form.endswith(("en", "ern", "eln")):
        return form
    else:
        ending = next((e for e in _PERSONAL_ENDINGS if form.endswith(e) and len(form) > len(e) + 2), "")
        form = form.removesuffix(ending)
    return form + ("n" if form.endswith(("el", "er")) else "en")


def _tagged_mood(token: Token) -> str:
    """The mood of an unlisted form as the morphologizer reads it; a subjunctive must also look like one."""
    found = token.morph.get("Mood", [])
    if not found:
        return ""
    if found[0] == "Sub" and token.text.endswith(("e", "en", "est", "et")):
        return "sub1" if token.morph.get("Tense", []) == ["Pres"] else "sub2"
    return "imp" if found[0] == "Imp" else "ind"


def _says_i(token: Token) -> bool:
    """Whether *ich* stands near enough to a verb form to be its subject, or is left out (*Habe nichts gehört.*)."""
    doc, index = token.doc, token.i
    if token.is_sent_start:
        return index + 1 == len(doc) or doc[index + 1].pos_ not in _SUBJECT_LIKE
    after = doc[index + 1 : index + 4]
    if any(other.lower_ == "ich" for other in after):
        return True
    for position in range(index - 1, max(-1, index - _SUBJECT_REACH - 1), -1):
        other = doc[position]
        if other.lower_ == "ich":
            return True
        if other.is_sent_start or other.text in "„“":
            break
    return False


def _closes_clause(token: Token) -> bool:
    """Whether the token stands where a separated particle stands: before a mark, a conjunction or the end."""
    if token.i + 1 == len(token.doc):
        return True
    following = token.nbor(1)
    return following.is_space or following.text[0] in _CLAUSE_MARKS or following.lower_ in ("und", "oder")


def _ends_sentence(token: Token) -> bool:
    """Whether only closing marks follow: then a particle reaches over clauses put in between."""
    return all(other.is_punct or other.is_space for other in token.doc[token.i + 1 : token.sent.end])


@Language.factory(GERMAN_VERBS, assigns=["token.lemma", "token._.verb", "token._.mood"])
def create_german_verbs(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Build the component from the lexicon beside the trained model."""
    return GermanVerbs(VerbLexicon())
