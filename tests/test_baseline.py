"""The baseline: what was found before a desk began, and stays known however its story changes."""

import json

import pytest
from desked import BROKEN, MARK, SOUND, factcheck
from hypothesis import given
from hypothesis import strategies as st
from strategies import broken_paragraphs, quiet_paragraphs

from factcheck import check
from factcheck.desk.baseline import Baseline, entries_of, load_baseline

OTHER = "The agency let 60 flats in May, up 30 percent from 50 flats in April."


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with a story that has two findings, and a baseline of it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(f"{BROKEN}\n\n{OTHER}\n")
    factcheck("check", "a.md", "--write-baseline", "base.json")
    return tmp_path


def entries(folder, name="base.json"):
    return json.loads((folder / name).read_text())["findings"]


def rules(folder, name="base.json"):
    return [one["rule"] for one in entries(folder, name)]


def said(result):
    (line,) = result.stderr.splitlines()
    return line.removeprefix("factcheck: ")


def test_what_stands_in_the_baseline_is_accepted(desk):
    result = factcheck("check", "a.md", "--baseline", "base.json")
    assert result.exit_code == 0
    assert result.stdout.startswith("no findings in 1 file; 2 in the baseline;")


def test_a_new_finding_is_shown_beside_a_baseline(desk):
    (desk / "a.md").write_text(f"{BROKEN}\n\nBetween 9 and 7 cats ran.\n\n{OTHER}\n")
    result = factcheck("check", "a.md", "--baseline", "base.json", "--format", "concise")
    assert result.exit_code == 1
    assert [line.split(":")[1] for line in result.stdout.splitlines()] == ["3"]


def test_a_run_that_writes_a_baseline_shows_its_findings_and_passes(desk):
    result = factcheck("check", "a.md", "--write-baseline", "new.json", "--format", "concise")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 2)
    assert said(result) == "2 entries written to new.json"


def test_a_baseline_is_the_same_from_run_to_run_and_however_paragraphs_stand(desk):
    before = (desk / "base.json").read_text()
    (desk / "a.md").write_text(f"{OTHER}\n\nIt rained.\n\n{BROKEN}\n")
    factcheck("check", "a.md", "--write-baseline", "base.json")
    assert (desk / "base.json").read_text() == before
    assert before.count("\n") > 12  # A line a value, so that a diff shows it.


def test_an_entry_says_where_what_and_leaves_room_for_why(desk):
    first = entries(desk)[0]
    assert list(first) == ["path", "rule", "message", "identity", "reason"]
    assert (first["path"], first["rule"], first["reason"]) == ("a.md", "inverted-range", "")


@given(
    st.lists(broken_paragraphs, min_size=1, max_size=4, unique=True),
    st.lists(quiet_paragraphs, max_size=4),
    st.randoms(use_true_random=False),
    st.sampled_from(["a.md", "a.txt", "a.html"]),
)
def test_moving_paragraphs_and_writing_others_changes_nothing(broken, quiet, random, name):
    gap = "<p>" if name.endswith("html") else "\n\n"
    before = check(gap + gap.join(broken), name)
    assert before.findings
    known = Baseline("base.json", tuple(entries_of("base.json", before))).deciding()
    after = [*broken, *quiet]
    random.shuffle(after)
    report = known(check("\n" * random.randint(0, 3) + gap + gap.join(after), name))
    assert (report.findings, len(report.accepted)) == ((), len(before.findings))


@given(broken_paragraphs, broken_paragraphs)
def test_another_paragraph_is_not_in_the_baseline(one, other):
    known = Baseline("b", tuple(entries_of("b", check(one, "a.md")))).deciding()
    assert (known(check(other, "a.md")).findings == ()) == (one == other)


def test_paths_are_from_the_folder_of_the_baseline(desk, monkeypatch):
    (desk / "desk").mkdir()
    factcheck("check", "a.md", "--write-baseline", "desk/b.json")
    assert {one["path"] for one in entries(desk / "desk", "b.json")} == {"../a.md"}
    monkeypatch.chdir(desk / "desk")
    assert factcheck("check", "../a.md", "--baseline", "b.json").exit_code == 0
    assert factcheck("check", desk / "a.md", "--baseline", "../base.json").exit_code == 0


def test_the_same_finding_in_another_file_is_not_accepted(desk):
    (desk / "b.md").write_text(f"{BROKEN}\n")
    assert factcheck("check", "b.md", "--baseline", "base.json").exit_code == 1


def fill_in(folder, reason):
    text = (folder / "base.json").read_text()
    (folder / "base.json").write_text(text.replace('"reason": ""', f'"reason": "{reason}"', 1))


def test_a_reason_that_was_filled_in_is_reported_and_kept(desk):
    fill_in(desk, "an old story")
    out = factcheck("check", "a.md", "--baseline", "base.json", "--format", "json").stdout
    assert [one["reason"] for one in json.loads(out)["files"][0]["accepted"]] == [
        "an old story",
        "",
    ]
    for options in ([], ["--baseline", "base.json"]):
        factcheck("check", "a.md", "--write-baseline", "base.json", *options)
        assert [one["reason"] for one in entries(desk)] == ["an old story", ""]


def test_marks_are_asked_before_the_baseline(desk):
    (desk / "a.md").write_text(f"{BROKEN} {MARK}\n\n{OTHER}\n")
    out = factcheck("check", "a.md", "--baseline", "base.json", "--format", "json").stdout
    assert [one["by"] for one in json.loads(out)["files"][0]["accepted"]] == ["mark", "baseline"]


# Pruning


def prune(*paths, **more):
    return factcheck("check", *paths, "--baseline", "base.json", "--prune-baseline", *more)


def test_pruning_takes_out_what_is_no_longer_found(desk):
    (desk / "a.md").write_text(f"{SOUND}\n\n{OTHER}\n")
    result = prune("a.md")
    assert (result.exit_code, rules(desk)) == (0, ["percent-change-wrong"])
    assert said(result) == "1 of 2 entries taken out of base.json"


def test_pruning_leaves_a_baseline_alone_that_holds_true(desk):
    before = (desk / "base.json").stat().st_mtime_ns
    assert prune("a.md").stderr == ""
    assert (desk / "base.json").stat().st_mtime_ns == before


def test_pruning_keeps_what_this_run_did_not_look_for(desk):
    (desk / "b.md").write_text(f"{SOUND}\n")
    prune("b.md")
    factcheck("check", "a.md", "--baseline", "base.json", "--prune-baseline", "--ignore", "FC101")
    (desk / "a.md").write_bytes(b"\0")
    assert prune("a.md").exit_code == 3
    assert rules(desk) == ["inverted-range", "percent-change-wrong"]


# What cannot be used


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (None, "baseline b.json: No such file or directory"),
        ("{", "baseline b.json: it is not JSON: "),
        ("[" * 100_000, "baseline b.json: it is not JSON: "),
        ("[]", "baseline b.json: it is not one that --write-baseline has written"),
        ('{"factcheck": "baseline", "identities": "v0"}', "another version of factcheck"),
        ('{"factcheck": "baseline", "identities": "v1"}', 'it has no list of "findings"'),
        ('{"factcheck": "baseline", "identities": "v1", "findings": [3]}', "its entry 1 has no"),
    ],
)
def test_a_baseline_that_cannot_be_read_is_misuse_in_one_sentence(desk, written, why):
    if written is not None:
        (desk / "b.json").write_text(written)
    result = factcheck("check", "a.md", "--baseline", "b.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert why in said(result)


def test_no_other_file_is_written_over(desk):
    before = (desk / "a.md").read_text()
    result = factcheck("check", "a.md", "--write-baseline", "a.md")
    assert (result.exit_code, (desk / "a.md").read_text()) == (2, before)
    assert said(result).startswith("baseline a.md: it is not JSON")


def test_a_baseline_that_cannot_be_written_is_a_failure(desk):
    result = factcheck("check", "a.md", "--write-baseline", "nowhere/b.json")
    assert result.exit_code == 3
    assert said(result) == "cannot write the baseline nowhere/b.json: No such file or directory"


@pytest.mark.parametrize(
    "options",
    [
        ["--prune-baseline"],
        ["--prune-baseline", "--baseline", "base.json", "--write-baseline", "base.json"],
        ["--write-baseline", "new.json", "--diff", "HEAD"],
    ],
)
def test_options_that_contradict_each_other_are_misuse(desk, options):
    result = factcheck("check", "a.md", *options)
    assert (result.exit_code, result.stdout) == (2, "")


def test_what_is_written_reads_back(desk):
    baseline = load_baseline("base.json")
    (desk / "copy.json").write_text(str(baseline))
    assert load_baseline("copy.json").entries == baseline.entries
