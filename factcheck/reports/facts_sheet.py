"""The tables under a story in HTML: its figures and dates, and the numbers that were not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Span
from factcheck.reports.coverage import Entry, Place
from factcheck.reports.lines import find_lines
from factcheck.reports.marked_story import details
from factcheck.reports.markup import attributes, escaped

_READ_TITLES = (
    "In the story", "Line", "Kind", "Value", "Unit", "Counts", "Where", "When", "Who says it",
    "Compared",
)  # fmt: skip
_UNREAD_TITLES = ("Number", "Line", "In the story")
# The roles say what the elements mean anyway, and still mean it where a narrow window stacks them.
_HEAD = '<tr role="row"><th scope="row" role="rowheader" dir="auto">'
# How much of the text on either side an unread number is shown with.
_AROUND = 40


def write_tables(text: str, places: Sequence[Place], name: str) -> Iterator[str]:
    """Both tables; each row leads to its place, and each place to its first row."""
    lines = find_lines(text)
    read, unread = [], []
    for place in places:
        for index, entry in enumerate(place.entries, place.first):
            link = attributes(id=f"{name}-r{index}", href=f"#{name}-m{place.first}")
            number = f"<a{link}>{escaped(entry.span.of(text))}</a>"
            line, column = lines.place(entry.span.start)
            row = f"{_HEAD}{number}</th>{_cell('Line', f'{line}:{column}')}"
            if entry.fact:
                read.append(f"{row}{_known(entry)}</tr>\n")
            else:
                unread.append(f"{row}{_context(entry.span, text)}</tr>\n")
    yield from _table("Figures and dates", _READ_TITLES, read, name)
    yield from _table("Numbers not read", _UNREAD_TITLES, unread, name)


def _table(title: str, columns: Sequence[str], rows: Sequence[str], name: str) -> Iterator[str]:
    if not rows:
        return
    # It scrolls by itself where it is too wide, which takes the keyboard only with a tabindex.
    label = f"{name}-{title.split()[0].lower()}"
    yield f'<h3 id="{label}">{title}</h3>\n'
    yield f'<div class="wide" role="region" aria-labelledby="{label}" tabindex="0">\n'
    heads = "".join(f'<th scope="col" role="columnheader">{column}</th>' for column in columns)
    yield f'<table role="table">\n<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
    yield '<tbody role="rowgroup">\n'
    yield from rows
    yield "</tbody>\n</table>\n</div>\n"


def _known(entry: Entry) -> str:
    cells = (_cell(title, escaped(value)) for title, value in details(entry).items())
    return "".join((*cells, _cell("Compared", _compared(entry))))


def _compared(entry: Entry) -> str:
    """Yes or no, with the rules that object."""
    if entry.reading != "compared":
        return '<span class="mark read">no</span>'
    rules = ", ".join(dict.fromkeys(f"{one.severity} {one.rule}" for one in entry.findings))
    return f'<span class="mark compared">yes</span>{escaped(f": {rules}" if rules else "")}'


def _context(span: Span, text: str) -> str:
    """The cell with the words round a number."""
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    if span.start > _AROUND:
        before = f"… {before.partition(' ')[2]}"
    if span.end + _AROUND < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    number = f"<strong>{escaped(span.of(text))}</strong>"
    return _cell("In the story", f"{escaped(before)}{number}{escaped(after)}")


def _cell(title: str, inside: str) -> str:
    return f'<td role="cell" data-title="{title}" dir="auto">{inside}</td>'
