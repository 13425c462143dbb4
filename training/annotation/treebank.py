"""Reading the German treebanks: contractions merged to surface tokens, one tag set, one hold-out split.

GSD is the standard here; PUD has its own tags, which are turned into STTS where that is certain. Compounds that
either splits at hyphens are joined, as the tokeniser keeps them. The Potsdam Commentary Corpus has gold STTS tags
but an automatic parse: its universal tags are derived from STTS.
"""

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

GSD = ("de_gsd-ud-dev", "de_gsd-ud-test")
PUD = ("de_pud-ud-test",)
SILVER = ("deu_pcc_silver",)

HOLD_OUT_BLOCK = 25  # sentences; neighbours often come from one document, so they stay on one side
HOLD_OUT_EVERY = 8
_VERB_FEATURES = ("Mood", "Number", "Tense", "VerbForm")
_MODALS = frozenset(("können", "müssen", "sollen", "wollen", "dürfen", "mögen"))
_AUXILIARIES = frozenset(("sein", "haben", "werden"))


@dataclass(frozen=True, slots=True)
class TreeToken:
    """One surface token; `head` is an index into the sentence, its own for the root; `tag` is STTS or empty."""

    form: str
    lemma: str
    upos: str
    tag: str
    features: dict[str, str]
    head: int
    relation: str
    space: bool


Sentence = list[TreeToken]


@dataclass(frozen=True)
class Split:
    """Sentences to train on and sentences held out for the scores of the model card."""

    train: list[Sentence]
    hold_out: list[Sentence]


def load(folder: Path, *, silver: bool = False) -> Split:
    """The treebanks in `folder`; every eighth block of 25 gold sentences is held out. Raises `OSError`."""
    gsd = [[_join_hyphens(s) for s in _read(folder / f"{name}.conllu.gz")] for name in GSD]
    tags = _dominant_tags(sentence for bank in gsd for sentence in bank)
    pud = [[_with_stts(_join_hyphens(s), tags) for s in _read(folder / f"{name}.conllu.gz")] for name in PUD]
    train: list[Sentence] = []
    hold_out: list[Sentence] = []
    for bank in gsd + pud:
        for index, sentence in enumerate(bank):
            held = index // HOLD_OUT_BLOCK % HOLD_OUT_EVERY == HOLD_OUT_EVERY // 2
            (hold_out if held else train).append(sentence)
    if silver:
        upos = _upos_of_stts(sentence for bank in gsd for sentence in bank)
        for name in SILVER:
            train += [_with_upos(s, upos) for s in _read(folder / f"{name}.conllu.gz")]
    return Split(train, hold_out)


def _read(path: Path) -> Iterator[Sentence]:
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            if line[0].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                yield _surface(rows)
                rows = []


def _surface(rows: list[list[str]]) -> Sentence:
    """Merge each contraction (*im* = *in* + *dem*) into the word that the others depend on."""
    words = {int(row[0]): row for row in rows if row[0].isdigit()}
    merged: dict[int, int] = {}
    surface: list[tuple[int, list[str]]] = []
    spans = {int(row[0].split("-")[0]): row for row in rows if "-" in row[0]}
    number = 1
    while number <= len(words):
        span = spans.get(number)
        last = int(span[0].split("-")[1]) if span else number
        members = range(number, last + 1)
        top = _top(members, {identity: int(row[6]) for identity, row in words.items()})
        merged.update(dict.fromkeys(members, len(surface)))
        row = list(words[top])
        if span:
            row[1], row[9] = span[1], span[9]
            if words[number][3] == "ADP" and words[last][3] == "DET":
                row[2:5] = words[number][2], "ADP", "APPRART"
        surface.append((top, row))
        number = last + 1
    return [_token(row, index, merged) for index, (_, row) in enumerate(surface)]


def _top(members: Sequence[int], heads: dict[int, int]) -> int:
    """The member whose way to the root meets no other member: its head can stand for the head of the whole."""
    for member in members:
        above = heads[member]
        while above in heads and above not in members:
            above = heads[above]
        if above not in members:
            return member
    raise ValueError(f"tokens {list(members)} lie on a cycle")


def _token(row: list[str], index: int, merged: dict[int, int]) -> TreeToken:
    features = {} if row[5] == "_" else dict(pair.split("=", 1) for pair in row[5].split("|"))
    root = row[6] == "0"
    return TreeToken(
        form=row[1],
        lemma=row[2],
        upos=row[3],
        tag=_stts(row[4]),
        features=_verb_features(row[3], row[4], features),
        head=index if root else merged[int(row[6])],
        relation="ROOT" if root else row[7],
        space="SpaceAfter=No" not in row[9],
    )


def _stts(tag: str) -> str:
    return {"PAV": "PROAV", "_": ""}.get(tag, tag)


def _verb_features(upos: str, tag: str, features: dict[str, str]) -> dict[str, str]:
    """The features that a verb's form shows; PUD leaves the verb form to its own tag."""
    if upos not in ("VERB", "AUX"):
        return {}
    kept = {name: features[name] for name in _VERB_FEATURES if name in features}
    form = "Fin" if "Mood" in kept else {"VB": "Inf", "VBN": "Part"}.get(tag, kept.get("VerbForm", ""))
    if form != "Fin":
        kept = {}
    return kept | ({"VerbForm": form} if form else {})


def _join_hyphens(sentence: Sentence) -> Sentence:
    """Make one token of a compound that is split at its hyphens (*U* *-* *Bahn*), with its last part's analysis."""
    groups: list[list[int]] = []
    for index, token in enumerate(sentence):
        if index and _joins(sentence[index - 1], token, within=len(groups[-1]) > 1):
            groups[-1].append(index)
        else:
            groups.append([index])
    place = {index: number for number, group in enumerate(groups) for index in group}
    heads = {index: -1 if token.head == index else token.head for index, token in enumerate(sentence)}
    joined: Sentence = []
    for number, group in enumerate(groups):
        last = sentence[group[-1]]
        top = sentence[_top(group, heads)]
        head = number if top.relation == "ROOT" else place[top.head]
        form = "".join(sentence[i].form for i in group)
        lemma = "".join(sentence[i].form for i in group[:-1]) + last.lemma
        joined.append(replace(last, form=form, lemma=lemma, head=head, relation=top.relation))
    return joined


def _joins(before: TreeToken, token: TreeToken, *, within: bool) -> bool:
    """Whether a token goes on with a compound: a hyphen between two parts, or the part after such a hyphen."""
    if before.space:
        return False
    if token.form == "-":
        return not token.space and before.form[-1].isalnum()
    return within and before.form == "-" and token.form[0].isalnum()


def _dominant_tags(sentences: Iterable[Sentence]) -> dict[tuple[str, str], str]:
    """The STTS tag that a form with a universal tag nearly always has."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for token in sentence:
            counts[token.form.lower(), token.upos][token.tag] += 1
    return {key: tags.most_common(1)[0][0] for key, tags in counts.items() if _settled(tags)}


def _settled(tags: Counter[str]) -> bool:
    return tags.most_common(1)[0][1] >= max(3, 0.95 * tags.total())


def _with_stts(sentence: Sentence, tags: dict[tuple[str, str], str]) -> Sentence:
    return [replace(token, tag=_stts_from_pud(token, tags)) for token in sentence]


def _stts_from_pud(token: TreeToken, tags: dict[tuple[str, str], str]) -> str:
    """PUD's tag as STTS where that is certain, else empty (the tagger then learns nothing from the token)."""
    if token.tag == "APPRART":
        return token.tag
    if token.tag in ("VBC", "VB", "VBN"):
        kind = "M" if token.lemma in _MODALS else "A" if token.lemma in _AUXILIARIES else "V"
        if token.features.get("Mood") == "Imp":
            return f"V{kind}IMP"
        return f"V{kind}" + {"VBC": "FIN", "VB": "INF", "VBN": "PP"}[token.tag]
    if token.tag == "DC":
        return "PTKVZ"
    by_form = tags.get((token.form.lower(), token.upos))
    return by_form or {"NN": "NN", "NNP": "NE", "CD": "CARD"}.get(token.tag, "")


def _upos_of_stts(sentences: Iterable[Sentence]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for token in sentence:
            counts[token.tag][token.upos] += 1
    return {tag: upos.most_common(1)[0][0] for tag, upos in counts.items()}


def _with_upos(sentence: Sentence, upos: dict[str, str]) -> Sentence:
    """GSD's universal tag for each STTS tag; of the automatic parse only what agrees with the tag is kept."""
    return [replace(token, upos=_upos(token, upos)) for token in sentence]


def _upos(token: TreeToken, upos: dict[str, str]) -> str:
    if token.tag.startswith("VA") and token.relation.split(":")[0] not in ("aux", "cop"):
        return "VERB"
    return upos.get(token.tag, token.upos)
