"""Builds ``server/nlp/lang/<code>/data/synonyms.tsv`` from the free thesauri of LibreOffice.

    apt-get install mythes-de mythes-en-us
    python -m training.synonyms --language de --corpora DIR

German: OpenThesaurus (LGPL 2.1); English: Princeton WordNet (its own free licence). Only single words that occur
in the training articles are kept, without broader terms and antonyms, so that a table stays under a megabyte.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from server.nlp.components.headline.terms import stem

THESAURI = {"de": "th_de_DE_v2.dat", "en": "th_en_US_v2.dat"}
ARTICLES = {"de": "wikinews_de/train.jsonl.gz", "en": "polnear_en/train.jsonl.gz"}
OUTPUT = Path(__file__).parent.parent / "server" / "nlp" / "lang"
SKIPPED = ("Oberbegriff", "Unterbegriff", "Antonym", "vulg", "derb", "generic term", "antonym", "related", "similar")
REMARK = re.compile(r"\([^)]*\)")
WORD = re.compile(r"[^\W\d_]{3,}")
RAREST = 2
LARGEST = 12
"""A set of more synonyms than this says too little about any of them."""


def vocabulary(corpora: Path, language: str) -> set[str]:
    """The stems of the words that occur at least `RAREST` times in the training articles."""
    counts: Counter[str] = Counter()
    with gzip.open(corpora / ARTICLES[language], "rt", encoding="utf-8") as lines:
        for line in lines:
            counts.update(WORD.findall(json.loads(line)["text"].lower()))
    return {stem(word, language) for word, count in counts.items() if count >= RAREST}


def synonym_sets(thesaurus: Path, language: str, known: set[str]) -> Iterator[tuple[str, ...]]:
    """The thesaurus's sets of single words, narrowed to words of known stems, two or more each, without repeats."""
    seen = set()
    for line in thesaurus.read_text(encoding="utf-8").splitlines():
        if not line.startswith(("-|", "(")):
            continue
        entries = [entry for entry in line.split("|")[1:] if not any(mark in entry for mark in SKIPPED)]
        words = (REMARK.sub("", entry).strip().lower() for entry in entries)
        kept = tuple(sorted({word for word in words if WORD.fullmatch(word) and stem(word, language) in known}))
        if 2 <= len(kept) <= LARGEST and kept not in seen:
            seen.add(kept)
            yield kept


def main() -> None:
    """Write the table of one language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=sorted(THESAURI), required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--thesauri", type=Path, default=Path("/usr/share/mythes"))
    arguments = parser.parse_args()
    known = vocabulary(arguments.corpora, arguments.language)
    sets = sorted(synonym_sets(arguments.thesauri / THESAURI[arguments.language], arguments.language, known))
    output = OUTPUT / arguments.language / "data" / "synonyms.tsv"
    output.write_text("words\n" + "".join(" ".join(words) + "\n" for words in sets), encoding="utf-8")
    print(f"{len(sets)} sets, {output.stat().st_size / 1e3:.0f} kB: {output}")


if __name__ == "__main__":
    main()
