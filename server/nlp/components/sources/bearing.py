"""How an article speaks of a name that it describes nowhere: as of a body or a human, as of an accused, of whose staff.

Companies and their products appear without any introduction (*Quandrix says …*), people hardly ever: they come with a
first name. The signs are small words beside the mentions; the words are the lexicon's.
"""

from collections.abc import Iterator

from .article_index import ArticleIndex
from .classes import BODIES, DETERMINERS, FIRST_NAMES, NAMING
from .lexicon import Hit
from .phrase import Run

ENOUGH = 2
"""Signs by which a name is taken for a body's."""
NEAR = 10
"""Words after a mention that are looked at."""
CLAUSE = 6
"""Words after a name within which *, who works for* ends."""
SAID = 2
"""Words after a name within which *said it* stands."""
LONGEST_EMPLOYER = 7
"""Words after *who works for* within which the employer is named."""


def is_body(article: ArticleIndex, run: Run) -> bool:
    """Whether a name is spoken of as a body: *at Quandrix*, *Quandrix users*, *Quandrix, which*, *Quandrix said it*."""
    if any(_is_naming(article, index) for index in range(*run)):
        return False
    signs = 0
    for begin, end in dict.fromkeys((run, *article.mentions(article.words[run[1] - 1].text))):
        if end - begin > 1 and any(_is_naming(article, index) for index in range(begin, end - 1)):
            return False
        if begin and _is_naming(article, begin - 1):
            return False
        signs += _signs(article, begin, end)
    return signs >= ENOUGH


def _signs(article: ArticleIndex, begin: int, end: int) -> int:
    """What speaks for a body at one mention, less what speaks for a human."""
    words = article.words
    before = article.hit_ending(begin)
    signs = int(before is not None and "housing" in before.classes)
    after = words[end] if end < len(words) and words[end].sentence == words[begin].sentence else None
    thing = after is not None and after.part_of_speech == "NOUN" and not after.is_capital
    signs += thing and not words[end - 1].possessive
    for index in range(end, min(len(words), end + NEAR)):
        if words[index].sentence != words[begin].sentence:
            break
        hit = article.hit_at(index)
        classes = hit.classes if hit is not None else frozenset[str]()
        if index == end + 1 and words[end].text == "," and "relative" in classes and not classes & DETERMINERS:
            return signs + (-2 if "personal_relative" in classes else 2)
        if classes & {"male_pronoun", "female_pronoun"}:
            return signs - 1
        if classes & {"neuter_pronoun"} and not words[index].initial:
            return signs + (2 if index <= end + SAID and words[end].finite and words[index].text == "it" else 1)
    return signs


def is_accused(article: ArticleIndex, run: Run) -> bool:
    """Whether a mention of somebody is followed by what happens to the accused: *pleaded guilty*, *was jailed*."""
    return any("charged" in hit.classes for end in _ends(article, run) for hit in _hits_after(article, end, NEAR))


def is_half_named(article: ArticleIndex, run: Run) -> bool:
    """Whether a name is a first name that the article never completes, and not that of somebody accused."""
    if run[1] - run[0] > 1 or not article.has_first_name(run):
        return False
    alone = all(end - begin == 1 for begin, end in article.mentions(article.words[run[0]].text))
    return alone and full_name(article, run) is None and not is_accused(article, run)


def owner(article: ArticleIndex, run: Run) -> frozenset[str]:
    """The classes of the body whose possessive stands right before a name: *the Post's Ada Holm*."""
    before = article.hit_ending(run[0])
    owned = before is not None and article.words[run[0] - 1].possessive and before.classes & (BODIES - {"place"})
    return before.classes if before is not None and owned else frozenset()


def employer(article: ArticleIndex, run: Run) -> frozenset[str]:
    """The classes of the body of which a clause says that somebody works there: *Jo Kern, who works for Quandrix,*.

    `organisation` for a name that the lexicon does not know; empty where no body is named.
    """
    for end in _ends(article, run):
        start = next((hit.end for hit in _hits_after(article, end, CLAUSE) if "employed" in hit.classes), None)
        if start is None:
            continue
        named = False
        for index in range(start, min(len(article.words), start + LONGEST_EMPLOYER)):
            word, hit = article.words[index], article.hit_at(index)
            if not word.is_word or word.finite:
                break
            if hit is not None and hit.classes & (BODIES - {"place", "company"}):
                return hit.classes
            named = named or word.is_capital and hit is None
        if named:
            return frozenset(("organisation",))
    return frozenset()


def comes_from(article: ArticleIndex, run: Run) -> bool:
    """Whether an apposition tells only where somebody is from: *Jo Kern, from Kiel, said*."""
    words = article.words
    for end in _ends(article, run):
        opener = article.hit_at(end + 1) if end + 3 < len(words) and words[end].text == "," else None
        if opener is None or "origin" not in opener.classes:
            continue
        last = end + 2
        while last < min(len(words), end + 2 + 5) and words[last].is_word:
            hit = article.hit_at(last)
            if hit is not None and hit.classes & (BODIES - {"place"}):
                return False
            last += 1
        return last > end + 2 and words[last].text == "," and words[last - 1].is_capital
    return False


def full_name(article: ArticleIndex, run: Run) -> Run | None:
    """The first and last name of somebody who is called by the first name alone (*Omar*, before that *Omar Haddad*)."""
    if run[1] - run[0] != 1 or not _is_first_name(article, run[0]):
        return None
    surnames: dict[str, Run] = {}
    for begin in article.places(article.words[run[0]].text):
        end = begin + 1
        while end < len(article.words) and end - begin < 4 and _continues(article, begin, end):
            end += 1
        if end - begin > 1:
            surnames.setdefault(article.words[end - 1].text, (begin, end))
    return next(iter(surnames.values())) if len(surnames) == 1 else None


def written_out(article: ArticleIndex, run: Run) -> Run:
    """The full name of somebody called by the first name, else the name itself."""
    return full_name(article, run) or run


def _continues(article: ArticleIndex, begin: int, end: int) -> bool:
    word, before = article.words[end], article.words[end - 1]
    joined = word.sentence == before.sentence and not before.possessive and word.is_capital
    return joined and article.is_name_part(end) and not article.words[begin - 1 if begin else 0].is_quote


def _ends(article: ArticleIndex, run: Run) -> list[int]:
    """Where the mentions of somebody end."""
    surname = article.words[run[1] - 1].text
    same = [name for name in article.mentions(surname) if article.may_be_same(name, run)]
    return list(dict.fromkeys(end for _, end in (run, *same)))


def _hits_after(article: ArticleIndex, end: int, reach: int) -> Iterator[Hit]:
    """The lexicon entries in so many words after a mention, in its sentence."""
    last = min(article.sentence(end - 1)[1], end + reach)
    return article.hits_in((end, last))


def _is_first_name(article: ArticleIndex, index: int) -> bool:
    hit = article.hit_at(index)
    return hit is not None and bool(hit.classes & FIRST_NAMES)


def _is_naming(article: ArticleIndex, index: int) -> bool:
    hit = article.hit_at(index)
    return hit is not None and bool(hit.classes & (NAMING - {"particle"}))
