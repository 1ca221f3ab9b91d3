import re
import textwrap

import pytest
from hypothesis import given
from strategies import markdown_stories, sentence_lists, story_names, story_texts

from factcheck.readers import read_text
from factcheck.readers.decoding import Unreadable, decode

LONG = "The ferry left the northern harbour late on Monday with about forty people on board. " * 2


def parts(text, name="story.md"):
    """Kind and words of each region but the quotations."""
    regions = read_text(text, name).regions
    return [(one.kind, one.span.of(text)) for one in regions if one.kind != "quotation"]


def quotations(text, name="story.txt"):
    regions = read_text(text, name).regions
    return [one.span.of(text) for one in regions if one.kind == "quotation"]


def words(text, name="story.md"):
    """The words of each paragraph of the prose."""
    lines = read_text(text, name).prose.split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


@given(story_texts, story_names)
def test_a_prose_is_as_long_as_its_text_and_differs_only_by_white_space(text, name):
    prose = read_text(text, name).prose
    assert len(prose) == len(text)
    assert all(shown in (sign, " ", "\n") for sign, shown in zip(text, prose, strict=True))


@given(story_texts, story_names)
def test_regions_lie_within_the_text_in_reading_order(text, name):
    regions = read_text(text, name).regions
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in regions)
    assert list(regions) == sorted(regions, key=lambda one: one.span.start)


@given(markdown_stories)
def test_the_prose_of_markdown_is_its_words_without_the_markup(story):
    text = "\n\n".join(written for written, _ in story)
    assert words(text) == [said for _, said in story]


@given(sentence_lists)
def test_a_hard_wrapped_sentence_reads_as_before_wrapping(sentences):
    paragraph = " ".join(sentences * 6).replace(".", ",") + " people said."
    wrapped = textwrap.fill(paragraph, 70)
    assert read_text(wrapped + "\n\n" + wrapped, "a.txt").prose == f"{paragraph}\n\n{paragraph}"


@given(sentence_lists)
def test_lines_that_each_end_a_sentence_stay_paragraphs(sentences):
    text = "\n".join(sentences)
    assert read_text(text, "a.txt").prose == text


@pytest.mark.parametrize(
    "sign",
    [
        "[",
        "![",
        "*",
        "`",
        '"',
        "“",
        "<",
        "(",
        "\n",
        "](",
        "~~a",
        "> ",
        "<!-- ",
        "{{",
        "\\",
        "``` ",
        "[^",
        "&a",
        "http://",
        "“\n",
        "|",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_text_of_nothing_but_one_sign_is_read(sign, name):
    """A reader that goes back over what it has seen would not come to the end of this."""
    text = sign * (200_000 // len(sign))
    assert len(read_text(text, name).prose) == len(text)


# Plain text


def test_publisher_headline_byline_and_source_stand_round_a_plain_story():
    text = f"Harbour Chronicle\n\nFerry sinks with 40 aboard\nBy Ann Other\n\n{LONG}\n\nSource: AB"
    assert parts(text, "story.txt") == [
        ("credit", "Harbour Chronicle"), ("headline", "Ferry sinks with 40 aboard"),
        ("byline", "By Ann Other"), ("credit", "Source: AB"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"Ferry sinks with 40 aboard\n{LONG}\n{LONG}",
        f"Ferry sinks with 40 aboard\n\n{LONG}",
        f"Ferry sinks with 40 aboard\r\n\r\n{LONG}",
        f"Ferry sinks with 40 aboard\n\n{textwrap.fill(LONG, 60)}",
    ],
)
def test_a_short_first_line_without_a_full_stop_is_the_headline(text):
    assert parts(text, "story.txt") == [("headline", "Ferry sinks with 40 aboard")]


def test_a_question_over_a_story_is_its_headline():
    assert parts(f"Who pays for the ferry?\n\n{LONG}", "a.txt")[0][0] == "headline"


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people died",
        "Twelve people died.\n\nThree more were hurt, the police said.",
        "Killed: 12\nHurt: 3\nMissing: 4",
        "",
        "\n\n",
    ],
)
def test_a_text_without_a_line_over_its_first_sentence_has_no_headline(text):
    assert parts(text, "a.txt") == []


def test_a_deck_stands_under_the_headline():
    deck = "Rescue boats search the bay for a second day"
    assert parts(f"Fresh hope after ferry accident off cape\n\n{deck}\n\n{LONG}", "a.txt") == [
        ("headline", "Fresh hope after ferry accident off cape"), ("deck", deck),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "dateline",
    ["LONDON, Nov 3 (Agency) -", "WASHINGTON —", "NEW YORK (AB) —", "PARIS/BERLIN, 4 March –",
     "ST. JOHN'S, Newfoundland (AB) --"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_dateline_begins_the_body(dateline, name):
    assert parts(f"{dateline} {LONG}", name) == [("dateline", dateline)]


def test_a_sentence_that_begins_with_an_abbreviation_has_no_dateline():
    assert parts(f"UN-led talks — the third this year — failed. {LONG}", "a.txt") == []


def test_list_lines_in_wrapped_text_stay_apart():
    text = f"{textwrap.fill(LONG, 50)}\n\nKilled: 12\nHurt: 30"
    assert words(text, "a.txt")[1:] == ["Killed: 12", "Hurt: 30"]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_web_addresses_are_no_prose(name):
    text = "The list (https://example.org/2019/03_11) has 40 names; see www.example.org/77."
    assert words(text, name) == ["The list ( ) has 40 names; see ."]


def test_hard_spaces_are_spaces():
    assert read_text("about\xa040 people", "a.txt").prose == "about 40 people"


# Quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "we won" and "we lost".', ['"we won"', '"we lost"']),
        ("He said “we won”, she “lost”.", ["“we won”", "“lost”"]),
        ('“First.\n\n“Second,” he said. "Third.\n\n"Fourth."', ["“First.", "“Second,”", '"Third.',
                                                               '"Fourth."']),
        ('A 27" screen and a 32"-wide screen, 27"-wide.', []),
        ("An “unclosed quotation ends\n\nnowhere.", []),
    ],
)  # fmt: skip
def test_quotations_are_found_within_paragraphs(text, quoted):
    assert quotations(text) == quoted


# Markdown


def test_front_matter_gives_headline_deck_and_date():
    text = '---\ntitle: "Ferry \\"Ann\\" sinks"\nsummary: >\n  Forty people\n  swam\n' \
           "date: 2024-03-05 10:00\nid: 77\n---\n\nBody.\n"  # fmt: skip
    assert parts(text) == [
        ("headline", 'Ferry \\"Ann\\" sinks'), ("deck", "Forty people\n  swam"),
    ]  # fmt: skip
    assert words(text) == ['Ferry "Ann " sinks', "Forty people swam", "Body."]
    assert read_text(text, "a.md").as_of == (2024, 3, 5)


def test_toml_front_matter_is_read_too():
    text = '+++\ntitle = "Ferry sinks"\ndate = 2024-03-05\n+++\nBody.'
    assert parts(text) == [("headline", "Ferry sinks")]
    assert read_text(text, "a.md").as_of == (2024, 3, 5)


@pytest.mark.parametrize(
    "broken", ["a: [1\nb: : 2", "- x\n\t:\ntitle", "title: {9", "date: 2024-2-30"]
)
def test_broken_front_matter_is_blanked_without_complaint(broken):
    reading = read_text(f"---\nid: 9\n{broken}\n---\n\nBody.", "a.md")
    assert (reading.prose.split(), reading.regions, reading.as_of) == (["Body."], (), None)


def test_a_rule_at_the_beginning_is_no_front_matter():
    assert words("---\n\nForty people swam.\n\n---\n\nBody.") == ["Forty people swam.", "Body."]


def test_the_first_title_is_the_headline_and_other_headings_are_headings():
    text = "# Ferry *sinks* #\n\nText.\n\nMore\n---\n\n### Third\n\nAgain\n=====\n"
    assert parts(text) == [
        ("headline", "Ferry *sinks*"), ("heading", "More"), ("heading", "Third"),
        ("heading", "Again"),
    ]  # fmt: skip


def test_an_image_has_an_alt_text_and_the_italics_under_it_are_its_caption():
    text = "![Forty people](9.png)\n*The ferry, which sank\non Monday*\n\nText."
    assert parts(text) == [
        ("alt", "Forty people"), ("caption", "*The ferry, which sank\non Monday*"),
    ]  # fmt: skip
    assert words(text) == ["Forty people", "The ferry, which sank on Monday", "Text."]


def test_italics_under_no_image_are_no_caption():
    assert parts("Text.\n\n*The ferry sank*") == []


def test_a_block_quote_is_a_quotation():
    text = "Text.\n\n> We saw 40\n> boats.\n\nMore."
    assert quotations(text, "a.md") == ["> We saw 40\n> boats."]
    assert words(text) == ["Text.", "We saw 40 boats.", "More."]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Forty\npeople\nswam.", ["Forty people swam."]),
        ("Forty  \npeople\\\nswam.", ["Forty", "people", "swam."]),
        ("- a 1\n- [x] b 2\n  goes on\n\n  still", ["a 1", "b 2 goes on", "still"]),
        ("In the winter of\n2019. It was cold.", ["In the winter of 2019. It was cold."]),
        ("Place | Dead\n--- | ---:\nIraq | 12\n\nText", ["Place Dead", "Iraq 12", "Text"]),
        ("Text.\n\n    code 9\n\nMore.", ["Text.", "More."]),
        ("~~~\n9\n```\n~~~\nText.", ["Text."]),
        ("Text.\n```\nnever closed 9", ["Text."]),
        ("5 * 3 and file_name_9 and _it_ and ==so==", ["5 * 3 and file_name_9 and it and so"]),
        (r"a \*b\* and \$5", ["a *b * and $5"]),
        ("[a [b] c](d_(e)) and [sic] and [ref][] and [x][ref]\n\n[ref]: <9> 'T'",
         ["a [b] c and [sic] and ref and x"]),
        ("[sic\n\nb](c)", ["[sic", "b](c)"]),
        ("[Note]: forty people swam.", ["[Note]: forty people swam."]),
        ("[![Forty](9.png)](8.html)", ["Forty"]),
        ("``a ` 9`` and ` 8", ["and ` 8"]),
        ("One <!-- 9\n\n9 --> two.", ["One two."]),
        ("One <!-- never closed.", ["One <!-- never closed."]),
        ("Fewer than < 5 <b>people</b> <br>swam", ["Fewer than < 5 people", "swam"]),
        ("<script>9</script>Text", ["Text"]),
        ("&pound;5m, film&#8217;s, 5&nbsp;km, R&D; &bogus;",
         ["£5m, film’ s, 5 km, R&D; &bogus;"]),
        ("{% include 9 %}Text{: .lead }", ["Text"]),
        ("A claim.[^1]\n\n[^1]: A footnote.", ["A claim.", "A footnote."]),
    ],
)  # fmt: skip
def test_markdown_reads_as_it_is_printed(text, prose):
    assert words(text) == prose


def test_an_entity_keeps_the_length():
    text = "It cost &pound;5 &mdash; no more."
    assert len(read_text(text, "a.md").prose) == len(text)


# Bytes


@given(story_texts.map(lambda text: text.replace("\0", "")))
def test_what_was_encoded_is_decoded(text):
    text = text.lstrip("\ufeff")
    assert decode(text.encode()) == text
    assert decode(text.encode("utf-8-sig")) == text
    assert decode(text.encode("utf-16")) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PNG\0\0", "binary, not text: there is a NUL at byte 3"),
        ("£5m".encode("cp1252"), "not valid UTF-8: byte 0 cannot be decoded; convert it"),
        (b"\xef\xbb\xbfa\xff", "byte 4"),
        (b"\xff\xfea", "not valid UTF-16: byte 2"),
        (b"\xff\xfea\0\0\0", "there is a NUL at character 1"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data, reason):
    with pytest.raises(Unreadable, match=re.escape(reason)):
        decode(data)
