"""The verb lexicon: every form of every attested German verb with infinitive and moods, conjugated by PyPI `ablaut`.

A candidate infinitive counts as attested when enough of its forms occur in the frequency list of
`spacy-lookups-data`; that keeps adjectives (*trocken*) and participles from being conjugated as weak verbs.
The flags are those of `server/nlp/lang/de/verbs.py`.
"""

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import ablaut

from server.nlp.lang.de.verbs import DATA
from server.nlp.lang.tables import Row, read_table

from .clusters import lookup

MODERN = Path(__file__).with_name("modern_verbs.tsv")
VARIANTS = Path(__file__).with_name("verb_variants.tsv")
PARTICLES = DATA / "separable_particles.tsv"
FINITE = frozenset("i1stm")
FLAG_ORDER = "i1stmnzpqa"
ATTESTED = -19.9  # natural log probability of a form in the frequency list
CANDIDATE = -19.5
COMPOUND = -16.5
RIVAL = 3.0  # log units: how much rarer a second infinitive may be for its moods to count
ADJECTIVE = -18.5
_INFINITIVE = re.compile(r"[a-zäöüß]{2,}(en|ern|eln|tun|sein)")
_INSEPARABLE = frozenset(("be", "ent", "er", "miss", "ver", "zer"))
_ALWAYS = frozenset(("sein", "tun", "dürfen", "mögen", "müssen"))
_AUXILIARIES = frozenset(("sein", "haben", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "mögen"))
_PERSONS = ("1sg", "2sg", "3sg", "1pl", "2pl", "3pl")
_WEAK_ENDINGS = ("", "st", "n", "t")
_STRONG_ENDINGS = ("", "st", "en", "t")
_OLD_SPELLING = (("sste", "ßte"), ("sst", "ßt"), ("ss", "ß"))

Analyses = dict[str, set[str]]  # infinitive -> flags
Entry = tuple[str, str]  # infinitive, flags


def write_lexicon(path: Path) -> int:
    """Write the lexicon, gzipped and sorted (`form`, infinitive, flags); returns the number of forms."""
    frequency = lookup("lexeme_prob")
    infinitives = _attested_infinitives(frequency)
    print(f"{len(infinitives)} infinitives", file=sys.stderr)
    entries = _settle(_forms(infinitives), frequency)
    lines = (f"{form}\t{lemma}\t{flags}\n" for form, found in sorted(entries.items()) for lemma, flags in found)
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write("".join(lines).encode())
    return len(entries)


def _attested_infinitives(frequency: dict[str, float]) -> list[str]:
    lemmas = {str(lemma) for lemma in lookup("lemma_lookup").values()}
    candidates = lemmas | {word for word, value in frequency.items() if value > CANDIDATE}
    attested = {word for word in candidates if _INFINITIVE.fullmatch(word) and _is_attested(word, frequency)}
    attested |= _ALWAYS
    known = attested & lemmas
    kept = {word for word in attested if word in lemmas or _is_derived(word, known)}
    kept |= {word for word in frequency if frequency[word] > COMPOUND and _is_separable(word, known)}
    kept = {word for word in kept if not _is_zu_infinitive(word, kept)}
    return sorted((kept - _past_plurals(kept, frequency)) | {row["infinitive"] for row in read_table(MODERN)})


def _is_derived(word: str, known: set[str]) -> bool:
    """Whether a word outside the lemma list is built like a verb: prefix and known verb, or *-ieren*."""
    if word.endswith("ieren"):
        return True
    return any(word.startswith(prefix) and word[len(prefix) :] in known for prefix in _prefixes())


@cache
def _prefixes() -> frozenset[str]:
    return _INSEPARABLE | _particles()


@cache
def _particles() -> frozenset[str]:
    return frozenset(row["particle"] for row in read_table(PARTICLES))


def _is_separable(word: str, known: set[str]) -> bool:
    """Whether a word is a particle with a known verb (*fortbestehen*); one attested form is enough then."""
    particles = (particle for particle in _particles() if word.startswith(particle))
    return any(word.removeprefix(particle) in known - _AUXILIARIES for particle in particles)


def _is_attested(word: str, frequency: dict[str, float]) -> bool:
    table = _conjugated(word)
    if table is None or frequency.get(word, -30) <= ATTESTED:
        return False
    forms = [_joined(table.present[2]), _joined(table.preterite[2]), table.past_participle]
    return sum(frequency.get(form, -30) > ATTESTED for form in forms) >= 2


def _is_zu_infinitive(word: str, infinitives: set[str]) -> bool:
    """*mitzuteilen* ends like an infinitive but is a form of *mitteilen*."""
    places = (match.start() for match in re.finditer("zu", word))
    return any(i > 1 and word[:i] + word[i + 2 :] in infinitives and word[i + 2 :] in infinitives for i in places)


def _past_plurals(infinitives: set[str], frequency: dict[str, float]) -> set[str]:
    """Words such as *gesprochen* that look like infinitives but are the participle of a verb in the list."""
    participles = {}
    for word in infinitives:
        table = _conjugated(word)
        if table:
            participles.setdefault(table.past_participle, set()).add(word)
    return {
        word
        for word in infinitives
        if participles.get(word, set()) - {word}
        and frequency.get(_joined(_conjugated(word).preterite[2] or ""), -30) < ADJECTIVE
    }


@cache
def _conjugated(word: str) -> "ablaut.Conjugation | None":
    try:
        table = ablaut.conjugate(word)
    except ValueError:
        return None
    complete = table.present and table.preterite and table.past_participle and all(table.present[2:3])
    return table if complete and table.preterite[2] else None


def _joined(form: str) -> str:
    """*teilt mit* as it is written in a subordinate clause: *mitteilt*."""
    verb, _, particle = form.partition(" ")
    return particle + verb


def _forms(infinitives: Iterable[str]) -> dict[str, Analyses]:
    forms: dict[str, Analyses] = defaultdict(lambda: defaultdict(set))
    for infinitive in infinitives:
        for form, flag in _flagged(infinitive):
            if form and not form.startswith("*") and form.count(" ") < 2:
                forms[_joined(form)][infinitive].add(flag)
    return forms


def _flagged(infinitive: str) -> Iterator[tuple[str, str]]:
    """Every form of a verb with one flag; a separated form keeps its space (*teilt mit*)."""
    table = _conjugated(infinitive)
    if table is None:
        yield infinitive, "n"
        return
    for person, form in _slots(table.present):
        yield from ((shape, "1" if person == "1sg" else "i") for shape in _with_eln(form, infinitive))
    yield from ((form, "1" if person == "1sg" else "i") for person, form in _slots(table.preterite))
    for _, form in _slots(table.konjunktiv1):
        yield from ((shape, "s") for shape in _with_eln(form, infinitive))
    yield from ((form, "t") for _, form in _slots(table.konjunktiv2))
    yield from ((form, "m") for form in table.imperative or [])
    yield infinitive, "n"
    yield from _alternatives(table.zu_infinitive, "z")
    yield from _alternatives(table.past_participle, "p")
    yield from _alternatives(table.present_participle, "q")
    yield from _variants(infinitive, separated=" " in table.present[0])


def _slots(forms: list[str] | None) -> Iterator[tuple[str, str]]:
    for person, form in zip(_PERSONS, forms or [], strict=False):
        yield from ((person, shape.strip()) for shape in (form or "").split("/"))


def _alternatives(form: str | None, flag: str) -> Iterator[tuple[str, str]]:
    yield from ((shape.strip(), flag) for shape in (form or "").split("/") if " " not in shape.strip())


def _with_eln(form: str, infinitive: str) -> Iterator[str]:
    """*handle* and, as newspapers write it, *handele*."""
    yield form
    verb, space, particle = form.partition(" ")
    if infinitive.endswith("eln") and verb.endswith("le") and not verb.endswith("ele"):
        yield verb[:-2] + "ele" + space + particle


def _variants(infinitive: str, *, separated: bool) -> Iterator[tuple[str, str]]:
    """Second preterite, Konjunktiv II and participle forms of strong verbs (*stände*), with prefixes."""
    for row in _variant_rows():
        if not infinitive.endswith(row["infinitive"]):
            continue
        prefix = infinitive.removesuffix(row["infinitive"])
        if row["tense"] == "participle":
            yield prefix + row["form"], "p"
            continue
        weak = row["form"].endswith("e")
        flags = "t" if row["tense"] == "subjunctive" else "it" if weak else "i"
        for ending in _WEAK_ENDINGS if weak else _STRONG_ENDINGS:
            form = row["form"] + ending
            yield from ((f"{form} {prefix}" if separated else prefix + form, flag) for flag in flags)


@cache
def _variant_rows() -> list[Row]:
    return read_table(VARIANTS)


def _settle(forms: dict[str, Analyses], frequency: dict[str, float]) -> dict[str, list[Entry]]:
    """One infinitive for each form, or one for its finite and one for its other reading (*gehört*)."""
    entries: dict[str, list[Entry]] = {}
    for form, analyses in forms.items():
        finite = _reading(analyses, FINITE, frequency)
        other = _reading(analyses, frozenset(FLAG_ORDER) - FINITE, frequency)
        readings = [reading for reading in (finite, other) if reading]
        if finite and other and finite[0] == other[0]:
            readings = [(finite[0], finite[1] | other[1])]
        entries[form] = [(lemma, _written(form, lemma, flags, frequency)) for lemma, flags in readings]
    entries["worden"] = [("werden", "p")]
    return _old_spellings(entries) | entries


def _reading(analyses: Analyses, wanted: frozenset[str], frequency: dict[str, float]) -> tuple[str, set[str]] | None:
    """The most frequent infinitive with one of the wanted flags; moods of about equally frequent ones count as well."""
    fitting = {word: flags & wanted for word, flags in analyses.items() if flags & wanted}
    if not fitting:
        return None
    best = max(fitting, key=lambda word: (word in _AUXILIARIES, fitting[word] != {"m"}, frequency.get(word, -30), word))
    close = (flags for word, flags in fitting.items() if frequency.get(word, -30) > frequency.get(best, -30) - RIVAL)
    return best, fitting[best].union(*close)


def _written(form: str, lemma: str, flags: set[str], frequency: dict[str, float]) -> str:
    if lemma not in _AUXILIARIES and form.endswith("e") and frequency.get(form + "m", -30) > ADJECTIVE:
        flags = flags | {"a"}
    if "i" in flags:
        flags = flags - {"1"}
    return "".join(flag for flag in FLAG_ORDER if flag in flags)


def _old_spellings(entries: dict[str, list[Entry]]) -> dict[str, list[Entry]]:
    """The spelling before 1996 (*mußte*), which older texts and quotations keep."""
    old: dict[str, list[Entry]] = {}
    for form, readings in entries.items():
        for new, former in _OLD_SPELLING:
            if new in form and (new != "ss" or form.endswith("ss")):
                old[form.replace(new, former)] = readings
                break
    return old
