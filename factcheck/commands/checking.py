"""From a story to what is shown of it: its rules, what the desk decides, the severity asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from factcheck.checker import check_document
from factcheck.commands.stories import AsOf, Story, read_document
from factcheck.findings import SEVERITIES, Failure, Finding, Report
from factcheck.reports import Checked
from factcheck.rules import Rule
from factcheck.values import dataclass

_RANK: dict[str, int] = {severity: rank for rank, severity in enumerate(SEVERITIES)}

# Gives the report with some findings among the accepted, or with findings of the desk's own.
Decision: TypeAlias = Callable[[Report], Report]


@dataclass(frozen=True, slots=True)
class Plan:
    """How the stories of a run are checked.

    `rules_for` gives the rules for a path. The `decisions` of the desk are taken in their order,
    before what is below `severity` is left out.
    """

    rules_for: Callable[[str], Sequence[Rule]]
    decisions: tuple[Decision, ...] = ()
    severity: str = "note"
    as_of: AsOf = None


def check_stories(stories: Iterable[Story], plan: Plan) -> Iterator[Checked]:
    """What is to be shown of each story; one that breaks us stops no other."""
    return (check_story(story, plan) for story in stories)


def check_story(story: Story, plan: Plan) -> Checked:
    """What is to be shown of a story, or why it could not be read."""
    return decide(story.path, find(story, plan.rules_for(story.path), plan.as_of), plan)


def find(story: Story, rules: Sequence[Rule], as_of: AsOf) -> Report | Failure:
    """All that rules say of a story, or why it could not be read."""
    document = read_document(story, as_of)
    return document if isinstance(document, Failure) else check_document(document, rules)


def decide(path: str, found: Report | Failure, plan: Plan) -> Checked:
    """What is to be shown of what was found in a story."""
    if isinstance(found, Failure):
        return Checked(path, unread=found)
    for decision in plan.decisions:
        found = decision(found)
    shown = tuple(one for one in found.findings if reaches(one, plan.severity))
    accepted = tuple(one for one in found.accepted if reaches(one.finding, plan.severity))
    return Checked(path, replace(found, findings=shown, accepted=accepted))


def reaches(finding: Finding, level: str) -> bool:
    """Whether a finding is as severe as this, or more so; nothing reaches "never"."""
    return level != "never" and _RANK[str(finding.severity)] <= _RANK[level]
