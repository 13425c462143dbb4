"""Finds who says what: content, source and cue spans, form, confidence, and the rule or model that found them."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from ...annotations import Claim
from ...lang.base import LanguageRules
from ...lang.tables import read_table
from .combination import combine
from .datelines import after_dateline
from .empty_frames import EmptyFrames
from .headings import apart
from .model import AttributionModel, model_folder
from .names import is_name
from .reading import KEY, Reading

UNMEASURED = 0.6
"""Confidence of a rule whose claims the corpora do not annotate (hearsay without source, headline forms)."""


class AttributionComponent:
    """Appends the attributed claims to `Doc._.claims`, in text order; `combination.py` says which win.

    Dev scores (joint F1, claim precision, claim F1 at half overlap, right sources) by
    `python -m training.attribution.predict LANGUAGE dev FILE [--rules] --annotated` and the corpora's scorer:

    | corpus      | rules alone         | with the model      |
    |-------------|---------------------|---------------------|
    | wikinews_de | .592 .908 .642 .781 | .754 .867 .811 .829 |
    | polnear_en  | .577 .899 .602 .873 | .789 .840 .809 .912 |

    A rule's confidence is its precision on the training corpus (`attribution_precision.tsv`, written by
    `python -m training.attribution.rules`); a rule of less than one half stays below the default threshold.
    """

    def __init__(self, rules: LanguageRules, model: AttributionModel | None = None) -> None:
        self._rules = rules.attribution_rules()
        self._model = model
        self._precision = read_precision(rules)
        self._empty = EmptyFrames(rules.data / "empty_frames.tsv")

    def __call__(self, doc: Doc) -> Doc:
        """Run the rules and the model over the Doc, and combine what they find."""
        ruled = [claim for rule in self._rules for claim in rule.apply(doc)]
        for claim in ruled:
            claim.confidence = self._precision.get(claim.rule, UNMEASURED)
        reading: Reading | None = doc.user_data.get(KEY)  # the sources component drops it
        learned = apart(self._model.predict(doc)) if self._model else []
        if reading:
            naming = reading.grammar.naming
            learned = [claim for claim in _outside_service(learned, reading) if not is_name(claim, naming)]
            ruled = [claim for claim in ruled if not is_name(claim, naming)]
        found = combine(learned, ruled, reading.quotations if reading else ())
        doc._.claims = [claim for claim in found if not self._empty.is_empty(claim)]
        for claim in doc._.claims:
            claim.content[0] = after_dateline(claim.content[0])
        return doc


def load_component(rules: LanguageRules) -> AttributionComponent:
    """The component with the language's model where one is shipped."""
    folder = model_folder(rules.code)
    model = AttributionModel.load(folder) if (folder / "settings.json").is_file() else None
    return AttributionComponent(rules, model)


def read_precision(rules: LanguageRules) -> Mapping[str, float]:
    """The measured precision of each rule, by id."""
    table = rules.data / "attribution_precision.tsv"
    return {row["rule"]: float(row["precision"]) for row in read_table(table)} if table.is_file() else {}


def _outside_service(claims: Sequence[Claim], reading: Reading) -> list[Claim]:
    """The claims that do not begin in a service line."""
    places = ((claim, reading.line_at(claim.begin)) for claim in claims)
    return [claim for claim, index in places if index >= 0 and claim.begin < reading.lines[index].unit.ends[-1]]
