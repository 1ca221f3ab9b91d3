"""Everything that was found as one JSON object, a line a file, the keys always in this order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from factcheck import __version__
from factcheck.findings import SEVERITIES, Accepted, Bar, Failure, Finding, Report
from factcheck.model import Document, Span
from factcheck.numbers import Number, write_number
from factcheck.reports import Checked, Run
from factcheck.reports.lines import Lines, find_lines
from factcheck.reports.page import Page
from factcheck.reports.summary import Tally, accepted_in


def write(files: Iterable[Checked], page: Page, run: Run) -> Iterator[str]:
    """The object in pieces: its head, each file, what failed apart from any file, the counts.

    Offsets and columns count code points, lines and columns from 1.
    """
    tally = Tally(len(run.failures))
    yield f'{{"version": {dump(__version__, page)}, "files": ['
    separator = "\n"
    for file in tally.counting(files):
        yield separator + dump(_file(file), page)
        separator = ",\n"
    failures = [failure_object(one) for one in run.failures]
    rest = {"failures": failures, "summary": summary_object(tally)}
    yield "\n], " + dump(rest, page)[1:] + "\n"


def entries(
    files: Iterable[Checked], entries_of: Callable[[str, Report], Iterable[object]], page: Page
) -> Iterator[str]:
    """What stands within the brackets of an array that has entries for each file, a line each."""
    separator = "\n"
    for file in files:
        for entry in entries_of(file.path, file.report) if file.report else ():
            yield separator + dump(entry, page)
            separator = ",\n"
        yield ""


def dump(value: object, page: Page) -> str:
    """The value as JSON, in ASCII where nothing else can be written."""
    # A path may hold bytes that are no text, which only escapes can carry.
    written = json.dumps(value, ensure_ascii=page.ascii_only)
    return written if written.isascii() or _encodes(written) else json.dumps(value)


def _encodes(written: str) -> bool:
    try:
        written.encode()
    except UnicodeEncodeError:
        return False
    return True


def _file(file: Checked) -> dict[str, Any]:
    report = file.report
    return {
        "path": file.path,
        "figures": report.figures if report else 0,
        "checked": report.checked if report else 0,
        "findings": _findings(report) if report else [],
        "accepted": _accepted(report) if report and report.accepted else [],
        "failures": [failure_object(one) for one in file.failures],
    }


def _findings(report: Report) -> list[dict[str, Any]]:
    lines = find_lines(report.document.text)
    return [finding_object(one, report.document, lines) for one in report.findings]


def _accepted(report: Report) -> list[dict[str, Any]]:
    lines = find_lines(report.document.text)
    return [accepted_object(one, report.document, lines) for one in accepted_in(report)]


def accepted_object(accepted: Accepted, document: Document, lines: Lines) -> dict[str, Any]:
    """A finding that the desk has accepted as it stands in JSON: by what, and why."""
    found = finding_object(accepted.finding, document, lines)
    return {"by": accepted.by, "reason": accepted.reason, **found}


def finding_object(finding: Finding, document: Document, lines: Lines) -> dict[str, Any]:
    """A finding as it stands in JSON."""
    return {
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "spans": [_span(span, document, lines) for span in finding.spans],
        "working": list(finding.working),
        "consistent_if": list(finding.consistent_if),
        "bars": [_bar(bar) for bar in finding.bars],
    }


def _span(span: Span, document: Document, lines: Lines) -> dict[str, Any]:
    """Where and what; "place" only in files that have a way of their own to name places."""
    line, column = lines.place(span.start)
    place = document.place_at(span.start)
    return {
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "label": span.label,
        "text": span.of(document.text),
        **({"place": place} if place else {}),
    }


def _bar(bar: Bar) -> dict[str, Any]:
    return {
        "low": _number(bar.range.low),
        "high": _number(bar.range.high),
        "low_closed": bar.range.low_closed,
        "high_closed": bar.range.high_closed,
        "label": bar.label,
    }


def _number(number: Number | None) -> int | str | None:
    """Exact: a whole number as it is, any other in a string ("4.5", "10/3"); null: unbounded."""
    # Python writes no number of more than some thousand digits.
    if number is None or (isinstance(number, int) and number.bit_length() < 1000):
        return number
    return write_number(number).replace(",", "")


def failure_object(failure: Failure) -> dict[str, str]:
    """What did not work as it stands in JSON."""
    return {
        "rule": failure.rule,
        "distribution": failure.distribution,
        "message": failure.message,
    }


def summary_object(tally: Tally) -> dict[str, int]:
    """The counts of a run as they stand in JSON."""
    return {
        **{f"{severity}s": tally.severities[severity] for severity in SEVERITIES},
        "accepted": tally.accepted + tally.in_baseline,
        "unchanged": tally.unchanged,
        "files": tally.files,
        "files_with_findings": tally.with_findings,
        "figures": tally.figures,
        "checked": tally.checked,
        "failures": tally.failures,
    }
