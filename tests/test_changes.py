"""`--diff`: whole stories are read, and what touches a changed line is shown."""

import docx
import pytest
from desked import BROKEN, MARK, committed, factcheck, git
from hypothesis import given
from hypothesis import strategies as st
from strategies import quiet_paragraphs

CATS = "Between 9 and 7 cats ran."
DOGS = "Between 6 and 5 dogs ran."
STORY = f"# Meeting\n\n{BROKEN}\n\nIt rained.\n\n{CATS}\n"


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with one story, in which every second paragraph is broken."""
    monkeypatch.chdir(tmp_path)
    committed(tmp_path, a_md=STORY)
    return tmp_path


def shown(*paths, ref="HEAD"):
    """Path and line of each finding that is shown."""
    result = factcheck("check", *paths, "--diff", ref, "--format", "concise")
    assert result.stderr == ""
    rows = [line.split(":") for line in result.stdout.splitlines()]
    return [(row[0], int(row[1])) for row in rows]


def test_nothing_is_shown_of_a_story_that_has_not_changed(repository):
    result = factcheck("check", "a.md", "--diff", "HEAD")
    assert result.exit_code == 0
    assert result.stdout.startswith("no findings in 1 file; 2 in unchanged lines; checked ")


def test_what_touches_a_changed_line_is_shown(repository):
    (repository / "a.md").write_text(STORY.replace("cats", "black cats"))
    assert shown("a.md") == [("a.md", 7)]


def test_lines_are_counted_as_they_are_now(repository):
    (repository / "a.md").write_text("New.\n\nNew.\n\n" + STORY.replace("It rained", "It blew"))
    assert shown("a.md") == []
    (repository / "a.md").write_text("New.\n\n" + STORY.replace("cats", "rats"))
    assert shown("a.md") == [("a.md", 9)]


def test_a_change_at_a_further_place_is_enough(repository):
    first = "At the meeting 40 people were hurt, police said."
    then = "\n\nPolice said {} people were hurt at the meeting.\n"
    committed(repository, b_md=first + then.format(40))
    for changed in (first + then.format(31), first.replace("40", "31") + then.format(40)):
        (repository / "b.md").write_text(changed)
        assert len(shown("b.md")) == 1


def test_what_looks_like_a_diff_in_a_story_is_none(repository):
    odd = "++ b/c.md\n@@ -1 +1,99 @@\n"
    (repository / "a.md").write_text(STORY.replace("cats", "rats") + "\n" + odd)
    assert shown("a.md") == [("a.md", 7)]


def test_a_new_story_has_changed_wholly_added_or_not(repository):
    (repository / "b.md").write_text(STORY)
    assert shown("a.md", "b.md") == [("b.md", 3), ("b.md", 7)]
    git(repository, "add", "b.md")
    assert shown("a.md", "b.md") == [("b.md", 3), ("b.md", 7)]
    (repository / ".gitignore").write_text("c.md\n")
    (repository / "c.md").write_text(STORY)
    assert shown("c.md") == [("c.md", 3), ("c.md", 7)]


@pytest.mark.parametrize(
    "name", ["my story.md", "fähre.md", 'quo"te.md', "tab\there.md", "b\\n.md"]
)
def test_a_renamed_story_has_changed_where_it_was_changed(repository, name):
    git(repository, "mv", "a.md", name)
    assert shown(name) == []
    (repository / name).write_text(STORY.replace("cats", "rats"))
    assert len(shown(name)) == 1


def test_a_revision_may_be_any_that_git_knows(repository):
    committed(repository, a_md=STORY.replace("cats", "rats"))
    assert shown("a.md") == []
    assert shown("a.md", ref="HEAD~1") == [("a.md", 7)]
    git(repository, "tag", "-a", "print", "-m", "print")
    assert shown("a.md", ref="print") == []


def test_a_folder_and_a_folder_within_are_asked_alike(repository, monkeypatch):
    (repository / "town").mkdir()
    committed(repository, **{"town/b_md": STORY})
    (repository / "town" / "b.md").write_text(STORY.replace("cats", "rats"))
    assert shown(".") == [("town/b.md", 7)]
    monkeypatch.chdir(repository / "town")
    assert shown("b.md", "../a.md") == [("b.md", 7)]


def test_two_repositories_are_asked_each_for_itself(repository):
    other = repository / "other"
    other.mkdir()
    committed(other, b_md=STORY)
    (other / "b.md").write_text(STORY.replace("cats", "rats"))
    assert shown("a.md", "other") == [("other/b.md", 7)]


def save(path, *paragraphs):
    document = docx.Document()
    for one in paragraphs:
        document.add_paragraph(one)
    document.save(path)


def test_a_word_document_has_changed_wholly_or_not_at_all(repository):
    save(repository / "d.docx", BROKEN, CATS)
    committed(repository)
    assert shown("d.docx") == []
    save(repository / "d.docx", BROKEN, CATS, "It rained.")
    assert len(shown("d.docx")) == 2


@pytest.mark.parametrize(
    "setting",
    ["diff.noprefix=true", "diff.mnemonicPrefix=true", "color.ui=always", "diff.external=false",
     "diff.context=9", "diff.interHunkContext=9", "core.pager=false"],
)  # fmt: skip
def test_settings_of_the_user_change_nothing(repository, setting):
    git(repository, "config", *setting.split("="))
    (repository / "a.md").write_text(STORY.replace("cats", "rats"))
    assert shown("a.md") == [("a.md", 7)]


def test_marks_and_the_baseline_are_asked_first(repository):
    factcheck("check", "a.md", "--write-baseline", "base.json")
    (repository / "a.md").write_text(f"{STORY}\n{DOGS} {MARK}\n\n{DOGS}\n")
    result = factcheck("check", "a.md", "--baseline", "base.json", "--diff", "HEAD")
    assert result.exit_code == 1
    assert "1 error in 1 file; 1 accepted; 2 in the baseline; checked" in result.stdout


def test_standard_input_is_shown_wholly(repository):
    result = factcheck("check", "-", "--diff", "HEAD", "--format", "concise", stdin=STORY.encode())
    assert len(result.stdout.splitlines()) == 2


def refused(*arguments):
    result = factcheck("check", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    return line.removeprefix("factcheck: --diff: ")


@pytest.mark.parametrize("ref", ["nowhere", "--output=spoilt", "HEAD:a.md", " "])
def test_a_revision_that_there_is_not_is_misuse(repository, ref):
    said = refused("a.md", "--diff", ref)
    assert said == f"git knows no revision {ref!r} in {repository.resolve()}"
    assert not (repository / "spoilt").exists()


def test_a_story_outside_of_git_is_misuse(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.md").write_text(STORY)
    assert (
        refused(tmp_path / "a.md", "--diff", "HEAD")
        == f"{tmp_path / 'a.md'} is in no git repository"
    )


def test_without_git_it_says_so(repository, monkeypatch):
    monkeypatch.setenv("PATH", str(repository))
    assert refused("a.md", "--diff", "HEAD").startswith("git cannot be run: ")


@given(st.lists(quiet_paragraphs, max_size=6), st.lists(quiet_paragraphs, max_size=6), st.data())
def test_what_stands_in_a_new_line_is_shown_wherever_lines_come_and_go(before, after, data):
    from factcheck import check
    from factcheck.desk.changes import Changes, Repository, _read

    at = data.draw(st.integers(0, len(after)))
    lines = [*after[:at], DOGS, *after[at:]]
    old, new = ("\n".join([*part, BROKEN, ""]) for part in (before, lines))
    diff = git_diff(old, new)
    changes = Changes((Repository("/r", frozenset({"b"}), dict(_read(diff))),))
    report = changes(check(new, "/r/b"))
    texts = [one.spans[0].of(new) for one in report.findings]
    assert any("6 and 5" in one for one in texts)
    assert not any("50 and 30" in one for one in texts) or BROKEN not in old


def git_diff(old, new):
    """A diff as git writes it, made by the standard library."""
    import difflib

    rows = [*difflib.unified_diff(old.splitlines(True), new.splitlines(True), "a/b", "b/b", n=0)]
    return "diff --git a/b b/b\n{}".format("".join(rows)).encode()
