"""The page of all rules."""

from pathlib import Path

import pytest

from factcheck.desk.mark_rules import MARK_RULES
from factcheck.plugins import installed_rules
from factcheck.reports.rule_pages import write_rule_pages

PAGE = Path(__file__).parents[1] / "rules" / "README.md"
BUILT_IN = [*MARK_RULES, *(rule for rule in installed_rules().rules if rule.code.startswith("FC"))]


@pytest.mark.skipif(not PAGE.exists(), reason="needs the checkout")
def test_the_page_is_what_the_rules_say_now():
    made = "".join(write_rule_pages(BUILT_IN))
    assert PAGE.read_text("utf-8") == made, "stale: make it anew with `make pages`"


@pytest.mark.parametrize("rule", BUILT_IN, ids=lambda rule: rule.name)
def test_each_rule_stands_on_the_page_with_all_its_examples(rule):
    page = "".join(write_rule_pages([rule]))
    assert f"{rule.name} ({rule.code}" in page
    assert all(example.text.strip() in page for example in rule.examples)
