"""English source phrases, each in one sentence: who is it, and does a reader learn a name?

Brackets mark the source. Rows that belong together are minimal pairs: one word flips the type.
"""

import pytest

from tests.markup import check, parse

NAMED, UNNAMED = "yes", "no"

TABLE = [
    # who speaks for an institution, and for which
    ("[A spokesman for Boeing] confirmed it.", "organisation", NAMED),
    ("[A spokesman for the Pentagon] confirmed it.", "official", NAMED),
    ("[A White House spokeswoman] confirmed it.", "official", NAMED),
    ("[The White House] confirmed it.", "official", NAMED),
    ("[A police spokesperson] confirmed it.", "official", NAMED),
    ("[A police union spokesperson] confirmed it.", "organisation", NAMED),
    ("[A spokesman for Quandrix] confirmed it.", "organisation", NAMED),
    ("[A Putin spokesman] confirmed it.", "official", NAMED),
    ("[Iris Corn, a spokeswoman for the ministry,] confirmed it.", "official", NAMED),
    ("[Iris Corn, a spokeswoman for the airline,] confirmed it.", "organisation", NAMED),
    ("[White House press secretary Iris Corn] confirmed it.", "official", NAMED),
    ("[A senior representative of the airline] confirmed it.", "anonymous", UNNAMED),
    # offices, courts, police, military, parties
    ("[Foreign Minister Reuben Falk] said so.", "official", NAMED),
    ("[The mayor of Northam] said so.", "official", NAMED),
    ("[Sen. Iris Corn] said so.", "official", NAMED),
    ("[Former Governor Iris Corn] said so.", "official", NAMED),
    ("[A federal judge] said so.", "official", UNNAMED),
    ("[District Attorney Iris Corn] said so.", "official", NAMED),
    ("[Defense attorney Iris Corn] said so.", "person", NAMED),
    ("[Police Chief Iris Corn] said so.", "official", NAMED),
    ("[Head coach Iris Corn] said so.", "person", NAMED),
    ("[The Supreme Court] said so.", "official", NAMED),
    ("[Prosecutors] said so.", "official", UNNAMED),
    ("[Authorities] said so.", "official", UNNAMED),
    ("[The Democrats] said so.", "official", NAMED),
    ("[Beijing] said so.", "official", NAMED),
    ("[The United Nations] said so.", "official", NAMED),
    ("[The president of Northland] said so.", "official", NAMED),
    ("[The president of the bar association] said so.", "organisation", NAMED),
    # the text withholds who it is
    ("[A former aide] said so.", "anonymous", UNNAMED),
    ("[The pal] said so.", "anonymous", UNNAMED),
    ("[A former aide to the president, Reuben Falk,] said so.", "official", NAMED),
    ("[People familiar with the matter] said so.", "anonymous", UNNAMED),
    ("[Economists familiar with the matter] said so.", "expert", UNNAMED),
    ("[Sources] said so.", "anonymous", UNNAMED),
    ("[A senior administration official] said so.", "anonymous", UNNAMED),
    ("[A U.S. official] said so.", "anonymous", UNNAMED),
    ("[U.S. official Reuben Falk] said so.", "official", NAMED),
    ("[A Pentagon spokesman], speaking on condition of anonymity, said so.", "anonymous", UNNAMED),
    ("[A Pentagon spokesman], speaking in Northam, said so.", "official", NAMED),
    ("[An unnamed diplomat] said so.", "anonymous", UNNAMED),
    ("According to [media reports], it is so.", "anonymous", UNNAMED),
    ("According to [the annual report], it is so.", "document", UNNAMED),
    ("[Critics] said so.", "anonymous", UNNAMED),
    ("[Some] said so.", "anonymous", UNNAMED),
    ("[Many Canadians] said so.", "anonymous", UNNAMED),
    # who was there, who is affected
    ("[An eyewitness] said so.", "witness", UNNAMED),
    ("[Some of the victims] said so.", "witness", UNNAMED),
    ("[The victim's mother] said so.", "witness", UNNAMED),
    ("[Residents and sources] said so.", "witness", UNNAMED),
    ("[Residents and the police] said so.", "official", NAMED),
    ("[Iris Corn, 47,] said so.", "witness", NAMED),
    ("[Iris Corn, a plumber,] said so.", "person", NAMED),
    ("[Iris Corn, whose car was destroyed in the fire,] said so.", "witness", NAMED),
    ("[Iris Corn, whose car was parked in the yard,] said so.", "person", NAMED),
    ("[A resident], speaking on condition of anonymity, said so.", "witness", UNNAMED),
    ("[Reuben Falk, a grower who is not related to the president] said so.", "person", NAMED),
    # posts, documents, outlets
    ("[A viral tweet] said so.", "social_media", UNNAMED),
    ("[Facebook users] said so.", "social_media", UNNAMED),
    ("[Facebook] said so.", "organisation", NAMED),
    ("[A viral video] shows it.", "social_media", UNNAMED),
    ("[Dashcam video] shows it.", "document", UNNAMED),
    ("[Court papers] show it.", "document", UNNAMED),
    ("[A Gallup poll] found so.", "document", NAMED),
    ("[62 percent of voters] said so.", "document", UNNAMED),
    ("[The Post] reported it.", "media", NAMED),
    ("[A Washington Post analysis] found so.", "media", NAMED),
    ("[NBC] reported it.", "media", NAMED),
    ("[A newspaper] reported it.", "anonymous", UNNAMED),
    ("[The newspaper Northam Lamp] reported it.", "media", NAMED),
    ("[CNN reporter Iris Corn] said so.", "media", NAMED),
    # knowledge of the field
    ("[Economists] say so.", "expert", UNNAMED),
    ("[Dr. Iris Corn, a virologist,] said so.", "expert", NAMED),
    ("[Iris Corn, a professor of law at Northam University,] said so.", "expert", NAMED),
    ("[Northam University] said so.", "organisation", NAMED),
    ("[Reuben Falk, a political adviser,] said so.", "expert", NAMED),
    ("[A political adviser] said so.", "anonymous", UNNAMED),
    ("[The Northam Research Institute] said so.", "expert", NAMED),
    # organisations and persons
    ("[The union] said so.", "organisation", NAMED),
    ("[The company] said so.", "organisation", UNNAMED),
    ("[The ferry’s operator, Falk Shipping,] said so.", "organisation", NAMED),
    ("[Greenpeace] said so.", "organisation", NAMED),
    ("[Falk Motors Inc.] said so.", "organisation", NAMED),
    ("[Reuben Falk, chief executive of Quandrix,] said so.", "organisation", NAMED),
    ("[Actor Reuben Falk] said so.", "person", NAMED),
    ("[Harris’ team] said so.", "official", NAMED),
    ("The Post’s [Iris Corn] said so.", "media", NAMED),
    ("[But Mrs. Clinton] said so.", "official", NAMED),
    ("[Iris Corn, who works for Quandrix Shipping,] said so.", "organisation", NAMED),
    ("[Iris Corn, who works in the garden,] said so.", "person", NAMED),
    # private people, and those who only look like them
    ("[Iris Corn, 47, a baker,] said so.", "witness", NAMED),
    ("[Iris Corn, 47, an actress,] said so.", "person", NAMED),
    ("[Iris Corn, 47,] said so. Corn pleaded guilty.", "person", NAMED),
    ("[Iris Corn, from Northam,] said so.", "witness", NAMED),
    ("[Iris Corn, from Greenpeace,] said so.", "organisation", NAMED),
    ("[A woman who was on board] said so.", "witness", UNNAMED),
    ("[A woman who was on television] said so.", "anonymous", UNNAMED),
    ("[Iris] said so.", "witness", NAMED),
    ("[Mother-of-two Iris Corn] said so.", "witness", NAMED),
    ("Yesterday [Baker] said so.", "person", NAMED),
    ("Yesterday [a baker] said so.", "anonymous", UNNAMED),
    # bodies known by how they are spoken of
    ("Work stopped at Quandrix. [Quandrix] said it was sorry.", "organisation", NAMED),
    ("Quandrix users complained. [Quandrix, which is private,] said so.", "organisation", NAMED),
    ("[Health officials] said so.", "official", UNNAMED),
    ("[Some health officials] said so.", "anonymous", UNNAMED),
    # words that are looked through
    ("According to [claims by the police], it is so.", "official", NAMED),
    ("[A statement from Quandrix] said so.", "organisation", NAMED),
    ("[A study by Quandrix] said so.", "document", NAMED),
    ("[It] is said.", "unspecified", UNNAMED),
]

RESOLVED = [
    ("President Elena Crowe won. Dale Crowe, a farmer, watched. [Mr. Crowe] left.", "person", "Dale Crowe, a farmer"),
    ("The economist Peter Wiebe warned. [Wiebe] gave figures.", "expert", "The economist Peter Wiebe"),
    ("Peter Wiebe, a spokesman for the senate, warned. [Wiebe] gave figures.", "official", None),
    ("[Wiebe] gave figures. Later the singer Peter Wiebe warned.", "person", "the singer Peter Wiebe"),
    ("Peter Wiebe heads the clinic. [Wiebe] gave figures.", "organisation", "Peter Wiebe heads the clinic"),
    ("A fundraiser for Peter Wiebe warned. [Wiebe] gave figures.", "person", None),
]


@pytest.mark.parametrize(("sentence", "source_type", "named"), TABLE, ids=[row[0] for row in TABLE])
def test_source_is_typed(sentence, source_type, named, typed):
    check_source(sentence, f"type={source_type} named={named}", typed)


@pytest.mark.parametrize(("text", "source_type", "resolved"), RESOLVED, ids=[row[0] for row in RESOLVED])
def test_name_is_typed_by_its_fullest_mention(text, source_type, resolved, typed):
    full = f' resolved="{resolved}"' if resolved else ""
    check_source(text, f"type={source_type}{full}", typed)


def check_source(text, attributes, typed):
    """Type the bracketed source; what it says stands in a sentence of its own, which decides nothing."""
    marked = parse(text.replace("[", "{source|").replace("]", "}") + f" {{claim {attributes}|So it is.}}")
    check(marked, typed(marked, "en"))
