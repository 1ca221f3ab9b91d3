"""Reviewdog's diagnostic format as one JSON object: rdjson.

Columns count bytes of UTF-8, and an end is the column behind the last character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.findings import Finding, Report
from factcheck.model import Span
from factcheck.reports import Checked, Run
from factcheck.reports.corners import corners, utf8_bytes
from factcheck.reports.json_object import entries
from factcheck.reports.lines import Lines, find_lines
from factcheck.reports.notes import notes, one_line
from factcheck.reports.page import Page
from factcheck.reports.paths import relative

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def write(files: Iterable[Checked], page: Page, run: Run) -> Iterator[str]:
    """A diagnostic a finding; it has no place for what failed."""
    del run
    yield '{"source": {"name": "factcheck"}, "diagnostics": ['
    yield from entries(files, _diagnostics, page)
    yield "\n]}\n"


def _diagnostics(path: str, report: Report) -> Iterator[dict[str, Any]]:
    lines = find_lines(report.document.text)
    for finding in report.findings:
        yield _diagnostic(relative(path), report.document.text, lines, finding)


def _diagnostic(path: str, text: str, lines: Lines, finding: Finding) -> dict[str, Any]:
    first, *others = (_location(path, text, lines, span) for span in finding.spans)
    further = zip(finding.spans[1:], others, strict=True)
    return {
        "message": "\n".join((one_line(finding.message), *notes(finding))),
        "location": first,
        "severity": _SEVERITIES[str(finding.severity)],
        "code": {"value": finding.rule or "factcheck"},
        "related_locations": [
            {"message": one_line(span.label), "location": place} for span, place in further
        ],
    }


def _location(path: str, text: str, lines: Lines, span: Span) -> dict[str, Any]:
    line, column, end_line, end_column = corners(text, lines, span, utf8_bytes)
    start, end = {"line": line, "column": column}, {"line": end_line, "column": end_column}
    return {"path": path, "range": {"start": start, "end": end}}
