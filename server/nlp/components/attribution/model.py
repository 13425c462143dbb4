"""The learned attribution models as Hearsay uses them: a Doc in, claims out.

A model is a folder under ``server/nlp/models/``; its `README.md` gives data, licence and measured scores.
`settings.json` names the kind of network, its knobs and the calibration of the confidence.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc, Span

from ...annotations import Claim, Form, Medium, Source
from .tagger import flat, layered
from .tagger.confidence import Calibration
from .tagger.found import Found
from .tagger.served_flat import ServedFlat
from .tagger.served_layered import ServedLayered
from .tagger.tags import CONTENT_TYPES
from .tagger.words import Words, read_words

FORMS = {name: Form.FREE_INDIRECT if name == "indirect_free" else Form(name) for name in CONTENT_TYPES}
MODELS = Path(__file__).parents[2] / "models"


@dataclass(frozen=True, slots=True)
class AttributionModel:
    """Finds who says what in one language; `rule` is the id its claims carry."""

    rule: str
    attribute: Callable[[Words], list[Found]]
    calibration: Calibration

    @classmethod
    def load(cls, folder: Path) -> "AttributionModel":
        """Read a model's folder; raises `OSError` where a file is missing."""
        settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
        calibration = Calibration.from_settings(settings["calibration"])
        return cls(f"{settings['language']}.attribution.model", _attribute(folder, settings), calibration)

    def predict(self, doc: Doc) -> list[Claim]:
        """The attributed claims of a tokenised Doc, in text order, with calibrated confidence."""
        words = read_words(doc)
        return [self._claim(doc, words, found) for found in self.attribute(words)]

    def _claim(self, doc: Doc, words: Words, found: Found) -> Claim:
        source = Source(spans=spans_of(doc, words, found.source), medium=Medium(found.medium))
        if source.spans:
            source.rule = self.rule
        return Claim(
            content=spans_of(doc, words, found.content),
            form=FORMS[CONTENT_TYPES[found.type]],
            rule=self.rule,
            source=source,
            cue=spans_of(doc, words, found.cue),
            confidence=self.calibration.confidence(found),
        )


def model_folder(language: str) -> Path:
    """Where the model of a language lies, whether or not there is one."""
    return MODELS / f"{language}_attribution"


def spans_of(doc: Doc, words: Words, found: Sequence[int]) -> list[Span]:
    """Runs of neighbouring words as spans of the Doc; a line break between two words parts them."""
    spans: list[Span] = []
    indices = np.array(found, dtype=np.int64)
    if not len(indices):
        return spans
    breaks = np.flatnonzero((np.diff(indices) > 1) | (np.diff(words.paragraphs[indices]) > 0)) + 1
    for run in np.split(indices, breaks):
        spans.append(doc[words.tokens[int(run[0])] : words.tokens[int(run[-1])] + 1])
    return spans


def _attribute(folder: Path, settings: dict[str, Any]) -> Callable[[Words], list[Found]]:
    if settings["kind"] == "layered":
        network, knobs = ServedLayered(folder, settings["networks"]), layered.Knobs(**settings["knobs"])
        return lambda words: layered.attribute(words, network, knobs)
    linked, bonuses = ServedFlat(folder, settings["networks"]), flat.Knobs(**settings["knobs"])
    return lambda words: flat.attribute(words, linked, bonuses)
