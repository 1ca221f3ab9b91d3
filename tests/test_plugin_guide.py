import re
from inspect import signature
from pathlib import Path

import factcheck
from factcheck import hooks
from factcheck.checker import marked_by
from factcheck.plugins import rules_from_folder

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
        for example in rule.examples:
            assert marked_by(rule, example) == example.text


def test_every_name_the_guide_imports_from_factcheck_is_there():
    lists = re.findall(r"^from factcheck import (.*)$", GUIDE, re.MULTILINE)
    names = {name.strip() for names in lists for name in names.split(",")}
    assert names <= set(factcheck.__all__)
