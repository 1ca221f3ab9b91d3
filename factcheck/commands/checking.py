"""From a story to what is shown of it: its rules, what the desk decides, the severity asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from factcheck.checker import check_document
from factcheck.commands.choosing import regraded
from factcheck.commands.configured import Configured, MisconfiguredError
from factcheck.commands.stories import AsOf, Story, read_document
from factcheck.findings import SEVERITIES, Failure, Finding, Report
from factcheck.readers import JsonPaths
from factcheck.reports import Checked
from factcheck.rules import Rule
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


@dataclass(frozen=True, slots=True)
class Task:
    """A story, the rules that run on it, and with what it is read."""

    story: Story
    rules: Sequence[Rule]
    as_of: AsOf = None
    json_paths: JsonPaths = ()


def check_stories(stories: Iterable[Story], plan: Plan) -> Iterator[Checked]:
    """What is to be shown of each story; one that breaks us stops no other."""
    return (check_story(story, plan) for story in stories)


def check_story(story: Story, plan: Plan) -> Checked:
    """What is to be shown of a story, or why it could not be read."""
    try:
        task = task_of(story, plan)
    except MisconfiguredError as error:
        return misconfigured(story.path, error)
    return decide(story.path, find(task), plan)


def task_of(story: Story, plan: Plan) -> Task:
    """What is to be done with a story; raises `MisconfiguredError`."""
    settings = plan.configured.settings_for(story.path)
    return Task(story, plan.configured.rules_for(story.path), plan.as_of, settings.json_paths)


def find(task: Task) -> Report | Failure:
    """All that its rules say of a story, or why it could not be read."""
    document = read_document(task.story, task.as_of, task.json_paths)
    return document if isinstance(document, Failure) else check_document(document, task.rules)


def decide(path: str, found: Report | Failure, plan: Plan) -> Checked:
    """What is to be shown of what was found in a story."""
    configured = plan.configured
    if isinstance(found, Failure):
        return Checked(path, unread=found)
    least = configured.settings_for(path).severity
    found = replace(found, findings=regraded(found.findings, configured.levels_for(path)))
    for decision in plan.decisions:
        found = decision(found)
    shown = tuple(one for one in found.findings if reaches(one, least))
    accepted = tuple(one for one in found.accepted if reaches(one.finding, least))
    failures = (*configured.failures_for(path), *found.failures)
    return Checked(path, replace(found, findings=shown, accepted=accepted, failures=failures))


def misconfigured(path: str, error: MisconfiguredError) -> Checked:
    """A story that is not checked, as nobody knows how."""
    return Checked(path, unread=Failure(error.message), misconfigured=True)


def reaches(finding: Finding, level: str) -> bool:
    """Whether a finding is as severe as this, or more so; nothing reaches "never"."""
    return level != "never" and _RANK[str(finding.severity)] <= _RANK[level]
