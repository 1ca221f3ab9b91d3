"""The worksheet of facts as one page: each story with its figures marked, and tables beneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.model import Report
from factcheck.reports.coverage import Place, find_places
from factcheck.reports.facts_sheet import write_tables
from factcheck.reports.marked_story import write_story
from factcheck.reports.markup import escaped
from factcheck.reports.summary import plural


@dataclass(slots=True)
class _Counts:
    """What the top of the page says of a story, or of all."""

    checked: int = 0
    figures: int = 0
    dates: int = 0
    unread: int = 0

    def add(self, other: _Counts) -> None:
        """Count another story too."""
        self.checked += other.checked
        self.figures += other.figures
        self.dates += other.dates
        self.unread += other.unread

    def __str__(self) -> str:
        return (
            f"checked {self.checked:,} of {plural(self.figures, 'figure')}; "
            f"{plural(self.dates, 'date')}; {plural(self.unread, 'number')} not read"
        )


@dataclass(frozen=True, slots=True)
class _Part:
    """A story's part of the page; `name` begins the name of all that a link may lead to."""

    name: str
    path: str
    counts: _Counts
    html: str


def write_facts_html(stories: Iterable[tuple[str, Report]]) -> Iterator[str]:
    """The page of these stories, each given with its path, in pieces to be written as UTF-8.

    It needs no network and runs no script. The text of an element with the class "story" is the
    text of the story, character for character; U+FFFD stands for what HTML cannot hold.
    """
    parts = [_part(f"s{at}", path, report) for at, (path, report) in enumerate(stories, 1)]
    total = _Counts()
    for part in parts:
        total.add(part.counts)
    title = f"Facts of {parts[0].path if len(parts) == 1 else plural(len(parts), 'file')}"
    yield _page("facts_head.html", title=title, counts=str(total))
    if len(parts) > 1:
        yield from _contents(parts)
    yield "<main>\n"
    yield from (part.html for part in parts)
    yield "</main>\n</body>\n</html>\n"
