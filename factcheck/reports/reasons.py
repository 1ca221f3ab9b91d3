"""Why a figure was or was not compared: for each, the others and what decided."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.same import Pair, compared_pairs
from factcheck.findings import Report
from factcheck.model import Claim, Document, Span
from factcheck.reports.cells import wrap
from factcheck.reports.lines import Lines, find_lines
from factcheck.reports.page import Page

_INDENT = "    "


def write_reasons(
    path: str, line: int, report: Report, page: Page, column: int | None = None
) -> Iterator[str]:
    """What decided for each figure on a line, in pieces that end with a newline.

    `line` and `column` count from 1; with a column, only the figure that stands there.
    """
    document = report.document
    lines = find_lines(document.text)
    claims = [one for one in document.claims if _stands(lines, one.quantity.span, line, column)]
    if not claims:
        where = f"{path}:{line}" + (f":{column}" if column else "")
        yield f"{page.shown(where)}: no figure was read there\n"
    for number, claim in enumerate(claims):
        yield "\n" * bool(number)
        yield from _about(path, claim, report, lines, page)


def _stands(lines: Lines, span: Span, line: int, column: int | None) -> bool:
    first, start = lines.place(span.start)
    return first == line and (column is None or start <= column < start + span.end - span.start)


def _about(path: str, claim: Claim, report: Report, lines: Lines, page: Page) -> Iterator[str]:
    document = report.document
    row, column = lines.place(claim.quantity.span.start)
    place = document.place_at(claim.quantity.span.start)
    where = f"{path}:{row}:{column}{f' ({place})' if place else ''}"
    head = f"{where}: “{_quoted(document, claim.span)}”"
    yield page.paint(page.shown(head), "strong") + "\n"
    yield from _wrapped(_description(claim), page)
    rows = [*_pairs(document, claim, lines), *_by_rules(report, claim)]
    for text in rows or ["nothing else in the story counts the same in the same unit"]:
        yield from _wrapped(text, page)


def _description(claim: Claim) -> str:
    parts = [
        f"counts {claim.subject}" if claim.subject else "counts nothing that has a name",
        f"said of it: {claim.predicate.replace('_', ' ')}" if claim.predicate else "",
        f"place: {claim.place}" if claim.place else "",
        f"time: {claim.time}" if claim.time else "",
        f"source: {claim.source.name}",
    ]
    return "; ".join(filter(None, parts))


def _pairs(document: Document, claim: Claim, lines: Lines) -> Iterator[str]:
    """The figures of the same unit and noun, and what decided on each."""
    for pair in compared_pairs(document):
        if claim in (pair.first, pair.second):
            other = pair.second if pair.first is claim else pair.first
            yield f"{_place(document, other.span, lines)}: {_decision(pair)}"


def _decision(pair: Pair) -> str:
    if not pair.verdict.same:
        return f"not compared, {pair.verdict.reason}"
    return f"compared, {pair.verdict.reason}; they {'agree' if pair.agree else 'do not agree'}"


def _by_rules(report: Report, claim: Claim) -> Iterator[str]:
    """The findings that mark the figure."""
    for finding in report.findings:
        if any(span.overlaps(claim.span) for span in finding.spans):
            yield f"flagged by {finding.rule}: {finding.message}"


def _place(document: Document, span: Span, lines: Lines) -> str:
    row, column = lines.place(span.start)
    return f"{document.place_at(span.start) or f'{row}:{column}'} “{_quoted(document, span)}”"


def _quoted(document: Document, span: Span) -> str:
    return " ".join(span.of(document.text).split())


def _wrapped(text: str, page: Page) -> Iterator[str]:
    for number, part in enumerate(wrap(page.shown(text), page.room - len(_INDENT) - 2)):
        yield f"{_INDENT}{'  ' * bool(number)}{part}\n"
