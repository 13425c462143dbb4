"""Measures every attribution rule alone on a training corpus and writes its precision, the rule's confidence.

    python -m training.attribution.rules de --corpora ../corpora [--articles 700] [--dry-run]

A claim is right where its content overlaps a gold content by half or more (word F1, paired one to one). The table
`server/nlp/lang/<code>/data/attribution_precision.tsv` gets (right + 1) / (claims + 2), so that few claims mean little.
Rules that see what the corpora do not annotate (`RULES_ONLY` of the component) are printed but not written.
"""

import argparse
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from server.nlp.annotations import Claim
from server.nlp.components.attribution.combination import RULES_ONLY
from server.nlp.components.attribution.reading import KEY
from server.nlp.extensions import declare
from server.nlp.lang import rules_for

from .corpus import FOLDERS, read_lines
from .scoring import Attributed, Tally, add_article


def measure(language: str, rows: Iterable[dict[str, Any]]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Per rule id: claims found, claims right, sources right among those."""
    declare()
    rules = rules_for(language)
    nlp = rules.annotator()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    for row in rows:
        doc = nlp(row["text"])
        gold = list(_gold(row))
        for rule in rules.attribution_rules():
            claims = [_attributed(claim) for claim in rule.apply(doc)]
            tally = Tally()
            add_article(tally, row["text"], gold, claims)
            found[rule.id] += len(claims)
            right[rule.id] += tally.hits
            sources[rule.id] += tally.source_right
        doc.user_data.pop(KEY, None)
    return found, right, sources


def smoothed(right: int, found: int) -> float:
    """The precision with one right and one wrong claim added."""
    return (right + 1) / (found + 2)


def main() -> None:
    """Print the precision of every rule and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=sorted(FOLDERS))
    parser.add_argument("--corpora", type=Path, default=os.environ.get("HEARSAY_CORPORA"))
    parser.add_argument("--articles", type=int, default=700, help="how many articles of the training split")
    parser.add_argument("--dry-run", action="store_true", help="print only")
    args = parser.parse_args()
    rows = islice(read_lines(Path(args.corpora) / FOLDERS[args.language] / "train.jsonl.gz"), args.articles)
    found, right, sources = measure(args.language, rows)
    lines = [
        f"# Precision of each rule alone on {args.articles} training articles of {FOLDERS[args.language]}, smoothed;",
        f"# written by: python -m training.attribution.rules {args.language} --articles {args.articles}",
        "rule\tprecision\tclaims",
    ]
    print(f"{'rule':44} claims  right  precision  source right")
    for rule, count in found.most_common():
        hits = right[rule]
        print(f"{rule:44} {count:6} {hits:6} {hits / max(count, 1):10.3f} {sources[rule] / max(hits, 1):13.3f}")
        if not rule.rsplit(".", 1)[-1].startswith(RULES_ONLY):
            lines.append(f"{rule}\t{smoothed(hits, count):.3f}\t{count}")
    if not args.dry_run:
        table = rules_for(args.language).data / "attribution_precision.tsv"
        table.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _gold(row: dict[str, Any]) -> Iterator[Attributed]:
    annotations = row["annotations"]
    if annotations and "attributions" in annotations[0]:
        for item in annotations[0]["attributions"]:
            if item["content"]:
                yield Attributed(item["content"], item["source"], item["cue"])
        return
    for item in annotations:
        roles = [(item.get(role) or {}).get("spans", []) for role in ("quote", "speaker", "cue")]
        if roles[0]:
            yield Attributed(*roles)


def _attributed(claim: Claim) -> Attributed:
    pieces = [
        [(span.start_char, span.end_char) for span in spans] for spans in (claim.content, claim.source.spans, claim.cue)
    ]
    return Attributed(*pieces)


if __name__ == "__main__":
    main()
