"""What a rule's docstring says of it: the reason, and paragraphs under headings of their own.

A paragraph that begins with one of the `HEADINGS` and a colon is a remark; the others are the
reason. So all that is said of a rule stands in its own file.
"""

from __future__ import annotations

import re

from factcheck.rules import Rule
from factcheck.values import dataclass

# As a docstring has them, with what a reader sees.
HEADINGS = {
    "Compares": "What it compares",
    "Tolerance": "Tolerance",
    "Silent": "When it is silent",
    "Published": "In print",
}
_REMARK = re.compile(rf"({'|'.join(HEADINGS)}):\s+(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark under one of the `HEADINGS`; its text is one line."""

    heading: str
    text: str


def reason_of(rule: Rule) -> tuple[str, ...]:
    """Why anyone should care, a line for each paragraph."""
    return tuple(_joined(one) for one in _paragraphs(rule) if not _REMARK.match(one))


def remarks_of(rule: Rule) -> tuple[Remark, ...]:
    """The remarks in the order of their headings, whatever that of the docstring is."""
    found = {
        match[1]: _joined(match[2]) for one in _paragraphs(rule) if (match := _REMARK.match(one))
    }
    return tuple(Remark(one, found[one]) for one in HEADINGS if one in found)


def _paragraphs(rule: Rule) -> list[str]:
    return [one.strip() for one in rule.reason.split("\n\n") if one.strip()]


def _joined(paragraph: str) -> str:
    return " ".join(paragraph.split())
