"""Findings for a reader at a terminal: quoted, marked, with the sum and what would repair it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.findings import Report
from factcheck.reports import Checked, Run
from factcheck.reports.cells import wrap
from factcheck.reports.page import Page
from factcheck.reports.summary import Tally


def write(files: Iterable[Checked], page: Page, run: Run) -> Iterator[str]:
    """Each finding as it comes, then the count of all."""
    tally = Tally(len(run.failures))
    for file in tally.counting(files):
        if file.report and file.report.findings:
            yield from _findings(file.path, file.report, page)
        else:
            yield ""
    yield "".join(f"{row}\n" for row in wrap(str(tally), page.room))


def _findings(path: str, report: Report, page: Page) -> Iterator[str]:
    # Most stories need none of this.
    from factcheck.reports.finding import write_finding
    from factcheck.reports.lines import find_lines

    lines = find_lines(report.document.text)
    for finding in report.findings:
        rows = write_finding(path, report.document, lines, finding, page)
        yield "".join(f"{row}\n" for row in rows) + "\n"
