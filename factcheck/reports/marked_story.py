"""A story's text as HTML, character for character, with its figures and dates marked in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Document, Span
from factcheck.reports.coverage import Entry, Place
from factcheck.reports.flags import Flag, badges, flag_class, flagged
from factcheck.reports.markup import attributes, escaped

READ_AS = {
    "compared": "Read and compared by a rule",
    "read": "Read, but compared by no rule",
    "unread": "Not read: taken for neither a figure nor a date",
}
# The end of a line with the blank lines behind it. Possessive: a "\r\n" is never two breaks.
_BLANK_LINES = re.compile(r"(?>\r\n?|\n)(?:[^\S\r\n]*+(?>\r\n?|\n))++")
_HEADS = frozenset(("headline", "heading"))
# What may stand before a heading's words on its line: "### ", "<h1>".
_OPENING = 8


def write_story(document: Document, places: Sequence[Place], name: str) -> Iterator[str]:
    """The story in paragraphs; the text of all pieces is its text.

    `name` begins the name of each mark ("s1-m4" for the place of entry 4) and of the row in a
    table that it leads to ("s1-r4").
    """
    return (piece for _, piece in write_blocks(document, places, name))


def write_blocks(
    document: Document, places: Sequence[Place], name: str, flags: Sequence[Flag] = ()
) -> Iterator[tuple[Span, str]]:
    """The same with each paragraph's place, and with what the findings mark flagged in it."""
    heads = sorted(one.span for one in document.regions if one.kind in _HEADS)
    for block in _blocks(document.text, places):
        first = bisect_left(places, block.start, key=lambda one: one.span.start)
        last = bisect_left(places, block.end, key=lambda one: one.span.start)
        tag = "h3" if _is_head(block, heads, document.text) else "p"
        here = [one for one in flags if one.touches(block)]
        inside = "".join(_marked(document.text, block, places[first:last], name, here))
        yield block, f'<{tag} dir="auto">{inside}</{tag}>'


def _blocks(text: str, places: Sequence[Place]) -> Iterator[Span]:
    """The paragraphs, blank lines behind them included; none ends within a place."""

    def is_free(offset: int) -> bool:
        before = bisect_left(places, offset, key=lambda one: one.span.start) - 1
        return before < 0 or places[before].span.end <= offset

    ends = [one.end() for one in _BLANK_LINES.finditer(text) if is_free(one.end())]
    for start, end in pairwise([0, *ends, len(text)]):
        if start < end:
            yield Span(start, end)


def _is_head(block: Span, heads: Sequence[Span], text: str) -> bool:
    """Whether the paragraph is a headline or a heading and nothing else."""
    at = bisect_left(heads, block.end, key=lambda one: one.start) - 1
    words = block.of(text).rstrip(" \t\r\n#")
    return (
        at >= 0
        and heads[at].end >= block.start + len(words)
        and heads[at].start <= block.start + _OPENING
    )


def _marked(
    text: str, block: Span, places: Sequence[Place], name: str, flags: Sequence[Flag]
) -> Iterator[str]:
    done = block.start
    for place in places:
        yield from flagged(text, Span(done, place.span.start), flags)
        yield from badges(flags, place.span)
        link = attributes(
            id=f"{name}-m{place.first}",
            class_=f"mark {place.reading} {flag_class(flags, place.span)}".rstrip(),
            href=f"#{name}-r{place.first}",
            title=_about(place),
        )
        yield f"<a{link}>{escaped(place.span.of(text))}</a>"
        done = place.span.end
    yield from flagged(text, Span(done, block.end), flags)


def _about(place: Place) -> str:
    """What is known of the figures there, a line each; browsers show it under the pointer."""
    several = len(place.entries) > 1
    return "\n\n".join("\n".join(_known(one, named=several)) for one in place.entries)


def _known(entry: Entry, *, named: bool) -> Iterator[str]:
    if named and entry.fact:
        yield entry.fact.text
    yield READ_AS[entry.reading]
    for title, value in details(entry).items():
        if value:
            yield f"{title}: {value}"
    for finding in entry.findings:
        yield f"{finding.severity} {finding.rule}: {finding.message}"


def details(entry: Entry) -> dict[str, str]:
    """What is known of a figure or date, by what it is called."""
    fact = entry.fact
    if not fact:
        return {}
    return {
        "Kind": fact.kind,
        "Value": fact.value,
        "Unit": fact.unit.replace("_", " "),
        "Counts": entry.counts,
        "Where": entry.where,
        "When": entry.when,
        "Who says it": fact.source,
    }
