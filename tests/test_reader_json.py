import json

import pytest

from factcheck.readers import NotAStoryError, read_text
from factcheck.readers.json_story import read
from factcheck.readers.json_values import find_values

HTML = '<p>All <b>40</b> were saved.</p>\n<blockquote class="q">We saw nothing.</blockquote>'
FIRST = {
    "uri": "urn:9",
    "type": "text",
    "versioncreated": "2024-03-31T10:00:00Z",
    "headline": "Ferry sinks",
    "byline": "Ann Other",
    "copyrightnotice": "9",
    "description_text": "A ferry sank.",
    "description_html": "<p>A ferry sank.</p>",
    "body_text": "All 40 were saved. We saw nothing.",
    "body_xhtml": HTML,
    "associations": {
        "main": {"uri": "urn:8", "type": "picture", "headline": "9", "description_text": "The bay"},
        "more": {"uri": "urn:7", "type": "text", "description_text": "9 others"},
    },
}
SECOND = {
    "uri": "urn:9",
    "versioncreated": "2024-03-31T10:00:00Z",
    "headlines": [{"role": "main", "value": "Ferry sinks"}],
    "by": "Ann Other",
    "descriptions": [{"role": "summary", "contenttype": "text/plain", "value": "A ferry sank."}],
    "bodies": [
        {"role": "main", "contenttype": "text/plain", "value": "All 40 were saved."},
        {"role": "nitf", "contenttype": "application/nitf+xml", "value": "<p>9</p>"},
        {"role": "html", "contenttype": "text/html", "value": HTML},
    ],
    "associations": [
        {"name": "main", "type": "picture", "descriptions": [{"value": "The bay"}]},
        {"name": "more", "type": "text", "descriptions": [{"value": "9 others"}]},
    ],
}
THIRD = json.loads(
    json.dumps(SECOND)
    .replace("contenttype", "contentType")
    .replace("versioncreated", "versionCreated")
)


def parts(text, paths=None):
    """Kind and words of each region."""
    reading = read(text, paths)
    return [(one.kind, " ".join(one.span.of(reading.prose).split())) for one in reading.regions]


def words(text, paths=None):
    """The words of each paragraph of the prose."""
    lines = read(text, paths).prose.split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


@pytest.mark.parametrize("item", [FIRST, SECOND, THIRD])
@pytest.mark.parametrize("form", [{}, {"indent": 2}, {"ensure_ascii": False}])
def test_ninjs_is_read_with_one_of_its_bodies(item, form):
    text = json.dumps(item, **form)
    assert sorted(parts(text)) == [
        ("byline", "Ann Other"), ("caption", "The bay"), ("deck", "A ferry sank."),
        ("headline", "Ferry sinks"), ("quotation", "We saw nothing."),
    ]  # fmt: skip
    assert sorted(words(text)) == [
        "A ferry sank.", "All 40 were saved.", "Ann Other", "Ferry sinks", "The bay",
        "We saw nothing.",
    ]  # fmt: skip
    assert read(text).as_of == (2024, 3, 31)


def test_a_value_is_called_by_its_pointer():
    places = read(json.dumps(SECOND)).places
    assert [one.name for one in places][2:] == [
        "/descriptions/0/value", "/bodies/2/value", "/associations/0/descriptions/0/value",
    ]  # fmt: skip
    text = '{"a/b": {"c~": ["", [], {}, {"": "x"}]}, "é": "y"}'
    assert [one.pointer for one in find_values(text)] == ["/a~1b/c~0/0", "/a~1b/c~0/3/", "/é"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"20\u201330", ["20– 30"]),
        (r"from \u00a35m", ["from £5m"]),
        (r"\"We\" saw", ['"We" saw']),
        (r"one\ntwo\tthree", ["one", "two three"]),
        (r"\ud83d\ude00 \ud83d x", ["😀 x"]),
        (r"<p>one<\/p><p>two</p>", ["one", "two"]),
        (r"\u003cp\u003eone\u003c\/p\u003e\u003cp a=\"9\"\u003etwo\u003c/p\u003e", ["one", "two"]),
        (r"AT&amp;T\u0026nbsp;\nx", ["AT& T", "x"]),
        (r"a\\b", ["a\\ b"]),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_it_would_be_read(written, shown):
    assert words(f'{{"body": "{written}"}}') == shown


@pytest.mark.parametrize(
    "content",
    [
        {"body": [{"type": "text", "value": "All 40 were saved."}]},
        {"body": [{"parts": [{"deep": {"value": "All 40 were saved."}}]}]},
        {"body": ["All 40 were saved."]},
        {"content_elements": [{"type": "text", "content": "<p>All 40 were saved.</p>"}]},
        {"articleBody": "All 40 were saved."},
        {"body": "All 40 were saved.", "body_html": "<p>All 40 were saved.</p>"},
        {"content": {"rendered": "<p>All 40 were saved.</p>"}},
    ],
)
def test_a_body_is_found_where_newsrooms_put_it(content):
    assert words(json.dumps({"id": "9 of", **content})) == ["All 40 were saved."]


def test_prose_is_where_the_paths_say():
    text = json.dumps({"a": [{"b": "One."}, {"c": "9"}], "d": {"x": {"e": "Two."}}, "body": "9"})
    assert words(text, {"a/*/b": "body", "d/**/e": "caption"}) == ["One.", "Two."]
    assert parts(text, {"a/*/b": "body", "d/**/e": "caption"}) == [("caption", "Two.")]
    with pytest.raises(NotAStoryError, match="nowhere"):
        read(text, {"nowhere": "body"})


def test_a_number_of_any_length_is_no_trouble():
    text = '{"body": "All 40 were saved.", "n": ' + "9" * 10_000 + "}"
    assert read_text(text, "a.json").prose.split() == ["All", "40", "were", "saved."]
