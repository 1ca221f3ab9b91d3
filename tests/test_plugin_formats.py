"""Readers and formats of plugins: what a good one does, and what is said of a bad one."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from installing import installing

from factcheck import Unreadable, read
from factcheck.commands import main
from factcheck.plugins import installed_additions

GUIDE = (Path(__file__).resolve().parents[1] / "plugins" / "README.md").read_text(encoding="utf-8")
BROKEN = "Fares rise\n^99 boats\nFares rose 20% to $2.80 from $2.50.\n"


def guide_block(hook):
    blocks = re.findall(r"^```python\n(.*?)^```", GUIDE, re.M | re.S)
    return next(block for block in blocks if f"def {hook}(" in block)


@pytest.fixture
def newsroom(tmp_path, monkeypatch):
    """Installs a plugin with this source, until the test ends."""
    monkeypatch.chdir(tmp_path)
    with installing(tmp_path, monkeypatch) as install:
        yield lambda source, distribution="gazette-wire": install(source, distribution)


def reader(body, suffix=".wire"):
    return f"""
from factcheck import Prose, Region, Span, Unreadable, hookimpl

class Reader:
    def read(self, text):
        {body}

@hookimpl
def provide_readers():
    return {{{suffix!r}: Reader()}}
"""


def report(body, name="tally"):
    return f"""
from factcheck import hookimpl

def write(files, page, run):
    {body}

@hookimpl
def provide_reports():
    return {{{name!r}: write}}
"""


def run(*arguments):
    return CliRunner().invoke(main, [*arguments])


def test_the_reader_of_the_guide_reads_files_that_are_named_or_found_in_a_folder(newsroom):
    newsroom(guide_block("provide_readers"))
    Path("fares.wire").write_text(BROKEN, encoding="utf-8")
    for where in ("fares.wire", "."):
        shown = run("check", "--format", "json", where)
        findings = json.loads(shown.stdout)["files"][0]["findings"]
        assert [one["rule"] for one in findings] == ["percent-change-wrong"]
        assert shown.exit_code == 1
    document = read(BROKEN, name="fares.wire")
    assert [one.kind for one in document.regions] == ["headline"]
    assert "99" not in document.prose


def test_a_reader_of_bytes_gives_the_text_too(newsroom):
    source = reader("raise AssertionError") + (
        "\nReader.read_bytes = lambda self, data: (data[::-1].decode(), Prose(data[::-1].decode()))"
    )
    newsroom(source)
    Path("back.wire").write_bytes(BROKEN.encode()[::-1])
    assert "percent-change-wrong" in run("check", "back.wire").stdout


def test_marks_hold_in_the_files_of_a_plugins_reader(newsroom):
    newsroom(reader("return Prose(text)"))
    mark = "<!-- factcheck: ok percent-change-wrong: 3 of 4 asked -->"
    Path("fares.wire").write_text(f"{BROKEN.rstrip()} {mark}\n", encoding="utf-8")
    shown = run("check", "fares.wire")
    assert shown.exit_code == 0, shown.output
    assert "1 accepted" in shown.stdout
    assert "asked" not in read(Path("fares.wire").read_text(), name="fares.wire").prose


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("return Prose(text[1:])", "gave a prose of 56 characters for a text of 57"),
        ("return text", "gave str, not a Prose"),
        ("return Prose(text, (Region('deck', Span(0, 99)),))", "does not lie within the text"),
        ("return Prose(text, ('deck',))", "does not lie within the text"),
        ("raise KeyError('hed')", "broke: KeyError: 'hed'"),
        ("raise SystemExit('gone')", "broke: SystemExit: gone"),
        ("raise Unreadable('it is no wire copy')", "it is no wire copy"),
    ],
)
def test_a_reader_that_breaks_is_named_and_the_other_stories_are_checked(newsroom, body, said):
    newsroom(reader(body))
    Path("a.wire").write_text(BROKEN, encoding="utf-8")
    Path("b.md").write_text(BROKEN, encoding="utf-8")
    shown = run("check", ".")
    assert shown.exit_code == 3
    assert said in shown.stderr
    assert ("plugin_of_a_test_" in shown.stderr) == ("no wire copy" not in said)
    assert "b.md:3" in shown.stdout
    with pytest.raises(Unreadable, match=re.escape(said)):
        read(BROKEN, name="a.wire")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (reader("", ".md"), "provide_readers() gave a reader for .md, which has one"),
        (reader("", "wire"), "gave 'wire' for a suffix, not small letters behind a point"),
        (reader("").replace("Reader()", "3"), "gave 3 for .wire, which has no read(text)"),
        (reader("").replace("{'.wire': Reader()}", "3"), "gave 3 for its readers, not a table"),
    ],
)
def test_a_reader_that_cannot_be_is_told_with_distribution_and_hook(newsroom, source, said):
    newsroom(source.replace("        \n", "        pass\n"))
    (failure,) = installed_additions().failures
    assert failure.message.startswith("plugin main of gazette-wire: its provide_readers()")
    assert said in failure.message


def test_of_two_readers_for_one_suffix_the_first_counts(newsroom):
    newsroom(reader("return Prose(text)"), "a-wire")
    newsroom(reader("return None"), "b-wire")
    (failure,) = installed_additions().failures
    assert failure.distribution == "b-wire"
    with pytest.warns(RuntimeWarning, match="b-wire"):
        assert read("3 boats", name="x.wire").prose == "3 boats"


def test_the_format_of_the_guide_is_written_to_standard_output_or_a_file(newsroom):
    newsroom(guide_block("provide_reports"))
    Path("fares.md").write_text(BROKEN, encoding="utf-8")
    shown = run("check", "fares.md", "--format", "tally", "--format", "concise=out.txt")
    assert shown.stdout == "fares.md: 1\n"
    assert Path("out.txt").read_text(encoding="utf-8").startswith("fares.md:3")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("yield 3", "the format tally of gazette-wire gave 3, not text"),
        ("return 3", "gave [3], not text"),
        ("yield 'a'; raise KeyError('b')", "broke: KeyError: 'b'"),
        ("raise SystemExit", "broke: SystemExit"),
    ],
)
def test_a_format_that_breaks_is_named_and_the_other_reports_are_written(newsroom, body, said):
    newsroom(report(body))
    Path("a.md").write_text(BROKEN, encoding="utf-8")
    Path("b.md").write_text(BROKEN, encoding="utf-8")
    shown = run("check", ".", "--format", "tally=out.tally", "--format", "concise")
    assert shown.exit_code == 3
    assert said in shown.stderr
    assert "a.md:3" in shown.stdout
    assert "b.md:3" in shown.stdout


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (report("pass", "full"), "gave the format full, which there is"),
        (report("pass", "Tally Sheet"), "as 'Tally Sheet'"),
        (report("pass").replace(": write}", ": 3}"), "its provide_reports() gave 3 as 'tally'"),
        (report("pass").replace("{'tally': write}", "[write]"), "not functions by their names"),
    ],
)
def test_a_format_that_cannot_be_is_told_where_it_is_asked_for(newsroom, source, said):
    newsroom(source)
    Path("a.md").write_text("Rain.\n", encoding="utf-8")
    shown = run("check", "a.md", "--format", "tally")
    assert shown.exit_code == 2
    assert said in shown.stderr
    assert "no format is called 'tally'" in shown.stderr
    assert run("check", "a.md").exit_code == 0
