"""What check-worthiness is judged by: surface features of a stretch of text, each a name and a number near 0…1."""

from collections import Counter

from spacy.tokens import Doc, Span

from ...annotations import Claim, Status
from ...article import Layout, Role
from .signals import Signals

Features = dict[str, float]

_USUAL_LENGTH = 20
_LONG = 40
_SHORT = 8
_OFTEN = 4
_THEME_TAGS = frozenset(("NOUN", "PROPN"))
_THEME_ATTRIBUTES: list[int | str] = ["POS", "LEMMA", "LOWER", "IDX"]
_MARKS = frozenset("\"“”„‚‘’»«›‹'")
_STOPS = frozenset(".!?…")
_UNSURE = (Status.HEDGED, Status.DISTANCED, Status.QUESTIONED, Status.HYPOTHETICAL, Status.DENIED)


def surface(span: Span, signals: Signals) -> Features:
    """Features of the words alone: how many, of which kinds, in which tense."""
    held = signals.counts(span.start, span.end)
    count = max(1, held["word"])
    first = next((token for token in span if token.is_alpha or token.like_num), None)
    opening = first.pos_ if first is not None else ""
    return {
        "length": min(count, _LONG) / _USUAL_LENGTH,
        "short": float(count < _SHORT),
        "word_length": held["letters"] / count / 5,
        "number": float(held["number"] > 0),
        "numbers": min(held["number"], 3) / 3,
        "number_share": 5 * held["number"] / count,
        "counted": float(held["counted"] > 0),
        "date": float(held["date"] > 0),
        "name": float(held["name"] > 0),
        "names": min(held["name"], 4) / 4,
        "name_share": 5 * held["name"] / count,
        "full_name": float(held["full_name"] > 0),
        "nouns": 3 * held["noun"] / count,
        "adjectives": 5 * held["adjective"] / count,
        "adverbs": 5 * held["adverb"] / count,
        "pronouns": 5 * held["pronoun"] / count,
        "first_person": float(held["first_person"] > 0),
        "negation": float(held["negation"] > 0),
        "comparison": float(held["comparison"] > 0),
        "reporting": float(held["reporting"] > 0),
        "modal": float(held["modal"] > 0),
        "emphasis": 5 * held["emphasis"] / count,
        "absolute": 5 * held["absolute"] / count,
        "judgement": float(held["judgement"] > 0),
        "judgements": 5 * held["judgement"] / count,
        "duty": float(held["duty"] > 0),
        "opens_with_pronoun": float(opening == "PRON"),
        "opens_with_adverb": float(opening in ("ADV", "CCONJ")),
        "opens_with_mark": float(span[0].text[0] in _MARKS),
        "exclamation": float(held["exclamation"] > 0),
        "question": float(held["question"] > 0),
        "quotation": float(held["quotation"] > 0),
        "scare_quote": float(held["scare_quote"] > 0),
        "dash": float(held["dash"] > 0),
        "bracket": float(held["bracket"] > 0),
        "past": float(held["past"] > 0),
        "present": float(held["present"] > 0 and not held["past"]),
        "participle": float(held["participle"] > 0),
        "finite": float(held["finite"] > 0),
        "quoted_mood": float(held["quoted_mood"] > 0),
    }


def place(span: Span) -> Features:
    """Features of the stretch's place in the article: what comes early is the news."""
    layout: Layout = span.doc._.layout
    block = layout.index_at(span.start_char)
    role = layout.blocks[block].role
    begin = layout.begins[block]
    whole = span.start_char == begin and span.end_char == begin + len(layout.blocks[block].text)
    stopped = span[-1].text[-1] in _STOPS or span[-1].is_quote
    return {
        "headline": float(role is Role.HEADLINE),
        "lead": float(role is Role.LEAD),
        "early": 1 / (1 + block),
        "late": block / len(layout.blocks),
        "opens_block": float(span.start_char == begin),
        "heading": float(whole and not stopped and role is Role.BODY),
        "clause": float(not stopped and not whole),
    }


class Theme:
    """What an article is about: its nouns and names by how often they come, and those of headline and lead."""

    def __init__(self, doc: Doc) -> None:
        layout: Layout = doc._.layout
        tags = {doc.vocab.strings[tag] for tag in _THEME_TAGS}
        rows = doc.to_array(_THEME_ATTRIBUTES).tolist()
        self._words = [(lemma or lower) if tag in tags else 0 for tag, lemma, lower, _ in rows]
        self._often = Counter(self._words)
        announcing = [at for at, block in enumerate(layout.blocks) if block.role in (Role.HEADLINE, Role.LEAD)]
        self._announced = {
            word for word, row in zip(self._words, rows, strict=True) if layout.index_at(row[3]) in announcing
        }

    def features(self, span: Span) -> Features:
        """How much of the stretch's nouns and names the headline announces and the article comes back to."""
        words = set(self._words[span.start : span.end]) - {0}
        count = max(1, len(words))
        return {
            "announced": len(words & self._announced) / count,
            "recurring": sum(min(self._often[word] - 1, _OFTEN) for word in words) / _OFTEN / count,
        }


def surety(claim: Claim) -> Features:
    """How the claim is meant, if not as a plain fact."""
    status = claim.certainty.status
    return {f"status_{other}": float(status is other) for other in _UNSURE}
