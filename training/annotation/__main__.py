"""Rebuild and score the annotators' data: `python -m training.annotation --corpora DIR [--only-evaluate]`.

Writes the network, the verb lexicon and the noun table under `server/nlp/models/de_annotation`, then prints the scores
of the model card. Needs the `training` extra (`spacy-lookups-data` and `ablaut` of it). One thread; minutes.
"""

import argparse
import os
import sys
from pathlib import Path

from server.nlp.lang.de.annotator import NETWORK, german_annotator
from server.nlp.lang.de.lemmas import TABLE
from server.nlp.lang.de.verbs import LEXICON

from .evaluate import read_articles, score_sentences, score_tokens
from .treebank import Split, load


def main() -> None:
    """Run the command line."""
    options = _options()
    split = load(options.corpora / "treebank_de", silver=options.silver)
    if not options.only_evaluate:
        _build(split, options)
    for line in _report(split, options.corpora):
        print(line)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.annotation", description=__doc__.splitlines()[0])
    corpora = os.environ.get("HEARSAY_CORPORA")
    parser.add_argument("--corpora", type=Path, default=corpora, required=not corpora, help="the folder of corpora")
    parser.add_argument("--only-evaluate", action="store_true", help="print the scores of what is there")
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cluster-words", type=int, default=100_000, help="words with a vector; 0 for none")
    parser.add_argument("--no-parser", action="store_true", help="train tagger and morphologizer only")
    parser.add_argument("--silver", action="store_true", help="add the Potsdam Commentary Corpus (CC BY-NC-SA)")
    return parser.parse_args()


def _build(split: Split, options: argparse.Namespace) -> None:
    """Write everything under the model folder. Imported here: evaluation needs none of the training packages."""
    from .lexicon import write_lexicon
    from .network import Plan, train
    from .nouns import write_nouns

    print(f"verb lexicon: {write_lexicon(LEXICON)} forms", file=sys.stderr)
    print(f"noun table: {write_nouns(TABLE, split.train)} forms", file=sys.stderr)
    words = sum(len(sentence) for sentence in split.train)
    print(f"training on {len(split.train)} sentences, {words} words", file=sys.stderr)
    plan = Plan(
        epochs=options.epochs,
        seed=options.seed,
        cluster_words=options.cluster_words,
        parser=not options.no_parser,
    )
    train(split.train, plan, NETWORK)


def _report(split: Split, corpora: Path) -> list[str]:
    held = f"hold-out: {len(split.hold_out)} sentences, {sum(map(len, split.hold_out))} words"
    nlp = german_annotator()
    lines = [held, *score_tokens(nlp, split.hold_out).lines()]
    if (NETWORK / "parser").exists():
        shares = score_tokens(german_annotator(parser=True), split.hold_out).shares
        lines += [
            f"{name}: {100 * right / total:.1f} % of {total}" for name, (right, total) in shares.items() if "AS" in name
        ]
    lines += score_sentences(nlp, read_articles(corpora / "wikinews_de" / "dev.jsonl.gz")).lines()
    size = sum(file.stat().st_size for file in NETWORK.parent.rglob("*") if file.is_file())
    return [*lines, f"size: {size / 1e6:.1f} MB"]


if __name__ == "__main__":
    main()
