"""JSON, an object a line, each there as soon as it is known; `type` says what it is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck import __version__
from factcheck.findings import Report
from factcheck.reports import Checked, Run
from factcheck.reports.json_object import (
    accepted_object,
    dump,
    failure_object,
    finding_object,
    summary_object,
)
from factcheck.reports.lines import find_lines
from factcheck.reports.page import Page
from factcheck.reports.summary import Tally, accepted_in


def write(files: Iterable[Checked], page: Page, run: Run) -> Iterator[str]:
    """Of each file what is found and accepted, its failures, itself; then what failed, the counts.

    A finding or failure of a file has its `path`. The keys are those of the JSON report.
    """
    tally = Tally(len(run.failures))
    for file in tally.counting(files):
        yield "".join(f"{dump(one, page)}\n" for one in _objects(file))
    for failure in run.failures:
        yield f"{dump({'type': 'failure', **failure_object(failure)}, page)}\n"
    summary = {"type": "summary", "version": __version__, **summary_object(tally)}
    yield f"{dump(summary, page)}\n"


def _objects(file: Checked) -> Iterator[dict[str, object]]:
    if file.report:
        yield from _findings(file.path, file.report)
    for failure in file.failures:
        yield {"type": "failure", "path": file.path, **failure_object(failure)}
    if file.report:
        yield {
            "type": "file",
            "path": file.path,
            "figures": file.report.figures,
            "checked": file.report.checked,
            "findings": len(file.report.findings),
        }


def _findings(path: str, report: Report) -> Iterator[dict[str, object]]:
    lines = find_lines(report.document.text)
    for finding in report.findings:
        found = finding_object(finding, report.document, lines)
        yield {"type": "finding", "path": path, **found}
    for accepted in accepted_in(report):
        found = accepted_object(accepted, report.document, lines)
        yield {"type": "accepted", "path": path, **found}
