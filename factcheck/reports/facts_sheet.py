"""The tables under a story in HTML: its figures and dates, and the numbers that were not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.reports.coverage import Entry, Place
from factcheck.reports.lines import find_lines
from factcheck.reports.marked_story import details
from factcheck.reports.markup import escaped

_TITLES = (
    "In the story", "Line", "Kind", "Value", "Unit", "Counts", "Where", "When", "Who says it",
    "Compared",
)  # fmt: skip
# How much of the text on either side an unread number is shown with.
_AROUND = 40


def write_tables(text: str, places: Sequence[Place], name: str) -> Iterator[str]:
    """Both tables; each row leads to its place, and each place to its first row."""
    lines = find_lines(text)
    read, unread = [], []
    for place in places:
        for index, entry in enumerate(place.entries, place.first):
            link = f'<a id="{name}-r{index}" href="#{name}-m{place.first}">'
            if entry.fact:
                read.append(_read_row(entry, link))
            else:
                line, column = lines.place(entry.span.start)
                read_at = f"{line}:{column}"
                unread.append(_unread_row(entry, link, read_at, text))
    yield from _table("Figures and dates", _TITLES, read, name)
    yield from _table("Numbers not read", ("Number", "Line", "In the story"), unread, name)


def _table(title: str, columns: Sequence[str], rows: Sequence[str], name: str) -> Iterator[str]:
    if not rows:
        return
    # It scrolls by itself where it is too wide, which takes the keyboard only with a tabindex.
    label = f"{name}-{title.split()[0].lower()}"
    yield f'<h3 id="{label}">{title}</h3>\n'
    yield f'<div class="wide" role="region" aria-labelledby="{label}" tabindex="0">\n<table>\n'
    heads = "".join(f'<th scope="col">{column}</th>' for column in columns)
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>\n"
    yield from rows
    yield "</tbody>\n</table>\n</div>\n"


def _read_row(entry: Entry, link: str) -> str:
    assert entry.fact
    fact = entry.fact
    cells = [f"{fact.line}:{fact.column}", *details(entry).values()]
    return (
        f'<tr><th scope="row" dir="auto">{link}{escaped(fact.text)}</a></th>'
        f"{''.join(map(_cell, cells))}<td>{_compared(entry)}</td></tr>\n"
    )


def _compared(entry: Entry) -> str:
    """Yes or no, with the rules that object."""
    if entry.reading != "compared":
        return '<span class="mark read">no</span>'
    rules = ", ".join(dict.fromkeys(f"{one.severity} {one.rule}" for one in entry.findings))
    objection = f": {escaped(rules)}" if rules else ""
    return f'<span class="mark compared">yes</span>{objection}'


def _unread_row(entry: Entry, link: str, place: str, text: str) -> str:
    span = entry.span
    before = " ".join(text[max(0, span.start - _AROUND) : span.start].split(" "))
    after = text[span.end : span.end + _AROUND]
    number = escaped(span.of(text))
    return (
        f'<tr><th scope="row" dir="auto">{link}{number}</a></th>{_cell(place)}'
        f'<td dir="auto">…{escaped(before)}<strong>{number}</strong>{escaped(after)}…</td></tr>\n'
    )


def _cell(text: str) -> str:
    return f'<td dir="auto">{escaped(text)}</td>'
