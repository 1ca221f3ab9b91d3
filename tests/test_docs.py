"""What the pages of docs/ show: every command runs, and what is made from the code is not stale."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from factcheck.commands import main

CHECKOUT = Path(__file__).resolve().parents[1]
PAGES = sorted(CHECKOUT.glob("docs/*.md"))
PAIRS = [
    (page.name, line)
    for page in PAGES
    if page.name != "commands.md"
    for line in re.findall(
        r"^(?: {4}|\s+- (?:run: )?|\$ )(factcheck .*)$", page.read_text("utf-8"), re.M
    )
]
BROKEN = "# Fares\n\nFares rose 20% to $2.80 from $2.50.\n"


def git(*arguments):
    command = ["git", "-c", "user.name=Ana", "-c", "user.email=ana@example.org", *arguments]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def newsroom(tmp_path, monkeypatch):
    """A repository with what the pages speak of: a Word draft, stories, a baseline."""
    monkeypatch.chdir(tmp_path)
    draft = docx.Document()
    draft.add_paragraph("Fares rose 20% to $2.80 from $2.50.")
    draft.save("draft.docx")
    Path("stories").mkdir()
    Path("stories/fares.md").write_text(BROKEN, encoding="utf-8")
    Path("examples").symlink_to(CHECKOUT / "examples")
    git("init", "-q", "-b", "main")
    git("add", "stories")
    git("commit", "-q", "-m", "One story")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    CliRunner().invoke(main, ["check", "--write-baseline", "factcheck-baseline.json", "stories"])
    return tmp_path


@pytest.mark.parametrize(("page", "line"), PAIRS)
def test_every_command_that_is_shown_runs(newsroom, page, line):
    arguments = shlex.split(re.split(r"\s+(?:#|\||>)\s", line)[0])[1:]
    result = CliRunner().invoke(main, arguments, input=BROKEN)
    assert result.exit_code in (0, 1), (page, line, result.output)


def test_the_configuration_that_is_shown_holds(newsroom):
    shown = re.search(
        r"```toml\n(.*?)```", (CHECKOUT / "docs" / "desk.md").read_text("utf-8"), re.S
    )
    Path("factcheck.toml").write_text(shown[1], encoding="utf-8")
    assert CliRunner().invoke(main, ["new-rule", "too-many-boats"]).exit_code == 0
    for arguments in (["config", "--format", "json"], ["check", "stories"]):
        result = CliRunner().invoke(main, arguments)
        assert (result.exit_code, result.stderr) in ((0, ""), (1, "")), result.output


def test_the_pages_show_commands():
    assert len(PAIRS) > 10
    assert {page for page, _ in PAIRS} > {"getting-started.md", "ci.md"}


@pytest.mark.skipif(not PAGES, reason="needs the checkout")
def test_the_page_of_commands_is_what_they_say_now():
    made = subprocess.run(
        [sys.executable, CHECKOUT / "tools" / "make_commands.py"],
        capture_output=True,
        encoding="utf-8",
    ).stdout
    page = (CHECKOUT / "docs" / "commands.md").read_text("utf-8")
    assert page == made, "stale: make it anew with `make pages`"
