"""From a story to what is shown of it: its rules, what the desk decides, the severity asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from factcheck.checker import check_document
from factcheck.commands.configured import Configured, MisconfiguredError
from factcheck.commands.stories import AsOf, Story, read_document
from factcheck.findings import SEVERITIES, Failure, Finding, Report
from factcheck.reports import Checked
from factcheck.values import dataclass, replace

_RANK: dict[str, int] = {severity: rank for rank, severity in enumerate(SEVERITIES)}

# Gives the report with some findings among the accepted, or with findings of the desk's own.
Decision: TypeAlias = Callable[[Report], Report]


@dataclass(frozen=True, slots=True)
class Plan:
    """How the stories of a run are checked.

    `configured` gives the settings and the rules for a path. The `decisions` of the desk are
    taken in their order, before what is below the severity asked for is left out.
    """

    configured: Configured
    decisions: tuple[Decision, ...] = ()
    as_of: AsOf = None


def check_stories(stories: Iterable[Story], plan: Plan) -> Iterator[Checked]:
    """What is to be shown of each story; one that breaks us stops no other."""
    return (check_story(story, plan) for story in stories)


def check_story(story: Story, plan: Plan) -> Checked:
    """What is to be shown of a story, or why it could not be read."""
    configured = plan.configured
    try:
        settings = configured.settings_for(story.path)
        rules = configured.rules_for(story.path)
    except MisconfiguredError as error:
        return Checked(story.path, unread=Failure(error.message), misconfigured=True)
    document = read_document(story, plan.as_of, settings.json_paths)
    if isinstance(document, Failure):
        return Checked(story.path, unread=document)
    report = check_document(document, rules)
    for decide in plan.decisions:
        report = decide(report)
    shown = tuple(one for one in report.findings if reaches(one, settings.severity))
    accepted = tuple(one for one in report.accepted if reaches(one.finding, settings.severity))
    failures = (*configured.failures_for(story.path), *report.failures)
    report = replace(report, findings=shown, accepted=accepted, failures=failures)
    return Checked(story.path, report)


def reaches(finding: Finding, level: str) -> bool:
    """Whether a finding is as severe as this, or more so; nothing reaches "never"."""
    return level != "never" and _RANK[str(finding.severity)] <= _RANK[level]
