"""What a desk has accepted, a row each, for whoever goes through it from time to time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields

from factcheck.reports.page import Page
from factcheck.reports.summary import plural


@dataclass(frozen=True, slots=True)
class Suppression:
    """A mark of a story, or an entry of the baseline, which has no line: 0.

    `place` is what the file calls the place, "paragraph 7", "" where it has only lines. `author`
    and `date` (YYYY-MM-DD) are of whoever wrote the mark; where git does not know, `why` says so.
    """

    by: str
    path: str
    line: int
    place: str
    rules: str
    reason: str
    author: str = ""
    date: str = ""
    why: str = ""


def write_suppressions(name: str, found: Sequence[Suppression], page: Page) -> Iterator[str]:
    """These as "table", "csv" or "json"."""
    return {"table": _table, "csv": _csv, "json": _json}[name](found, page)


def _table(found: Sequence[Suppression], page: Page) -> Iterator[str]:
    from factcheck.reports.table import write_table

    titles = ("place", "rules", "reason", "by", "date")
    rows = [
        (_where(one), one.rules, one.reason or "(none)", one.author or f"({one.why})", one.date)
        for one in found
    ]
    if rows:
        yield from write_table(titles, rows, page)
    marks = sum(one.by == "mark" for one in found)
    entries = len(found) - marks
    listed = f"; {entries:,} in the baseline" if entries else ""
    yield f"{plural(marks, 'mark') if marks else 'no marks'}{listed}\n"


def _where(one: Suppression) -> str:
    if one.by == "baseline":
        return f"{one.path} (baseline)"
    return f"{one.path}:{one.line}{f' ({one.place})' if one.place else ''}"


def _csv(found: Iterable[Suppression], page: Page) -> Iterator[str]:
    from factcheck.reports.csv_sheet import write_csv

    del page
    titles = [one.name for one in fields(Suppression)]
    return write_csv(titles, ([*asdict(one).values()] for one in found))


def _json(found: Iterable[Suppression], page: Page) -> Iterator[str]:
    from factcheck.reports.json_object import dump

    rows = ",\n".join(dump(asdict(one), page) for one in found)
    yield f'{{"suppressions": [\n{rows}\n]}}\n'
