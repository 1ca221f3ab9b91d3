"""The rules for marks themselves: listed, selected and explained as all others.

Whether a mark is as it should be shows only when the other rules have run, so the desk finds
what these find; as functions of a story they find nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.distributions import OWN
from factcheck.examples import Example
from factcheck.findings import Finding, Severity
from factcheck.model import Document
from factcheck.rules import Rule

_STORY = "The agency let 60 flats in May, up {} percent from 50 flats in April."
_MARK = "<!-- factcheck: ok {} -->"


def _find(document: Document) -> Iterable[Finding]:
    del document
    return ()


def _story(mark: str, percent: int = 50) -> Example:
    return Example(f"{mark}\n{_STORY.format(percent)}", "story.md")


def _rule(
    code: str, name: str, severity: Severity, summary: str, reason: str, *examples: Example
) -> Rule:
    return Rule(code, name, summary, reason, examples, severity, _find, __name__, OWN)


_SOUND = _story(_MARK.format("percent-change-wrong: the agency counts shared flats as halves"))

UNUSED = _rule(
    "FC001",
    "unused-mark",
    "warning",
    "A mark accepts something.",
    "A mark that was left behind when its paragraph was put right, or that stands at the wrong "
    "paragraph, would accept the next mistake there unseen. A mark is on the paragraph that it "
    "accepts or right before it; one for a rule that is not run is not counted.",
    _story(f"[[{_MARK.format('percent-change-wrong: the agency rounds to tens')}]]", 20),
    _SOUND,
)
UNKNOWN = _rule(
    "FC002",
    "unknown-mark",
    "error",
    "A mark names rules that there are.",
    "What a mark for a rule that is mistyped was to accept is still found, or is not looked for "
    "any more. Rules are named by name or code, several with commas: `factcheck rules` lists "
    "them.",
    _story(f"[[{_MARK.format('percent-change: the agency counts shared flats as halves')}]]"),
    _SOUND,
)
WITHOUT_REASON = _rule(
    "FC003",
    "mark-without-reason",
    "error",
    "A mark says why.",
    "Whoever reads the story next must be able to tell a decision from a mistake. A mark without "
    "a reason accepts nothing; the reason stands behind a second colon.",
    _story(f"[[{_MARK.format('percent-change-wrong')}]]"),
    _SOUND,
)
MARK_RULES = (UNUSED, UNKNOWN, WITHOUT_REASON)
