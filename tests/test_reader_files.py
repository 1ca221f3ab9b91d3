"""What holds for every format, and how files come from folders and by name."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from strategies import StoryFile, any_files, story_files, whole_files

import factcheck
from factcheck.commands import main
from factcheck.readers import holds_story, read_bytes, read_text
from factcheck.readers.decoding import Unreadable
from factcheck.reading import read_data

BROKEN = "Between 50 and 30 people attended the meeting."
JSON = json.dumps({"headline": "A meeting", "body": BROKEN})


def read(file):
    """The text and the reading of a file, None for one that is told in a sentence."""
    try:
        return read_bytes(file.data, file.name)
    except Unreadable as error:
        sentence = str(error)
        assert sentence
        assert "\n" not in sentence
        return None


@given(story_files)
@example(StoryFile(b"<title><h1>a</h1></title>", "a.html"))
@example(StoryFile(b"<figcaption><caption>a</caption></figcaption>", "a.html"))
@example(StoryFile(b'{"uri": "", "headline": "\\ud800", "body_text": "&#0;"}', "a.json"))
def test_a_prose_is_as_long_as_its_text_and_regions_and_places_lie_within(file):
    if (found := read(file)) is None:
        return
    text, reading = found
    assert len(reading.prose) == len(text)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in reading.regions)
    assert [*reading.regions] == sorted(reading.regions, key=lambda one: one.span.start)
    ends = [offset for one in reading.places for offset in (one.span.start, one.span.end)]
    assert ends == sorted(ends)


@given(any_files)
def test_any_bytes_are_a_story_or_are_told_in_one_sentence(file):
    read(file)
    holds_story(file.data, file.name)


@given(whole_files)
def test_what_is_matched_stands_there(file):
    document = read_data(file.data, file.name)
    numbers = [one.number or one.span for one in document.quantities]
    assert any("40" in one.of(document.text) for one in numbers)
    for one in numbers:
        shown = zip(one.of(document.text), one.of(document.prose), strict=True)
        assert all(sign == prose for sign, prose in shown if prose.isdigit())


@given(whole_files)
def test_every_format_gives_the_headline(file):
    _, reading = read_bytes(file.data, file.name)
    kinds = {one.kind: one.span.of(reading.prose) for one in reading.regions}
    assert kinds["headline"] == "Ferry sinks"


@pytest.mark.parametrize("sign", ["<", "<a", "<a b='", "&", "<h1>", "<p>", "<!--", "<title>", "\\"])
@pytest.mark.parametrize("name", ["a.html", "a.aml"])
def test_a_file_of_nothing_but_one_sign_is_read(sign, name):
    """A reader that goes back over what it has seen would not come to the end of this."""
    text = sign * (100_000 // len(sign)) + ">\"'"
    assert len(read_text(text, name).prose) == len(text)


# By name and from folders


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*args):
    return CliRunner().invoke(main, ["check", "--format", "concise", *args])


def test_of_a_folder_the_json_and_xml_that_hold_a_story_are_read_and_no_other(folder):
    Path("story.json").write_text(JSON)
    Path("package.json").write_text('{"name": "x", "description": "Between 50 and 30 people."}')
    Path("broken.json").write_text('{"compilerOptions": // a comment')
    Path("pom.xml").write_text("<project><name>Between 50 and 30 people</name></project>")
    Path("~$draft.docx").write_bytes(b"lock")
    result = check(".")
    assert result.exit_code == 1
    assert result.stderr == ""
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["story.json"]


def test_a_report_left_in_a_folder_is_no_story_unless_it_is_named(folder):
    Path("story.md").write_text(BROKEN)
    check("story.md", "--format", "html=report.html", "--format", "checklist=sheet.md")
    facts = CliRunner().invoke(main, ["facts", "--format", "html", "story.md"]).stdout
    Path("facts.html").write_text(facts)
    result = check(".")
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["story.md"]
    assert "sheet.md:" in check("sheet.md", "report.html").stdout


def test_a_place_in_a_value_is_named_in_a_line_a_fact_and_a_reason(folder):
    Path("story.json").write_text(JSON)
    assert " (/body) [inverted-range]" in check("story.json").stdout
    facts = CliRunner().invoke(main, ["facts", "story.json"]).stdout
    assert re.search(r"^/body +count +between 50 and 30", facts, re.M | re.I)
    why = CliRunner().invoke(main, ["why", "story.json:1"]).stdout
    assert re.search(r"story\.json:1:\d+ \(/body\): “between 50 and 30", why, re.I)


def test_a_broken_story_in_a_folder_is_told(folder):
    Path("story.json").write_text(JSON[:-2])
    result = check(".")
    assert result.exit_code == 3
    assert result.stderr.startswith("factcheck: story.json: it is not valid JSON: ")


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.json", b'{"headline": "x",', "it is not valid JSON: "),
        ("a.json", b'{"name": "x"}', "it holds no story where one is looked for"),
        ("a.json", b"[" * 100_000, "it is JSON nested deeper"),
        ("a.json", '{"headline": "£"}'.encode("latin-1"), "it is not valid UTF-8"),
        ("a.xml", b"<nitf><p></nitf>", "it is broken XML: mismatched tag"),
        ("a.xml", b"<project/>", "it is neither NITF nor NewsML-G2"),
        ("a.xml", b'<!DOCTYPE nitf [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><nitf>&c;</nitf>',
         "it declares entities of its own"),
        ("a.html", b"<p>\0</p>", "it is binary"),
        ("a.html", "<p>£5m</p>".encode("latin-1"), "it is not valid UTF-8"),
        ("a.html", "<p>£5m</p>".encode("utf-16-le"), "it is binary"),
        ("a.aml", b"\xff", "it is not valid UTF-8"),
        ("a.docx", b"PK\3\4", "it is no Word document"),
        ("a.docx", b"\xd0\xcf\x11\xe0", "it is an old Word document"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_sentence_and_the_others_checked(
    folder, name, data, sentence
):
    Path(name).write_bytes(data)
    Path("z.md").write_text(BROKEN)
    result = check(name, "z.md")
    assert result.exit_code == 3
    assert result.stdout.startswith("z.md:1:9: error")
    assert result.stderr.startswith(f"factcheck: {name}: {sentence}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", '<meta charset="iso-8859-1"><p>They spent £5m.</p>'),
        ("a.xml", '<?xml version="1.0" encoding="ISO-8859-1"?><nitf><body>£5m</body></nitf>'),
    ],
)
def test_an_encoding_that_a_file_declares_is_believed(name, text):
    assert read_bytes(text.encode("latin-1"), name)[0] == text


def test_utf_16_that_says_so_is_read():
    assert read_bytes(JSON.encode("utf-16"), "a.json")[0] == JSON


def test_a_finding_in_json_names_the_value(folder):
    Path("a.json").write_text(JSON)
    result = CliRunner().invoke(main, ["check", "--format", "full", "a.json"])
    assert "--> a.json:1:44 (/body)" in result.stdout
    found = json.loads(CliRunner().invoke(main, ["check", "--format", "json", "a.json"]).stdout)
    assert found["files"][0]["findings"][0]["spans"][0]["place"] == "/body"


def test_a_finding_in_markdown_names_no_place_but_its_line(folder):
    Path("a.md").write_text(BROKEN)
    result = CliRunner().invoke(main, ["check", "--format", "full", "a.md"])
    assert "--> a.md:1:9\n" in result.stdout


def test_a_file_is_checked_from_a_script(folder):
    Path("a.json").write_text(JSON)
    assert [one.rule for one in factcheck.check_file("a.json").findings] == ["inverted-range"]
    assert factcheck.read_file(Path("a.json")).place_at(40) == "/body"


def test_a_word_document_is_no_text():
    with pytest.raises(factcheck.Unreadable, match="read the file itself"):
        factcheck.check("PK", "a.docx")


def test_markdown_and_plain_text_need_no_other_reader(folder):
    Path("a.md").write_text(BROKEN)
    Path("a.txt").write_text(BROKEN)
    script = (
        "import sys, factcheck; factcheck.check_file('a.md'); factcheck.check_file('a.txt');"
        "print([one for one in sys.modules if one.startswith(('factcheck.readers.html', 'zipfile',"
        "'factcheck.readers.docx', 'factcheck.readers.mark', 'json', 'defusedxml'))])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout == "['factcheck.readers.markdown']\n"


def test_a_named_file_is_passed_over_as_in_a_folder_where_that_is_asked(folder):
    Path("story.md").write_text(BROKEN)
    Path("package.json").write_text('{"name": "x", "description": "Between 50 and 30 people."}')
    Path("logo.png").write_bytes(b"\x89PNG\0")
    Path("~$draft.docx").write_bytes(b"lock")
    Path("old.md").write_text(BROKEN)
    Path("factcheck.toml").write_text('exclude = ["old.md"]')
    named = ("story.md", "package.json", "logo.png", "~$draft.docx", "old.md")
    result = check("--as-found", *named)
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["story.md"]
    assert (result.stderr, result.exit_code) == ("", 1)
    assert check("--as-found", "gone.md").exit_code == 3
    assert check(*named).exit_code == 3
