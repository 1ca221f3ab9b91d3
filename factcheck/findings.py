"""What rules find in a story, and the report of it, all frozen."""

from __future__ import annotations

from typing import Literal

from factcheck.model import Document, Span
from factcheck.ranges import Range
from factcheck.values import dataclass

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Bar:
    """A range to draw on a number line under a finding."""

    range: Range
    label: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What cannot all be true, and where.

    `message` is one sentence that stands alone and names both sides with their numbers. The
    first of `spans` is the place of the problem. `working` is the sum, a line a step.
    `consistent_if` has each single change that would repair the story. A rule leaves `rule`,
    `code` and, where it has only one, `severity` to the checker.
    """

    message: str
    spans: tuple[Span, ...]
    working: tuple[str, ...] = ()
    consistent_if: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    severity: Severity | None = None
    rule: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """A rule held these figures against each other, and why it did or did not object."""

    spans: tuple[Span, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that did not work: a rule, a plugin or a file. `message` is one sentence."""

    message: str
    rule: str = ""
    distribution: str = ""


@dataclass(frozen=True, slots=True)
class Slow:
    """A rule that took some of a run's time with one story: more than 10 ms, in `seconds`."""

    rule: str
    distribution: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that is not shown, and why.

    `by` is the desk's decision: "mark" (a mark in the story), "baseline", or "unchanged" (it
    touches nothing that has changed). `reason` is what the desk wrote, "" where it wrote none;
    `identity` that of the baseline's entry.
    """

    finding: Finding
    by: Literal["mark", "baseline", "unchanged"]
    reason: str = ""
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one story.

    `findings` are in reading order. `figures` counts the story's quantities; `checked` those
    that some rule compared. `failures` names rules that broke; the others still ran.
    `accepted` are findings that the desk has decided not to see, each with the reason. `slow` are
    the rules that took long; of all here it alone is not the same from run to run.
    """

    document: Document
    findings: tuple[Finding, ...] = ()
    compared: tuple[Compared, ...] = ()
    failures: tuple[Failure, ...] = ()
    figures: int = 0
    checked: int = 0
    accepted: tuple[Accepted, ...] = ()
    slow: tuple[Slow, ...] = ()
