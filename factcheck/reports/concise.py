"""One line a finding, in the form that editors and terminals make links of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.findings import Report
from factcheck.reports import Checked, Run
from factcheck.reports.lines import find_lines
from factcheck.reports.page import Page


def write(files: Iterable[Checked], page: Page, run: Run) -> Iterator[str]:
    """`path:line:column: severity: message (paragraph 7) [rule-name]`."""
    del run
    for file in files:
        if file.report and file.report.findings:
            yield from _findings(file.path, file.report, page)
        else:
            yield ""


def _findings(path: str, report: Report, page: Page) -> Iterator[str]:
    lines = find_lines(report.document.text)
    for finding in report.findings:
        line, column = lines.place(finding.spans[0].start)
        severity = page.paint(str(finding.severity), str(finding.severity))
        message = " ".join(page.shown(finding.message).split())
        name = f" [{finding.rule}]" if finding.rule else ""
        place = report.document.place_at(finding.spans[0].start)
        where = f" ({page.shown(place)})" if place else ""
        yield f"{page.shown(path)}:{line}:{column}: {severity}: {message}{where}{name}\n"
