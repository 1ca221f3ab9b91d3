"""What a terminal shows of a run that takes long, and that nothing of it is left."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.commands.stories import count_stories

RULE = '''
import time
from factcheck import Finding, Span, rule

@rule("ZZ301", examples=["It says [[ERR]].", "It says nothing."])
def bad_word(document):
    """Some words are left out."""
    time.sleep({seconds})
    start = document.text.find("ERR")
    if start >= 0:
        yield Finding("“ERR” is flagged", (Span(start, start + 3),))
'''
ERASE = "\r\x1b[K"
BAR = re.compile(r"\[#*-*\] (\d+) of 30 files, \d+ with findings")


@pytest.fixture
def stories(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "xterm")
    Path("rules").mkdir()
    Path("stories").mkdir()
    for number in range(30):
        Path("stories", f"{number:02}.md").write_text("ERR" if number == 25 else "Nothing.")


def check(*, stdout, seconds=0.06, args=(), code=1):
    """What the command writes to a terminal, which is its standard error."""
    Path("rules", "bad_word.py").write_text(RULE.format(seconds=seconds))
    ours, theirs = pty.openpty()
    paths = os.pathsep.join(filter(None, sys.path))
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "check", "--rules", "rules", "--select", "ZZ301",
         "--no-cache", "--format", "concise", *args, "stories"],
        stdout=stdout or theirs, stderr=theirs, env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    os.close(theirs)
    written = b""
    try:
        while piece := os.read(ours, 4096):
            written += piece
    except OSError:  # on Linux that is how a terminal ends
        pass
    assert process.wait(timeout=60) == code
    return written.decode()


def left_on_screen(written):
    """The lines of a terminal after all that was written."""
    lines = [line.rpartition(ERASE)[2] for line in written.replace("\r\n", "\n").split("\n")]
    return [line for line in lines if line]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_long_run_says_how_far_it_has_come(stories, jobs):
    with Path("report").open("wb") as report:
        written = check(stdout=report, args=["-j", jobs], seconds=0.06 * int(jobs))
    done = [int(one) for one in BAR.findall(written)]
    assert len(done) >= 2
    assert done == sorted(done)
    assert left_on_screen(written) == []
    assert Path("report").read_text() == ("stories/25.md:1:1: error: “ERR” is flagged [bad-word]\n")


def test_a_report_on_the_same_terminal_stands_by_itself(stories):
    written = check(stdout=None)
    assert BAR.search(written)
    assert left_on_screen(written) == [
        "stories/25.md:1:1: \x1b[1;31merror\x1b[0m: “ERR” is flagged [bad-word]"
    ]


def test_what_fails_on_the_way_stands_by_itself(stories):
    Path("stories", "27.docx").write_text("no document")
    with Path("report").open("wb") as report:
        written = check(stdout=report, code=3)
    assert BAR.search(written.replace("31", "30"))
    (line,) = left_on_screen(written)
    assert line.startswith("factcheck: stories/27.docx: ")


def test_a_short_run_shows_nothing(stories):
    with Path("report").open("wb") as report:
        assert check(stdout=report, seconds=0) == ""


def test_a_terminal_that_takes_no_line_back_is_shown_none(stories, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    with Path("report").open("wb") as report:
        assert check(stdout=report) == ""


def test_stories_are_counted_once_and_folders_are_looked_through(stories):
    Path("stories", "deep").mkdir()
    Path("stories", "deep", "a.md").write_text("")
    Path("stories", "deep", "again").symlink_to(Path("stories").absolute())
    Path("stories", "deep", "data.csv").write_text("")
    assert count_stories(["stories", "stories/00.md", "missing.md", "-"]) == 33
