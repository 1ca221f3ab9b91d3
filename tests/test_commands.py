"""The command as an editor, a script or a hook runs it."""

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from csv import DictReader
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.commands import main
from factcheck.plugins import installed_rules

BROKEN = "Between 50 and 30 people attended the meeting.\n"
SOUND = "Between 30 and 50 people attended the meeting.\n"

# A newsroom's plugin: a rule of each severity that flags its own word, one that says which day
# the story is of, and one that breaks.
PLUGIN = '''
from factcheck import Finding, Span, hookimpl, rule

def flag(document, word, message=""):
    start = document.prose.find(word)
    if start >= 0:
        yield Finding(message or f"“{word}” is flagged", (Span(start, start + len(word)),))

def make(code, name, severity, word):
    def find(document):
        """The newsroom leaves this word out."""
        yield from flag(document, word)
    find.__name__ = name
    marked = [f"It says [[{word}]].", "It says nothing."]
    return rule(code, examples=marked, severity=severity)(find)

@rule("ZZ104", examples=["[[Today]] it rained.", "It rained."])
def says_today(document):
    """A story says the day."""
    yield from flag(document, "Today", f"Today is {document.as_of}")

@rule("ZZ105", examples=["[[Crash]]", "It ran."])
def breaks_down(document):
    """Nothing crashes."""
    if "Crash" in document.text:
        raise KeyError("no such thing")
    return ()

@hookimpl
def provide_rules():
    return [
        make("ZZ101", "bad_word", "error", "ERR"),
        make("ZZ102", "odd_word", "warning", "WARN"),
        make("ZZ103", "plain_word", "note", "NOTE"),
        says_today,
        breaks_down,
    ]
'''


@pytest.fixture(scope="module")
def plugins(tmp_path_factory):
    """A folder that holds the newsroom's plugin as an installer leaves it."""
    folder = tmp_path_factory.mktemp("plugins")
    (folder / "newsroom_words.py").write_text(PLUGIN, encoding="utf-8")
    info = folder / "newsroom_words-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: newsroom-words\n")
    (info / "entry_points.txt").write_text("[factcheck]\nwords = newsroom_words\n")
    return folder


@pytest.fixture
def run(plugins, monkeypatch, tmp_path):
    """Runs the command in a folder of its own, with the newsroom's plugin installed."""
    monkeypatch.syspath_prepend(plugins)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    installed_rules.cache_clear()
    yield lambda *args, stdin=b"": CliRunner().invoke(main, args, input=stdin)
    installed_rules.cache_clear()


@pytest.fixture
def files(tmp_path):
    """Writes files of these names and texts."""

    def write(**texts):
        for name, text in texts.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return write


def start(*args, plugins, cwd, **more):
    """The command as a process of its own."""
    paths = [plugins, *filter(None, sys.path)]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "PYTHONUNBUFFERED": "",
        **more.pop("env", {}),
    }
    return subprocess.Popen(
        [*more.pop("before", ()), sys.executable, "-m", "factcheck", *args],
        cwd=cwd, env=environment, bufsize=0, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # A shell's background jobs ignore Ctrl-C, and would hand that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL), **more,
    )  # fmt: skip


def only_line(text):
    (line,) = text.splitlines()
    return line


# check: what is found


def test_a_sound_story_passes(run, files):
    files(a_md=SOUND)
    result = run("check", "a.md")
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.fullmatch(r"no findings in 1 file; checked [01] of 1 figure\n", result.stdout)


def test_a_broken_story_fails_and_shows_the_place(run, files):
    files(a_md=f"# Fire\n\n{BROKEN}")
    result = run("check", "a.md")
    assert (result.exit_code, result.stderr) == (1, "")
    assert "[inverted-range]\n  --> a.md:3:9\n" in result.stdout
    assert "   |         ^^^^^^^^^" in result.stdout
    assert result.stdout.splitlines()[-1] == "1 error in 1 file; checked 1 of 1 figure"


def test_an_empty_file_has_no_findings(run, files):
    files(a_md="")
    result = run("check", "a.md")
    assert (result.exit_code, result.stdout) == (0, "no findings in 1 file; no figures\n")


@pytest.mark.parametrize(
    ("fail_on", "words", "code"),
    [
        ("error", "ERR", 1), ("error", "WARN NOTE", 0), ("warning", "WARN", 1),
        ("warning", "ERR", 1), ("warning", "NOTE", 0), ("note", "NOTE", 1), ("note", "", 0),
        ("never", "ERR WARN NOTE", 0),
    ],
)  # fmt: skip
def test_it_fails_on_this_severity_and_above(run, files, fail_on, words, code):
    files(a_txt=words)
    assert run("check", "a.txt", "--fail-on", fail_on).exit_code == code


def test_what_is_below_the_severity_is_neither_shown_nor_counted(run, files):
    files(a_txt="ERR WARN NOTE")
    result = run("check", "a.txt", "--severity", "warning", "--format", "concise")
    assert [line.split(": ")[1] for line in result.stdout.splitlines()] == ["error", "warning"]
    assert run("check", "a.txt", "--severity", "error", "--fail-on", "note").exit_code == 1
    files(a_txt="NOTE")
    assert run("check", "a.txt", "--severity", "error", "--fail-on", "note").exit_code == 0


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--select", "bad-word"], ["bad-word"]),
        (["--select", "ZZ102"], ["odd-word"]),
        (["--select", "ZZ101, plain-word"], ["bad-word", "plain-word"]),
        (["--select", "ZZ10", "--ignore", "ZZ101"], ["odd-word", "plain-word"]),
        (["--ignore", "bad-word,odd-word", "--ignore", "ZZ103"], []),
    ],
)
def test_rules_are_selected_by_name_code_and_how_codes_begin(run, files, options, found):
    files(a_txt="ERR WARN NOTE")
    result = run("check", "a.txt", "--format", "json", *options)
    (file,) = json.loads(result.stdout)["files"]
    assert [one["rule"] for one in file["findings"]] == found


def test_the_day_a_story_is_of_reaches_the_rules(run, files):
    files(a_txt="Today it rained.")
    result = run("check", "a.txt", "--as-of", "2024-02-29", "--select", "ZZ104")
    assert "Today is (2024, 2, 29)" in result.stdout


# check: which files


def test_a_folder_is_searched_in_order_for_stories(run, files):
    files(b_md="ERR", a_txt="ERR", sub__c_markdown="ERR", sub__data_csv="ERR", README="ERR")
    for folder in (".git", "node_modules", "venv"):
        Path(folder).mkdir()
        Path(folder, "n.md").write_text("ERR")
    result = run("check", ".", "--format", "concise", "--select", "ZZ101")
    found = [line.split(":")[0] for line in result.stdout.splitlines()]
    assert found == ["a.txt", "b.md", "sub/c.markdown"]


def test_a_file_that_is_named_is_read_whatever_its_suffix(run, files):
    files(story_html="ERR")
    assert run("check", "story.html").exit_code == 1


def test_a_file_that_is_named_twice_is_checked_once(run, files):
    files(a_md="ERR")
    result = run("check", "a.md", "./a.md", ".")
    assert result.stdout.splitlines()[-1].startswith("1 error in 1 file;")


def test_standard_input_is_called_what_its_option_says(run):
    indented = b"Text.\n\n    ERR in a code block\n"
    plain = run("check", "-", "--format", "concise", stdin=indented)
    assert plain.stdout.startswith("stdin:3:5: error")
    markdown = run("check", "-", "--stdin-filename", "draft.md", stdin=indented)
    assert markdown.stdout.startswith("no findings")


# check: what cannot be read or does not work


def failed(run, *args):
    """The one complaint of a run that also checks a sound and a broken story."""
    result = run("check", "a.md", *args, "z.md")
    assert result.exit_code == 3
    assert result.stdout.splitlines()[-1].startswith("1 error in 1 of 2 files;")
    return only_line(result.stderr)


@pytest.fixture
def beside(files):
    files(a_md=SOUND, z_md="ERR")
    return files


def test_a_missing_file_is_named_and_the_others_checked(run, beside):
    assert failed(run, "no.md") == "factcheck: no.md: No such file or directory"


def test_each_missing_file_is_named(run, beside):
    result = run("check", "no.md", "a.md", "nor.md")
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == ["no.md", "nor.md"]


def test_a_binary_file_is_named_and_the_others_checked(run, beside):
    beside(pic_md=b"\x89PNG\r\n\x1a\n\0\0\0")
    assert failed(run, "pic.md").startswith("factcheck: pic.md: it is binary")


def test_undecodable_bytes_are_named_and_the_others_checked(run, beside):
    beside(old_md="£5m".encode("cp1252"))
    assert failed(run, "old.md").startswith("factcheck: old.md: it is not valid UTF-8")


def test_a_device_is_no_story(run, beside):
    assert failed(run, "/dev/zero") == "factcheck: /dev/zero: it is a device, not a file"


def test_a_folder_that_leads_back_to_itself_is_named_and_the_others_checked(run, beside):
    Path("sub/deep").mkdir(parents=True)
    Path("sub/deep/up").symlink_to("..")
    assert failed(run, "sub").startswith("factcheck: sub/deep/up: a loop:")


def test_a_link_to_itself_is_named_and_the_others_checked(run, beside):
    Path("round.md").symlink_to("round.md")
    assert failed(run, "round.md").startswith("factcheck: round.md: Too many levels")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named_and_the_others_checked(run, beside):
    beside(secret_md=SOUND)
    Path("secret.md").chmod(0)
    assert failed(run, "secret.md") == "factcheck: secret.md: Permission denied"


def test_standard_input_that_is_no_text_is_named(run):
    result = run("check", "-", stdin=b"\0\0")
    assert result.exit_code == 3
    assert only_line(result.stderr).startswith("factcheck: stdin: it is binary")


def test_a_rule_that_breaks_is_named_once_and_the_others_run(run, files):
    files(a_md="Crash ERR", b_md="Crash")
    result = run("check", ".")
    assert result.exit_code == 3
    line = only_line(result.stderr)
    assert "breaks-down" in line
    assert "newsroom-words" in line
    assert "[bad-word]" in result.stdout
    assert result.stdout.splitlines()[-1].endswith("; 2 failures")


def test_a_plugin_that_does_not_load_is_named_and_the_others_run(run, files, tmp_path, monkeypatch):
    files(a_md="ERR")
    info = tmp_path / "lost-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: lost\n")
    (info / "entry_points.txt").write_text("[factcheck]\nx = no_such_module_at_all\n")
    monkeypatch.syspath_prepend(tmp_path)
    result = run("check", "a.md", "--format", "json")
    assert result.exit_code == 3
    assert "lost" in only_line(result.stderr)
    assert json.loads(result.stdout)["failures"][0]["distribution"] == "lost"
    assert json.loads(result.stdout)["summary"]["errors"] == 1


def test_a_fault_of_ours_on_one_story_hides_no_other(run, beside, monkeypatch):
    from factcheck import reading

    real = reading.read_data

    def read_data(data, name, **more):
        if name == "b.md":
            raise RecursionError("too deep")
        return real(data, name, **more)

    monkeypatch.setattr(reading, "read_data", read_data)
    beside(b_md=SOUND)
    line = failed(run, "b.md")
    assert line.startswith("factcheck: b.md: factcheck broke on this story")
    assert line.endswith("RecursionError: too deep")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["check", "a.md", "--select", "bad-wrod"], "did you mean bad-word?"),
        (["check", "a.md", "--ignore", "ZZ999"], "no rule is called 'ZZ999'"),
        (["check", "a.md", "--formt", "json"], "'--format'"),
        (["check", "a.md", "--fail-on", "eror"], "'eror'"),
        (["check", "a.md", "--as-of", "2024-02-30"], "'2024-02-30' is not a day"),
        (["check"], "PATH"),
        (["explain", "bad-wrod"], "did you mean bad-word?"),
        (["chek", "a.md"], "did you mean check?"),
    ],
)
def test_misuse_is_one_sentence_with_the_nearest_name(run, files, args, said):
    files(a_md=SOUND)
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in only_line(result.stderr)


# check: as a process


def test_the_same_is_run_as_a_module(plugins, tmp_path):
    out, _ = start("--version", plugins=plugins, cwd=tmp_path).communicate()
    assert out.startswith(b"factcheck, version ")


def test_a_reader_that_stops_early_is_no_trouble(plugins, tmp_path):
    for number in range(300):
        (tmp_path / f"{number}.md").write_text("ERR " * 300)
    process = start("check", ".", plugins=plugins, cwd=tmp_path)
    process.stdout.readline()
    process.stdout.close()
    assert (process.stderr.read(), process.wait()) == (b"", 141)


def test_a_terminal_without_unicode_gets_ascii(plugins, tmp_path):
    (tmp_path / "a.md").write_text("“ERR” – für 5 €", encoding="utf-8")
    ascii_only = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    process = start("check", "a.md", "no–.md", plugins=plugins, cwd=tmp_path, env=ascii_only)
    out, err = process.communicate()
    assert process.returncode == 3
    assert b'"ERR" - fur 5 EUR' in out
    assert b"factcheck: no-.md:" in err
    assert (out + err).isascii()


def test_a_narrow_terminal_gets_narrow_lines(plugins, tmp_path):
    (tmp_path / "a.md").write_text(BROKEN * 20)
    narrow = {"COLUMNS": "20"}
    out, _ = start("check", "a.md", plugins=plugins, cwd=tmp_path, env=narrow).communicate()
    assert max(map(len, out.decode().splitlines())) <= 20


def test_without_standard_output_the_exit_code_still_tells(plugins, tmp_path):
    (tmp_path / "a.md").write_text("ERR")
    closed = ("sh", "-c", 'exec "$@" >&-', "sh")
    process = start("check", "a.md", plugins=plugins, cwd=tmp_path, before=closed)
    assert process.communicate() == (b"", b"")
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said_in_one_sentence(plugins, tmp_path):
    (tmp_path / "a.md").write_text("ERR")
    full = ("sh", "-c", 'exec "$@" >/dev/full', "sh")
    process = start("check", "a.md", plugins=plugins, cwd=tmp_path, before=full)
    _, err = process.communicate()
    assert only_line(err.decode()).startswith("factcheck: cannot write the report: No space")
    assert process.returncode == 3


def test_ctrl_c_ends_with_what_was_found_so_far(plugins, tmp_path):
    (tmp_path / "a.md").write_text("ERR")
    os.mkfifo(tmp_path / "never")
    process = start("check", "a.md", "never", plugins=plugins, cwd=tmp_path)
    assert "is flagged" in process.stdout.readline().decode()
    # One that comes just before the pipe is opened is waited out; one too many ends everything.
    while process.poll() is None:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
    out, err = process.communicate(timeout=60)
    assert out.decode().splitlines()[-1].startswith("1 error in 1 file;")
    assert only_line(err.decode()).startswith("factcheck: interrupted")
    assert process.returncode == 130


def test_a_very_long_line_is_shown_in_a_window(run, files):
    files(a_txt=f"{'word ' * 100_000}ERR {'word ' * 100_000}")
    result = run("check", "a.txt", "--select", "ZZ101")
    assert "word ERR word" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_starting_up_loads_nothing_heavy(plugins, tmp_path):
    heavy = ("lark", "rich", "importlib.metadata", "json", "csv", "tomllib", "unicodedata")
    code = f"import sys, factcheck.commands.check; print([*{{*{heavy}}} & {{*sys.modules}}])"
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    out = subprocess.run([sys.executable, "-c", code], env=paths, capture_output=True, check=True)
    assert out.stdout.strip() == b"[]"


# colour


@pytest.mark.parametrize(
    ("environment", "option", "coloured"),
    [
        ({}, "auto", False), ({}, "always", True), ({"NO_COLOR": "1"}, "always", True),
        ({"FORCE_COLOR": "1"}, "auto", True), ({"FORCE_COLOR": "0"}, "auto", False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        ({"FORCE_COLOR": "1"}, "never", False),
    ],
)  # fmt: skip
def test_colour_is_given_where_it_is_wanted(run, files, monkeypatch, environment, option, coloured):
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    files(a_txt="ERR")
    assert ("\033[" in run("check", "a.txt", "--color", option).stdout) is coloured


# facts, rules, explain

FACTS = "Police said about 200 people came. Up to 40 percent stayed until 4 November 2018.\n"


def test_facts_are_a_table_with_a_row_for_each_figure_and_date(run, files):
    files(a_txt=FACTS)
    result = run("facts", "a.txt")
    assert result.exit_code == 0
    name, titles, *rows, count = result.stdout.strip().splitlines()
    assert (name, count) == ("a.txt", "3 facts")
    assert titles.split()[:4] == ["place", "kind", "text", "value"]
    assert [row.split()[:2] for row in rows] == [
        ["1:13", "count"], ["1:36", "percent"], ["1:66", "date"],
    ]  # fmt: skip
    assert "about 200" in rows[0]
    assert rows[0].endswith("Police")


def test_facts_are_the_same_in_csv_and_json(run, files):
    files(a_txt=FACTS, b_txt=FACTS)
    rows = [*DictReader(StringIO(run("facts", ".", "--format", "csv").stdout))]
    facts = json.loads(run("facts", ".", "--format", "json").stdout)["facts"]
    assert [{name: str(value) for name, value in fact.items()} for fact in facts] == rows
    assert [row["path"] for row in rows] == ["a.txt"] * 3 + ["b.txt"] * 3
    assert (rows[1]["low"], rows[1]["high"], rows[1]["value"]) == ("", "40", "up to 40")
    assert (rows[2]["kind"], rows[2]["value"]) == ("date", "4 November 2018")


def test_facts_of_a_file_that_cannot_be_read_are_a_failure(run, files):
    files(a_txt=FACTS)
    result = run("facts", "no.txt", "a.txt")
    assert result.exit_code == 3
    assert only_line(result.stderr) == "factcheck: no.txt: No such file or directory"
    assert "3 facts" in result.stdout


def test_rules_are_listed_with_who_brought_them(run):
    result = run("rules")
    assert result.exit_code == 0
    (row,) = [line.split() for line in result.stdout.splitlines() if line.startswith("ZZ102")]
    assert (row[1], row[2], row[-1]) == ("odd-word", "warning", "newsroom-words")


def test_rules_are_listed_as_json_too(run):
    rules = json.loads(run("rules", "--format", "json").stdout)["rules"]
    (rule,) = [one for one in rules if one["name"] == "plain-word"]
    assert rule["summary"] == "The newsroom leaves this word out."
    assert rule["examples"] == ["It says [[NOTE]].", "It says nothing."]


def test_a_rule_is_explained_by_name_and_by_code(run):
    result = run("explain", "inverted-range")
    assert result.exit_code == 0
    assert result.stdout.startswith("FC101 inverted-range (error, from factcheck-lint)\n")
    flagged, _, sound = result.stdout.partition("Left alone:")
    assert "[[" in flagged
    assert "[[" not in sound
    assert run("explain", "FC101").stdout == result.stdout


# rules of a folder

NEWSROOM_RULE = '''
from factcheck import Finding, Span, rule

@rule("NR101", examples=["It is [[huge]].", "It is large."])
def huge_word(document):
    """The newsroom writes how large."""
    start = document.prose.find("huge")
    if start >= 0:
        yield Finding("“huge” says no size", (Span(start, start + 4),))
'''


def test_rules_of_a_folder_run_with_the_others(run, files, tmp_path):
    (tmp_path / "newsroom_rules").mkdir()
    (tmp_path / "newsroom_rules" / "huge.py").write_text(NEWSROOM_RULE)
    files(a_md=f"{BROKEN}It was a huge success.")
    assert "[huge-word]" not in run("check", "a.md").stdout
    result = run("check", "--rules", "newsroom_rules", "a.md")
    assert "[huge-word]" in result.stdout
    assert "[inverted-range]" in result.stdout
    listed = run("rules", "--rules", "newsroom_rules").stdout
    assert "NR101" in listed
    assert run("explain", "--rules", "newsroom_rules", "NR101").exit_code == 0


def test_a_folder_of_rules_that_is_not_there_is_one_sentence(run, files):
    files(a_md=BROKEN)
    result = run("check", "--rules", "nowhere", "a.md")
    assert result.exit_code == 3
    assert only_line(result.stderr).startswith("factcheck: folder of rules nowhere: ")
    assert "[inverted-range]" in result.stdout
