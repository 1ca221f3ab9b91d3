"""Reports as bytes: between processes, and from one run to the next."""

import json
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from strategies import reported_stories

from factcheck import Bar, Finding, Range, Span, check, read
from factcheck.checker import check_document
from factcheck.desk.kept import pack_report, unpack_report
from factcheck.identity import identify
from factcheck.model import Document
from factcheck.plugins import installed_rules
from factcheck.reading import read_data

EXAMPLES = Path(__file__).parent.parent / "examples"
# What a report is never asked for in the formats that show kept ones.
READ_ANEW = {"tokens", "claims", "statements"}

STORY = (
    "Between 50 and 30 people attended on Tuesday, 3 May 2024, after a rise of 4.5 percent "
    "from about $20 million — “some” said — to $30 million in 2011-2015."
)
MARK = "<!-- factcheck: ok inverted-range: that is how they put it -->"
HTML = f"<html><body><h1>Fair &amp; full</h1><p>{STORY}</p></body></html>"
NINJS = {"headline": "A fair", "body_text": STORY, "versioncreated": "2024-05-07T10:00:00Z"}


def word():
    document = docx.Document()
    document.add_heading("A fair", 1)
    document.add_paragraph(STORY)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


FILES = {
    "story.md": f"---\ndate: 2024-05-07\n---\n# A fair\n\n*{STORY}*\n{MARK}\n".encode(),
    "story.txt": STORY.encode(),
    "bom.txt": b"\xef\xbb\xbf" + STORY.encode(),
    "wide.txt": STORY.encode("utf-16"),
    "story.html": HTML.encode(),
    "story.json": json.dumps(NINJS).encode(),
    "story.docx": word(),
    "sound.md": b"Nothing *happened* on Monday.\n",
}


def never():
    raise AssertionError("the story was read anew")


def sent(report, data, name="story.md", reread=never):
    return unpack_report(pack_report(report, data), name, data, reread)


@pytest.mark.parametrize("name", FILES)
def test_whatever_reports_show_of_a_document_is_kept(name):
    document = read_data(FILES[name], name)
    report = check_document(document, installed_rules().rules)
    kept = sent(report, FILES[name], name)
    names = {one.name for one in fields(Document)} - READ_ANEW
    if not report.findings:
        names -= {"prose", "sentences", "quantities", "dates"}
    # By what is written of them: spans with different labels are equal.
    for part in names:
        assert repr(getattr(kept.document, part)) == repr(getattr(document, part)), part
    assert repr(kept.findings) == repr(report.findings)
    assert identify(kept.document, kept.findings) == identify(document, report.findings)
    assert (kept.figures, kept.checked) == (report.figures, report.checked)
    assert bool(report.findings) == (name != "sound.md")


@given(reported_stories)
def test_any_report_comes_back_as_it_was(report):
    data = report.document.text.encode("utf-8", "surrogatepass")
    kept = sent(report, data, report.document.name)
    assert repr(replace(kept, document=report.document)) == repr(replace(report, compared=()))
    assert kept.document.text == report.document.text


def test_claims_are_read_anew_for_whoever_asks_for_them():
    report = check(STORY, name="story.md")
    read_again = []

    def reread():
        read_again.append(read(STORY, name="story.md"))
        return read_again[-1]

    kept = sent(report, STORY.encode(), reread=reread)
    assert kept.document.claims == report.document.claims
    assert kept.document.tokens.raw == report.document.tokens.raw
    assert len(read_again) == 1


def test_a_part_that_no_document_has_is_an_error_as_ever():
    kept = sent(check(STORY, name="story.md"), STORY.encode())
    with pytest.raises(AttributeError):
        _ = kept.document.headlines


def test_a_copy_of_a_kept_document_is_a_document_like_any_other():
    kept = sent(check(STORY), STORY.encode(), reread=lambda: read(STORY))
    copied = replace(kept.document, name="other.md")
    assert type(copied) is Document
    assert (copied.name, copied.text) == ("other.md", STORY)


def test_what_only_a_rule_understands_is_not_sent():
    finding = Finding("It is odd", (Span(0, 4),), (object(),), bars=(Bar(Range(1, 2)),))
    assert pack_report(replace(check("Some story."), findings=(finding,)), b"") == b""


@pytest.mark.parametrize("packed", [b"", b"\x00", b"N", b"i\x01\x00\x00\x00", b"(\x08"])
def test_what_is_no_report_is_refused(packed):
    with pytest.raises((ValueError, TypeError, EOFError)):
        unpack_report(packed, "story.md", b"", never)
