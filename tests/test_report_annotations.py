"""Annotations of GitHub Actions: one line a finding, whatever stands in it."""

import re

import pytest
from hypothesis import given
from reported import BOATS, EMOJI, checked, finding, written
from strategies import pages, reported_files

from factcheck.findings import Failure
from factcheck.model import Span
from factcheck.reports import Checked

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::([^\r\n]*)")


def annotations(*files, **more):
    """Each command with its properties and its message, unescaped as the runner does it."""
    found = []
    for line in written("github", *files, **more).split("\n")[:-1]:
        name, properties, message = COMMAND.fullmatch(line).groups()
        pairs = (one.split("=", 1) for one in properties.split(","))
        found.append((name, {key: unescaped(value) for key, value in pairs}, unescaped(message)))
    return found


def unescaped(text):
    for written_as, char in (("0D", "\r"), ("0A", "\n"), ("3A", ":"), ("2C", ","), ("25", "%")):
        text = text.replace(f"%{written_as}", char)
    return text


@given(reported_files, pages)
def test_each_annotation_stays_on_its_line_and_tells_the_severity(files, page):
    commands = {"error": "error", "warning": "warning", "note": "notice"}
    found = [one for file in files if file.report for one in file.report.findings]
    told = [one for one in annotations(*files, page=page) if one[1]["title"] != "factcheck failed"]
    assert [name for name, *_ in told] == [commands[one.severity] for one in found]
    for (_, properties, _), one in zip(told, found, strict=True):
        assert properties["title"].endswith(f"({one.severity})")
    assert sum(map(len, (file.failures for file in files))) + len(told) == len(
        annotations(*files, page=page)
    )


def test_an_annotation_has_its_place_in_code_points_and_the_sum():
    (one,) = annotations(checked(EMOJI, BOATS, path="./a:b,c%.md"))
    assert one == (
        "error",
        {
            "file": "a:b,c%.md", "line": "1", "endLine": "1", "col": "18", "endColumn": "26",
            "title": "counts-cats (error)",
        },
        "40 boats are not 31\nsum: 40 − 31 = 9; 9 are missing\n"
        "consistent if: the mayor said 31\nconsistent if: police counted 40",
    )  # fmt: skip


def test_a_place_on_several_lines_has_no_columns():
    text = "ab\ncd"
    ((_, properties, _),) = annotations(checked(text, finding(text, Span(1, 4))))
    assert (properties["line"], properties["endLine"]) == ("1", "2")
    assert not {"col", "endColumn"} & {*properties}


@pytest.mark.parametrize("message", ["100% is 100%25", "::error::x", "a\r\nb"])
def test_a_message_cannot_be_taken_for_a_command_of_its_own(message):
    ((_, _, told),) = annotations(checked("5", finding("5", "5", message=message)))
    assert told == " ".join(message.split())


def test_what_failed_is_an_error_too():
    unread = Checked("no.md", unread=Failure("No such file"))
    assert annotations(unread, failures=(Failure("plugin y broke"),)) == [
        ("error", {"file": "no.md", "title": "factcheck failed"}, "No such file"),
        ("error", {"title": "factcheck failed"}, "plugin y broke"),
    ]
