"""Every figure and date of a story, a row each: the worksheet of whoever checks it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from itertools import groupby

from factcheck.model import Claim, Date, Document, Quantity, Span
from factcheck.numbers import write_number
from factcheck.reports.lines import Lines, find_lines
from factcheck.reports.page import Page
from factcheck.reports.summary import plural
from factcheck.tuples import NamedTuple
from factcheck.values import dataclass

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure or a date: where it stands, how it is worded, what it says, of what, by whom.

    `kind` is a quantity's kind or "date". `low` and `high` are exact and without separators,
    "" where unbounded or a date. `counts` is what is counted, as far as it was found. `place` is
    what a file that is more than lines calls it: "paragraph 7", "/body/3/value".
    """

    path: str
    line: int
    column: int
    kind: str
    text: str
    value: str
    unit: str
    counts: str
    source: str
    low: str
    high: str
    place: str = ""


class Placed(NamedTuple):
    """A fact with its place and, where one was made of it, the claim."""

    span: Span
    fact: Fact
    claim: Claim | None = None


def find_facts(path: str, document: Document) -> list[Fact]:
    """The facts of a story in reading order."""
    return [one.fact for one in place_facts(path, document)]


def place_facts(path: str, document: Document) -> list[Placed]:
    """The facts of a story in reading order, each with its place; the places may overlap."""
    lines = find_lines(document.text)
    claims = {claim.quantity.span: claim for claim in reversed(document.claims)}
    facts: list[Placed] = []
    for quantity in document.quantities:
        claim = claims.get(quantity.span)
        fact = _figure(path, document, lines, quantity, claim)
        facts.append(Placed(quantity.span, fact, claim))
    for date in document.dates:
        facts.append(Placed(date.span, _date(path, document, lines, date)))
    return sorted(facts, key=lambda one: one.span.start)


def _figure(
    path: str, document: Document, lines: Lines, quantity: Quantity, claim: Claim | None
) -> Fact:
    low, high = (
        "" if end is None else write_number(end).replace(",", "")
        for end in (quantity.range.low, quantity.range.high)
    )
    line, column = lines.place(quantity.span.start)
    return Fact(
        path=path,
        line=line,
        column=column,
        kind=quantity.kind,
        text=" ".join(quantity.span.of(document.text).split()),
        value=_value(quantity),
        unit=quantity.unit or "",
        counts=_counted(claim, document) if claim else "",
        source=claim.source.name if claim else "",
        low=low,
        high=high,
        place=document.place_at(quantity.span.start),
    )


def _value(quantity: Quantity) -> str:
    # A bound that is approximate would read "about at least".
    bounded = quantity.range.low is not None and quantity.range.high is not None
    closed = quantity.range.low_closed and quantity.range.high_closed
    return f"{'about ' if quantity.approximate and bounded and closed else ''}{quantity.range}"


def _counted(claim: Claim, document: Document) -> str:
    place = f" in {claim.place}" if claim.place else ""
    return f"{counted_noun(claim, document)}{place}".strip()


def counted_noun(claim: Claim, document: Document) -> str:
    """What the figure counts, as the story words it where its place is known."""
    words = claim.noun.of(document.text) if claim.noun else claim.subject
    return " ".join(words.split())


def _date(path: str, document: Document, lines: Lines, date: Date) -> Fact:
    line, column = lines.place(date.span.start)
    text = " ".join(date.span.of(document.text).split())
    place = document.place_at(date.span.start)
    return Fact(path, line, column, "date", text, _day(date) or text, "", "", "", "", "", place)


def _day(date: Date) -> str:
    """The day, month or year that is known; "" for a stretch of another kind: "the 1990s"."""
    if date.end or date.precision not in ("day", "month", "year"):
        return ""
    parts = [
        "" if date.weekday is None else _WEEKDAYS[date.weekday],
        str(date.day or ""),
        _MONTHS[date.month - 1] if date.month else "",
        str(date.year or ""),
    ]
    return " ".join(filter(None, parts))


def write_facts(name: str, facts: Iterable[Fact], page: Page) -> Iterator[str]:
    """The facts as "table", "csv" or "json"."""
    return {"table": _table, "csv": _csv, "json": _json}[name](facts, page)


def _table(facts: Iterable[Fact], page: Page) -> Iterator[str]:
    from factcheck.reports.table import write_table

    titles = ("place", "kind", "text", "value", "unit", "counts", "who says it")
    for path, here in groupby(facts, key=lambda one: one.path):
        rows = [
            (one.place or f"{one.line}:{one.column}", one.kind, one.text, one.value, one.unit,
             one.counts, one.source)
            for one in here
        ]  # fmt: skip
        yield f"{page.paint(page.shown(path), 'strong')}\n"
        yield from write_table(titles, rows, page)
        yield f"{plural(len(rows), 'fact')}\n\n"


def _csv(facts: Iterable[Fact], page: Page) -> Iterator[str]:
    from factcheck.reports.csv_sheet import write_csv

    del page
    titles = [one.name for one in fields(Fact)]
    return write_csv(titles, ([*asdict(one).values()] for one in facts))


def _json(facts: Iterable[Fact], page: Page) -> Iterator[str]:
    from factcheck.reports.json_object import dump

    rows = ",\n".join(dump(asdict(fact), page) for fact in facts)
    yield f'{{"facts": [\n{rows}\n]}}\n'
