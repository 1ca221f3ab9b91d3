"""One line a finding, in the form that editors and terminals make links of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Failure
from factcheck.reports import Checked
from factcheck.reports.lines import find_lines
from factcheck.reports.page import Page


def write(files: Iterable[Checked], page: Page, failures: Sequence[Failure] = ()) -> Iterator[str]:
    """`path:line:column: severity: message [rule-name]`."""
    del failures
    for file in files:
        if not file.report or not file.report.findings:
            continue
        lines = find_lines(file.report.document.text)
        for finding in file.report.findings:
            line, column = lines.place(finding.spans[0].start)
            severity = page.paint(str(finding.severity), str(finding.severity))
            message = " ".join(page.shown(finding.message).split())
            name = f" [{finding.rule}]" if finding.rule else ""
            yield f"{page.shown(file.path)}:{line}:{column}: {severity}: {message}{name}\n"
