"""What every page of HTML begins with: its head, what its marks mean, and what did not run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.findings import Failure
from factcheck.reports.marked_story import READ_AS
from factcheck.reports.markup import escaped


def head(title: str, *styles: str) -> str:
    """A page as far as into its header, with these files of styles in it."""
    css = "\n".join(Path(__file__).with_name(name).read_text("utf-8") for name in styles)
    # The policy holds even if a story's text were ever written wrongly: nothing runs or loads.
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="factcheck">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escaped(title)}</title>
<style>
{css}</style>
</head>
<body>
<header>
"""


def legend(*more: str) -> str:
    """How numbers are marked, a list; `more` are rows in front."""
    rows = "".join(
        f'<li><span class="mark {reading}">12</span> {meaning}</li>\n'
        for reading, meaning in READ_AS.items()
    )
    return f'<ul class="legend" aria-label="How numbers are marked">\n{"".join(more)}{rows}</ul>\n'


def failed(failures: Sequence[Failure]) -> str:
    """What did not run, so that nobody takes what it would have compared for unchecked."""
    rows = "".join(f'<li dir="auto">{escaped(one.message)}</li>\n' for one in failures)
    return f'<ul class="failed" aria-label="What did not run">\n{rows}</ul>\n' if rows else ""
