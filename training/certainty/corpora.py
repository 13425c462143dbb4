"""The certainty corpora as claims with a gold score: findings (Pei & Jurgens 2021) and events (Lee et al. 2015, UW).

A finding is one claim over its whole sentence, scored 1 to 6 by crowd workers; an event is one claim over one word,
scored -3 (did not happen) to 3 (happened). Both are given in the article's own voice.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from server.nlp.annotations import Claim, Form
from server.nlp.article import Article, Block, Layout, Role


@dataclass(slots=True)
class Scored:
    """A sentence with its claims and, for each, the gold certainty from 0 to 1."""

    doc: Doc
    claims: list[Claim]
    gold: list[float]


def read_findings(corpora: Path, split: str, nlp: Language) -> Iterator[Scored]:
    """The findings of ``certainty_en/pei_<split>``; 1…6 becomes 0…1."""
    rows = list(_rows(corpora, f"pei_{split}"))
    for row, doc in zip(rows, nlp.pipe([row["finding"] for row in rows]), strict=True):
        claim = Claim([doc[:]], Form.NONE, "gold")
        yield _scored(doc, [claim], [(row["sentence-level-certainty"] - 1) / 5])


def read_events(corpora: Path, split: str, nlp: Language) -> Iterator[Scored]:
    """The events of ``certainty_en/uw_<split>``; -3…3 becomes 0…1. Tokens are kept as the corpus has them."""
    rows = list(_rows(corpora, f"uw_{split}"))
    docs = (Doc(nlp.vocab, words=row["text"].split(" ")) for row in rows)
    for row, doc in zip(rows, nlp.pipe(docs), strict=True):
        targets = row["targets"]
        claims = [Claim([Span(doc, *target["span1"])], Form.NONE, "gold") for target in targets]
        yield _scored(doc, claims, [(target["label"] + 3) / 6 for target in targets])


def _scored(doc: Doc, claims: list[Claim], gold: list[float]) -> Scored:
    doc._.layout = Layout(Article((Block("b0", Role.BODY, doc.text),)))
    doc._.claims = claims
    return Scored(doc, claims, gold)


def _rows(corpora: Path, name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(corpora / "certainty_en" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
