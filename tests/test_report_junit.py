"""JUnit: valid by its published schema whatever is found; a suite a story, a failure a finding."""

from pathlib import Path

from hypothesis import given
from lxml import etree
from reported import BOATS, EMOJI, checked, finding, written
from strategies import pages, reported_files

from factcheck.findings import Failure
from factcheck.reports import Checked

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("schemas") / "junit-10.xsd"))


def parsed(*files, **more):
    root = etree.fromstring(written("junit", *files, **more).encode())
    SCHEMA.assertValid(root)
    return root


def test_a_suite_without_a_name_would_not_be_valid():
    root = parsed(checked(EMOJI))
    del root[0].attrib["name"]
    assert not SCHEMA.validate(root)


@given(reported_files, pages)
def test_every_report_is_valid(files, page):
    suites = parsed(*files, page=page)
    assert len(suites) == len(files)
    for suite, file in zip(suites, files, strict=True):
        found = file.report.findings if file.report else ()
        failed = suite.findall("testcase/failure")
        assert [one.get("type") for one in failed] == [one.severity for one in found]
        assert suite.get("failures") == str(len(found))
        assert suite.get("errors") == str(len(suite.findall("testcase/error")))
        assert suite.get("tests") == str(len(suite.findall("testcase")))


def test_what_xml_cannot_hold_is_replaced():
    odd = "a\x08\x0b\x0c\x1b\x1f\ufffe\uffff\udcff<&>\"'"
    (suite,) = parsed(checked("5", finding("5", "5"), path=odd))
    assert suite.get("name") == "a" + "\ufffd" * 8 + "<&>\"'"


def test_a_finding_is_a_case_that_fails_with_its_place_and_the_sum():
    (suite,) = parsed(checked(EMOJI, BOATS))
    (case,) = suite
    assert (suite.get("name"), case.get("classname")) == ("story.md", "story.md")
    assert case.get("name") == "counts-cats: 40 boats are not 31"
    assert case[0].get("message") == "40 boats are not 31"
    assert case[0].text.split("\n")[:2] == [
        "story.md:1:18: error: 40 boats are not 31",
        "sum: 40 − 31 = 9; 9 are missing",
    ]


def test_a_case_keeps_its_name_when_the_lines_move():
    moved = "New.\n\n" + EMOJI
    now = parsed(checked(moved, finding(moved, "40 boats")))[0][0]
    assert now.get("name") == parsed(checked(EMOJI, BOATS))[0][0].get("name")


def test_a_story_without_findings_passes_and_says_what_was_checked():
    (suite,) = parsed(checked(EMOJI))
    assert [suite.get(one) for one in ("tests", "failures", "errors")] == ["1", "0", "0"]
    assert suite[0][0].text == "checked 1 of 2 figures"


def test_what_failed_is_an_error_of_its_story_or_of_the_run():
    unread = Checked("no.md", unread=Failure("No such file"))
    broken = checked(EMOJI, BOATS, failures=(Failure("rule x: KeyError", "x"),))
    suites = parsed(unread, broken, failures=(Failure("plugin y broke", "", "y"),))
    assert [one.get("errors") for one in suites] == ["1", "1", "1"]
    assert [one.getparent().get("name") for one in suites.iter("error")] == ["reading", "x", "y"]
    assert suites[0][0][0].get("message") == "No such file"
