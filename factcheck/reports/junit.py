"""JUnit's XML, for programs that show test results: a suite a story, a failed case a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.findings import Failure, Finding, Report
from factcheck.reports import Checked, Run
from factcheck.reports.lines import Lines, find_lines
from factcheck.reports.markup import as_xml, attributes, escaped, in_ascii
from factcheck.reports.notes import notes, one_line
from factcheck.reports.page import Page
from factcheck.reports.paths import relative
from factcheck.reports.summary import plural


def write(files: Iterable[Checked], page: Page, run: Run) -> Iterator[str]:
    """A story without findings is a suite with one case, which passes; what broke is an error.

    A case is called after its rule and its message, so that it keeps its name from run to run.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factcheck">\n'
    for file in files:
        yield _written(_suite(file.path, file.report, file.failures), page)
    if run.failures:
        yield _written(_suite("factcheck", None, run.failures), page)
    yield "</testsuites>\n"


def _written(suite: str, page: Page) -> str:
    return in_ascii(as_xml(suite)) if page.ascii_only else as_xml(suite)


def _suite(path: str, report: Report | None, failures: Sequence[Failure]) -> str:
    path = relative(path)
    found = report.findings if report else ()
    cases = [*_findings(path, report)] if report else []
    cases += [_broken(path, one) for one in failures]
    passed = [] if cases or not report else [_passed(path, report)]
    counts = attributes(
        name=path,
        tests=str(len(cases) + len(passed)),
        failures=str(len(found)),
        errors=str(len(failures)),
        skipped="0",
    )
    return "".join((f"<testsuite{counts}>\n", *cases, *passed, "</testsuite>\n"))


def _findings(path: str, report: Report) -> Iterator[str]:
    lines = find_lines(report.document.text)
    for finding in report.findings:
        message = one_line(finding.message)
        name = f"{finding.rule or 'finding'}: {message}"
        inside = _element(
            "failure", _told(path, finding, lines), type=str(finding.severity), message=message
        )
        yield _case(path, name, inside)


def _told(path: str, finding: Finding, lines: Lines) -> str:
    line, column = lines.place(finding.spans[0].start)
    head = f"{path}:{line}:{column}: {finding.severity}: {one_line(finding.message)}"
    return "\n".join((head, *notes(finding)))


def _broken(path: str, failure: Failure) -> str:
    message = one_line(failure.message)
    name = failure.rule or failure.distribution or "reading"
    return _case(path, name, _element("error", message, type="failure", message=message))


def _passed(path: str, report: Report) -> str:
    figures = f"checked {report.checked:,} of {plural(report.figures, 'figure')}"
    return _case(path, "no findings", _element("system-out", figures))


def _case(path: str, name: str, inside: str) -> str:
    return f"<testcase{attributes(classname=path, name=name)}>{inside}</testcase>\n"


def _element(tag: str, text: str, **values: str) -> str:
    return f"<{tag}{attributes(**values)}>{escaped(text)}</{tag}>"
