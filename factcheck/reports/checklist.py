"""A worksheet in Markdown: every figure and date with a box to tick, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factcheck.findings import Finding, Report
from factcheck.identity import paragraph_at
from factcheck.readers import REPORT_SIGN
from factcheck.reports import Checked, Run
from factcheck.reports.coverage import Entry, find_places
from factcheck.reports.lines import find_lines
from factcheck.reports.marked_story import details
from factcheck.reports.notes import one_line
from factcheck.reports.page import Page
from factcheck.reports.summary import plural

_READINGS = {"compared": "compared", "read": "compared with nothing", "unread": "not read"}
# What Markdown takes for markup within a line.
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&!$])")
_QUOTED = 60


def write(files: Iterable[Checked], page: Page, run: Run) -> Iterator[str]:
    """A part a story: what was counted, then the paragraphs with their figures."""
    yield f"{REPORT_SIGN}\n"
    for file in files:
        failed = "".join(f"- not checked: {_plain(one.message, page)}\n" for one in file.failures)
        yield f"# {_plain(file.path, page)}\n\n{failed}{chr(10) if failed else ''}"
        if file.report:
            yield from _story(file.path, file.report, page)
    for failure in run.failures:
        yield f"- failed: {_plain(failure.message, page)}\n"


def _story(path: str, report: Report, page: Page) -> Iterator[str]:
    document = report.document
    lines = find_lines(document.text)
    yield f"Checked {report.checked:,} of {plural(report.figures, 'figure')}.\n\n"
    entries = [entry for place in find_places(path, report) for entry in place.entries]
    for paragraph, group in groupby(entries, lambda one: paragraph_at(document, one.span.start)):
        here = list(group)
        start = here[0].span.start
        place = document.place_at(start) or f"line {lines.number(start)}"
        opening = _opening(paragraph.of(document.prose))
        yield f"## {_plain(place.capitalize(), page)}: {_plain(opening, page)}\n\n"
        yield "".join(_item(one, document.text, page) for one in here) + "\n"
    yield from _figureless(report.findings, entries, page)


def _opening(paragraph: str) -> str:
    """How a paragraph begins, cut off between words."""
    words = one_line(paragraph[: 4 * _QUOTED])
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rpartition(' ')[0]} …"


def _item(entry: Entry, text: str, page: Page) -> str:
    known = "; ".join(_known(entry, page))
    found = "".join(f"  - {_told(one, page)}\n" for one in entry.findings)
    return f"- [ ] **{_plain(entry.span.of(text), page)}**: {known}\n{found}"


def _known(entry: Entry, page: Page) -> Iterator[str]:
    facts = {title: value for title, value in details(entry).items() if value}
    value = " ".join(filter(None, (facts.pop("Value", ""), facts.pop("Unit", ""))))
    if value:
        yield _plain(value, page)
    for title, fact in facts.items():
        yield f"{title.lower()}: {_plain(fact, page)}"
    yield _READINGS[entry.reading]


def _figureless(findings: Sequence[Finding], entries: Sequence[Entry], page: Page) -> Iterator[str]:
    """The findings that mark no figure and no date, so that none is missing."""
    marked = [finding for entry in entries for finding in entry.findings]
    others = [one for one in findings if one not in marked]
    if others:
        rows = "".join(f"- [ ] {_told(one, page)}\n" for one in others)
        yield f"## Without a figure\n\n{rows}\n"


def _told(finding: Finding, page: Page) -> str:
    message = _plain(finding.message, page)
    return f"{finding.severity}: {message}{f' ({finding.rule})' if finding.rule else ''}"


def _plain(text: str, page: Page) -> str:
    """The text on one line, with nothing in it that Markdown takes for markup."""
    return _SIGNS.sub(r"\\\1", one_line(page.shown(text)))
