"""Reviewdog's rdjson: every finding a diagnostic, its columns in bytes of UTF-8."""

import json

from hypothesis import given
from jsonschema import Draft202012Validator
from reported import BOATS, EMOJI, checked, written
from strategies import pages, reported_files

POSITION = {
    "type": "object",
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
    "required": ["line", "column"],
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "properties": {
        "path": {"type": "string", "minLength": 1},
        "range": {
            "type": "object",
            "properties": {"start": POSITION, "end": POSITION},
            "required": ["start", "end"],
            "additionalProperties": False,
        },
    },
    "required": ["path", "range"],
    "additionalProperties": False,
}
DIAGNOSTIC = {
    "type": "object",
    "properties": {
        "message": {"type": "string"},
        "location": LOCATION,
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "code": {"type": "object", "properties": {"value": {"type": "string", "minLength": 1}}},
        "related_locations": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"message": {"type": "string"}, "location": LOCATION},
                "required": ["location"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["message", "location", "severity", "code"],
    "additionalProperties": False,
}
# Stricter than the format's own description, which lets every field be left out or added to.
VALIDATOR = Draft202012Validator({
    "type": "object",
    "properties": {
        "source": {"type": "object", "properties": {"name": {"type": "string"}}},
        "diagnostics": {"type": "array", "items": DIAGNOSTIC},
    },
    "required": ["diagnostics"],
    "additionalProperties": False,
})  # fmt: skip


def diagnostics(*files, **more):
    result = json.loads(written("rdjson", *files, **more))
    VALIDATOR.validate(result)
    return result["diagnostics"]


@given(reported_files, pages)
def test_every_report_is_valid_and_tells_the_severity(files, page):
    severities = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
    found = [one for file in files if file.report for one in file.report.findings]
    told = [one["severity"] for one in diagnostics(*files, page=page)]
    assert told == [severities[one.severity] for one in found]


def test_columns_count_bytes_and_end_behind_the_last():
    (one,) = diagnostics(checked(EMOJI, BOATS))
    before = len(EMOJI[: EMOJI.index("40 boats")].encode()) + 1
    assert before == EMOJI.index("40 boats") + 4
    assert one["location"] == {
        "path": "story.md",
        "range": {"start": {"line": 1, "column": before}, "end": {"line": 1, "column": before + 8}},
    }


def test_a_diagnostic_names_its_rule_the_sum_and_the_other_places():
    (one,) = diagnostics(checked(EMOJI, BOATS))
    assert one["code"] == {"value": "counts-cats"}
    assert one["message"].split("\n")[:2] == [
        "40 boats are not 31",
        "sum: 40 − 31 = 9; 9 are missing",
    ]
    (other,) = one["related_locations"]
    assert other["message"] == "police"
    assert other["location"]["range"]["start"] == {"line": 2, "column": 16}
