"""What of a story's numbers some rule compared, what was only read, and what was not read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from factcheck.examples import merge
from factcheck.findings import Compared, Finding, Report
from factcheck.model import Claim, Date, Document, Quantity, Span
from factcheck.quantities.mentions import Mention, find_mentions
from factcheck.reports.facts import Fact, Placed, counted_noun, place_facts
from factcheck.values import dataclass

Reading = Literal["compared", "read", "unread"]
READINGS: tuple[Reading, ...] = ("compared", "read", "unread")

_DIGIT = re.compile(r"\d")
# What ties the parts of one number: "3-2", "10:30", "9/11".
_TIES = frozenset("-‐‑–—/:.,'’")
# Where they count something they are figures; elsewhere they are pronouns: "no one", "the one".
_PRONOUNS = frozenset(("one", "none"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A number of a story or a date: its place, how far it was read, and what of it is known.

    What was not read has no fact. `counts`, `where` and `when` are as the story words them.
    `findings` are those that mark it.
    """

    span: Span
    reading: Reading
    fact: Fact | None = None
    counts: str = ""
    where: str = ""
    when: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a story with the entries in it: several where they overlap, never none.

    `first` is the index of its first entry among all entries of the story.
    """

    span: Span
    first: int
    entries: tuple[Entry, ...]

    @property
    def reading(self) -> Reading:
        """How far the best read of its entries was read."""
        return min((one.reading for one in self.entries), key=READINGS.index)


def find_places(path: str, report: Report) -> list[Place]:
    """Where a story has figures, dates and unread numbers: in reading order, none overlapping."""
    entries = _entries(path, report)
    places: list[Place] = []
    first = 0
    for span in merge(one.span for one in entries):
        last = bisect_left(entries, span.end, first, key=lambda one: one.span.start)
        places.append(Place(span, first, tuple(entries[first:last])))
        first = last
    return places


def _entries(path: str, report: Report) -> list[Entry]:
    results: list[Finding | Compared] = [*report.findings, *report.compared]
    was_compared = _touching(span for result in results for span in result.spans)
    entries = [Entry(span, "unread") for span in _unread(report.document)]
    for placed in place_facts(path, report.document):
        reading: Reading = "compared" if was_compared(placed.span) else "read"
        entries.append(_entry(placed, reading, report))
    return sorted(entries, key=lambda one: one.span.start)


def _entry(placed: Placed, reading: Reading, report: Report) -> Entry:
    span, fact, claim = placed
    return Entry(
        span,
        reading,
        fact,
        counted_noun(claim, report.document) if claim else "",
        claim.place if claim else "",
        _as_worded(claim, report.document) if claim else "",
        tuple(one for one in report.findings if any(map(span.overlaps, one.spans))),
    )


def _as_worded(claim: Claim, document: Document) -> str:
    """The times of a claim with the capitals they have in its sentence."""
    sentence = document.sentences[claim.sentence].span.of(document.prose)
    # Not `lower()`, which may change where a character stands.
    found = (re.search(re.escape(one), sentence, re.IGNORECASE) for one in claim.time.split(" / "))
    return ", ".join(
        one[0] if one else time for one, time in zip(found, claim.time.split(" / "), strict=True)
    )


def _unread(document: Document) -> Iterator[Span]:
    """The numerals and number words of the prose that are part of no figure and no date."""
    read: list[Quantity | Date] = [*document.quantities, *document.dates]
    was_read = _touching(one.span for one in read)
    mentions = find_mentions(document.tokens, 0, len(document.tokens))
    numerals = [one.span for one in mentions if _is_numeral(one, document.prose)]
    spans = merge([*numerals, *_words_with_digits(document)])
    yield from _tied((span for span in spans if not was_read(span)), document.prose)


def _is_numeral(mention: Mention, prose: str) -> bool:
    written = mention.span.of(prose)
    if mention.form != "figure" or _DIGIT.search(written):
        return bool(_DIGIT.search(written))
    return written.lower() not in _PRONOUNS or (bool(mention.label) and written[0].isupper())


def _words_with_digits(document: Document) -> Iterator[Span]:
    tokens = document.tokens
    for index in dict.fromkeys(tokens.at(one.start()) for one in _DIGIT.finditer(document.prose)):
        yield Span(tokens.starts[index], tokens.end(index))


def _tied(spans: Iterable[Span], prose: str) -> Iterator[Span]:
    """The spans, with those made one that only a hyphen, a colon or the like keeps apart."""
    last: Span | None = None
    for span in spans:
        if last and (last.end == span.start or prose[last.end : span.start] in _TIES):
            last = Span(last.start, span.end)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _touching(spans: Iterable[Span]) -> Callable[[Span], bool]:
    """Whether a span overlaps one of these."""
    merged = merge(spans)

    def touches(span: Span) -> bool:
        last = bisect_left(merged, span.end, key=lambda one: one.start) - 1
        return last >= 0 and merged[last].overlaps(span)

    return touches
