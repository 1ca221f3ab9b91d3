"""Findings as comments in a Word document: on the runs they mark, and nothing else is changed."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from test_reader_docx import W, lines, run, saved, word

from factcheck import Finding, Span
from factcheck.commands import main
from factcheck.findings import Report
from factcheck.reading import read_data
from factcheck.reports.word_comments import annotate

BROKEN = "Between 50 and 30 people attended the meeting."
MARKS = re.compile(
    rb"<w:commentRangeStart[^>]*/>|<w:commentRangeEnd[^>]*/>"
    rb"<w:r [^>]*><w:commentReference[^>]*/></w:r>"
)


def contents(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist()}


def annotated(data, *marked, message="This cannot be", **more):
    """The document with a finding on each of these words of its text."""
    document = read_data(data, "a.docx")
    found = []
    for words in marked:
        start = document.text.index(words)
        span = Span(start, start + len(words), "here")
        found.append(Finding(message, (span,), severity="error", rule="some-rule", **more))
    return annotate(data, Report(document, tuple(found)))


def commented_words(data):
    """Each comment's first line and the words between its marks, as python-docx reads them."""
    document = docx.Document(io.BytesIO(data))
    told = {}
    for comment in document.comments:
        between = document.element.xpath(
            f'//w:t[preceding::w:commentRangeStart[@w:id="{comment.comment_id}"]'
            f' and following::w:commentRangeEnd[@w:id="{comment.comment_id}"]]'
        )
        told["".join(one.text for one in between)] = comment.text.split("\n")
    return told


def by_word(*paragraphs):
    document = docx.Document()
    for paragraph in paragraphs:
        added = document.add_paragraph()
        for words in paragraph:
            added.add_run(words)
    return saved(document)


def test_a_comment_stands_on_the_runs_that_are_marked():
    data = by_word(["Nobody ", "said."], ["Then ", "50 ", "boats", " sank."])
    done = annotated(data, "50 boats", working=("1 + 1 = 3",), consistent_if=("it is 2",))
    assert commented_words(done.data) == {
        "50 boats": [
            "here", "error: This cannot be", "sum: 1 + 1 = 3", "consistent if: it is 2",
            "factcheck explain some-rule",
        ]
    }  # fmt: skip
    assert not done.left_out


def test_nothing_but_the_marks_is_changed():
    data = by_word(["Then ", "50 ", "boats", " sank."], ["And ", "30 men."])
    before, after = contents(data), contents(annotated(data, "50 boats", "30 men").data)
    assert MARKS.sub(b"", after["word/document.xml"]) == before["word/document.xml"]
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {
        "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }  # fmt: skip
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        added = re.sub(rb"<(Relationship|Override) [^<>]*comments[^<>]*/>", b"", after[name])
        assert added == before[name]


def test_comments_that_were_there_stay_as_they_were():
    document = docx.Document()
    added = document.add_paragraph("Then ").add_run("50 boats")
    document.add_comment(added, text="Really?", author="Ada")
    data = saved(document)
    done = annotated(data, "50 boats").data
    both = docx.Document(io.BytesIO(done)).comments
    assert [(one.author, one.text.split("\n")[0]) for one in both] == [
        ("Ada", "Really?"), ("factcheck", "here"),
    ]  # fmt: skip
    before, after = (contents(one)["word/comments.xml"] for one in (data, done))
    assert after.startswith(before.partition(b"</w:comments>")[0].rstrip())
    assert contents(data)["[Content_Types].xml"] == contents(done)["[Content_Types].xml"]


def test_each_further_place_has_a_comment_of_its_own():
    data = by_word(["40 boats"], ["31 boats"])
    document = read_data(data, "a.docx")
    spans = (Span(0, 8, "mayor"), Span(9, 17, "police"))
    found = Finding("40 is not 31", spans, ("a",), severity="warning", rule="x")
    done = annotate(data, Report(document, (found,)))
    assert commented_words(done.data) == {
        "40 boats": ["mayor", "warning: 40 is not 31", "sum: a", "factcheck explain x"],
        "31 boats": ["police", "warning: 40 is not 31"],
    }


def test_what_was_deleted_lies_between_the_marks_and_is_left_alone():
    body = f"<w:p>{run('Some 5')}<w:del>{run('6')}</w:del><w:ins>{run('0 boats')}</w:ins></w:p>"
    done = annotated(word(body), "50 boats").data
    text = contents(done)["word/document.xml"]
    assert MARKS.sub(b"", text) == contents(word(body))["word/document.xml"]
    assert text.index(b"RangeStart") < text.index(b"Some 5")
    assert text.index(b"0 boats") < text.index(b"RangeEnd") < text.index(b"</w:ins>")


def test_a_finding_where_no_comment_may_stand_is_named():
    note = f'<w:footnote w:id="2"><w:p>{run("Of 70 men.")}</w:p></w:footnote>'
    body = f'<w:p>{run("Many.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>'
    done = annotated(word(body, footnotes=notes), "70 men")
    assert [one.message for one in done.left_out] == ["This cannot be"]


@given(st.lists(st.lists(st.sampled_from(["50 ", "boats ", "ä ", "👩 ", "& ", "<b>"]), min_size=1),
                min_size=1, max_size=4), st.data())  # fmt: skip
def test_the_text_is_the_same_and_each_comment_on_what_it_marks(paragraphs, data):
    draft = by_word(*paragraphs)
    text = read_data(draft, "a.docx").text
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = Finding("No \x00 & <", (span,), severity="error", rule="x")
    done = annotate(draft, Report(read_data(draft, "a.docx"), (found,)))
    assert lines(done.data) == lines(draft)
    (words,) = commented_words(done.data) or [""]
    assert span.of(text).replace("\n", "").strip() in words


@pytest.fixture
def invoke(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("a.docx").write_bytes(by_word([BROKEN]))
    return lambda *args: CliRunner().invoke(main, ["annotate", *args])


def test_the_command_writes_a_copy_and_leaves_the_draft(invoke):
    before = Path("a.docx").read_bytes()
    result = invoke("a.docx", "-o", "out.docx")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "1 finding written to out.docx\n"
    assert [*commented_words(Path("out.docx").read_bytes())] == [BROKEN]
    assert Path("a.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (["a.txt", "-o", "b.docx"], 2, "a.txt is no Word document"),
        (["a.docx", "-o", "./a.docx"], 2, "is the draft itself"),
        (["no.docx", "-o", "b.docx"], 3, "no.docx: No such file"),
        (["bad.docx", "-o", "b.docx"], 3, "bad.docx: it is no Word document"),
        (["a.docx", "-o", "no/b.docx"], 3, "cannot write no/b.docx: No such"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(invoke, args, code, says):
    Path("bad.docx").write_bytes(b"text")
    result = invoke(*args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1
