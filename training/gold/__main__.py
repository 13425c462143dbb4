"""``python -m training.gold``: validate, add, count, score, compare annotators. All need the saved pages."""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from . import agreement, errors, given, report
from .halves import Half, of_half, read_halves
from .pages import Page, read_pages
from .prediction import Prediction, analyse, prediction_of, read_answers
from .scores import Comparison
from .storage import ARTICLES, read_folder, write_article
from .validate import problems
from .workfile import NotFound, read_workfile

LANGUAGES = ("de", "en")

Corpora = Annotated[Path, typer.Option(envvar="HEARSAY_CORPORA", help="Folder that holds pages/<language>.")]
Folder = Annotated[Path, typer.Option(help="Folder with <language>/<page>.json.")]
Language = Annotated[str | None, typer.Option(help="Only this language: de or en.")]
WhichHalf = Annotated[Half, typer.Option(help="tune to work with, locked for final figures only.")]

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)


@app.command()
def validate(corpora: Corpora, folder: Folder = ARTICLES) -> None:
    """Check that every article fits its page and the guidelines."""
    pages = _pages(corpora)
    found = [(article.page, what) for article in read_folder(folder) for what in problems(article, pages[article.page])]
    for page, what in found:
        print(f"{page}: {what}")
    print(f"{len(list(read_folder(folder)))} articles, {len(found)} problems")
    raise typer.Exit(1 if found else 0)


@app.command()
def add(workfiles: list[Path], corpora: Corpora, folder: Folder = ARTICLES) -> None:
    """Convert annotators' working files, which hold quoted words, into articles, which do not."""
    pages = _pages(corpora)
    for path in workfiles:
        try:
            article = read_workfile(path, pages)
        except NotFound as error:
            print(error)
            raise typer.Exit(1) from error
        wrong = problems(article, pages[article.page])
        print("\n".join(f"{path.name}: {what}" for what in wrong) or write_article(article, folder))


@app.command()
def count(folder: Folder = ARTICLES, language: Language = None, half: WhichHalf = Half.ALL) -> None:
    """Count articles, claims and labels; needs no pages."""
    articles = of_half(read_folder(folder, language), half, read_halves())
    claims = [claim for article in articles for claim in article.claims]
    attributed = [claim for claim in claims if claim.attributed]
    print(f"{len(articles)} articles, {len(claims)} claims, {len(attributed)} of them attributed")
    for name, labels in (
        ("form", Counter(claim.form.value for claim in attributed)),
        ("source type", Counter(report.source_type(claim) for claim in attributed)),
        ("named", Counter(str(claim.source.named).lower() for claim in attributed)),
        ("check-worthy", Counter(str(claim.checkworthy).lower() for claim in attributed)),
        ("status, all", Counter(report.status(claim) for claim in claims)),
        ("headline", Counter(article.headline.band if article.headline else "not rated" for article in articles)),
    ):
        print(f"{name:14}" + "  ".join(f"{label} {number}" for label, number in labels.most_common()))


@app.command()
def predict(corpora: Corpora, language: Language = None, half: WhichHalf = Half.TUNE) -> None:
    """Print the pipeline's answers as JSON lines, for `score --answers`."""
    pages = _pages(corpora)
    articles = of_half(read_folder(ARTICLES, language), half, read_halves())
    for answer in analyse([pages[article.page] for article in articles]):
        json.dump(answer, sys.stdout, ensure_ascii=False)
        print()


@app.command()
def score(
    corpora: Corpora,
    language: Language = None,
    half: WhichHalf = Half.TUNE,
    answers: Annotated[Path | None, typer.Option(help="JSON lines from `predict`; else the pipeline runs.")] = None,
    worst: Annotated[int, typer.Option("--errors", help="Show this many of each kind of error.")] = 0,
    given_spans: Annotated[bool, typer.Option(help="Type the annotators' own source spans; nothing is found.")] = False,
    folder: Folder = ARTICLES,
) -> None:
    """Compare what Hearsay finds with the gold and print every figure."""
    if worst and half is not Half.TUNE:
        raise typer.BadParameter("errors are shown of the tuning half only", param_hint="--errors")
    pages = _pages(corpora)
    articles = of_half(read_folder(folder, language), half, read_halves())
    found = given.typed(articles, pages) if given_spans else _answers(answers, [pages[a.page] for a in articles])
    predictions = {prediction.page: prediction for prediction in found}
    comparison = Comparison()
    for article in articles:
        comparison.add(article, predictions[article.page], pages[article.page])
    print(f"{len(articles)} articles, half: {half}, language: {language or 'all'}")
    print("\n".join(report.typing(comparison) if given_spans else report.figures(comparison)))
    print("\n".join(errors.worst(comparison, worst)))


@app.command()
def agree(first: Path, second: Path, corpora: Corpora) -> None:
    """Compare two folders of annotations of the same pages."""
    comparison, common = agreement.compare_folders(first, second, _pages(corpora))
    print(f"{len(common)} articles in both folders")
    print("\n".join(agreement.figures(comparison)))


def _answers(saved: Path | None, pages: list[Page]) -> Iterable[Prediction]:
    return map(prediction_of, read_answers(saved) if saved else analyse(pages))


def _pages(corpora: Path) -> dict[str, Page]:
    return {name: page for language in LANGUAGES for name, page in read_pages(corpora, language).items()}


if __name__ == "__main__":
    app()
