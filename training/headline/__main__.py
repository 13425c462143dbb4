"""Print the figures of the headline score.

python -m training.headline                   ordering accuracy and false alarms on the invented articles
python -m training.headline --corpora DIR     also the saved pages, the press releases and the Emergent headlines
"""

import argparse
from itertools import product
from pathlib import Path

from server.nlp import load_pipeline

from . import claim_strength
from .corpora import emergent_auc, page_bands
from .ordering import HELD_OUT, HELD_OUT_2, TUNED, measure


def main() -> None:
    """Print every figure that can be measured with the data given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, help="folder with pages/ and headline_en/")
    parser.add_argument(
        "--errors",
        action="store_true",
        help="list what went wrong (never of the articles held out), and every page's judgement",
    )
    arguments = parser.parse_args()
    pipeline = load_pipeline()
    for part, language in product((TUNED, HELD_OUT, HELD_OUT_2), ("de", "en")):
        result = measure(pipeline, language, part)
        print(
            f"{language}  {part or 'tuned'}: ordering {result.share:.3f} of {result.pairs} pairs"
            f" · false alarms {result.alarms} of {result.fair} fair headlines"
            f" · rated {result.rated} of {result.headlines}"
        )
        for line in result.wrong or () if arguments.errors and part == TUNED else ():
            print(f"    {line}")
    if arguments.corpora:
        for language in ("de", "en"):
            bands = page_bands(pipeline, arguments.corpora, language, arguments.errors)
            print(f"{language}  pages: " + " · ".join(f"{band} {count}" for band, count in bands.most_common()))
        auc, count = emergent_auc(pipeline, arguments.corpora)
        path = arguments.corpora / "headline_en" / "press_release_claim_strength_dev.csv"
        for half, name in enumerate(("half read for the words", "other half")):
            statements, strength = claim_strength.read(path, half), claim_strength.Strength()
            over, pairs = claim_strength.overstatement_f1(statements, strength)
            macro = claim_strength.macro_f1(statements, strength)
            print(f"en  press releases, {name}: macro-F1 {macro:.3f} of {len(statements)} sentences · ", end="")
            print(f"overstatement F1 {over:.3f} of {pairs} pairs of title and sentence")
        print(f"en  Emergent: AUC {auc:.3f} of asserting against reporting headlines by certainty alone (n = {count})")


if __name__ == "__main__":
    main()
