"""GitLab's code quality report: a JSON array of what its merge requests show beside the lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from factcheck.findings import Report
from factcheck.identity import identify
from factcheck.reports import Checked, Run
from factcheck.reports.corners import corners
from factcheck.reports.json_object import entries
from factcheck.reports.lines import find_lines
from factcheck.reports.notes import one_line
from factcheck.reports.page import Page
from factcheck.reports.paths import relative

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def write(files: Iterable[Checked], page: Page, run: Run) -> Iterator[str]:
    """An issue a finding; it has no place for what failed."""
    del run
    yield "["
    yield from entries(files, _issues, page)
    yield "\n]\n"


def _issues(path: str, report: Report) -> Iterator[dict[str, object]]:
    text = report.document.text
    lines = find_lines(text)
    path = relative(path)
    identities = identify(report.document, report.findings)
    for finding, identity in zip(report.findings, identities, strict=True):
        place = corners(text, lines, finding.spans[0])
        # Two files may hold the same paragraph, and GitLab drops what it takes for a repetition.
        fingerprint = sha256(f"{path}\0{identity}".encode("utf-8", "surrogatepass")).hexdigest()
        yield {
            "description": one_line(finding.message),
            "check_name": finding.rule or "factcheck",
            "fingerprint": fingerprint[:32],
            "severity": _SEVERITIES[str(finding.severity)],
            "location": {
                "path": path,
                "lines": {"begin": place.line, "end": place.end_line},
            },
        }
