"""What stands under a finding's message where there is only text: the sum, and what repairs it."""

from __future__ import annotations

from factcheck.findings import Finding


def notes(finding: Finding) -> list[str]:
    """A line each, without line breaks."""
    lines = [f"sum: {'; '.join(finding.working)}"] if finding.working else []
    lines += [f"consistent if: {change}" for change in finding.consistent_if]
    return [one_line(line) for line in lines]


def one_line(text: str) -> str:
    """The text with single spaces for all its white space."""
    return " ".join(text.split())
