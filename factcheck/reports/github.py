"""Annotations of GitHub Actions: a workflow command a finding, on one line each.

The form is that of "Workflow commands for GitHub Actions", its escapes those of the runner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.findings import Failure, Report
from factcheck.reports import Checked, Run
from factcheck.reports.corners import Corners, corners
from factcheck.reports.lines import find_lines
from factcheck.reports.notes import notes, one_line
from factcheck.reports.page import Page
from factcheck.reports.paths import relative

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def write(files: Iterable[Checked], page: Page, run: Run) -> Iterator[str]:
    """`::error file=story.md,line=3,…,title=rule-name::message`; failures are errors too."""
    for file in files:
        found = _findings(file.path, file.report, page) if file.report else ()
        failed = (_failed(one, page, file=relative(file.path)) for one in file.failures)
        yield "".join((*found, *failed))
    yield "".join(_failed(one, page) for one in run.failures)


def _findings(path: str, report: Report, page: Page) -> Iterator[str]:
    text = report.document.text
    lines = find_lines(text)
    for finding in report.findings:
        place = _place(corners(text, lines, finding.spans[0]))
        title = f"{finding.rule} ({finding.severity})".strip()
        message = [one_line(finding.message), *notes(finding)]
        command = _COMMANDS[str(finding.severity)]
        yield _command(command, message, page, file=relative(path), **place, title=title)


def _place(found: Corners) -> dict[str, str]:
    """Columns only on a single line: GitHub takes none with lines that differ."""
    place = {"line": str(found.line), "endLine": str(found.end_line)}
    if found.line == found.end_line:
        place |= {"col": str(found.column), "endColumn": str(found.end_column)}
    return place


def _failed(failure: Failure, page: Page, **place: str) -> str:
    return _command("error", [one_line(failure.message)], page, **place, title="factcheck failed")


def _command(name: str, message: list[str], page: Page, **properties: str) -> str:
    told = ",".join(
        f"{key}={page.shown(value).translate(_PROPERTY)}" for key, value in properties.items()
    )
    body = "\n".join(map(page.shown, message)).translate(_MESSAGE)
    return f"::{name} {told}::{body}\n"
