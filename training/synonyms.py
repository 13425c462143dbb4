"""Builds ``server/nlp/lang/<code>/data/synonyms.tsv`` and ``broader.tsv`` from the free thesauri of LibreOffice.

    apt-get install mythes-de mythes-en-us
    pip install spacy-lookups-data
    python -m training.synonyms --language de --corpora DIR

German: OpenThesaurus (LGPL 2.1); English: Princeton WordNet (its own free licence). Only single words are kept that
occur in the training articles or in the frequency list of `spacy-lookups-data` (MIT), without antonyms. The tables
hold stems, as the words are compared by: stemming all of them would take seconds at every start.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import files
from pathlib import Path

from server.nlp.components.headline.terms import stem

THESAURI = {"de": "th_de_DE_v2.dat", "en": "th_en_US_v2.dat"}
ARTICLES = {"de": "wikinews_de/train.jsonl.gz", "en": "polnear_en/train.jsonl.gz"}
OUTPUT = Path(__file__).parent.parent / "server" / "nlp" / "lang"
BROADER = ("Oberbegriff", "generic term")
SKIPPED = ("Unterbegriff", "Antonym", "vulg", "derb", "antonym", "related", "similar")
REMARK = re.compile(r"\([^)]*\)")
WORD = re.compile(r"[^\W\d_]{3,}")
RAREST = 2
RAREST_LOGARITHM = -16.0
"""Natural logarithm of the least share of all words that a listed word may have."""
LARGEST = 12
"""A set of more synonyms than this says too little about any of them."""
WIDEST = 30
"""A word that is broader than more sets than this (*person*, *thing*) says too little about any of them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One sense in the thesaurus: words of one meaning, and broader ones; stems of single words."""

    words: tuple[str, ...]
    broader: tuple[str, ...]


def vocabulary(corpora: Path, language: str) -> set[str]:
    """The stems of the words that occur `RAREST` times in the training articles or are common elsewhere."""
    counts: Counter[str] = Counter()
    with gzip.open(corpora / ARTICLES[language], "rt", encoding="utf-8") as lines:
        for line in lines:
            counts.update(WORD.findall(json.loads(line)["text"].lower()))
    common = {word.lower() for word, share in _shares(language).items() if share > RAREST_LOGARITHM}
    return {stem(word, language) for word in {word for word, count in counts.items() if count >= RAREST} | common}


def _shares(language: str) -> dict[str, float]:
    for file in files("spacy-lookups-data") or []:
        if file.name == f"{language}_lexeme_prob.json.gz":
            with gzip.open(str(file.locate()), "rt", encoding="utf-8") as lines:
                shares: dict[str, float] = json.load(lines)
                return shares
    raise FileNotFoundError(f"frequencies of {language} in package spacy-lookups-data")


def entries(thesaurus: Path, language: str, known: set[str]) -> Iterator[Entry]:
    """The thesaurus's senses, narrowed to words of known stems; a sense has the word that it stands under, too."""

    def kept(raw: Iterable[str]) -> tuple[str, ...]:
        words = (REMARK.sub("", entry).strip().lower() for entry in raw)
        return tuple(sorted({stem(word, language) for word in words if WORD.fullmatch(word)} & known))

    head = ""
    for line in thesaurus.read_text(encoding="utf-8").splitlines():
        if not line.startswith(("-|", "(")):
            head = line.partition("|")[0]
            continue
        fields = [field for field in line.split("|")[1:] if not any(mark in field for mark in SKIPPED)]
        broader = [field for field in fields if any(mark in field for mark in BROADER)]
        own = [field for field in fields if field not in broader]
        yield Entry(kept([*own, head] if line.startswith("(") else own), kept(broader))


def synonym_sets(senses: Iterable[Entry]) -> set[tuple[str, ...]]:
    """The sets of two or more words of one meaning."""
    return {sense.words for sense in senses if 2 <= len(sense.words) <= LARGEST}


def broader_words(senses: Iterable[Entry]) -> dict[str, set[str]]:
    """Each word's next broader words, without those that are broader than nearly everything."""
    found: dict[str, set[str]] = defaultdict(set)
    spread: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for sense in senses:
        if len(sense.words) <= LARGEST:
            for word in sense.broader:
                spread[word].add(sense.words)
            for word in sense.words:
                found[word].update(sense.broader)
    narrowed = (
        (word, {each for each in above if len(spread[each]) <= WIDEST} - {word}) for word, above in found.items()
    )
    return {word: above for word, above in narrowed if above}


def main() -> None:
    """Write the tables of one language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=sorted(THESAURI), required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--thesauri", type=Path, default=Path("/usr/share/mythes"))
    arguments = parser.parse_args()
    known = vocabulary(arguments.corpora, arguments.language)
    senses = list(entries(arguments.thesauri / THESAURI[arguments.language], arguments.language, known))
    folder = OUTPUT / arguments.language / "data"
    sets = (" ".join(words) for words in sorted(synonym_sets(senses)))
    broader = (f"{word}\t{' '.join(sorted(above))}" for word, above in sorted(broader_words(senses).items()))
    for name, header, lines in (("synonyms.tsv", "words", sets), ("broader.tsv", "word\tbroader", broader)):
        output = folder / name
        output.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
        print(f"{output.stat().st_size / 1e3:.0f} kB: {output}")


if __name__ == "__main__":
    main()
