"""Makes as many different articles as a test needs, from the invented samples."""

from collections.abc import Iterator
from itertools import count, cycle

from server.samples import SAMPLES


def unique_articles(language: str, paragraphs: int = 6) -> Iterator[str]:
    """Articles that share no cache entry and bring new words each."""
    lines = [line for line in SAMPLES[language].splitlines() if line]
    words = cycle(lines[1:])
    for number in count():
        body = [f"{next(words)} Aktenzeichen Zq{number}x{part}." for part in range(paragraphs)]
        yield "\n".join([f"{lines[0]} {number}", *body])


def article_of(characters: int, language: str = "de", mark: str = "") -> str:
    """One long article of about so many characters; `mark` makes it different from others."""
    parts: list[str] = [mark] if mark else []
    length = 0
    for text in unique_articles(language):
        parts.append(text)
        length += len(text) + 1
        if length >= characters:
            return "\n".join(parts)
    raise AssertionError
