"""`factcheck new-rule` writes a rule that works, and never over another."""

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import assume, given, settings
from strategies import rule_names

from factcheck.commands import main
from factcheck.plugins import installed_rules, rules_from_folder
from factcheck.trials import advice_on, faults_of, try_rule


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, args)


def rule_in(path):
    loaded = rules_from_folder(str(path))
    assert not loaded.failures
    (rule,) = loaded.rules
    return rule


@settings(max_examples=25)
@given(rule_names)
def test_whatever_its_name_a_new_rule_passes_and_no_other_flags_it(name):
    assume(name not in {one.name for one in installed_rules().rules})
    with TemporaryDirectory() as folder:
        result = CliRunner().invoke(main, ["new-rule", name, "--folder", folder])
        assert (result.exit_code, result.stderr) == (0, "")
        rule = rule_in(folder)
        assert (rule.name, rule.code) == (name, "NR101")
        trials = [*try_rule(rule, installed_rules().rules)]
    assert [one for one in trials if not one.passed or one.others] == []
    assert {one.example.sound for one in trials} == {True, False}
    assert [*faults_of(rule), *advice_on(rule)] == []


def test_it_goes_into_the_folder_of_the_newsroom_unless_another_is_named(run, tmp_path):
    assert run("new-rule", "too-many-seats").exit_code == 0
    assert run("new-rule", "too-many-bridges", "--folder", "desk/rules").exit_code == 0
    files = [str(one.relative_to(tmp_path)) for one in sorted(tmp_path.rglob("*.py"))]
    assert files == ["desk/rules/too_many_bridges.py", "newsroom_rules/too_many_seats.py"]


def test_each_has_the_code_after_the_last_of_its_newsroom(run, tmp_path):
    run("new-rule", "too-many-seats", "--code", "QT107")
    run("new-rule", "too-many-bridges")
    folder = tmp_path / "newsroom_rules"
    assert rule_in(folder / "too_many_bridges.py").code == "QT108"
    # A rule that does not load just now has its code all the same.
    (folder / "too_many_bridges.py").write_text('@rule("QT150"\n')
    run("new-rule", "too-many-boats")
    assert rule_in(folder / "too_many_boats.py").code == "QT151"


def test_after_the_last_code_of_all_there_is_none(run):
    run("new-rule", "too-many-seats", "--code", "NR999")
    result = run("new-rule", "too-many-boats")
    assert result.exit_code == 2
    assert "no code is left behind NR999" in result.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["TooManySeats"], "did you mean too-many-seats?"),
        (["too_many_seats"], "did you mean too-many-seats?"),
        (["too--many"], "did you mean too-many?"),
        (["2-many"], "did you mean many?"),
        (["é"], "'é' is not in kebab-case, small letters and digits with single hyphens\n"),
        (["../escape"], "did you mean escape?"),
        (["lambda"], "'lambda' is a word of Python's own"),
        (["inverted-range"], "a rule is called inverted-range already: FC101 of factcheck-lint"),
        (["too-many", "--code", "nr101"], "did you mean NR101?"),
        (["too-many", "--code", "N1"], "'N1' is not capitals and three digits, as AB101"),
        (["too-many", "--code", "FC999"], "FC999 begins with FC, which is factcheck's own"),
        (["too-many", "--code", "ZZ101"], "the code ZZ101 is taken"),
        (["there"], "newsroom_rules/there.py is there already, and is left as it is"),
        (["too-many", "--folder", "a-file"], None),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence_and_nothing_changes(
    run, tmp_path, args, said
):
    (tmp_path / "newsroom_rules").mkdir()
    (tmp_path / "newsroom_rules" / "there.py").write_text("# ours: 'ZZ101'\n")
    (tmp_path / "a-file").write_text("")
    before = {one: one.is_dir() or one.read_text() for one in tmp_path.rglob("*")}
    result = run("new-rule", *args)
    assert result.exit_code == (2 if said else 3)
    assert (said or "cannot write a-file/too_many.py: ") in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert {one: one.is_dir() or one.read_text() for one in tmp_path.rglob("*")} == before


def test_what_it_says_to_do_next_can_be_done(run, tmp_path):
    told = run("new-rule", "too-many-seats", "--folder", "our rules").stdout
    (tmp_path / "story.md").write_text("The Guildhall sold all 470 seats on Monday.\n")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    commands = re.findall(r"^ {4}factcheck (.*)$", told, re.M)
    results = [
        subprocess.run(
            f"{sys.executable} -m factcheck {one}", shell=True, cwd=tmp_path, env=environment,
            capture_output=True, text=True,
        )
        for one in commands
    ]  # fmt: skip
    assert [one.returncode for one in results] == [0, 0]
    assert "Guildhall has 400" in results[1].stdout


def test_the_rule_to_start_from_is_written_as_it_stands():
    start = Path(sys.modules["factcheck"].__file__).parent / "commands" / "starting_rule.py"
    assert rule_in(start).name == "starting-rule"
