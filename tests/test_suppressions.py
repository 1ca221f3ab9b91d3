"""`factcheck suppressions`: who accepted what, why, and when."""

import json
from csv import DictReader
from io import StringIO

import docx
import pytest
from desked import BROKEN, MARK, REASON, committed, factcheck, git


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with a story in it that has a mark."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "140")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2024-03-31T23:30:00 -0500")
    committed(tmp_path, a_md=f"# Meeting\n\n{MARK}\n{BROKEN}\n")
    return tmp_path


def listed(*arguments):
    result = factcheck("suppressions", *arguments, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)["suppressions"]


def test_a_mark_is_listed_with_its_place_reason_author_and_day(repository):
    result = factcheck("suppressions")
    assert [line.split("  ") for line in result.stdout.splitlines()[1:]] == [
        ["a.md:3", "inverted-range", REASON, "Ana Roe", "2024-03-31"],
        ["1 mark"],
    ]


def test_the_three_forms_hold_the_same(repository):
    (row,) = DictReader(StringIO(factcheck("suppressions", "--format", "csv").stdout))
    (one,) = listed()
    assert row == {key: str(value) for key, value in one.items()}
    assert one == {
        "by": "mark", "path": "a.md", "line": 3, "place": "", "rules": "inverted-range",
        "reason": REASON, "author": "Ana Roe", "date": "2024-03-31", "why": "",
    }  # fmt: skip


def test_a_mark_moves_with_its_author(repository):
    story = repository / "a.md"
    story.write_text(f"It rained.\n\n{story.read_text()}\n{BROKEN} {MARK}\n")
    authors = [(one["line"], one["author"], one["why"]) for one in listed("a.md")]
    assert authors == [(5, "Ana Roe", ""), (8, "", "not committed")]


def test_what_git_does_not_know_says_so(repository, monkeypatch):
    (repository / "b.md").write_text(MARK)
    assert [one["why"] for one in listed("b.md")] == ["not committed"]
    assert "(not committed)" in factcheck("suppressions", "b.md").stdout
    (repository / ".git").rename(repository / "away")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository.parent))
    assert [one["why"] for one in listed("a.md")] == ["not in git"]


def test_without_git_marks_are_listed_all_the_same(repository, monkeypatch):
    monkeypatch.setenv("PATH", str(repository))
    (one,) = listed("a.md")
    assert one["why"].startswith("git cannot be run")


def test_a_word_document_says_itself_who_wrote_a_comment(repository):
    document = docx.Document()
    document.add_paragraph("It rained.")
    runs = document.add_paragraph(BROKEN).runs
    document.add_comment(runs, text=f"factcheck: ok inverted-range: {REASON}", author="Bo Lind")
    document.save(repository / "d.docx")
    (one,) = listed("d.docx")
    assert (one["author"], one["place"], one["why"]) == ("Bo Lind", "paragraph 2", "")
    assert len(one["date"]) == 10


def test_a_mark_without_reason_is_listed_too_and_other_comments_are_not(repository):
    (repository / "b.md").write_text("<!-- factcheck: ok FC101 -->\n<!-- factcheck: ask Bo -->\n")
    assert [(one["rules"], one["reason"]) for one in listed("b.md")] == [("FC101", "")]
    assert "(none)" in factcheck("suppressions", "b.md").stdout


def test_entries_of_a_baseline_are_listed_with_who_wrote_them(repository):
    (repository / "desk").mkdir()
    (repository / "c.md").write_text(f"{BROKEN}\n")
    factcheck("check", "c.md", "--write-baseline", "desk/base.json")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "baseline")
    mark, entry = listed(".", "--baseline", "desk/base.json")
    assert mark["by"] == "mark"
    assert (entry["by"], entry["path"], entry["author"]) == ("baseline", "c.md", "Ana Roe")
    out = factcheck("suppressions", "--baseline", "desk/base.json").stdout
    assert out.splitlines()[-1] == "1 mark; 1 in the baseline"


def test_what_cannot_be_read_is_told_and_the_rest_is_listed(repository):
    (repository / "b.md").write_bytes(b"\0")
    result = factcheck("suppressions", "a.md", "b.md", "missing.md")
    assert result.exit_code == 3
    assert "a.md:3" in result.stdout
    assert [line.split(":")[1] for line in result.stderr.splitlines()] == [" b.md", " missing.md"]
    assert factcheck("suppressions", "--baseline", "none.json").exit_code == 2


def test_a_desk_that_has_accepted_nothing_is_told_so(repository):
    (repository / "a.md").write_text(BROKEN)
    assert factcheck("suppressions").stdout == "no marks\n"
