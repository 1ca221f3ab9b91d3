"""The rules as Markdown: what each says, why, and its examples. rules/README.md is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factcheck.examples import Example
from factcheck.remarks import HEADINGS, reason_of, remarks_of
from factcheck.rules import Rule

_GROUPS = {
    "FC0": "Marks",
    "FC1": "Estimates and figures",
    "FC2": "Arithmetic",
    "FC3": "Dates and ages",
    "FC4": "Units and money",
    "FC5": "Sources",
    "FC6": "Official figures on file",
    "FC7": "Names",
}
_HEAD = """\
# The rules

Made from the rules themselves by `make pages`; edit them, not this page.
`[[ ]]` stand round what a rule marks. A story that only looks like it stands beside each.
"""


def write_rule_pages(rules: Sequence[Rule]) -> Iterator[str]:
    """One page of all rules in the order of their codes, in pieces; ends with a newline."""
    yield _HEAD
    ordered = sorted(rules, key=lambda rule: rule.code)
    for group, members in groupby(ordered, key=lambda rule: rule.code[:-2]):
        yield f"\n## {_GROUPS.get(group, group)}\n"
        for rule in members:
            yield f"\n### {rule.name} ({rule.code}, {rule.severity})\n\n"
            yield from write_rule(rule)


def write_rule(rule: Rule) -> Iterator[str]:
    """What a rule says, why, and its examples, as Markdown without a heading."""
    yield f"{rule.summary}\n"
    for paragraph in reason_of(rule):
        yield f"\n{paragraph}\n"
    for remark in remarks_of(rule):
        yield f"\n**{HEADINGS[remark.heading]}:** {remark.text}\n"
    yield from _examples("Flagged", (one for one in rule.examples if not one.sound))
    yield from _examples("Left alone", (one for one in rule.examples if one.sound))


def _examples(title: str, examples: Iterable[Example]) -> Iterator[str]:
    yield f"\n{title}:\n"
    for example in examples:
        yield f"\n```\n{example.text.strip()}\n```\n"
