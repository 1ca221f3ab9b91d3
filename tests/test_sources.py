import pytest
from hypothesis import given
from strategies import attributed_sentences, attribution_like_texts

from factcheck.claims.sources import Tellers, find_sources
from factcheck.model import AUTHOR
from factcheck.reading import read


def heard(text, figure="40"):
    """Who gives the figure: name, kind, authority."""
    document = read(text)
    source = Tellers(find_sources(document)).at(text.index(figure))
    return source.name, source.kind, source.authority


def sources(text):
    return [(one.form, one.source.name, one.span.of(text)) for one in find_sources(read(text))]


@given(attributed_sentences)
def test_a_speaker_is_read_back_with_name_and_kind(sentence):
    assert heard(sentence.text)[:2] == (sentence.name, sentence.kind)


@given(attribution_like_texts)
def test_any_text_is_read_and_every_span_lies_within_it(text):
    document = read(text)
    for one in find_sources(document):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert 0 <= one.content.start <= one.content.end <= len(text)
        assert one.source.name
        assert document.sentences[one.sentence].span.start <= one.span.end


@pytest.mark.parametrize(
    ("text", "name", "kind", "authority"),
    [
        ("The study found 40 dams.", "The study", "document", ""),
        ("A US Defense Department report found 40 dams.",
         "A US Defense Department report", "document", "official"),
        ("The census shows that 40 people live here.", "The census", "document", ""),
        ("The government’s figures show 40 dams.", "The government’s figures", "document",
         "official"),
        ("Gen. Ada Brook, the four-star general in charge of the river, estimated there were 40 "
         "dams.", "Gen. Ada Brook", "official", "official"),
        ("Ada Brook, the head of the flood agency, said 40 dams failed.", "Ada Brook", "official",
         "official"),
        ("The Bank of England governor, Ada Brook, said 40 banks failed.",
         "The Bank of England governor", "official", "official"),
        ("A spokesman for the Ministry of Health said 40 had left.", "A spokesman", "official",
         "official"),
        ("The union put the number at 40.", "The union", "person", ""),
        ("The government said 40 had left.", "The government", "political", "political"),
        ("Minister Ada Brook tweeted that 40 dams failed.", "Minister Ada Brook", "political",
         "political"),
        ("Ada Brook, president of Acme Homes, said 40 had left.", "Ada Brook", "person", ""),
        ("The prime minister’s official spokesman said 40 had left.",
         "The prime minister’s official spokesman", "political", "political"),
        ("The president’s office said 40 had left.", "The president’s office", "political",
         "political"),
        ("The central bank said 40 had left.", "The central bank", "official", "official"),
        ("The news agency said 40 had left.", "The news agency", "person", ""),
        ("Ada Brook, chief secretary to the Treasury, said 40 had left.", "Ada Brook",
         "political", "political"),
        ("It came after police said 40 had left.", "police", "official", "official"),
        ("The move came after police said 40 had left.", "police", "official", "official"),
        ("General Motors said 40 plants would close.", "General Motors", "person", ""),
        ("A party official said 40 members had left.", "A party official", "unnamed",
         "political"),
        ("A senior US diplomatic official said 40 had left.",
         "A senior US diplomatic official", "unnamed", "official"),
        ("A person familiar with the talks said 40 had left.", "A person", "unnamed", ""),
        ("A spokesman who asked not to be named said 40 had left.", "A spokesman", "unnamed", ""),
        ("A colonel, speaking on condition of anonymity, said 40 had left.", "A colonel",
         "unnamed", "official"),
        ("A colonel said 40 had been named.", "A colonel", "official", "official"),
        ("Tom Marsh, general secretary of the union, said 40 had left.", "Tom Marsh", "person", ""),
        ("Some 40 had left, health officials said.", "health officials", "unnamed", "official"),
        ("A second official said 40 had left.", "A second official", "unnamed", "official"),
        ("Officials said 40 had left.", "Officials", "unnamed", "official"),
        ("A UN estimate of 40 wolves was too low.", "UN", "official", "official"),
        ("By a UN estimate, 40 wolves live there.", "UN", "official", "official"),
        ("Some 40 wolves live there, by a UN estimate.", "UN", "official", "official"),
        ("Estimates by the UN of 40 wolves were too low.", "UN", "official", "official"),
        ("In a report, the auditor said 40 bridges were weak.", "the auditor", "official",
         "official"),
        ("Researchers at the University of Lund predicted 40 floods.", "Researchers", "expert",
         "expert"),
        ("“We lost 40,” said Acme trader Tom Marsh.", "Acme trader Tom Marsh", "person", ""),
    ],
)  # fmt: skip
def test_who_gives_a_figure(text, name, kind, authority):
    assert heard(text) == (name, kind, authority)


@pytest.mark.parametrize(
    "text",
    [
        "The river took 40 dams.",
        "Police put 40 officers on the streets.",
        "Police found 40 coins.",
        "The wreck is said to hold 40 coins.",
        "It matches a UN estimate, and 40 dams failed.",
        "The dam made 40 megawatts in Norway, its best result.",
    ],
)
def test_the_author_gives_a_figure(text):
    assert heard(text) == (AUTHOR.name, "author", "")


def test_each_of_two_sources_in_a_sentence_keeps_to_its_own_clause():
    text = "The mayor said 40 dams failed, while 50 dams held, according to the flood agency."
    assert heard(text)[0] == "The mayor"
    assert heard(text, "50")[0] == "the flood agency"


def test_what_comes_before_the_first_of_two_sources_is_the_authors():
    text = "After 30 floods the mayor said 40 dams failed, while 50 held, according to the agency."
    assert [heard(text, figure)[0] for figure in ("30", "40", "50")] == [
        AUTHOR.name,
        "the mayor",
        "the agency",
    ]


def test_police_who_put_officers_on_the_streets_say_nothing():
    assert heard("Police put 40 officers on the streets, the mayor said.")[0] == "the mayor"


def test_the_innermost_of_nested_sources_gives_the_figure():
    text = "The mayor said the flood agency estimated that 40 dams failed."
    assert heard(text)[0] == "the flood agency"


@pytest.mark.parametrize(
    ("before", "again"),
    [
        ("Gen. Ada Brook said it was over.", "She said 40 dams failed."),
        ("Gen. Ada Brook said it was over.", "“Some 40 dams failed,” she said."),
        ("A senior US official said it was over.", "The official said 40 dams failed."),
        ("Education Minister Ada Brook said it was over.", "The minister said 40 dams failed."),
        ("The flood agency said it was over.", "The agency said 40 dams failed."),
        ("The flood agency said it was over.", "It said 40 dams failed."),
        ("Gen. Ada Brook said it was over.", "Brook said 40 dams failed."),
        ("Gen. Ada Brook said it was over.", "Mrs Brook said 40 dams failed."),
    ],
)
def test_a_later_mention_means_the_source_before_it(before, again):
    for gap in (" ", "\n\n"):
        text = before + gap + again
        assert heard(text)[0] == before.partition(" said")[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Two whom it may mean
        ("Ada Brook said no. Tom Marsh said yes. He said 40 dams failed.", "he"),
        ("A senior official said no. A second official said yes. The official said 40 dams failed.",
         "The official"),
        # Too far back
        ("Ada Brook said no.\n\nIt rained.\n\nHe said 40 dams failed.", "he"),
        # Of another kind
        ("The flood agency said no. He said 40 dams failed.", "he"),
        ("Labor Department figures show a fall. The department said 40 dams failed.",
         "The department"),
        # Two with one surname
        ("Ada Brook said no. Tom Brook said yes. Mr Brook said 40 dams failed.", "Mr Brook"),
    ],
)  # fmt: skip
def test_a_later_mention_that_may_mean_another_stands_for_itself(text, name):
    assert heard(text)[0] == name


def test_whom_a_quoted_speaker_means_is_not_guessed():
    text = "Ada Brook said no. “He said 40 dams failed,” Tom Marsh said."
    assert heard(text)[0] == "Tom Marsh"


def test_a_role_anywhere_in_the_story_tells_who_somebody_is():
    text = "Mayor Ada Brook opened the bridge.\n\nMrs Brook said 40 people came."
    assert heard(text) == ("Mrs Brook", "political", "political")


def test_a_quotation_left_open_ends_with_its_paragraph():
    text = "“We are glad, Ada Brook said.\n\nIt took 40 dams.\n\nThe rest held, Tom Marsh said."
    assert heard(text)[0] == AUTHOR.name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("That lines up with a UN estimate.", [("estimate", "UN", "a UN estimate")]),
        ("Ada Brook’s tweets are old.", [("remark", "Ada Brook", "Ada Brook’s tweets")]),
        ("Claims by Ada Brook are old.", [("remark", "Ada Brook", "Claims by Ada Brook")]),
        ("The strength of the estimates of rain is old.", []),
        ("Ada Brook denied it.", [("denied", "Ada Brook", "Ada Brook denied")]),
        ("A fire broke out, according to Ada Brook.",
         [("according to", "Ada Brook", "according to Ada Brook")]),
    ],
)  # fmt: skip
def test_the_wording_that_attributes_is_told(text, found):
    assert sources(text) == found


@pytest.mark.parametrize("blank", ["\xa0", "  ", "\t", "\n"])
def test_the_blank_between_two_words_changes_no_source(blank):
    text = f"A senior US{blank}official said{blank}in Rome that 40 dams{blank}failed."
    document = read(text, name="story.md")
    (found,) = find_sources(document)
    assert (found.source.name, found.source.kind) == ("A senior US official", "unnamed")
    assert found.content.of(text).split() == ["in", "Rome", "that", "40", "dams", "failed."]
