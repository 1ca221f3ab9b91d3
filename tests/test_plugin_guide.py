import os
import re
import subprocess
import sys
from inspect import signature
from pathlib import Path

import factcheck
from factcheck import hooks
from factcheck.plugins import rules_from_folder
from factcheck.trials import faults_of, try_rule

GUIDE = (Path(__file__).resolve().parents[1] / "plugins" / "README.md").read_text(encoding="utf-8")


def hook_headings():
    for name, value in vars(hooks).items():
        if hasattr(value, f"{hooks.PROJECT}_spec"):
            yield f"### `{name}({', '.join(signature(value).parameters)})`"


def test_the_guide_has_each_hook_with_its_arguments_and_no_other():
    headings = re.findall(r"^### `.*", GUIDE, re.MULTILINE)
    assert headings == list(hook_headings())


def test_the_rules_of_the_guide_find_what_their_examples_mark(tmp_path):
    blocks = re.findall(r"^```python\n(.*?)^```", GUIDE, re.M | re.S)
    for number, block in enumerate(block for block in blocks if "@rule(" in block):
        (tmp_path / f"rule_{number}.py").write_text(block, encoding="utf-8")
    loaded = rules_from_folder(str(tmp_path))
    assert loaded.rules
    assert not loaded.failures
    for rule in loaded.rules:
        assert [trial for trial in try_rule(rule) if not trial.passed] == []
        assert [*faults_of(rule)] == []


def test_every_name_the_guide_imports_from_factcheck_is_there():
    lists = re.findall(r"^from factcheck import (.*)$", GUIDE, re.MULTILINE)
    names = {name.strip() for names in lists for name in names.split(",")}
    assert names <= set(factcheck.__all__)


def shown(command):
    """What the guide shows for a command, as it is printed."""
    (block,) = re.findall(
        rf"^```console\n\$ {re.escape(command)}.*?\n(.*?)^```", GUIDE, re.M | re.S
    )
    return block


def typed(command, folder):
    arguments = [sys.executable, "-m", "factcheck", *command.split()[1:]]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, map(os.path.abspath, sys.path))),
        "COLUMNS": "100",
    }
    return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True)


def test_the_ten_minutes_of_the_guide_go_as_it_shows_them(tmp_path):
    begun = typed("factcheck new-rule teenager-of-wrong-age", tmp_path)
    assert begun.stdout == shown("factcheck new-rule")
    assert typed("factcheck test", tmp_path).returncode == 0

    file = tmp_path / "newsroom_rules" / "teenager_of_wrong_age.py"
    blocks = re.findall(r"^```python\n(.*?)^```", GUIDE, re.M | re.S)
    edited = next(block for block in blocks if "def teenager_of_wrong_age" in block)
    file.write_text(edited.replace("Range(13, 19)", "Range(13, 18)"), encoding="utf-8")
    tried = typed("factcheck test", tmp_path)
    assert (tried.stdout, tried.returncode) == (shown("factcheck test"), 1)

    file.write_text(edited, encoding="utf-8")
    tried = typed("factcheck test", tmp_path)
    assert (tried.stderr, tried.returncode) == ("", 0)
    (tmp_path / "story.md").write_text("They found the 21-year-old teenager on Monday.\n")
    checked = typed("factcheck check --rules newsroom_rules story.md", tmp_path)
    assert checked.stdout.startswith(shown("factcheck check"))
    assert checked.returncode == 1
