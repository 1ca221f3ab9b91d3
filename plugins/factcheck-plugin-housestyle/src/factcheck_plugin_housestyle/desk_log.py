"""The desk's log: CSV with a line for each finding, and two empty columns to sign it off."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from factcheck import Checked, Finding, Page, Run

COLUMNS = (
    "story", "line", "severity", "code", "rule", "message", "sum", "consistent if",
    "checked by", "outcome",
)  # fmt: skip
# A spreadsheet would take what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(files: Iterable[Checked], page: Page, run: Run) -> Iterator[str]:
    """The log of these files; a story that could not be read has a line that says why."""
    del page, run
    yield _line(COLUMNS)
    for file in files:
        lines = [_line(_cells(file, finding)) for finding in _findings(file)]
        for failure in file.failures:
            lines.append(_line((file.path, "", "failed", "", "", failure.message, "", "", "", "")))
        yield "".join(lines)


def _findings(file: Checked) -> tuple[Finding, ...]:
    return file.report.findings if file.report else ()


def _cells(file: Checked, finding: Finding) -> tuple[str, ...]:
    text = file.report.document.text if file.report else ""
    line = text.count("\n", 0, finding.spans[0].start) + 1
    return (
        file.path, str(line), str(finding.severity), finding.code, finding.rule, finding.message,
        "; ".join(finding.working), "; or ".join(finding.consistent_if), "", "",
    )  # fmt: skip


def _line(cells: Iterable[str]) -> str:
    sheet = StringIO()
    safe = (f"'{one}" if one.startswith(_FORMULA) else one for one in cells)
    csv.writer(sheet, lineterminator="\n").writerow(safe)
    return sheet.getvalue()
