"""The status of the gold's own claims, apart from what attribution finds: the tuning half only."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from server.nlp.annotations import Status
from server.nlp.article import Layout
from server.nlp.components.certainty.component import CertaintyComponent
from server.nlp.lang import rules_for
from training.checkworthiness.features import gold_claim
from training.gold.halves import Half, of_half, read_halves
from training.gold.pages import read_pages
from training.gold.storage import ARTICLES, read_folder


def status_figures(corpora: Path, language: str) -> Iterator[str]:
    """Lines with F1 per status, their mean over the statuses the gold has, accuracy, and r of the scores."""
    pairs, scores = [], []
    rules = rules_for(language)
    nlp, component, pages = rules.annotator(), CertaintyComponent(rules), read_pages(corpora, language)
    for article in of_half(read_folder(ARTICLES, language), Half.TUNE, read_halves()):
        doc = nlp(pages[article.page].article.text)
        doc._.layout = Layout(pages[article.page].article)
        doc._.claims = [gold_claim(doc, gold) for gold in article.claims]
        component(doc)
        for gold, claim in zip(article.claims, doc._.claims, strict=True):
            pairs.append((gold.status, claim.certainty.status))
            scores.append((gold.score, claim.certainty.score))
    found = {status: _f1(status, pairs) for status in Status if any(gold is status for gold, _ in pairs)}
    for status, f1 in found.items():
        yield f"{language} {status:13} F1 {f1:.3f}   ({sum(gold is status for gold, _ in pairs)} gold)"
    right = sum(gold is given for gold, given in pairs) / len(pairs)
    wanted, given_scores = np.array(scores).T
    yield (
        f"{language} status macro-F1 {sum(found.values()) / len(found):.3f}   accuracy {right:.3f}   "
        f"score r {np.corrcoef(wanted, given_scores)[0, 1]:.3f}"
    )


def _f1(status: Status, pairs: list[tuple[Status, Status]]) -> float:
    right = sum(gold is status and given is status for gold, given in pairs)
    total = sum(gold is status for gold, _ in pairs) + sum(given is status for _, given in pairs)
    return 2 * right / total
