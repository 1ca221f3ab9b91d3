"""Several reports of one run, each where it was asked to go, none of which remembers stories."""

import gc
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from reported import EMOJI, checked, finding

from factcheck.commands import main
from factcheck.model import Document
from factcheck.reports import FORMATS, Run, render
from factcheck.reports.page import Page

BROKEN = "Between 50 and 30 people attended the meeting.\n"


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Runs the command in a folder of its own with a broken story."""
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(BROKEN, encoding="utf-8")
    return lambda *args: CliRunner().invoke(main, ["check", "a.md", *args])


def test_each_report_goes_to_its_own_place(run):
    wanted = ["json", "sarif=out.sarif", "junit=out.xml", "html=out.html", "concise=out.txt"]
    result = run(*(part for one in wanted for part in ("--format", one)))
    assert (result.exit_code, result.stderr) == (1, "")
    assert json.loads(result.stdout)["summary"]["errors"] == 1
    (sarif,) = json.loads(Path("out.sarif").read_text("utf-8"))["runs"]
    assert [one["level"] for one in sarif["results"]] == ["error"]
    assert Path("out.xml").read_text("utf-8").endswith("</testsuites>\n")
    assert Path("out.html").read_text("utf-8").endswith("</html>\n")
    assert Path("out.txt").read_text("utf-8").startswith("a.md:1:9: error: ")


def test_without_a_name_for_standard_output_nothing_is_printed(run):
    result = run("--format", "json=out.json")
    assert (result.exit_code, result.output) == (1, "")


def test_a_report_in_a_file_is_unicode_and_without_colour(run, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    run("--color", "always", "--format", "full=out.txt")
    report = Path("out.txt").read_bytes().decode("utf-8")
    assert "\033" not in report
    assert "inverted-range" in report


@pytest.mark.parametrize("name", [*FORMATS])
def test_every_format_is_written_to_a_file_as_on_standard_output(run, name, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    printed = run("--format", name).stdout
    run("--format", f"{name}=out")
    assert Path("out").read_text("utf-8") == printed


@pytest.mark.parametrize(
    ("formats", "says"),
    [
        (["full", "json"], "only one report goes to standard output, not full and json"),
        (["json=x", "sarif=./x"], "two reports cannot be written to one file"),
        (["sarf"], "no format is called 'sarf'; did you mean sarif?"),
        (["sarf=out"], "did you mean sarif?"),
        (["xyz"], "there are full, concise, json"),
        (["json="], "names no file"),
        (["checklist=a.md"], "the checklist report would be written over a.md"),
        (["checklist=./a.md"], "would be written over"),
    ],
)
def test_what_cannot_be_meant_is_said_in_a_sentence_and_nothing_is_written(run, formats, says):
    result = run(*(part for one in formats for part in ("--format", one)))
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert [path.name for path in Path().iterdir()] == ["a.md"]
    assert Path("a.md").read_text(encoding="utf-8") == BROKEN


@pytest.mark.parametrize("bad", ["no/such/folder/out.json", "."])
def test_a_file_that_cannot_be_written_is_named_and_the_others_are_written(run, bad):
    result = run("--format", f"json={bad}", "--format", "concise", "--format", "junit=out.xml")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"factcheck: cannot write the json report to {bad}: ")
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout.startswith("a.md:1:9: error: ")
    assert Path("out.xml").read_text("utf-8").endswith("</testsuites>\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_named_and_the_others_are_written(run):
    result = run("--format", "json=/dev/full", "--format", "junit=out.xml")
    assert result.exit_code == 3
    assert "cannot write the json report to /dev/full: No space left" in result.stderr
    assert Path("out.xml").read_text("utf-8").endswith("</testsuites>\n")


def test_a_report_in_the_folder_that_is_searched_is_no_story(run):
    Path("out.md").write_text("An old report.", encoding="utf-8")
    result = CliRunner().invoke(
        main, ["check", ".", "--format", "full", "--format", "checklist=out.md"]
    )
    assert result.stdout.splitlines()[-1].startswith("1 error in 1 file;")


@pytest.mark.parametrize("name", [*FORMATS])
def test_no_format_asks_for_a_file_before_it_has_yielded_for_the_last(name):
    asked = 0

    def files():
        nonlocal asked
        for number in range(6):
            asked += 1
            yield checked(EMOJI, *[finding(EMOJI, "40 boats")] * (number % 3), path="a.md")

    before = 0
    for _ in render(name, files(), Page(), Run()):
        assert asked - before <= 1
        before = asked
    assert asked == 6


@pytest.mark.parametrize("more", [[], ["--format", "json=/dev/full"]])
def test_no_story_is_kept_when_all_reports_have_had_it(monkeypatch, tmp_path, more):
    if more and not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    monkeypatch.chdir(tmp_path)
    for number in range(30):
        # Enough of them broken that the disk is full long before the last.
        Path(f"{number}.md").write_text("Rain.\n" if number % 7 == 0 else BROKEN, encoding="utf-8")
    kept = []
    from factcheck.commands import checking as module

    real = module.check_document

    def count_stories():
        # A story and what its claims are found in are two documents with the same tokens.
        return len({id(one.tokens) for one in gc.get_objects() if isinstance(one, Document)})

    def count_and_check(document, rules):
        kept.append(count_stories())
        return real(document, rules)

    gc.collect()
    elsewhere = count_stories()
    monkeypatch.setattr(module, "check_document", count_and_check)
    formats = [part for name in FORMATS for part in ("--format", f"{name}=out.{name}")]
    assert CliRunner().invoke(main, ["check", ".", *formats, *more]).exit_code == (3 if more else 1)
    assert len(kept) == 30
    assert max(kept) - elsewhere <= 4
