"""factcheck config: each setting, where it comes from, and which files were looked at."""

import json
import tomllib

import pytest
from newsrooms import RULE, complaint, run, write


@pytest.fixture(autouse=True)
def newsroom(tmp_path, monkeypatch):
    """A folder above which there is no configuration, and which is the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def origins(*arguments):
    """Where each setting comes from that is not the default."""
    shown = json.loads(run("config", "--format", "json", *arguments).stdout)
    return {one["name"]: one["from"] for one in shown["settings"] if one["from"] != "default"}


def test_config_shows_each_setting_and_where_it_comes_from():
    write(sub__factcheck_toml='ignore = ["FC1"]\n\nfail-on = "never"', a_md="", sub__b_md="")
    assert origins("a.md") == {}
    assert origins("sub/b.md") == origins("sub") == {
        "ignore": "sub/factcheck.toml:1", "fail-on": "sub/factcheck.toml:3"
    }  # fmt: skip
    assert origins("sub", "--ignore", "FC2", "--fail-on", "error", "--severity", "note") == {
        "ignore": "sub/factcheck.toml:1 and command line",
        "fail-on": "command line",
        "severity": "command line",
    }
    assert origins("sub", "--select", "FC2") == {
        "select": "command line", "ignore": "command line", "per-file-rules": "command line",
        "fail-on": "sub/factcheck.toml:3",
    }  # fmt: skip


def test_what_config_shows_is_a_configuration_that_says_the_same():
    write(sub__a_md="", sub__rules__tons_py=RULE)
    write(
        sub__factcheck_toml='select = ["FC1", "NR"]\nrules = ["rules"]\nseverities.FC1 = "note"\n'
        'per-file-rules."a.*" = { ignore = ["FC1"] }\nformat = ["json=all.json", "full"]\n'
        'json-paths = { a = "deck" }\nbaseline = "base.json"\ncache = false'
    )
    shown = run("config", "sub").stdout
    write(factcheck_toml=shown)
    again = run("config").stdout
    assert tomllib.loads(again) == tomllib.loads(shown)
    assert tomllib.loads(again)["format"] == ["json=sub/all.json", "full"]


def test_config_names_the_files_it_considered():
    write(factcheck_toml="", sub__pyproject_toml="[tool.x]", pyproject_toml="[tool.factcheck]")
    assert json.loads(run("config", "--format", "json", "sub").stdout)["files"] == [
        {"file": "sub/pyproject.toml", "result": "not used: it has no table [tool.factcheck]"},
        {"file": "factcheck.toml", "result": "used"},
        {"file": "pyproject.toml", "result": "not used: factcheck.toml goes before it"},
    ]
    write(sub__factcheck_toml="")
    assert json.loads(run("config", "--format", "json", "sub").stdout)["files"] == [
        {"file": "sub/factcheck.toml", "result": "used"},
        {"file": "sub/pyproject.toml", "result": "not used: factcheck.toml goes before it"},
    ]
    assert "# No configuration is used.\n" in run("config", "--isolated").stdout


def test_config_says_how_many_rules_run_on_a_story():
    told = 'select = ["FC101"]\n[per-file-rules]\n"a.md" = { ignore = ["FC1"] }'
    write(factcheck_toml=told, a_md="", b_md="")
    assert run("config", "b.md").stdout.splitlines()[-1].startswith("# 1 of ")
    assert run("config", "a.md").stdout.splitlines()[-2:][0] == (
        '# per-file-rules: "a.md" means this story'
    )
    assert run("config", "a.md").stdout.splitlines()[-1].startswith("# 0 of ")


def test_config_of_a_story_that_is_not_there_is_misuse():
    assert complaint("config", "gone.md") == "gone.md: there is no such file or folder"


def test_config_refuses_what_check_would_refuse():
    write(factcheck_toml='select = ["FC9"]')
    assert complaint("config").startswith("factcheck.toml:1: no rule is called 'FC9'")


def test_the_help_of_config_names_every_setting():
    shown = run("config", "--help").stdout
    assert all(f"  {name} " in shown for name in tomllib.loads(run("config").stdout))
