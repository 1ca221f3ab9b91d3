"""SARIF: valid by its published schema whatever is found, and what code hosts read of it."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft4Validator
from reported import BOATS, EMOJI, checked, finding, written
from strategies import pages, reported_files

from factcheck.findings import Failure
from factcheck.model import Span
from factcheck.reports.page import Page

SCHEMA = Path(__file__).with_name("schemas") / "sarif-2.1.0-rtm.5.json"
VALIDATOR = Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))
# RFC 3986: what a reference may hold without being escaped.
URI = re.compile(r"(?:[A-Za-z0-9\-._~/:@!$&'()*+,;=?#\[\]]|%[0-9A-F]{2})+")


def run_of(*files, **more):
    log = json.loads(written("sarif", *files, **more))
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    return run


def result_of(text, found, **more):
    (result,) = run_of(checked(text, found, **more))["results"]
    return result


def test_a_log_without_the_name_of_its_tool_would_not_be_valid():
    log = json.loads(written("sarif"))
    del log["runs"][0]["tool"]["driver"]["name"]
    assert not VALIDATOR.is_valid(log)


@given(reported_files, pages)
def test_every_log_is_valid(files, page):
    run = run_of(*files, page=page, failures=(Failure("broke"),))
    found = [one for file in files if file.report for one in file.report.findings]
    assert [one["level"] for one in run["results"]] == [one.severity for one in found]
    places = [place for one in run["results"] for place in one["locations"]]
    for place in places:
        assert URI.fullmatch(place["physicalLocation"]["artifactLocation"]["uri"])


def test_the_place_of_the_problem_is_the_location_and_the_others_are_related():
    result = result_of(EMOJI, BOATS)
    (first,), (second,) = result["locations"], result["relatedLocations"]
    assert first["physicalLocation"]["region"]["snippet"]["text"] == "40 boats"
    assert second["physicalLocation"]["region"]["snippet"]["text"] == "31 boats"
    assert (first["message"]["text"], second["message"]["text"]) == ("the mayor", "police")


def test_columns_count_utf_16_and_end_behind_the_last_character():
    assert run_of()["columnKind"] == "utf16CodeUnits"
    region = result_of(EMOJI, BOATS)["locations"][0]["physicalLocation"]["region"]
    before = EMOJI.index("40 boats") + 1
    assert (region["startColumn"], region["endColumn"]) == (before + 1, before + 9)
    assert (region["startLine"], region["endLine"]) == (1, 1)


def test_a_place_on_two_lines_ends_on_the_second():
    region = result_of("ab\r\ncd", finding("ab\r\ncd", Span(1, 5)))["locations"][0]
    region = region["physicalLocation"]["region"]
    assert [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")] == [
        1, 2, 2, 2,
    ]  # fmt: skip


def test_a_result_names_its_rule_and_the_rule_has_help():
    run = run_of(checked(EMOJI, BOATS))
    (rule,) = run["tool"]["driver"]["rules"]
    assert run["results"][0]["ruleId"] == rule["id"] == "ZZ401"
    assert run["results"][0]["ruleIndex"] == 0
    assert rule["name"] == "counts-cats"
    assert rule["help"]["text"] == "Cats cannot be counted.\n\nThey do not keep still."
    assert "There were [[4]] cats." in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_the_message_has_the_sum_and_what_would_repair_it():
    assert result_of(EMOJI, BOATS)["message"]["text"].split("\n") == [
        "40 boats are not 31",
        "sum: 40 − 31 = 9; 9 are missing",
        "consistent if: the mayor said 31",
        "consistent if: police counted 40",
    ]


def test_brackets_in_a_message_make_no_link():
    message = finding("5", "5", message="[five](4)")
    assert result_of("5", message)["message"]["text"] == r"[five\](4)"


def test_a_fingerprint_stays_when_the_lines_move():
    (key,) = result_of(EMOJI, BOATS)["partialFingerprints"]
    assert key == "factcheck/v1"
    moved = "A new first paragraph.\n\n" + EMOJI
    later = finding(moved, "40 boats", "31 boats")
    now = result_of(moved, later)["partialFingerprints"]
    assert now == result_of(EMOJI, BOATS)["partialFingerprints"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a.md", "a.md"), ("./sub/a.md", "sub/a.md"), ("a b%ä.md", "a%20b%25%C3%A4.md"),
        ("a:b.md", "a%3Ab.md"), ("a\udcff.md", "a%FF.md"), ("#1?.md", "%231%3F.md"),
    ],
)  # fmt: skip
def test_a_path_in_the_folder_is_relative_and_escaped(path, uri):
    place = result_of(EMOJI, BOATS, path=path)["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_a_path_in_the_folder_is_relative_however_it_was_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    place = result_of(EMOJI, BOATS, path=str(tmp_path / "sub" / "a.md"))["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "sub/a.md"


def test_a_path_elsewhere_is_a_whole_uri(tmp_path, monkeypatch):
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    for path in ("../a.md", str(tmp_path / "a.md")):
        place = result_of(EMOJI, BOATS, path=path)["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": (tmp_path / "a.md").as_uri()}


def test_what_failed_is_a_notification_and_the_run_no_success():
    good = run_of(checked(EMOJI))["invocations"][0]
    assert good == {"executionSuccessful": True, "toolExecutionNotifications": []}
    broken = checked(EMOJI, failures=(Failure("rule x: KeyError", "x"),))
    bad = run_of(broken, failures=(Failure("no plugin"),))["invocations"][0]
    assert bad["executionSuccessful"] is False
    assert [one["message"]["text"] for one in bad["toolExecutionNotifications"]] == [
        "no plugin", "rule x: KeyError",
    ]  # fmt: skip


def test_where_only_ascii_can_be_written_all_else_is_escaped():
    log = written("sarif", checked(EMOJI, BOATS), page=Page(ascii_only=True))
    assert log.isascii()
    assert "40 − 31" in json.loads(log)["runs"][0]["results"][0]["message"]["text"]
