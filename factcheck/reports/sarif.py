"""SARIF 2.1.0, the OASIS standard that code hosts and editors read findings in.

Columns count code units of UTF-16, and the end is the column behind the last character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factcheck import __version__
from factcheck.findings import Accepted, Failure, Finding, Report
from factcheck.identity import VERSION, identify
from factcheck.model import Span
from factcheck.reports import Checked, Run
from factcheck.reports.corners import corners, utf16_units
from factcheck.reports.json_object import dump, summary_object
from factcheck.reports.lines import Lines, find_lines
from factcheck.reports.notes import notes, one_line
from factcheck.reports.page import Page
from factcheck.reports.paths import is_inside, relative, uri
from factcheck.reports.summary import Tally, accepted_in
from factcheck.rules import Rule

# Section 3.35: a mark stands in what was checked, the baseline beside it.
_SUPPRESSED = {"mark": "inSource", "baseline": "external"}
_HEAD = """\
{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{
"columnKind": "utf16CodeUnits", "newlineSequences": ["\\r\\n", "\\n", "\\r"],
"""


def write(files: Iterable[Checked], page: Page, run: Run) -> Iterator[str]:
    """One log of one run: the rules, each finding as it comes, then what failed and the counts."""
    indices = {rule.code: index for index, rule in enumerate(run.rules)}
    tally = Tally(len(run.failures))
    failed = [_notification(one) for one in run.failures]
    yield f'{_HEAD}"tool": {dump(_tool(run.rules), page)},\n"results": ['
    separator = "\n"
    for file in tally.counting(files):
        failed += [_notification(one, file.path) for one in file.failures]
        for result in _results(file.path, file.report, indices) if file.report else ():
            yield separator + dump(result, page)
            separator = ",\n"
        yield ""
    yield f"\n],\n{dump(_ending(tally, failed), page)[1:-1]}\n}}]}}\n"


def _tool(rules: Sequence[Rule]) -> dict[str, Any]:
    driver = {"name": "factcheck", "version": __version__, "rules": [*map(_rule, rules)]}
    return {"driver": driver}


def _rule(rule: Rule) -> dict[str, Any]:
    from factcheck.reports.rule_pages import write_rule

    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.reason or rule.summary},
        "help": {
            "text": f"{rule.summary}\n\n{rule.reason}".strip(),
            "markdown": "".join(write_rule(rule)),
        },
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.group]},
    }


def _results(path: str, report: Report, indices: dict[str, int]) -> Iterator[dict[str, Any]]:
    lines = find_lines(report.document.text)
    path = relative(path)
    accepted = accepted_in(report)
    found = (*report.findings, *(one.finding for one in accepted))
    decided = (*(None for _ in report.findings), *accepted)
    identities = identify(report.document, found)
    for finding, identity, decision in zip(found, identities, decided, strict=True):
        first, *others = (_location(path, report, lines, span) for span in finding.spans)
        further = [{"id": number, **place} for number, place in enumerate(others, 1)]
        known = {"ruleIndex": indices[finding.code]} if finding.code in indices else {}
        yield {
            "ruleId": finding.code or finding.rule or "factcheck",
            **known,
            "level": finding.severity,
            "message": {"text": _told(finding)},
            "locations": [first],
            **({"relatedLocations": further} if further else {}),
            "partialFingerprints": {f"factcheck/{VERSION}": identity},
            **({"suppressions": [_suppression(decision)]} if decision else {}),
        }


def _suppression(accepted: Accepted) -> dict[str, str]:
    reason = one_line(accepted.reason)
    return {
        "kind": _SUPPRESSED[accepted.by],
        **({"justification": reason} if reason else {}),
    }


def _told(finding: Finding) -> str:
    text = "\n".join((one_line(finding.message), *notes(finding)))
    # Section 3.11.6: brackets before a parenthesis would make a link of what is quoted.
    return text.replace("](", "\\](")


def _location(path: str, report: Report, lines: Lines, span: Span) -> dict[str, Any]:
    text = report.document.text
    line, column, end_line, end_column = corners(text, lines, span, utf16_units)
    region = {
        "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
        "snippet": {"text": span.of(text)},
    }  # fmt: skip
    physical = {"artifactLocation": _artifact(path), "region": region}
    label = one_line(span.label)
    place = report.document.place_at(span.start)
    return {
        "physicalLocation": physical,
        **({"logicalLocations": [{"fullyQualifiedName": place}]} if place else {}),
        **({"message": {"text": label}} if label else {}),
    }


def _artifact(path: str) -> dict[str, str]:
    base = {"uriBaseId": "%SRCROOT%"} if is_inside(path) else {}
    return {"uri": uri(path), **base}


def _notification(failure: Failure, path: str = "") -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": _artifact(relative(path))}}
    return {
        "level": "error",
        "message": {"text": failure.message},
        **({"locations": [place]} if path else {}),
    }


def _ending(tally: Tally, failed: list[dict[str, Any]]) -> dict[str, Any]:
    invocation = {
        "executionSuccessful": not failed,
        "toolExecutionNotifications": failed,
    }
    return {"invocations": [invocation], "properties": {"summary": summary_object(tally)}}
