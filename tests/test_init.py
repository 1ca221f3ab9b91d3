"""`factcheck init` writes what a newsroom begins with, and changes nothing that is there."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from strategies import hook_files

from factcheck.commands import main
from factcheck.commands.hook_entry import UnfitError, entry_lines, has_entry, with_entry

CHECKOUT = Path(__file__).resolve().parents[1]
OWN_HOOKS = CHECKOUT / ".pre-commit-hooks.yaml"
needs_git = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, ["init", *args])


def hooks_in(path):
    return [hook for repo in yaml.safe_load(path.read_text())["repos"] for hook in repo["hooks"]]


def validates(path):
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(path)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    return made.returncode == 0, made.stdout + made.stderr


def test_an_empty_folder_gets_both_files_and_pre_commit_accepts_its_own(run, tmp_path):
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("wrote factcheck.toml\nwrote .pre-commit-config.yaml\n")
    assert validates(tmp_path / ".pre-commit-config.yaml") == (True, "")
    assert len(hooks_in(tmp_path / ".pre-commit-config.yaml")) == 1


def test_the_settings_written_are_the_defaults_of_check(run, tmp_path):
    run()
    settings = tomllib.loads((tmp_path / "factcheck.toml").read_text())
    levels = {"fail-on": "error", "severity": "note"}
    assert settings == {**levels, "ignore": [], "rules": [], "exclude": []}
    told = " ".join(CliRunner().invoke(main, ["check", "--help"]).stdout.split())
    for name, level in levels.items():
        assert re.search(rf"--{name} (?:(?! --).)*\[default: {level}\]", told)


@pytest.mark.skipif(not OWN_HOOKS.exists(), reason="needs the checkout")
def test_the_hook_is_the_one_that_the_checkout_offers_run_as_installed(run, tmp_path):
    run()
    (written,) = hooks_in(tmp_path / ".pre-commit-config.yaml")
    offered = next(one for one in yaml.safe_load(OWN_HOOKS.read_text()) if one["id"] == "factcheck")
    assert written == {**offered, "language": "system"}


def test_what_is_there_stays_and_is_told_of(run, tmp_path):
    run()
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    assert "factcheck.toml is there already, and is left as it is\n" in result.stdout
    assert ".pre-commit-config.yaml has a hook for factcheck already" in result.stdout
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_settings_in_pyproject_count_as_there(run, tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.factcheck]\nseverity = "error"\n')
    assert "pyproject.toml has [tool.factcheck] already" in run().stdout
    assert not (tmp_path / "factcheck.toml").exists()


@pytest.mark.parametrize("there", [None, "repos:\n- repo: meta\n  hooks:\n  - id: identity\n"])
def test_a_dry_run_shows_what_would_be_written_and_writes_nothing(run, tmp_path, there):
    if there:
        (tmp_path / ".pre-commit-config.yaml").write_text(there)
    before = sorted(tmp_path.iterdir())
    result = run("--dry-run")
    assert result.exit_code == 0
    shown = re.sub("^ {4}", "", result.stdout, flags=re.M)
    assert "would write factcheck.toml:\n" in shown
    place = "add to .pre-commit-config.yaml, behind line 4" if there else "write .pre-commit-config"
    assert f"would {place}" in shown
    assert sorted(tmp_path.iterdir()) == before
    run()
    for name in ("factcheck.toml", ".pre-commit-config.yaml"):
        assert (tmp_path / name).read_text().removeprefix(there or "").strip() in shown


@given(hook_files)
def test_adding_the_hook_touches_no_line_that_was_there(text):
    grown = with_entry(text)
    made, lines, line = grown.text, grown.text.splitlines(), grown.line
    assert lines[:line] + lines[line + len(grown.added) :] == text.splitlines()
    assert lines[line : line + len(grown.added)] == [*grown.added]
    assert made.count("\r\n") == (made.count("\n") if "\r\n" in text else 0)
    assert has_entry(made)
    before, after = yaml.safe_load(text) or {}, yaml.safe_load(made)
    assert after.pop("repos")[:-1] == before.pop("repos", [])
    assert after == before


def test_the_hook_stands_right_behind_the_last_repo():
    repo = "repos:\n- repo: meta\n  hooks:\n  - id: identity\n    args:\n    - |-\n      two\n"
    grown = with_entry(f"{repo}\n\n# the end\nfail_fast: true\n")
    assert grown.text.startswith(f"{repo}- repo: local\n")
    assert grown.text.endswith("require_serial: true\n\n\n# the end\nfail_fast: true\n")


@given(hook_files)
def test_the_hook_stands_as_deep_as_the_others(text):
    made = with_entry(text).text
    depths = {len(one) - len(one.lstrip()) for one in made.splitlines() if "- repo: local" in one}
    body = [line for line in text.splitlines() if line.lstrip().startswith("- repo: ")]
    assert not body or depths == {len(body[0]) - len(body[0].lstrip())}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("repos: []\n", "its repos are not a list with a line for each"),
        ("repos: [{repo: meta, hooks: [{id: identity}]}]\n", "its repos are not a list"),
        ("repos:\n", "its repos are not a list"),
        ("- repo: meta\n", "it is no table with repos"),
        ("repos: [\n", "it is no YAML: while parsing"),
        ("a: 1\n---\nb: 2\n", "it is no YAML: expected a single document"),
        ("{repos: []}\n", "its repos are not a list"),
        ("repos:\n- repo: meta\n  hooks:\n  - id: |\n      identity", "it is laid out in a way"),
        ("{fail_fast: true}\n", "it is laid out in a way that cannot be added to"),
    ],
)
def test_what_cannot_be_added_to_is_left_and_the_entry_is_shown(run, tmp_path, text, said):
    path = tmp_path / ".pre-commit-config.yaml"
    path.write_text(text)
    result = run()
    assert result.exit_code == 3
    assert said in result.stderr.splitlines()[0]
    assert "\n".join(f"    {line}" for line in entry_lines()) in result.stderr
    assert path.read_text() == text
    assert (tmp_path / "factcheck.toml").exists()


def test_a_file_that_is_no_text_is_left(run, tmp_path):
    (tmp_path / ".pre-commit-config.yaml").write_bytes(b"repos: \xff\n")
    result = run()
    assert result.exit_code == 3
    assert "it is not in UTF-8" in result.stderr
    with pytest.raises(UnfitError):
        has_entry("[")


def test_a_hook_of_any_repo_counts(run):
    assert has_entry("repos:\n- repo: https://example.org/f\n  hooks:\n  - id: factcheck-strict\n")
    assert has_entry("repos:\n- repo: local\n  hooks:\n  - {id: desk, entry: factcheck check}\n")
    assert not has_entry("repos:\n- repo: local\n  hooks:\n  - {id: desk, entry: factchecker}\n")
    assert not has_entry("repos: 7\n")


def test_a_folder_that_is_not_there_is_made_and_a_file_is_misuse(run, tmp_path):
    assert run("desk/stories").exit_code == 0
    assert (tmp_path / "desk" / "stories" / "factcheck.toml").exists()
    (tmp_path / "a.md").write_text("")
    result = run("a.md")
    assert (result.exit_code, result.stderr) == (2, "factcheck: a.md is not a folder\n")


def test_within_a_repository_the_hook_is_put_where_pre_commit_looks(run, tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    (tmp_path / "the desk").mkdir()
    monkeypatch.chdir(tmp_path / "the desk")
    result = run()
    assert "wrote factcheck.toml\nwrote ../.pre-commit-config.yaml\n" in result.stdout
    assert "git init" not in result.stdout
    (hook,) = hooks_in(tmp_path / ".pre-commit-config.yaml")
    assert re.search(hook["files"], "the desk/story.md")
    assert not re.search(hook["files"], "other/the desk/story.md")


@needs_git
def test_pre_commit_stops_a_broken_story_with_what_was_written(run, tmp_path):
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "factcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n')
    command.chmod(0o755)
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment = {
        **inherited,
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(filter(None, map(os.path.abspath, sys.path))),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
    }

    def typed(*words):
        return subprocess.run(
            words, cwd=tmp_path / "desk", env=environment, capture_output=True, text=True
        )

    run("desk")
    (tmp_path / "desk" / "a.md").write_text("Between 60 and 40 boats lay in the harbour.\n")
    typed("git", "init", "-q")
    typed("git", "add", "-A")
    tried = typed(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert tried.returncode == 1, tried.stdout + tried.stderr
    assert "[inverted-range]" in tried.stdout
    (tmp_path / "desk" / "a.md").write_text("Between 40 and 60 boats lay in the harbour.\n")
    assert typed(sys.executable, "-m", "pre_commit", "run", "--all-files").returncode == 0
