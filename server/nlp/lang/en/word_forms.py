"""English word forms as the source lexicon compares them: plurals and possessives."""

from functools import lru_cache

_SHORTEST = 2


class EnglishForms:
    """Base forms by cutting plural endings."""

    compounds = False
    heads_first = False

    @staticmethod
    @lru_cache(maxsize=20_000)
    def forms(word: str) -> tuple[str, ...]:
        """The lower-case word and what may be its singular, the least cut first."""
        lowered = word.lower()
        found = [lowered]
        if lowered.endswith("men") and len(lowered) > 4:
            found.append(lowered[:-2] + "an")
        for ending, base in (("ies", "y"), ("s", ""), ("es", "")):
            if lowered.endswith(ending) and not lowered.endswith("ss") and len(lowered) - len(ending) >= _SHORTEST:
                found.append(lowered[: -len(ending)] + base)
        return tuple(dict.fromkeys(found))

    @staticmethod
    def gender(article: str, noun: str) -> str:
        """By the noun's ending alone: English articles show no gender."""
        lowered = noun.lower()
        return "female" if lowered.endswith(("woman", "ess")) else "male" if lowered.endswith("man") else ""

    @staticmethod
    @lru_cache(maxsize=20_000)
    def stem(word: str) -> str:
        """The lower-case word in the singular, roughly."""
        lowered = word.lower()
        if lowered.endswith("s") and not lowered.endswith("ss") and len(lowered) > 3:
            return lowered[:-1]
        return lowered
