"""JSON lines: an object a line, with the keys of the JSON report and what each is of."""

import json

from hypothesis import given
from reported import BOATS, EMOJI, checked, written
from strategies import pages, reported_files

from factcheck.findings import Failure
from factcheck.reports import Checked


def objects(*files, **more):
    return [json.loads(line) for line in written("jsonl", *files, **more).split("\n")[:-1]]


@given(reported_files, pages)
def test_every_line_is_an_object_and_says_what_the_json_report_says(files, page):
    lines = objects(*files, page=page)
    report = json.loads(written("json", *files, page=page))
    found = [one for one in lines if one["type"] == "finding"]
    assert found == [
        {"type": "finding", "path": file["path"], **one}
        for file in report["files"]
        for one in file["findings"]
    ]
    assert lines[-1] == {"type": "summary", "version": report["version"], **report["summary"]}


def test_a_file_comes_after_its_findings_and_failures():
    broken = checked(EMOJI, BOATS, failures=(Failure("rule x: KeyError", "x"),))
    unread = Checked("no.md", unread=Failure("No such file"))
    lines = objects(broken, unread, failures=(Failure("plugin y broke"),))
    assert [(one["type"], one.get("path")) for one in lines] == [
        ("finding", "story.md"), ("failure", "story.md"), ("file", "story.md"),
        ("failure", "no.md"), ("failure", None), ("summary", None),
    ]  # fmt: skip
    assert lines[2] == {
        "type": "file", "path": "story.md", "figures": 2, "checked": 1, "findings": 1,
    }  # fmt: skip
