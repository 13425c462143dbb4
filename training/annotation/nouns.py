"""The noun table: inflected forms of frequent nouns with their base forms, from PyPI `spacy-lookups-data`.

The treebank corrects the table where the two differ on a form (*Ausländer* is no form of *Ausland*).
"""

import gzip
from collections import Counter, defaultdict
from pathlib import Path

from .clusters import lookup
from .treebank import Sentence

FREQUENT = -19.0  # natural log probability; rarer forms add nothing measurable to the accuracy


def write_nouns(path: Path, sentences: list[Sentence]) -> int:
    """Write the table, gzipped and sorted (form, base form); returns the number of forms."""
    frequency = lookup("lexeme_prob")
    nouns = {
        form: str(base)
        for form, base in lookup("lemma_lookup").items()
        if form[0].isupper() and str(base)[0].isupper() and frequency.get(form, -30) > FREQUENT
    }
    nouns |= _base_forms(sentences)
    lines = "".join(f"{form}\t{base}\n" for form, base in sorted(nouns.items()))
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(lines.encode())
    return len(nouns)


def _base_forms(sentences: list[Sentence]) -> dict[str, str]:
    """The commonest lemma of each noun form that the treebank has more than once."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for token in sentence:
            if token.upos == "NOUN" and token.tag == "NN" and token.form[0].isupper() and token.lemma[0].isupper():
                counts[token.form][token.lemma] += 1
    return {form: lemmas.most_common(1)[0][0] for form, lemmas in counts.items() if lemmas.total() > 1}
