"""Rows as CSV, piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


def write_csv(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A line of titles, then a line for each row as it comes."""
    import csv
    from io import StringIO

    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(titles)
    yield sheet.getvalue()
    for row in rows:
        sheet.seek(0)
        sheet.truncate()
        writer.writerow(row)
        yield sheet.getvalue()
