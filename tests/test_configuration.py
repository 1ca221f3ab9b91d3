"""A newsroom's configuration: which file counts, what it may say, and what then holds."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsrooms import BROKEN, check, complaint, write
from strategies import setting_files

from factcheck.desk.configuration import Configurations
from factcheck.desk.kinds import PerFile
from factcheck.desk.settings import DEFAULTS, SETTINGS
from factcheck.desk.toml_values import as_key, as_toml, plain


@pytest.fixture(autouse=True)
def newsroom(tmp_path, monkeypatch):
    """A folder above which there is no configuration, and which is the current one."""
    folder = tmp_path / "newsroom"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (tmp_path / ".git").mkdir()
    return folder


# Which file counts


def test_the_nearest_configuration_above_a_story_counts():
    write(a_md=BROKEN, sub__b_md=BROKEN, sub__deep__c_md=BROKEN)
    write(factcheck_toml='ignore = ["inverted-range"]', sub__factcheck_toml="")
    assert check(".") == (
        ["sub/b.md: error inverted-range", "sub/deep/c.md: error inverted-range"], 1
    )  # fmt: skip


def test_pyproject_counts_where_it_has_a_table_for_factcheck():
    write(a_md=BROKEN, sub__b_md=BROKEN)
    write(pyproject_toml='[tool.factcheck]\nignore = ["inverted-range"]')
    write(sub__pyproject_toml='[project]\nname = "x"\ndependencies = ["factcheck-lint"]')
    assert check("a.md", "sub/b.md") == ([], 0)


def test_factcheck_toml_goes_before_pyproject_beside_it():
    write(a_md=BROKEN, factcheck_toml='ignore = ["inverted-range"]')
    write(pyproject_toml='[tool.factcheck]\nselect = ["inverted-range"]')
    assert check("a.md") == ([], 0)


@pytest.mark.parametrize("repository", [Path.mkdir, Path.touch])
def test_nothing_is_looked_for_above_the_root_of_a_repository(repository):
    write(factcheck_toml='ignore = ["inverted-range"]', sub__a_md=BROKEN)
    assert check("sub/a.md") == ([], 0)
    repository(Path("sub/.git"))
    assert check("sub/a.md") == (["sub/a.md: error inverted-range"], 1)
    write(sub__factcheck_toml='severities = { inverted-range = "note" }')
    assert check("sub/a.md") == (["sub/a.md: note inverted-range"], 0)


def test_standard_input_is_where_its_name_says():
    write(sub__factcheck_toml='ignore = ["inverted-range"]')
    assert check("-", stdin=BROKEN) == (["stdin: error inverted-range"], 1)
    assert check("-", "--stdin-filename", "sub/new/a.md", stdin=BROKEN) == ([], 0)
    write(factcheck_toml='ignore = ["inverted-range"]')
    assert check("-", stdin=BROKEN) == ([], 0)


def test_a_configuration_that_is_named_counts_for_all_stories():
    write(a_md=BROKEN, sub__b_md=BROKEN, sub__factcheck_toml='ignore = ["inverted-range"]')
    write(other__night_toml='severities = { inverted-range = "warning" }')
    assert check("--config", "other/night.toml", "a.md", "sub/b.md") == (
        ["a.md: warning inverted-range", "sub/b.md: warning inverted-range"], 0
    )  # fmt: skip
    write(other__pyproject_toml='[tool.factcheck]\nignore = ["FC1"]')
    assert check("--config", "other/pyproject.toml", "a.md") == ([], 0)


def test_isolated_uses_no_configuration():
    write(a_md=BROKEN, factcheck_toml='ignore = ["inverted-range"]\nnonsense = 1')
    assert check("--isolated", "a.md") == (["a.md: error inverted-range"], 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--config", "none.toml"), "none.toml: there is no such file"),
        (("--config", "pyproject.toml"), "pyproject.toml: it has no table [tool.factcheck]"),
        (("--config", "pyproject.toml", "--isolated"),
         "--config names a configuration, --isolated uses none"),
        (("--config", "."), ".: Is a directory"),
    ],
)  # fmt: skip
def test_a_configuration_that_is_named_must_be_one(arguments, said):
    write(a_md=BROKEN, pyproject_toml="[tool.ruff]")
    assert complaint("check", "a.md", *arguments) == said


def test_nothing_is_loaded_to_read_a_configuration_where_there_is_none():
    write(pyproject_toml="[tool.ruff]\nline-length = 100\n")
    script = (
        "import sys; from factcheck.desk.configuration import Configurations\n"
        "assert Configurations().of_folder('sub').file == ''\n"
        "assert not {'tomllib', 'difflib', 'json', 'pathlib'} & {*sys.modules}"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


# What it may say


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('# ours\n\nselct = ["FC1"]', '3: no setting is called "selct"; did you mean select?'),
        ('fail_on = "error"', '1: no setting is called "fail_on"; did you mean fail-on?'),
        ("[marks]\na = 1", '1: no setting is called "marks"'),
        ("jobs = 2\n[tool.factcheck]\nselect = []",
         '2: no setting is called "tool"; in factcheck.toml settings stand in no table'),
        ("select = 3", "1: select must be a list of texts, not 3"),
        ('select = [\n"FC1",\n3]', "3: select must be a text, not 3"),
        ('ignore = [""]', "1: ignore must not be empty"),
        ('fail-on = "errors"',
         '1: fail-on must be one of error, warning, note, never, not "errors"; '
         "did you mean error?"),
        ("severity = true", "1: severity must be one of error, warning, note, not true"),
        ("jobs = -1", "1: jobs must be a whole number, not -1"),
        ("jobs = true", "1: jobs must be a whole number, not true"),
        ('cache = "no"', '1: cache must be true or false, not "no"'),
        ("baseline = []", "1: baseline must be a text, not a list"),
        ('severities = "off"', '1: severities must be a table, not "off"'),
        ('[severities]\ninverted-range = "fatal"',
         "2: severities.inverted-range must be one of error, warning, note, off, not "
         '"fatal"'),
        ('[per-file-rules]\n"sport/**" = { selct = [] }',
         '2: per-file-rules."sport/**".selct is no setting; did you mean select?'),
        ('[per-file-rules."sport/**"]\nignore = [\n1]',
         '3: per-file-rules."sport/**".ignore must be a text, not 1'),
        ('[per-file-rules]\nsport = ["FC1"]',
         "2: per-file-rules.sport must be a table, not a list"),
        ('json-paths = { "a/*" = "boddy" }',
         '1: json-paths."a/*" must be one of headline, deck, byline, body, caption, alt, not '
         '"boddy"; did you mean body?'),
        ('format = "concize"', "1: no format is called 'concize'; did you mean concise?"),
        ('format = ["json="]', "1: 'json=' names no file behind its ="),
        ("a = ", "1: it is not valid TOML: invalid value"),
        ("a = 1\na = 2\n", "2: it is not valid TOML: cannot overwrite a value"),
        ('select = ["FC1",\n\n\n', "1: it is not valid TOML: invalid value"),
        ('ignore = ["FC1", "inverted-rang"]',
         "1: no rule is called 'inverted-rang'; did you mean inverted-range?"),
        ('select = [\n"FC1",\n"FC9"\n]', "3: no rule is called 'FC9'"),
        ('[severities]\nFC1 = "note"\nFC9 = "off"', "3: no rule is called 'FC9'"),
        ('[per-file-rules]\na.ignore = ["FC1"]\nb.select = ["FC9"]',
         "3: no rule is called 'FC9'"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_what_was_meant(text, said):
    write(a_md=BROKEN, factcheck_toml=text)
    assert complaint("check", "a.md").startswith(f"factcheck.toml:{said}")


def test_a_mistake_in_pyproject_is_told_with_the_line_of_its_table():
    write(a_md=BROKEN, pyproject_toml='[tool.ruff]\nselct = 1\n\n[tool.factcheck]\nselct = "FC1"')
    assert complaint("check", "a.md").startswith('pyproject.toml:5: no setting is called "selct"')
    write(pyproject_toml="[tool]\nx = 1\nfactcheck = 3")
    assert complaint("check", "a.md") == "pyproject.toml:3: tool.factcheck must be a table"


def test_a_configuration_above_the_current_folder_is_named_as_from_there(monkeypatch, newsroom):
    write(factcheck_toml="a = 1", sub__a_md=BROKEN)
    monkeypatch.chdir("sub")
    assert complaint("check", "a.md").startswith("../factcheck.toml:1:")
    monkeypatch.chdir("/")
    assert complaint("check", newsroom / "sub" / "a.md").startswith(f"{newsroom.relative_to('/')}")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a = 1\n# caf\xe9", "factcheck.toml:2: it is not in UTF-8, as TOML must be"),
        (b"a = \0", "factcheck.toml:1: it is not valid TOML"),
        (b"a = " + b"[" * 9999, "factcheck.toml: it is nested too deep"),
    ],
)
def test_a_file_that_is_no_toml_is_one_sentence(data, said):
    write(a_md=BROKEN)
    Path("factcheck.toml").write_bytes(data)
    assert complaint("check", "a.md").startswith(said)


def test_a_mark_that_some_editors_begin_a_file_with_is_no_mistake():
    write(a_md=BROKEN)
    Path("factcheck.toml").write_bytes(b"\xef\xbb\xbfignore = 'inverted-range'\r\n")
    assert check("a.md") == ([], 0)


@given(setting_files())
def test_what_a_configuration_says_is_what_holds_whatever_its_order(tmp_path_factory, written):
    folder = tmp_path_factory.mktemp("desk")
    (folder / "factcheck.toml").write_text(written.text, encoding="utf-8")
    found = Configurations().of_folder(str(folder))
    lines = written.text.split("\n")
    assert {*found.given} == {*written.values}
    for name, one in SETTINGS.items():
        expected = written.values.get(name, getattr(DEFAULTS, one.field))
        assert getattr(found.settings, one.field) == expected
        if name in written.values:
            line = int(found.place_of(name).rpartition(":")[2])
            assert lines[line - 1].lstrip("[").startswith(name)


@given(st.text(), st.text())
def test_a_text_is_written_so_that_toml_reads_it(key, text):
    text, key = (one.encode("utf-8", "replace").decode() for one in (text, key))
    value = {key: [text, 1, True, {}]}
    assert tomllib.loads(f"a = {as_toml(value)}\n{as_key(key + 'b')} = 1") == {
        "a": value, key + "b": 1
    }  # fmt: skip


def test_rows_of_a_setting_are_shown_as_a_table():
    rows = (PerFile("a/**", ("FC1",)), PerFile("b", (), ("FC2", "FC3")))
    assert as_toml(plain(rows)) == (
        '{ "a/**" = { select = ["FC1"] }, b = { ignore = ["FC2", "FC3"] } }'
    )
