"""What holds for each story of a run that has configurations, and how that is shown."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from newsrooms import BROKEN, NOTED, RULE, check, complaint, run, write
from strategies import globbed_paths

from factcheck.desk.globs import is_meant, is_within


@pytest.fixture(autouse=True)
def newsroom(tmp_path, monkeypatch):
    """A folder above which there is no configuration, and which is the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


# Which rules run


def test_an_option_goes_before_the_file():
    write(a_md=BROKEN, factcheck_toml='severity = "error"\nfail-on = "never"\nignore = ["FC1"]')
    assert check("a.md", "--fail-on", "error") == ([], 0)
    assert check("a.md", "--select", "FC1") == (["a.md: error inverted-range"], 0)
    assert check("a.md", "--select", "FC1", "--fail-on", "error")[1] == 1
    write(factcheck_toml='severities = { FC1 = "note" }\nseverity = "error"')
    assert check("a.md") == ([], 0)
    assert check("a.md", "--severity", "note") == (["a.md: note inverted-range"], 0)


def test_ignoring_on_the_command_line_adds_to_the_file():
    write(a_md=BROKEN + NOTED, rules__tons_py=RULE)
    write(factcheck_toml='rules = ["rules"]\nignore = ["inverted-range"]')
    assert check("a.md") == (["a.md: note says-tons"], 0)
    assert check("a.md", "--ignore", "NR1") == ([], 0)


def test_names_of_rules_may_stand_in_one_text_with_commas():
    write(a_md=BROKEN + NOTED, rules__tons_py=RULE)
    write(factcheck_toml='rules = "rules"\nignore = "inverted-range, NR101"')
    assert check("a.md") == ([], 0)


def test_some_files_have_other_rules():
    write(a_md=BROKEN, sport__b_md=BROKEN, sport__cup__c_md=BROKEN)
    write(factcheck_toml='per-file-rules."sport/**".ignore = ["FC1"]')
    assert check(".") == (["a.md: error inverted-range"], 1)
    assert check(".", "--select", "FC1")[0] == [
        "a.md: error inverted-range",
        "sport/b.md: error inverted-range",
        "sport/cup/c.md: error inverted-range",
    ]
    write(factcheck_toml='ignore = ["FC1"]\n[per-file-rules]\ncup.select = ["FC1"]')
    assert check(".") == (["sport/cup/c.md: error inverted-range"], 1)
    assert check(".", "--ignore", "FC1") == ([], 0)


def test_of_several_patterns_the_last_has_the_last_word():
    write(a_md=BROKEN, b_md=BROKEN)
    write(factcheck_toml='[per-file-rules]\n"*.md".ignore = "FC1"\n"a.*".select = "FC1"')
    assert check(".") == (["a.md: error inverted-range"], 1)


def test_patterns_start_from_the_folder_of_the_configuration(monkeypatch):
    write(sport__a_md=BROKEN, factcheck_toml='per-file-rules."sport/*.md".ignore = ["FC1"]')
    monkeypatch.chdir("sport")
    assert check("a.md", "--ignore", "FC2") == ([], 0)
    assert check(str(Path("a.md").absolute())) == ([], 0)


def test_rules_of_a_configured_folder_run_where_it_is_configured():
    write(a_md=NOTED, sub__b_md=NOTED, sub__newsroom__tons_py=RULE)
    write(sub__factcheck_toml='rules = ["newsroom/"]')
    assert check(".") == (["sub/b.md: note says-tons"], 0)
    assert check("sub/b.md", "--rules", "sub/newsroom") == (["sub/b.md: note says-tons"], 0)


def test_every_command_that_uses_rules_uses_those_of_the_configuration(newsroom):
    write(a_md="About 3 tons arrived.\n", newsroom__tons_py=RULE)
    write(factcheck_toml='rules = ["newsroom"]')
    assert "says-tons" in run("explain", "NR101").stdout
    assert "says-tons" in run("rules").stdout
    assert "says-tons" in run("why", "a.md:1").stdout
    assert "says-tons" not in run("why", "a.md:1", "--isolated").stdout
    assert "says tons" in run("facts", "--format", "html", "a.md").stdout
    assert "says tons" not in run("facts", "--format", "html", "--isolated", "a.md").stdout


def test_a_word_document_is_annotated_as_configured(newsroom):
    docx = pytest.importorskip("docx")
    draft = docx.Document()
    draft.add_paragraph(BROKEN)
    draft.save("draft.docx")
    written = [run("annotate", "draft.docx", "-o", "out.docx").stdout]
    for text in ('ignore = "FC1"', 'severities.FC1 = "note"\nseverity = "error"'):
        write(factcheck_toml=text)
        written.append(run("annotate", "draft.docx", "-o", "out.docx").stdout)
    assert [one.split()[0] for one in written] == ["1", "0", "0"]


# How severe


def test_a_severity_holds_for_all_that_a_rule_finds():
    write(a_md=NOTED, b_md="3 TONS\n", rules__tons_py=RULE)
    write(factcheck_toml='rules = ["rules"]')
    assert check(".") == (["a.md: note says-tons", "b.md: error says-tons"], 1)
    write(factcheck_toml='rules = ["rules"]\nseverities = { says-tons = "warning" }')
    assert check(".") == (["a.md: warning says-tons", "b.md: warning says-tons"], 0)
    rules = json.loads(run("rules", "--format", "json").stdout)["rules"]
    assert {one["severity"] for one in rules if one["code"] == "NR101"} == {"warning"}


@pytest.mark.parametrize(
    ("severities", "found"),
    [
        ('FC1 = "off"', []),
        ('FC1 = "off"\nFC101 = "note"', ["a.md: note inverted-range"]),
        ('inverted-range = "note"\nFC101 = "warning"\nFC = "off"', ["a.md: note inverted-range"]),
    ],
)
def test_the_more_exact_of_two_words_for_a_rule_counts(severities, found):
    write(a_md=BROKEN, factcheck_toml=f"[severities]\n{severities}")
    assert check("a.md")[0] == found


def test_a_rule_that_is_off_runs_when_the_command_line_names_it():
    write(a_md=BROKEN, factcheck_toml='severities.FC1 = "off"')
    assert check("a.md") == ([], 0)
    assert check("a.md", "--select", "inverted-range") == (["a.md: error inverted-range"], 1)


def test_what_fails_is_decided_for_each_story():
    write(a_md=BROKEN, sub__b_md=BROKEN, factcheck_toml='fail-on = "never"')
    assert check(".")[1] == 0
    write(sub__factcheck_toml="")
    assert check(".")[1] == 1
    assert check("a.md")[1] == 0


def test_stories_of_several_configurations_are_counted_once():
    write(a_md=BROKEN, sub__b_md=BROKEN, sub__factcheck_toml='ignore = ["FC1"]')
    assert run("check", ".").stdout.endswith("1 error in 1 of 2 files; checked 1 of 2 figures\n")


# Which files


def test_what_is_excluded_is_passed_over_unless_it_is_named():
    write(a_md=BROKEN, old__b_md=BROKEN, x__old__c_md=BROKEN, notes_txt=BROKEN)
    write(factcheck_toml='exclude = ["old/", "*.txt"]')
    found = ["a.md: error inverted-range"]
    assert check(".") == (found, 1)
    assert check("old/b.md", "notes.txt")[0] == [
        "old/b.md: error inverted-range", "notes.txt: error inverted-range"
    ]  # fmt: skip
    assert check("old")[0] == ["old/b.md: error inverted-range"]
    write(factcheck_toml='exclude = ["/old/**", "notes.*"]')
    assert check(".")[0] == [*found, "x/old/c.md: error inverted-range"]


@given(globbed_paths())
def test_a_pattern_means_the_path_it_was_made_for_and_what_is_in_it(made):
    assert is_meant(made.pattern, made.path)
    assert is_within(made.pattern, made.path)
    assert is_within(made.pattern, f"{made.path}/a.md")


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a", "ab"), ("*.md", "a.mdx"), ("a/*", "b/a/c"), ("a/*.md", "a/b/c.md"), ("/a", "b/a"),
        ("a/b", "x/a/b"), ("a?b", "a/b"), ("[ab].md", "a.md"), ("a.md", "axmd"), ("A.md", "a.md"),
    ],
)  # fmt: skip
def test_a_pattern_means_no_other_path(pattern, path):
    assert not is_within(pattern, path)


def test_json_is_read_where_the_configuration_says():
    story = {"headline": "Meeting", "data": {"lines": [{"t": BROKEN}]}, "body": NOTED}
    write(cms__a_json=json.dumps(story), cms__data_json='{"headline": "x"}')
    write(cms__b_json=json.dumps({"data": story["data"]}))
    write(cms__factcheck_toml='json-paths = ["data/lines/*/t"]')
    assert check(".")[0] == [
        "cms/a.json: error inverted-range", "cms/b.json: error inverted-range"
    ]  # fmt: skip
    assert check("cms/a.json", "--isolated") == ([], 0)
    assert "3 tons" not in run("facts", "--format", "csv", "cms/a.json").stdout
    # What is known of the other parts of a story still holds.
    write(cms__factcheck_toml='json-paths = { "data/**/t" = "caption" }')
    shown = run("facts", "--format", "csv", "cms/a.json").stdout
    assert "Between 50 and 30" in shown
    assert "3 tons" in shown


# Reports


def test_the_reports_are_those_of_the_configuration_above_all_stories():
    write(a_md=BROKEN, sub__b_md=BROKEN, factcheck_toml='format = ["concise", "json=all.json"]')
    write(sub__factcheck_toml='format = "jsonl"')
    assert run("check", "a.md", "sub").stdout.startswith("a.md:1:9: error:")
    assert [one["path"] for one in json.loads(Path("all.json").read_text())["files"]] == [
        "a.md", "sub/b.md"
    ]  # fmt: skip
    Path("all.json").unlink()
    assert run("check", "sub").stdout.startswith("{")
    assert run("check", "--format", "github", "a.md").stdout.startswith("::error")
    assert not Path("all.json").exists()


def test_a_configuration_that_does_not_hold_stops_only_its_own_stories():
    write(a_md=BROKEN, sub__b_md=BROKEN, sub__c_md=BROKEN, sub__factcheck_toml="selct = 1")
    done = run("check", "--format", "concise", ".")
    assert done.exit_code == 2
    assert done.stdout.startswith("a.md:1:9: error:")
    assert done.stderr == (
        'factcheck: sub/factcheck.toml:1: no setting is called "selct"; did you mean select?\n'
    )
    done = run("facts", "--format", "json", ".")
    assert (done.exit_code, done.stderr.count("selct")) == (2, 1)
    assert {one["path"] for one in json.loads(done.stdout)["facts"]} == {"a.md"}


def test_rules_that_do_not_load_are_told_once_wherever_they_are_configured():
    write(a_md=BROKEN, sub__b_md=BROKEN, sub__c_md=BROKEN, sub__rules__x_py="1 / 0")
    write(sub__factcheck_toml='rules = ["rules"]')
    done = run("check", "--format", "concise", ".")
    assert (done.exit_code, done.stderr.count("ZeroDivisionError")) == (3, 1)
    assert done.stdout.count("inverted-range") == 3


# What the desk has accepted


def test_the_baseline_of_the_configuration_is_held_against_every_story():
    write(sub__a_md=BROKEN, sub__factcheck_toml='baseline = "accepted.json"')
    assert check("sub/a.md", "--write-baseline", "sub/accepted.json")[1] == 0
    assert check("sub/a.md") == ([], 0)
    assert check("sub/a.md", "--isolated")[1] == 1
    assert "accepted.json" in complaint("check", "sub/a.md", "--baseline", "none/accepted.json")
    assert "inverted-range" in run("suppressions", "sub").stdout


def test_the_rules_for_marks_are_as_severe_as_configured():
    mark = "<!-- factcheck: ok inverted-range: it was counted twice -->\n"
    write(a_md=mark + "Nobody came.\n")
    before = check("a.md")[0]
    write(factcheck_toml='severities.unused-mark = "note"')
    assert (before, check("a.md")[0]) == (
        ["a.md: warning unused-mark"], ["a.md: note unused-mark"]
    )  # fmt: skip
    write(factcheck_toml='severities.unused-mark = "off"')
    assert check("a.md")[0] == []


def test_a_mark_may_name_a_rule_that_only_its_own_story_has():
    mark = "<!-- factcheck: ok says-tons: it is in a quotation -->\n"
    write(sub__a_md=mark + NOTED, sub__rules__tons_py=RULE, b_md=mark + NOTED)
    write(sub__factcheck_toml='rules = "rules"')
    assert check(".")[0] == ["b.md: error unknown-mark"]
