"""Every custom attribute of the pipeline, declared once.

| attribute        | type                | set by        | meaning                                              |
|------------------|---------------------|---------------|------------------------------------------------------|
| `Doc._.layout`   | `Layout`            | `pipeline.py` | where the article's blocks lie in the Doc's text     |
| `Doc._.claims`   | `list[Claim]`       | `attribution` | the claims so far; later components fill them in     |
| `Doc._.headline` | `HeadlineJudgement` | `headline`    | the headline against the body, or None               |
| `Token._.mood`   | `str`               | annotator     | finite verbs: `ind`, `sub1`, `sub2`, `imp`; or empty |
| `Token._.verb`   | `str`               | annotator     | verbs: infinitive with its particle (`mitteilen`)    |
"""

from typing import Any

from spacy.tokens import Doc, Token


def declare() -> None:
    """Declare the attributes; calling it again changes nothing."""
    for name in ("layout", "claims", "headline"):
        Doc.set_extension(name, default=None, force=True)
    for name in ("mood", "verb"):
        Token.set_extension(name, default="", force=True)


def values(doc: Doc, name: str) -> list[str]:
    """A token attribute (`mood`, `verb`) of every token; reads at once what spaCy keeps."""
    kept: Any = doc.user_data
    return [kept.get(("._.", name, begin, None), "") for begin in doc.to_array("IDX").tolist()]
