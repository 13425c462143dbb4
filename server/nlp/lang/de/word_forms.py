"""German word forms as the source lexicon compares them: endings, umlauts, feminine and gendered forms."""

from functools import lru_cache

_FEMININE = ("innen", "in")
_MASCULINE = frozenset(("der", "ein", "dem", "einem", "den", "einen"))
_ENDINGS = ("s", "n", "en", "e", "es", "er", "r", "m", "ern", "em", "ns", "ens", "se", "sen")
_STEM_ENDINGS = ("es", "en", "er", "em", "e", "s", "n")
_PLAIN = str.maketrans("äöü", "aou")
_SHORTEST = 3


class GermanForms:
    """Base forms by cutting endings; no dictionary, so that new words inflect as soon as they are listed."""

    compounds = True
    heads_first = True

    @staticmethod
    @lru_cache(maxsize=20_000)
    def forms(word: str) -> tuple[str, ...]:
        """The lower-case word and what may be its base forms, the least cut first."""
        lowered = word.lower()
        found = [lowered]
        for ending in _FEMININE:
            if lowered.endswith(ending) and len(lowered) - len(ending) >= _SHORTEST:
                stem = lowered[: -len(ending)]
                found += [stem, stem + "e", *_without_umlaut(stem)]
        for ending in _ENDINGS:
            if lowered.endswith(ending) and len(lowered) - len(ending) >= _SHORTEST:
                stem = lowered[: -len(ending)]
                found += [stem, *_without_umlaut(stem)]
        return tuple(dict.fromkeys(found))

    @staticmethod
    def gender(article: str, noun: str) -> str:
        """`female` by the noun's ending, `male` by the article of any other noun."""
        if noun.lower().endswith(_FEMININE + ("frau",)):
            return "female"
        return "male" if article.lower() in _MASCULINE else ""

    @staticmethod
    @lru_cache(maxsize=20_000)
    def stem(word: str) -> str:
        """The lower-case word without its endings, umlauts levelled; the stem of a stem is itself."""
        stem = word.lower().translate(_PLAIN)
        while cut := next((e for e in _STEM_ENDINGS if stem.endswith(e) and len(stem) - len(e) >= _SHORTEST), ""):
            stem = stem[: -len(cut)]
        return stem


def _without_umlaut(stem: str) -> tuple[str, ...]:
    """The stem with its last umlaut levelled (`ämt` → `amt`); empty where it has none."""
    for index in range(len(stem) - 1, -1, -1):
        if stem[index] in "äöü":
            return (stem[:index] + stem[index].translate(_PLAIN) + stem[index + 1 :],)
    return ()
