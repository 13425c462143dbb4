"""The rendering for notebooks and pages, and the examples of docs/python.md, run as they stand there."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from server.nlp import Analysis, Article, Pipeline, render
from server.nlp.explanation import messages

DOCUMENT = Path(__file__).parents[3] / "docs" / "python.md"
TEXT = """Tarnholm bridge closed after crack is found
The bridge over the Tarn was closed on Monday, the town of Tarnholm said.
“We saw a <b>crack</b> & worse,” said engineer Ada Holm.
According to two people familiar with the matter, the repair could cost 40 million."""


@pytest.fixture(scope="module")
def analysis(pipeline: Pipeline) -> Analysis:
    return pipeline.analyze(TEXT)


class Seen(HTMLParser):
    """The text in a page's marks, the text of its article, and its elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.marks: list[tuple[str, str]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(("/" + tag, {}))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        tag, attributes = self.tags[-1] if self.tags else ("", {})
        if tag == "mark":
            self.marks.append((attributes["class"] or "", data))


def test_the_examples_of_the_document_run_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    blocks = re.findall(r"^```python\n(.*?)^```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert len(blocks) == 5
    for block in blocks:
        exec(compile(block, DOCUMENT.name, "exec"), names)
    analysis = names["analysis"]
    assert isinstance(analysis, Analysis)
    assert [claim.source.type for claim in names["unnamed"]] == ["anonymous"]  # type: ignore[attr-defined]
    assert (tmp_path / "article.html").read_text().startswith("<!doctype html>")


def test_every_claim_is_marked_with_its_source_type_and_listed(analysis: Analysis) -> None:
    seen = Seen(render(TEXT, analysis))
    marked = {kind.removeprefix("label ") for kind, _ in seen.marks}
    assert marked == {claim.source.type for claim in analysis.claims}
    assert "anonymous" in marked
    targets = {attributes["id"] for tag, attributes in seen.tags if tag == "li"}
    links = {(attributes["href"] or "")[1:] for tag, attributes in seen.tags if tag == "a"}
    assert len(targets) == len(analysis.claims)
    assert links == targets


def test_the_article_stands_there_whole_and_escaped(analysis: Analysis) -> None:
    html = render(TEXT, analysis)
    article = html.split("<div>", 1)[1].split("</div>", 1)[0]
    without_numbers = re.sub(r"<sup>.*?</sup>", "", article)
    assert "".join(Seen(without_numbers).texts).split() == TEXT.split()
    assert "<b>" not in html


def test_a_notebook_shows_it_and_two_do_not_share_anchors(pipeline: Pipeline, analysis: Analysis) -> None:
    first = render(TEXT, analysis)
    other = TEXT.replace("Monday", "Tuesday")
    second = render(Article.from_text(other), pipeline.analyze(other))
    assert first._repr_html_() == first
    assert not set(re.findall(r'id="([^"]+)"', first)) & set(re.findall(r'id="([^"]+)"', second))


def test_a_fragment_styles_only_itself_and_a_page_is_whole(analysis: Analysis) -> None:
    fragment, page = render(TEXT, analysis), render(TEXT, analysis, page=True)
    styles = re.sub(r"/\*.*?\*/", "", re.findall(r"<style>(.*?)</style>", fragment, re.DOTALL)[0], flags=re.DOTALL)
    selectors = [one for many in re.findall(r"([^{}]+)\{", styles) for one in many.split(",")]
    assert all(selector.strip().startswith(".hearsay") for selector in selectors)
    assert not fragment.startswith("<!doctype")
    assert page.startswith("<!doctype html>")
    assert not {tag for tag, _ in Seen(page).tags} & {"script", "link", "img", "iframe"}


def test_labels_are_in_the_articles_language(pipeline: Pipeline) -> None:
    text = "Brücke gesperrt\nAda Holm sagte, die Brücke sei gesperrt."
    analysis = pipeline.analyze(text)
    labels = [data for kind, data in Seen(render(text, analysis)).marks if kind.startswith("label ")]
    assert labels == [messages("de")["label_type"][claim.source.type] for claim in analysis.claims]
    assert "Person" in labels
