"""GitLab's code quality report, as its documentation describes it."""

import json

from hypothesis import given
from jsonschema import Draft202012Validator
from reported import BOATS, EMOJI, checked, finding, written
from strategies import pages, reported_files

VALIDATOR = Draft202012Validator({
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                        "required": ["begin"],
                    },
                },
                "required": ["path", "lines"],
            },
        },
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
    },
})  # fmt: skip


def issues(*files, **more):
    found = json.loads(written("gitlab", *files, **more))
    VALIDATOR.validate(found)
    return found


@given(reported_files, pages)
def test_every_report_is_valid_and_tells_the_severity(files, page):
    severities = {"error": "major", "warning": "minor", "note": "info"}
    found = [one for file in files if file.report for one in file.report.findings]
    assert [one["severity"] for one in issues(*files, page=page)] == [
        severities[one.severity] for one in found
    ]


def test_an_issue_has_its_lines():
    (one,) = issues(checked(EMOJI, BOATS))
    assert one["location"] == {"path": "story.md", "lines": {"begin": 1, "end": 1}}
    assert (one["description"], one["check_name"]) == ("40 boats are not 31", "counts-cats")


def test_no_two_issues_have_one_fingerprint():
    files = [checked(EMOJI, BOATS, BOATS, path=path) for path in ("a.md", "b.md")]
    assert len({one["fingerprint"] for one in issues(*files)}) == 4


def test_a_fingerprint_stays_when_the_lines_move():
    moved = "New.\n\n" + EMOJI
    (now,) = issues(checked(moved, finding(moved, "40 boats", "31 boats")))
    assert now["fingerprint"] == issues(checked(EMOJI, BOATS))[0]["fingerprint"]
