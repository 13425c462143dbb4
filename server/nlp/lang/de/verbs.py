"""The component `german_verbs`: infinitive, separated particle and mood of every verb, by lexicon.

Sets `token.lemma_`, `token._.verb` and `token._.mood` on verbs. The lexicon gives each form's infinitive and the moods it
can stand for; the tagger decides only what the form leaves open. A form that is indicative as well as subjunctive
is indicative, for in news text 98 % of them are; scores stand in `models/de_annotation/README.md`.

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
from collections.abc import Callable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from ..tables import read_table

DATA = Path(__file__).parent / "data"
LEXICON = Path(__file__).parents[2] / "models" / "de_annotation" / "verbs.tsv.gz"

FINITE = frozenset("i1st")
_SUBJUNCTIVE = {"s": "sub1", "t": "sub2"}
_CLAUSE_MARKS = frozenset(".,;:!?…–-()[]\"„“”»«")
_REACH = 40  # tokens between a finite verb and its particle; the longest middle field in the treebanks has 31
_SUBJECT_REACH = 12

Entry = tuple[str, str]


class VerbLexicon:
    """Verb forms with infinitive and flags; a form that is not listed is looked up without its particle."""

    def __init__(self, path: Path = LEXICON, data: Path = DATA) -> None:
        self.particles = frozenset(row["particle"] for row in read_table(data / "separable_particles.tsv"))
        self._longest_first = sorted(self.particles, key=len, reverse=True)
        self._entries: dict[str, Entry] = {}
        with gzip.open(path, "rt", encoding="utf8") as lines:
            for line in lines:
                form, infinitive, flags = line.rstrip("\n").split("\t")
                self._entries[form] = (infinitive, flags)
        self._infinitives = {infinitive for infinitive, _ in self._entries.values()}

    def entry(self, form: str) -> Entry | None:
        """Infinitive and flags of a verb form, None where neither it nor its rest after a particle is known."""
        lower = form.lower()
        return self._entries.get(lower) or self._without_particle(lower)

    def is_infinitive(self, word: str) -> bool:
        """Whether a verb with this infinitive is listed."""
        return word in self._infinitives

    def _without_particle(self, form: str) -> Entry | None:
        for particle in self._longest_first:
            if form.startswith(particle) and len(form) > len(particle) + 3:
                rest = self._entries.get(form[len(particle) :])
                if rest:
                    return particle + rest[0], rest[1]
        return None


class GermanVerbs:
    """Fills `lemma_`, `_.verb` and `_.mood` of the verbs of a Doc from the lexicon."""

    def __init__(self, lexicon: VerbLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Annotate every verb, then join separated particles to their finite verbs."""
        particles: list[Token] = []
        for token in doc:
            entry = self._verb_entry(token)
            if entry:
                token.lemma_ = token._.verb = entry[0]
                token._.mood = mood(token, entry[1])
            elif token.lower_ in self.lexicon.particles and _closes_clause(token):
                particles.append(token)
        for particle in particles:
            self._join(particle)
        return doc

    def _verb_entry(self, token: Token) -> Entry | None:
        if not token.is_alpha or (token.is_title and not token.is_sent_start and token.i and token.nbor(-1).is_alpha):
            return None
        entry = self.lexicon.entry(token.text)
        return entry if entry and "a" not in entry[1] else None

    def _join(self, particle: Token) -> None:
        """Give the particle to the nearest finite verb before it, in its sentence, that makes a known verb with it."""
        for index in range(particle.i - 1, max(-1, particle.i - _REACH), -1):
            verb = particle.doc[index]
            if verb._.mood:
                joined = particle.lower_ + verb.lemma_
                if self.lexicon.is_infinitive(joined):
                    verb._.verb = joined
                    return
            if verb.is_sent_start:
                return


def mood(token: Token, flags: str) -> str:
    """The mood of a finite verb form, empty for an infinitive or participle."""
    if not FINITE & set(flags) or set("npz") & set(flags) and "i" not in flags:
        return ""
    if "i" in flags:
        return "ind"
    for flag, name in _SUBJUNCTIVE.items():
        if flag in flags:
            return "ind" if "1" in flags and _says_i(token) else name
    return "ind"


def _says_i(token: Token) -> bool:
    """Whether *ich* stands near enough before or after a verb form to be its subject."""
    doc, index = token.doc, token.i
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


GERMAN_VERBS = "german_verbs"
"""The factory's name."""


@Language.factory(GERMAN_VERBS, assigns=["token.lemma", "token._.verb", "token._.mood"])
def create_german_verbs(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Build the component from the lexicon beside the trained model."""
    return GermanVerbs(VerbLexicon())
