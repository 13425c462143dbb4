"""The fullest mention of a person in the article: the name with the role before it or the apposition after it.

*Huber* said so; three paragraphs earlier the article wrote *der Klimaforscher Jan Huber, Leiter des Instituts*.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .article_index import ArticleIndex
from .classes import BODIES, DETERMINERS, PEOPLE, ROLES, STATE, TEXTS
from .phrase import Phrase, Run
from .words import Word

LONGEST_ROLE = 9
"""Words before a name within which its role is sought."""
LONGEST_APPOSITION = 14
"""Words after a name within which an apposition must end."""
LONGEST_PREDICATE = 6
"""Words within which the role of a predicate nominative stands."""
_WEAK = frozenset(("people", "witness", "group", "accused"))


@dataclass(frozen=True, slots=True)
class Portrait:
    """A mention of a name with what describes it; `weight` says how much it tells."""

    run: Run
    name: Run
    phrase: Phrase
    weight: int


def portraits(article: ArticleIndex, run: Run) -> list[Portrait]:
    """The mentions of a name, the most telling first, equals in text order; other first names are other people."""
    surname = article.base_name(article.words[run[1] - 1].text)
    found = [
        portrait
        for name in article.mentions(surname)
        if article.may_be_same(name, run)
        for portrait in _portraits(article, name)
    ]
    return sorted(found, key=lambda portrait: -portrait.weight)


def _portraits(article: ArticleIndex, name: Run) -> Iterator[Portrait]:
    begin, end = _role_before(article, name), max(_apposition_after(article, name), _predicate_after(article, name))
    predicate = _predicate_of_inversion(article, name) if article.heads_first else None
    if predicate is not None:
        phrase = article.phrase(name)
        phrase.segments += article.phrase(predicate).segments
        yield Portrait(name, name, phrase, _weight(article, phrase, predicate, name))
    for run in dict.fromkeys(((begin, end), (begin, name[1]), (name[0], end), name)):
        phrase = article.phrase(run)
        yield Portrait(run, name, phrase, _weight(article, phrase, run, name))


def _weight(article: ArticleIndex, phrase: Phrase, run: Run, name: Run) -> int:
    heads = [segment.head for segment in phrase.segments if segment.head is not None]
    classes = frozenset[str]().union(*(head.classes for head in heads))
    weight = 0
    if classes & (ROLES - _WEAK):
        weight = 4 if classes & STATE or classes & {"speaker", "leader", "expert"} else 3
        placed = any(head.modifiers & BODIES for head in heads) or any(s.bodies() for s in phrase.segments)
        weight -= not placed and bool(classes & {"speaker", "leader", "member"})
    elif classes & _WEAK:
        weight = 2
    elif any(hit.classes & (BODIES - {"place"}) for s in phrase.segments for hit in (*s.head_zone, *s.complement)):
        weight = 1
    full = name[1] - name[0] > 1
    return 4 * weight + 2 * full + (run != name)


def _role_before(article: ArticleIndex, name: Run) -> int:
    """Where the description before a name begins: *the economist*, *der Präsident des Verbandes der Jäger,*."""
    begin = name[0]
    sentence = article.words[begin].sentence
    nearest = article.hit_ending(begin)
    if nearest is not None and nearest.classes & {"preposition", "genitive"} and not nearest.classes & ROLES:
        return begin  # *a fundraiser for Carson* describes the fundraiser
    limit = max(0, begin - LONGEST_ROLE)
    index, best = begin, begin
    comma_seen = False
    while index > limit and article.words[index - 1].sentence == sentence:
        index -= 1
        word = article.words[index]
        hit = article.hit_at(index)
        if word.text == "," and not comma_seen and index == begin - 1:
            comma_seen = True
            continue
        if not word.is_word and not word.is_quote:
            break
        if hit is None:
            if word.finite or not (word.is_capital or _is_modifier(article, index)):
                break
            continue
        index = hit.begin
        if hit.classes & (PEOPLE - {"people", "group"}) or hit.classes & {"group"} and not word.is_capital:
            best = index
            if article.heads_first:
                break
            continue
        ends = TEXTS | {"copula", "heading", "conjunction", "pronoun"}
        if not article.heads_first and not comma_seen:
            ends |= {"preposition", "relative"}
        if hit.classes & ends:
            break
    return _with_determiner(article, _first_of_pair(article, best), begin)


def _first_of_pair(article: ArticleIndex, best: int) -> int:
    """Where two roles of one person begin: *die Ärztin und Präsidentin der …*."""
    joint = article.hit_ending(best)
    first = article.hit_ending(best - 1) if joint is not None and "conjunction" in joint.classes else None
    return first.begin if first is not None and first.classes & PEOPLE else best


def _is_modifier(article: ArticleIndex, index: int) -> bool:
    """Whether a lower-case word may stand between role and name: an adjective, not a verb."""
    word = article.words[index]
    return word.part_of_speech in ("", "ADJ", "NOUN", "PROPN", "NUM", "ADV") and not word.finite


def _with_determiner(article: ArticleIndex, best: int, name: int) -> int:
    """The description with the adjectives and the article before it."""
    index = best
    while (
        best < name
        and index > 0
        and best - index < 4
        and article.words[index - 1].sentence == article.words[best].sentence
    ):
        hit = article.hit_at(index - 1)
        if hit is not None and hit.classes & {"definite", "indefinite"}:
            return index - 1
        if (
            hit is not None
            and hit.classes & {"former", "unnamed"}
            or article.hit_at(index - 1) is None
            and (
                article.words[index - 1].is_word
                and _is_modifier(article, index - 1)
                and not article.words[index - 1].is_capital
            )
        ):
            index -= 1
            continue
        break
    return index if index < best and article.hit_at(index) is not None else best


def _describes(article: ArticleIndex, begin: int, verb: int) -> bool:
    """Whether the words after a comma and up to a verb say who somebody is, where no second comma closes them.

    *Sam Mai, dem Chef der Werft hatten …* and *Mia Rau, die seit 2010 Leiterin der Werft ist*, but not *Kai Ott, der
    den Minister kennt*: there the role has an article or a preposition of its own.
    """
    hits = list(article.hits_in((begin, verb)))
    opener = article.hit_at(begin)
    after = article.hit_at(verb)
    if opener is None or not opener.classes & (DETERMINERS | {"relative"}):
        return False
    if after is not None and "heading" in after.classes:
        return any(hit.classes & (BODIES - {"place"}) for hit in hits)
    second = article.hit_at(begin + 1)
    if second is not None and "affiliation" in second.classes and "relative" in opener.classes:
        return any(hit.classes & (BODIES - {"place"}) for hit in hits[:4])  # *Ott, der bei der Stiftung Prüftest …*
    role = next((hit for hit in hits if hit.classes & (PEOPLE - _WEAK)), None)
    if role is None or role.begin == begin:
        return False
    before = role.begin
    while before > begin + 1 and article.hit_at(before - 1) is None and _is_small(article.words[before - 1]):
        before -= 1
    governed = article.hit_at(before - 1) if before - 1 > begin else None
    bare = governed is None or not governed.classes & (DETERMINERS | {"preposition", "genitive", "pronoun"})
    copula = after is not None and "copula" in after.classes
    return bare and (copula or before == begin + 1)


def _is_small(word: Word) -> bool:
    """Whether a word may be an adjective before a noun."""
    return word.text[:1].islower()


def _predicate_after(article: ArticleIndex, name: Run) -> int:
    """Where *… is an economist at …*, *… leitet die Klinik …*, *… von der Diakonie* ends; the name's end for none."""
    end = name[1]
    opener = article.hit_at(end) if end < len(article.words) else None
    if opener is None or not opener.classes & {"copula", "heading", "affiliation"}:
        return end
    wanted = BODIES - {"place"}
    if "copula" in opener.classes:
        wanted = PEOPLE - {"people", "group", "witness"}
    seen = False
    for index in range(opener.end, min(len(article.words), end + LONGEST_APPOSITION)):
        word = article.words[index]
        if word.finite or not word.is_word and not word.is_quote or word.sentence != article.words[name[0]].sentence:
            return index if seen else end
        hit = article.hit_at(index)
        seen = seen or hit is not None and bool(hit.classes & wanted)
        late = hit is not None and hit.classes & {"preposition", "pronoun"} or word.part_of_speech == "VERB"
        if "copula" in opener.classes and late and not seen:
            return end
    return end


def _predicate_of_inversion(article: ArticleIndex, name: Run) -> Run | None:
    """German: the predicate with a copula before the name or *als* after it: *ist Brandt der einzige Kandidat*."""
    end, words = name[1], article.words
    before = article.hit_ending(name[0])
    begin = end
    if end < len(words) and words[end].text == "als" and words[end].sentence == words[end - 1].sentence:
        begin = end + 1
    elif before is None or "copula" not in before.classes or not words[before.begin].finite:
        return None
    for index in range(begin, min(len(words), begin + LONGEST_PREDICATE)):
        word, hit = words[index], article.hit_at(index)
        if not word.is_word or word.finite or word.sentence != words[end - 1].sentence:
            return None
        if hit is not None and hit.classes & (PEOPLE - _WEAK):
            return begin, hit.end
        if hit is not None and not hit.classes & DETERMINERS or word.is_capital:
            return None
    return None


def _apposition_after(article: ArticleIndex, name: Run) -> int:
    """Where the description after a name ends; the name's own end where there is none."""
    end = name[1]
    words = article.words
    if end >= len(words) or words[end].text not in ",(" or words[end].sentence != words[name[0]].sentence:
        return end
    closing = ")" if words[end].text == "(" else ","
    seen = False
    for index in range(end + 1, min(len(words), end + 1 + LONGEST_APPOSITION)):
        word = words[index]
        if word.sentence != words[end].sentence or word.text in (closing, ".", ";", ":"):
            return index + (closing == ")" and word.text == ")") if seen else name[1]
        hit = article.hit_at(index)
        if word.finite:
            return index if _describes(article, end + 1, index) else name[1]
        if hit is None:
            if not seen and not word.is_capital and not word.is_quote and not _is_modifier(article, index):
                return name[1]
            continue
        if seen and hit.classes & {"relative"} and not hit.classes & {"definite"}:
            return index
        if "pronoun" in hit.classes and not seen:
            return name[1]
        seen = seen or bool(hit.classes & (ROLES | BODIES if closing == ")" else ROLES))
    return name[1]
