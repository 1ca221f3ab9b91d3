"""`factcheck completion` teaches each shell to complete."""

import os
import re
import shutil
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from factcheck.commands import main

needs = {
    name: pytest.mark.skipif(not shutil.which(name), reason=f"needs {name}")
    for name in ("bash", "zsh", "fish")
}
# What a shell runs once its script is there: a line to complete becomes candidates, one a line.
BASH = r"""
eval "$(factcheck completion bash)"
read -ra COMP_WORDS <<< "$LINE"
if [[ $LINE == *" " ]]; then COMP_WORDS+=(""); fi
COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
compopt() { echo "$*"; }
_factcheck_completion factcheck
printf '%s\n' "${COMPREPLY[@]}"
"""
FISH = 'factcheck completion fish | source; complete -C "$LINE" | string replace -r "\\t.*" ""'


@pytest.fixture
def environment(tmp_path):
    """Surroundings in which a shell finds factcheck on its path."""
    command = tmp_path / "bin" / "factcheck"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n')
    command.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(filter(None, map(os.path.abspath, sys.path))),
        "HOME": str(tmp_path),
    }


COMPLETED = [
    ("factcheck expl", ["explain"]),
    ("factcheck new", ["new-rule"]),
    ("factcheck check --fail-on e", ["error"]),
    ("factcheck check --fai", ["--fail-on"]),
    ("factcheck check --format json", ["json", "jsonl"]),
    ("factcheck explain inverted", ["inverted-range"]),
    ("factcheck explain FC101", ["FC101"]),
    ("factcheck check --ignore inverted-range,times-f", ["inverted-range,times-fewer"]),
    ("factcheck rules --distribution factcheck-l", ["factcheck-lint"]),
    ("factcheck completion f", ["fish"]),
    ("factcheck no-such-command x", []),
]


def run(environment, *command, line):
    made = subprocess.run(
        command, env={**environment, "LINE": line}, capture_output=True, text=True, timeout=60
    )
    assert made.stderr == ""
    return made.stdout.split()


@needs["bash"]
@pytest.mark.parametrize(("line", "candidates"), COMPLETED)
def test_bash_completes(environment, line, candidates):
    assert run(environment, "bash", "--norc", "-c", BASH, line=line) == candidates


@needs["bash"]
@pytest.mark.parametrize(
    ("line", "asked"),
    [("factcheck check ", "default"), ("factcheck check --rules ", "dirnames")],
)
def test_bash_is_left_to_complete_files_and_folders_itself(environment, line, asked):
    assert run(environment, "bash", "--norc", "-c", BASH, line=line) == ["-o", asked]


@needs["fish"]
@pytest.mark.parametrize(("line", "candidates"), COMPLETED)
def test_fish_completes(environment, line, candidates):
    found = run(environment, "fish", "--no-config", "-c", FISH, line=line)
    assert found == candidates


@needs["zsh"]
def test_zsh_takes_the_script(environment):
    script = 'autoload -Uz compinit; compinit -u -D; eval "$(factcheck completion zsh)"; '
    script += "print $_comps[factcheck]"
    found = run(environment, "zsh", "-c", script, line="")
    assert found == ["_factcheck_completion"]


def asked(shell, line, monkeypatch):
    """What factcheck answers to a shell's script."""
    words = line.split(" ")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", words[-1] if shell == "fish" else str(len(words) - 1))
    monkeypatch.setenv("_FACTCHECK_COMPLETE", f"{shell}_complete")
    return CliRunner().invoke(main, [], prog_name="factcheck").stdout.strip("\n").splitlines()


@pytest.mark.parametrize(("line", "candidates"), COMPLETED)
def test_each_shell_is_given_the_same_candidates(monkeypatch, line, candidates):
    bash = asked("bash", line, monkeypatch)
    assert [one.partition(",")[2] for one in bash] == candidates
    assert asked("zsh", line, monkeypatch)[1::3] == candidates
    fish = [one.partition("\t")[0] for one in asked("fish", line, monkeypatch)]
    assert [one.partition(",")[2] for one in fish] == candidates


def test_the_rules_of_a_folder_named_before_are_completed_too(monkeypatch, tmp_path):
    CliRunner().invoke(main, ["new-rule", "too-many-seats", "--folder", str(tmp_path)])
    line = f"factcheck check --rules {tmp_path} --select too-many"
    assert asked("bash", line, monkeypatch) == ["plain,too-many-seats"]


def test_fish_cuts_what_it_is_given_at_the_first_comma_only():
    script = CliRunner().invoke(main, ["completion", "fish"]).stdout
    assert script.count("string split") == script.count('string split -m1 ","') == 1


@pytest.mark.parametrize("command", ["check", "facts", "why", "annotate", "test", "init"])
def test_arguments_that_are_paths_are_the_shells_to_complete(monkeypatch, command):
    (answer,) = asked("bash", f"factcheck {command} sto", monkeypatch)
    assert answer == ("dir,sto" if command == "init" else "file,sto")


PLACES = re.compile(r"FILE|FOLDER|PATH|RULES")


def test_whatever_names_files_folders_or_rules_is_completed():
    shell = click.Context(main, resilient_parsing=True)
    for name in main.list_commands(shell):
        for param in main.get_command(shell, name).params:
            if PLACES.search(param.make_metavar(shell)):
                assert "shell_complete" in vars(param), f"{name} {param.opts}"


def test_a_shell_that_there_is_no_script_for_is_misuse():
    result = CliRunner().invoke(main, ["completion", "tcsh"])
    assert result.exit_code == 2
    assert "'tcsh' is not one of 'bash', 'zsh', 'fish'" in result.stderr


def test_what_completes_is_not_loaded_before_a_shell_asks(environment, tmp_path):
    (tmp_path / "a.md").write_text("Ten came.\n")
    command = [sys.executable, "-X", "importtime", "-m", "factcheck", "check", "a.md"]
    made = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert made.returncode == 0
    assert "factcheck.commands.check" in made.stderr
    assert "shell_completion" not in made.stderr
    assert "commands.completing" not in made.stderr
