"""Writes what the attribution component finds in a gold split, in the form the scorer reads.

    python -m training.attribution.predict de dev predictions.jsonl --corpora ../corpora [--rules] [--annotated]

The Doc's text is the gold text itself, so every offset fits; blocks are its lines. `--rules` leaves the model out,
`--annotated` what only the guidelines know: hearsay without source, headline forms (`RULES_ONLY` of the component).
"""

import argparse
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from server.nlp.annotations import Claim
from server.nlp.components.attribution.combination import RULES_ONLY
from server.nlp.components.attribution.component import AttributionComponent, load_component
from server.nlp.extensions import declare
from server.nlp.lang import rules_for

from .corpus import FOLDERS, read_lines


def component(code: str, *, rules_only: bool = False) -> tuple[Language, Callable[[Doc], Doc]]:
    """The annotator and the attribution component of a language."""
    declare()
    rules = rules_for(code)
    return rules.annotator(), AttributionComponent(rules) if rules_only else load_component(rules)


def attribution(claim: Claim) -> dict[str, Any]:
    """One claim as the scorer reads it."""
    return {
        "content": _pieces(claim.content),
        "source": _pieces(claim.source.spans),
        "cue": _pieces(claim.cue),
        "form": str(claim.form),
        "rule": claim.rule,
        "confidence": round(claim.confidence, 3),
    }


def predictions(
    rows: Iterator[dict[str, Any]],
    nlp: Language,
    find: Callable[[Doc], Doc],
    least: float,
    leave_out: tuple[str, ...] = (),
) -> Iterator[tuple[dict[str, Any], int]]:
    """Each article's predictions from the confidence `least` on but for some kinds of rules, with its words' number."""
    for row in rows:
        doc = nlp(row["text"])
        doc._.claims = []
        found = [claim for claim in find(doc)._.claims if claim.confidence >= least]
        found = [claim for claim in found if not claim.rule.rsplit(".", 1)[-1].startswith(leave_out)]
        yield {"name": row["name"], "attributions": [attribution(claim) for claim in found]}, len(doc)


def _pieces(spans: list[Span]) -> list[list[int]]:
    return [[span.start_char, span.end_char] for span in spans]


def main() -> None:
    """Write the predictions of one split and print how fast they were made."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=sorted(FOLDERS))
    parser.add_argument("split", choices=["train", "dev"])
    parser.add_argument("output", type=Path)
    parser.add_argument("--corpora", type=Path, default=os.environ.get("HEARSAY_CORPORA"))
    parser.add_argument("--rules", action="store_true", help="rules alone")
    parser.add_argument("--annotated", action="store_true", help="only what the corpora annotate")
    parser.add_argument("--least", type=float, default=0.5, help="least confidence of a claim (0 to 1)")
    args = parser.parse_args()
    nlp, find = component(args.language, rules_only=args.rules)
    rows = read_lines(args.corpora / FOLDERS[args.language] / f"{args.split}.jsonl.gz")
    leave_out = RULES_ONLY if args.annotated else ()
    words, begin = 0, time.perf_counter()
    with args.output.open("w", encoding="utf-8") as lines:
        for row, length in predictions(rows, nlp, find, args.least, leave_out):
            words += length
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{words / (time.perf_counter() - begin):,.0f} words/s with annotation")


if __name__ == "__main__":
    main()
