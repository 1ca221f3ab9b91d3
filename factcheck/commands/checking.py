"""From a story to what is shown of it: its rules, what the desk decides, the severity asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from factcheck.checker import check_document
from factcheck.commands.stories import AsOf, Story, read_document
from factcheck.findings import SEVERITIES, Failure, Finding, Report
from factcheck.reports import Checked
from factcheck.rules import Rule
from factcheck.values import dataclass, replace

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
    document = read_document(story, plan.as_of)
    if isinstance(document, Failure):
        return Checked(story.path, unread=document)
    report = check_document(document, plan.rules_for(story.path))
    for decide in plan.decisions:
        report = decide(report)
    shown = tuple(one for one in report.findings if reaches(one, plan.severity))
    accepted = tuple(one for one in report.accepted if reaches(one.finding, plan.severity))
    return Checked(story.path, replace(report, findings=shown, accepted=accepted))


def reaches(finding: Finding, level: str) -> bool:
    """Whether a finding is as severe as this, or more so; nothing reaches "never"."""
    return level != "never" and _RANK[str(finding.severity)] <= _RANK[level]
