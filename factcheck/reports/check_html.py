"""The findings as one page: each story with its figures marked, and its findings beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.findings import SEVERITIES, Accepted, Finding, Report
from factcheck.model import Span
from factcheck.reports import Checked, Run
from factcheck.reports.coverage import find_places
from factcheck.reports.facts_sheet import write_tables
from factcheck.reports.flags import find_flags, finding_name
from factcheck.reports.html_page import failed, head, legend
from factcheck.reports.lines import Lines, find_lines
from factcheck.reports.marked_story import write_blocks
from factcheck.reports.markup import escaped, in_ascii
from factcheck.reports.page import Page
from factcheck.reports.side_notes import write_side_note
from factcheck.reports.summary import Tally, accepted_in, plural
from factcheck.rules import Rule
from factcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class _Part:
    """A story's part of the page; `name` begins the name of all that a link may lead to."""

    name: str
    path: str
    counts: str
    html: str


def write(files: Iterable[Checked], page: Page, run: Run) -> Iterator[str]:
    """The page of these files; it needs no network and runs no script.

    It begins with the counts of all, so that it is written when all are checked. In each element
    of the class "story", the text of its paragraphs and headings is the text of the story; U+FFFD
    stands for what HTML cannot hold.
    """
    rules = {rule.code: rule for rule in run.rules}
    tally = Tally(len(run.failures))
    parts = []
    for number, file in enumerate(tally.counting(files), 1):
        parts.append(_part(f"s{number}", file, rules))
        yield ""
    for piece in _pieces(parts, tally, run):
        yield in_ascii(piece) if page.ascii_only else piece


def _pieces(parts: Sequence[_Part], tally: Tally, run: Run) -> Iterator[str]:
    title = parts[0].path if len(parts) == 1 else f"{len(parts):,} files"
    yield head(f"{title}: {tally}", "facts.css", "check.css")
    yield "<h1>factcheck</h1>\n"
    # What a single story has is said under its name.
    if len(parts) != 1:
        yield f'<p class="counts">{tally}</p>\n'
    yield f"{legend(*_severities())}{failed(run.failures)}</header>\n"
    if len(parts) != 1:
        yield from _contents(parts)
    yield "<main>\n"
    for part in parts:
        yield part.html
    yield "</main>\n</body>\n</html>\n"


def _severities() -> Iterator[str]:
    for severity in SEVERITIES:
        yield f'<li><span class="flag {severity}">12</span> Marked by a finding: {severity}</li>\n'


def _contents(parts: Sequence[_Part]) -> Iterator[str]:
    yield '<nav aria-labelledby="contents">\n<h2 id="contents">Files</h2>\n<ol>\n'
    for part in parts:
        link = f'<a href="#{part.name}" dir="auto">{escaped(part.path)}</a>'
        yield f"<li>{link} <span>{part.counts}</span></li>\n"
    yield "</ol>\n</nav>\n"


def _part(name: str, file: Checked, rules: Mapping[str, Rule]) -> _Part:
    tally = Tally()
    for _ in tally.counting([file]):
        pass
    counts = str(tally) if file.report else "not checked"
    pieces = [
        f'<section id="{name}" class="part" aria-labelledby="{name}-path">\n',
        f'<h2 id="{name}-path" dir="auto">{escaped(file.path)}</h2>\n',
        f'<p class="counts">{counts}</p>\n{failed(file.failures)}',
        *(_story(name, file.path, file.report, rules) if file.report else ()),
        "</section>\n",
    ]
    return _Part(name, file.path, counts, "".join(pieces))


def _story(name: str, path: str, report: Report, rules: Mapping[str, Rule]) -> Iterator[str]:
    places = find_places(path, report)
    flags = find_flags(report.findings, name)
    blocks = [*write_blocks(report.document, places, name, flags)]
    notes = _notes(name, report, [block for block, _ in blocks], rules)
    yield _overview(report.findings, name)
    yield f'<section class="story beside" aria-label="Text of {escaped(path)}">'
    for row, (_, piece) in enumerate(blocks):
        yield piece
        if row in notes:
            # As many paragraphs high as there are up to the next notes, so that notes which are
            # longer than their paragraph part no paragraphs.
            last = min((one for one in notes if one > row), default=len(blocks) + 1)
            rows = f"grid-row: {row + 1} / {last + 1}"
            yield f'<div class="notes" style="{rows}">\n{notes[row]}</div>'
    yield "</section>\n"
    yield _accepted(report)
    yield from write_tables(report.document.text, places, name)


def _overview(findings: Sequence[Finding], name: str) -> str:
    """A list of the findings that leads to each."""
    rows = "".join(
        f'<li class="{one.severity}"><span class="severity">{one.severity}</span> '
        f'<a href="#{finding_name(name, number)}" dir="auto">{escaped(one.message)}</a></li>\n'
        for number, one in enumerate(findings, 1)
    )
    return f'<ol class="overview" aria-label="Findings">\n{rows}</ol>\n' if rows else ""


def _accepted(report: Report) -> str:
    """What the desk has accepted, out of the way until somebody asks."""
    accepted = accepted_in(report)
    if not accepted:
        return ""
    lines = find_lines(report.document.text)
    rows = "".join(_accepted_row(one, report, lines) for one in accepted)
    title = f"{plural(len(accepted), 'accepted finding')}"
    return f'<details class="accepted"><summary>{title}</summary>\n<ul>\n{rows}</ul></details>\n'


def _accepted_row(accepted: Accepted, report: Report, lines: Lines) -> str:
    finding = accepted.finding
    start = finding.spans[0].start
    place = report.document.place_at(start) or f"line {lines.number(start)}"
    why = f"{'by a mark' if accepted.by == 'mark' else 'in the baseline'}: {accepted.reason}"
    return (
        f'<li dir="auto">{escaped(place)}: {finding.severity}: {escaped(finding.message)} '
        f'<span class="why">({escaped(why.removesuffix(": "))})</span></li>\n'
    )


def _notes(
    name: str, report: Report, blocks: Sequence[Span], rules: Mapping[str, Rule]
) -> dict[int, str]:
    """The findings of each paragraph in which one begins, by the paragraph's index."""
    lines = find_lines(report.document.text)
    notes: dict[int, str] = {}
    for number, finding in enumerate(report.findings, 1):
        start = finding.spans[0].start
        row = max(0, bisect_right(blocks, start, key=lambda one: one.start) - 1)
        note = write_side_note(number, finding, report.document, lines, name, rules)
        notes[row] = notes.get(row, "") + "".join(note)
    return notes
