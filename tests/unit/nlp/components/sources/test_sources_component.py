"""The component over whole articles: what refers back, what goes on, what is kept, and that no phrase breaks it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.nlp.annotations import Claim, Form, Medium, Source, SourceType
from server.nlp.components.sources.component import SourcesComponent
from server.nlp.extensions import declare
from server.nlp.lang import languages, rules_for
from server.nlp.lang.tables import read_table
from tests.markup import check, parse

ARTICLES = [
    pytest.param(
        "de",
        """
        {source1|Ein früherer Leuchtturmwärter} {cue1|sagt}, {claim1 type=anonymous named=no|das Licht sei aus}.
        {source2|Die Quelle} {cue2|sagt}, {claim2 type=anonymous named=no resolved="Ein früherer Leuchtturmwärter"|es bleibe aus}.
        """,
        id="a source by another word",
    ),
    pytest.param(
        "de",
        """
        {source1|Jan Wiebe} {cue1|sagt}, {claim1 type=expert named=yes|das Meer steige}.
        {source2|Der Ozeanograf} {cue2|sagt}, {claim2 type=expert named=yes resolved="Jan Wiebe"|die Küste weiche}.
        """,
        id="a later description tells what the name is",
    ),
    pytest.param(
        "de",
        """
        {source1|Innenministerin Edda Lorenz} {cue1|sagt}, {claim1 type=official|der Damm halte}.
        Neben ihr stand Kai Römer. {source2|Sie} {cue2|sagt}, {claim2 type=official named=yes|das Wasser falle}.
        """,
        id="a pronoun passes over another gender",
    ),
    pytest.param(
        "de",
        """
        {source1|Innenministerin Edda Lorenz} {cue1|sagt}, {claim1 type=official|der Damm halte}.
        Ein Konzernsprecher wollte sich dazu nicht äußern. {source2|Er} {cue2|sagt}, {claim2 type=organisation|das Wasser falle}.
        """,
        id="a pronoun means the subject of the sentence before",
    ),
    pytest.param(
        "de",
        """
        {source1|Der Geologe Jan Wiebe} {cue1|sagt}, {claim1 type=expert|der Damm halte}.
        {source2|CDU-Politikerin Vera Kuhn} {cue2|sagt}, {claim2 type=official|das Wasser falle}.
        {source3|Sie} {cue3|sagt}, {claim3 type=official|die Pumpen liefen}.
        Das Dorf wartet. {source4|Er} {cue4|sagt}, {claim4 type=expert resolved="Der Geologe Jan Wiebe"|es werde halten}.
        """,
        id="a pronoun passes over another pronoun of another gender",
    ),
    pytest.param(
        "de",
        """
        {source1|Die Innenministerin} {cue1|sagt}, {claim1 type=official named=yes resolved="Innenministerin Edda Lorenz"|der Damm halte}.
        Später trat Innenministerin Edda Lorenz vor die Helfer.
        """,
        id="an office whose holder is named later",
    ),
    pytest.param(
        "de",
        """
        {source1|Edda Lorenz (SPD)} {cue1|sagt}, {claim1 type=official|der Damm halte}.
        {claim2 source=none type=official named=yes resolved="Edda Lorenz (SPD)"|Das Wasser falle.}
        """,
        id="a sentence without a frame goes on",
    ),
    pytest.param(
        "de",
        """
        {source1|Edda Lorenz (SPD)} {cue1|sagt}, {claim1 type=official|der Damm halte}.
        {claim2 source=none type=unspecified named=no|Er {cue2|soll} gestern gebrochen sein.}
        """,
        id="hearsay does not go on",
    ),
    pytest.param(
        "de",
        "Auf Twitter {cue|schrieb} {source|Edda Lorenz (SPD)}, {claim type=official medium=social_media|der Damm halte}.",
        id="a politician's post",
    ),
    pytest.param(
        "en",
        """
        {source1|Peter Wiebe} {cue1|said} {claim1 type=witness named=yes|the sea rose}.
        {source2|The survivor} {cue2|said} {claim2 type=witness named=yes resolved="Peter Wiebe"|it fell again}.
        """,
        id="a description in English",
    ),
    pytest.param(
        "en",
        """
        {source1|The economist Peter Wiebe} {cue1|said} {claim1 type=expert|prices rose}.
        {source2|He} {cue2|said} {claim2 type=expert named=yes resolved="The economist Peter Wiebe"|they would fall}.
        """,
        id="a pronoun in English",
    ),
]


@pytest.mark.parametrize(("code", "article"), ARTICLES)
def test_article(code, article, typed):
    marked = parse(article)
    check(marked, typed(marked, code))


def test_what_attribution_resolved_is_kept(annotated):
    marked = parse("Jan Wiebe kam. {source|Er} {cue|sagt}, {claim|das Meer steige}.")
    doc = annotated(marked, "de")
    source = Source([doc.char_span(*marked.claims[0].pieces["source"][0])], resolved="Ole Wiebe", medium=Medium.WRITING)
    doc._.claims = [Claim([doc[-5:]], Form.INDIRECT, "test", source)]
    SourcesComponent(rules_for("de"))(doc)
    assert (source.resolved, source.medium) == ("Ole Wiebe", Medium.WRITING)


def test_own_voice_has_no_source(annotated):
    doc = annotated(parse("{claim|Das Meer steigt.}"), "de")
    doc._.claims = [Claim([doc[:]], Form.NONE, "test")]
    SourcesComponent(rules_for("de"))(doc)
    assert doc._.claims[0].source.type is SourceType.NONE


declare()
COMPONENTS = {code: SourcesComponent(rules_for(code)) for code in languages()}
BLANK = {code: rules_for(code).annotator() for code in languages()}
WORDS = {
    code: sorted({row["word"] for path in rules_for(code).data.glob("source_*.tsv") for row in read_table(path)})
    for code in languages()
}


@pytest.mark.parametrize("code", languages())
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_any_phrase_gets_a_type_and_a_rule(code, data):
    pieces = st.sampled_from(WORDS[code]) | st.sampled_from([",", "(", ")", "„", "“", "'", ".", "Wiebe", "Jan", "42"])
    doc = BLANK[code](" ".join(data.draw(st.lists(pieces, min_size=1, max_size=14))))
    first = data.draw(st.integers(0, len(doc) - 1))
    end = data.draw(st.integers(first + 1, len(doc)))
    claim = Claim([doc[:]], Form.INDIRECT, "test", Source([doc[first:end]]))
    doc._.claims = [claim]
    COMPONENTS[code](doc)
    assert claim.source.type is not SourceType.NONE
    assert claim.source.rule.startswith(f"{code}.sources.")
