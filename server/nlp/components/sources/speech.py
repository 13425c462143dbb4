"""Where a quotation begins, and who opens the sentence before it."""

from .article_index import ArticleIndex
from .classes import ROLES
from .earlier import classes_of
from .phrase import Run
from .typer import SourceTyper

LONGEST_QUOTATION = 150
"""Words back within which a quotation's beginning is sought."""


def outset(article: ArticleIndex, run: Run) -> int:
    """Where a quotation of several sentences begins that ends in the sentence of a mention; else the mention."""
    words, index = article.words, run[0]
    begin = article.sentence(index)[0]
    marks = [place for place in range(begin, index) if words[place].is_quote]
    if len(marks) % 2 == 0:
        return index
    back = range(begin - 1, max(0, begin - LONGEST_QUOTATION), -1)
    return next((place for place in back if words[place].is_quote), index)


def opener(article: ArticleIndex, typer: SourceTyper, index: int) -> Run | None:
    """German: who opens the sentence that a colon ends at `index`: *Trainer Ole Witt ist zufrieden: „…“*."""
    words = article.words
    if not article.heads_first or index < 2 or words[index - 1].text != ":":
        return None
    begin = article.sentence(index - 1)[0]
    verb = next((place for place in range(begin, index) if words[place].finite or not words[place].is_word), begin)
    if verb == begin or not words[verb].finite or not typer.is_known((begin, verb)):
        return None
    first = article.hit_at(begin)
    loose = first is not None and bool(first.classes & {"preposition", "oblique"})
    person = classes_of(article.phrase((begin, verb))) & ROLES or article.is_human((begin, verb))
    return (begin, verb) if person and not loose else None
