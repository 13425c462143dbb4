"""Rebuild one language's attribution model from the corpora, on one processor core.

    python -m training.attribution --language de --corpora DIR --output server/nlp/models/de_attribution

Interrupted, it goes on from the last epoch kept in `--work`. Run it from the repository's root. German networks
start from English ones in `--work`: rebuild English first.
"""

import argparse
import os
import random
from dataclasses import asdict
from pathlib import Path

import torch
from torch import nn

from server.nlp.components.attribution.tagger import flat, layered
from server.nlp.components.attribution.tagger.served_flat import ServedFlat
from server.nlp.components.attribution.tagger.served_layered import ServedLayered

from ..corrections import read_corrections
from .augment import MarkChanger
from .card import write_card
from .evaluate import Remembered, answer, tally
from .export import export_english, export_german, write_settings
from .material import Material
from .recipes import PLANS, Member, Plan
from .train import train, unchanged
from .tune import calibrate, reliability, tune
from .warmstart import start_from

DEFAULT_CONFIDENCE = 0.5


def main() -> None:
    """Train, tune on dev, export, and write the model card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=sorted(PLANS), required=True)
    parser.add_argument("--corpora", type=Path, default=os.environ.get("HEARSAY_CORPORA"))
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("build/attribution"))
    parser.add_argument("--corrections", type=Path, help="accepted corrections (`hearsay reports export`)")
    args = parser.parse_args()
    torch.set_num_threads(1)
    work = args.work / args.language
    work.mkdir(parents=True, exist_ok=True)
    plan = PLANS[args.language]
    material = Material.read(args.language, plan, args.corpora, work)
    if args.corrections:
        material.train += read_corrections(args.corrections, args.language)
    for member in plan.prior:
        trained(material, member, work)
    networks = [trained(material, member, work) for member in plan.members]
    publish(material, networks, args.output)


def trained(material: Material, member: Member, work: Path) -> nn.Module:
    """One network of the ensemble, trained or read from its finished checkpoint.

    Raises `FileNotFoundError` where it starts from another language that has not been trained before.
    """
    recipe = member.recipe
    torch.manual_seed(recipe.seed)
    random.seed(recipe.seed)
    network = material.network(member.shape)
    checkpoint = work / f"network-{recipe.seed}.pt"
    if member.start:
        start_from(network, torch.load(work.parent / member.start)["average"])
    print(f"network {recipe.seed}: {sum(p.numel() for p in network.parameters()):,} weights", flush=True)
    knobs = default_knobs(material.plan)

    def evaluate(average: nn.Module) -> str:
        return tally(answer(material.dev, material.reader([average]), knobs), material.language)[0].line()

    changer = MarkChanger(material.vocabulary) if member.change_marks else unchanged
    return train(network, material.chunks(), material.features, recipe, checkpoint, evaluate, changer)


def publish(material: Material, networks: list[nn.Module], output: Path) -> None:
    """Write the model's folder."""
    output.mkdir(parents=True, exist_ok=True)
    export = export_german if material.plan.kind == "layered" else export_english
    for number, network in enumerate(networks):
        export(network, output, number)
    material.table.save(output / "words.npz")
    material.pieces.save(output / "pieces.npz")
    describe(material, len(networks), output)


def describe(material: Material, count: int, output: Path) -> None:
    """Tune and calibrate the exported networks on dev; write the settings and the card."""
    served = ServedLayered if material.plan.kind == "layered" else ServedFlat
    reader = Remembered(served(output, count))
    knobs = tune(material.dev, reader, material.language, default_knobs(material.plan))
    answers = answer(material.dev, reader, knobs)
    everything, hits = tally(answers, material.language)
    found = [item for each in answers for item in each.found]
    calibration = calibrate(found, hits)
    kept, _ = tally(answers, material.language, calibration, DEFAULT_CONFIDENCE)
    print("all:    ", everything.line(), "\ndefault:", kept.line(), flush=True)
    write_settings(
        output,
        {
            "language": material.language,
            "kind": material.plan.kind,
            "networks": count,
            "knobs": asdict(knobs),
            "calibration": calibration.to_settings(),
        },
    )
    write_card(output, material, kept, everything, reliability(found, hits))


def default_knobs(plan: Plan) -> layered.Knobs | flat.Knobs:
    """The knobs before tuning."""
    return layered.Knobs() if plan.kind == "layered" else flat.Knobs(cue=0.5)


if __name__ == "__main__":
    main()
