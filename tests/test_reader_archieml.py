import pytest

from factcheck.readers import read_text


def parts(text):
    """Kind and words of each region."""
    reading = read_text(text, "a.aml")
    return [(one.kind, one.span.of(reading.prose)) for one in reading.regions]


def words(text):
    """The words of each paragraph of the prose."""
    lines = read_text(text, "a.aml").prose.split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


def test_keys_say_what_part_a_value_plays():
    text = """headline: Ferry sinks
date: 2024-03-31
slug: ferry-9
Byline: Ann Other
meta.deck: Boats search the bay
[images]
caption: The bay
size: 9
[]
{share}
blurb: All forty people were saved.
colour: 9 red
"""
    assert parts(text) == [
        ("headline", "Ferry sinks"), ("byline", "Ann Other"), ("deck", "Boats search the bay"),
        ("caption", "The bay"),
    ]  # fmt: skip
    assert words(text)[-1] == "All forty people were saved."
    assert "9" not in read_text(text, "a.aml").prose
    assert read_text(text, "a.aml").as_of == (2024, 3, 31)


def test_free_form_is_prose_with_its_keys():
    text = """A note: of 9
Another note 9
[+body]
All <b>40</b> were saved &amp; well.
quote: We saw nothing.
[.+deep]
More text.
[]
Last text.
[]
A note 9
[other]
A note 9
"""
    assert words(text) == ["All 40 were saved & well.", "We saw nothing.", "More text.",
                           "Last text."]  # fmt: skip
    assert parts(text) == [("quotation", "We saw nothing.")]


def test_a_value_goes_on_only_where_it_is_ended():
    text = "text: One\ntwo\n\\three: 3\n:end\ntext: Four\nfive\ntext: six\n* One two three four\n"
    assert words(text) == ["One", "two", "three: 3", "Four", "six", "One two three four"]


@pytest.mark.parametrize("skip", [":skip\ntext: 9\n:endskip", ": SKIP\n9\n:end\n9\n:endskip more"])
def test_what_is_skipped_or_ignored_is_no_prose(skip):
    assert words(f"text: One\n{skip}\ntext: two\n:ignore\ntext: 9\n:endskip\ntext: 9") == [
        "One", "two",
    ]  # fmt: skip
