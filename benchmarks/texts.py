"""Article texts for measuring: the project's own invented articles, repeated to any length."""

from itertools import cycle
from pathlib import Path

from server.nlp import Article, Block, Role

ROOT = Path(__file__).parent.parent


def paragraphs(language: str) -> list[str]:
    """Every paragraph of the samples and of the headline articles of a language."""
    files = [ROOT / "server" / "samples" / f"{language}.txt"]
    files += sorted((ROOT / "training" / "headline" / "articles" / language).glob("*.txt"))
    texts = [file.read_text(encoding="utf-8").partition("\n---\n") for file in files]
    lines = [line for above, dashes, below in texts for line in (below if dashes else above).splitlines()]
    return [line.removeprefix("> ") for line in lines if line.strip()]


def article_of(language: str, words: int) -> Article:
    """An article of at least so many words: a headline and paragraphs, repeated as often as it takes."""
    blocks: list[Block] = []
    count = 0
    for number, text in enumerate(cycle(paragraphs(language))):
        if count >= words:
            break
        blocks.append(Block(f"b{number}", Role.BODY if blocks else Role.HEADLINE, text))
        count += len(text.split())
    return Article(tuple(blocks))


def words_in(article: Article) -> int:
    """Words as white space parts them."""
    return len(article.text.split())
