"""The ordered list of components, and the one way to run them over an article."""

import time
from collections.abc import Iterable
from threading import Lock

import py3langid
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import NumpyOps

from .article import Article, Layout
from .components import COMPONENTS, register
from .export import analysis_of
from .extensions import declare
from .lang import languages, rules_for
from .result import Analysis, LanguageResult


class UnsupportedLanguage(ValueError):
    """The article is in a language that has no folder under `lang/`; `code` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(f"language {code!r} is not supported; supported: {', '.join(languages())}")
        self.code = code


class Pipeline:
    """Loaded models for one or more languages. One article at a time: callers queue on its lock."""

    def __init__(self, codes: Iterable[str]) -> None:
        self._lock = Lock()
        self._languages = {code: build(code) for code in codes}

    def analyze(
        self,
        article: Article | str,
        *,
        language: str | None = None,
        min_confidence: float | None = None,
        ui_language: str | None = None,
        deadline: float | None = None,
    ) -> Analysis:
        """Analyse one article: blocks, or a plain text whose first line is the headline.

        `language` is an ISO 639-1 code or None to detect it; `min_confidence` (0 to 1) overrides the default
        threshold below which claims are left out; `ui_language` is the language of the explanations, by
        default the article's; `deadline` is a `time.monotonic()` instant after which no further component
        starts and the answer is marked `incomplete`. Raises `UnsupportedLanguage`.
        """
        if isinstance(article, str):
            article = Article.from_text(article)
        article = article.without_blanks()
        code = language or self.detect(article.text)
        nlp = self._languages.get(code)
        if nlp is None:
            raise UnsupportedLanguage(code)
        with self._lock, nlp.memory_zone():
            doc, incomplete = annotate(nlp, article, deadline)
            return analysis_of(
                doc,
                article,
                LanguageResult(code, detected=language is None),
                min_confidence=min_confidence,
                ui_language=ui_language or code,
                incomplete=incomplete,
            )

    def versions(self) -> dict[str, str]:
        """Name and version of every trained model in use."""
        return {name: version for code in self._languages for name, version in rules_for(code).models().items()}

    def vocab(self, code: str) -> Vocab:
        """The vocabulary of a language; it must not grow with what is read."""
        return self._languages[code].vocab

    def detect(self, text: str) -> str:
        """The ISO 639-1 code of the text's language; among all languages known, not only ours."""
        code: str = py3langid.classify(text)[0]
        return code


def load_pipeline(codes: Iterable[str] | None = None) -> Pipeline:
    """Load the models of the given languages, by default of every language Hearsay has."""
    return Pipeline(languages() if codes is None else codes)


def build(code: str) -> Language:
    """A language's annotator followed by every component. Raises `KeyError`, `OSError` (model missing)."""
    declare()
    register()
    nlp = rules_for(code).annotator()
    _multiply_by_numpy(nlp)
    for name in COMPONENTS:
        nlp.add_pipe(f"hearsay_{name}")
    return nlp


def _multiply_by_numpy(nlp: Language) -> None:
    """Let the trained networks multiply by numpy's OpenBLAS, a third of the time of thinc's own BLIS."""
    products = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model else ():
            node.ops = products


def annotate(nlp: Language, article: Article, deadline: float | None = None) -> tuple[Doc, bool]:
    """The article's Doc with `_.layout`, `_.claims` and `_.headline`, and whether the deadline cut it short."""
    doc = nlp.make_doc(article.text)
    doc._.layout = Layout(article)
    doc._.claims = []
    for _, component in nlp.pipeline:
        if deadline is not None and time.monotonic() > deadline:
            return doc, True
        doc = component(doc)
    return doc, False
