"""What the desk has accepted, in each report that has a place for it."""

import json
from dataclasses import replace
from pathlib import Path

from jsonschema import Draft4Validator
from reported import BOATS, EMOJI, checked, finding, written

from factcheck.findings import Accepted
from factcheck.reports.page import Page

SCHEMA = Path(__file__).with_name("schemas") / "sarif-2.1.0-rtm.5.json"

CATS = finding(EMOJI, "31 boats", message="31 boats are <many>", severity="note")
WHY = "the police <count> boats"


def story(*, findings=(), accepted=None):
    """A story in which one finding was accepted by a mark, one in the baseline, one unchanged."""
    file = checked(EMOJI, *findings)
    if accepted is None:
        accepted = (
            Accepted(BOATS, "mark", WHY),
            Accepted(CATS, "baseline", "", "0" * 32),
            Accepted(CATS, "unchanged"),
        )
    return replace(file, report=replace(file.report, accepted=tuple(accepted)))


def test_the_count_has_what_was_accepted_apart_from_what_has_not_changed():
    last = written("full", story(findings=[BOATS]), page=Page(120)).splitlines()[-1]
    assert last.startswith(
        "1 error in 1 file; 1 accepted; 1 in the baseline; 1 in unchanged lines; checked "
    )
    assert "accepted" not in written("full", checked(EMOJI))


def test_json_has_each_with_its_reason():
    whole = json.loads(written("json", story()))
    (file,) = whole["files"]
    assert file["findings"] == []
    told = [(one["by"], one["reason"], one["message"]) for one in file["accepted"]]
    assert told == [("mark", WHY, BOATS.message), ("baseline", "", CATS.message)]
    assert file["accepted"][0]["spans"][0]["text"] == "40 boats"
    assert (whole["summary"]["accepted"], whole["summary"]["unchanged"]) == (2, 1)
    assert whole["summary"]["errors"] == 0


def test_jsonl_has_each_on_a_line_of_its_own():
    rows = [json.loads(line) for line in written("jsonl", story()).splitlines()]
    assert [row["type"] for row in rows] == ["accepted", "accepted", "file", "summary"]
    assert (rows[0]["path"], rows[0]["by"], rows[0]["reason"]) == ("story.md", "mark", WHY)


def test_sarif_has_them_as_suppressed_results():
    log = json.loads(written("sarif", story(findings=[CATS])))
    Draft4Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(log)
    found, marked, known = log["runs"][0]["results"]
    assert "suppressions" not in found
    assert marked["suppressions"] == [{"kind": "inSource", "justification": WHY}]
    assert known["suppressions"] == [{"kind": "external"}]
    prints = [one["partialFingerprints"]["factcheck/v1"] for one in (found, marked, known)]
    assert len({*prints}) == 3


def test_html_has_them_quietly_and_only_where_there_are_some():
    page = written("html", story())
    at = page.index('<details class="accepted">')
    quiet = page[at : page.index("</details>", at)]
    assert "2 accepted findings" in quiet
    assert "line 1: error: 40 boats are not 31" in quiet
    assert "by a mark: the police &lt;count&gt; boats" in quiet
    assert "(in the baseline)" in quiet
    assert '<details class="accepted">' not in written("html", checked(EMOJI))


def test_no_other_report_shows_what_was_accepted():
    for name in ("concise", "github", "gitlab", "junit", "rdjson"):
        assert written(name, story()) == written(name, checked(EMOJI))
