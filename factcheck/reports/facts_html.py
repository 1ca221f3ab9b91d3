"""The worksheet of facts as one page: each story with its figures marked, and tables beneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.findings import Failure, Report
from factcheck.reports.coverage import find_places
from factcheck.reports.facts_sheet import write_tables
from factcheck.reports.html_page import failed, head, legend
from factcheck.reports.marked_story import write_story
from factcheck.reports.markup import escaped
from factcheck.reports.summary import plural
from factcheck.values import dataclass


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


def write_facts_html(
    stories: Iterable[tuple[str, Report]], failures: Sequence[Failure] = ()
) -> Iterator[str]:
    """The page of these stories, each given with its path, in pieces to be written as UTF-8.

    It needs no network and runs no script. The text of an element with the class "story" is the
    text of the story, character for character; U+FFFD stands for what HTML cannot hold.
    """
    parts = [_part(f"s{at}", path, report) for at, (path, report) in enumerate(stories, 1)]
    title = f"Facts of {parts[0].path if len(parts) == 1 else plural(len(parts), 'file')}"
    yield head(title, "facts.css")
    yield f"<h1>Facts</h1>\n{legend()}{failed(failures)}</header>\n"
    if len(parts) != 1:
        yield from _contents(parts)
    yield "<main>\n"
    for part in parts:
        yield part.html
    yield "</main>\n</body>\n</html>\n"


def _part(name: str, path: str, report: Report) -> _Part:
    places = find_places(path, report)
    unread = sum(one.reading == "unread" for place in places for one in place.entries)
    counts = _Counts(report.checked, report.figures, len(report.document.dates), unread)
    pieces = [
        f'<section id="{name}" class="part" aria-labelledby="{name}-path">\n',
        f'<h2 id="{name}-path" dir="auto">{escaped(path)}</h2>\n<p class="counts">{counts}</p>\n',
        failed(report.failures),
        f'<section class="story" aria-label="Text of {escaped(path)}">',
        *write_story(report.document, places, name),
        "</section>\n",
        *write_tables(report.document.text, places, name),
        "</section>\n",
    ]
    return _Part(name, path, counts, "".join(pieces))


def _contents(parts: Sequence[_Part]) -> Iterator[str]:
    total = _Counts()
    for part in parts:
        total.add(part.counts)
    yield f'<nav aria-labelledby="contents">\n<h2 id="contents">{plural(len(parts), "file")}</h2>'
    yield f'\n<p class="counts">{total}</p>\n<ol>\n'
    for part in parts:
        link = f'<a href="#{part.name}" dir="auto">{escaped(part.path)}</a>'
        yield f"<li>{link} <span>{part.counts}</span></li>\n"
    yield "</ol>\n</nav>\n"
