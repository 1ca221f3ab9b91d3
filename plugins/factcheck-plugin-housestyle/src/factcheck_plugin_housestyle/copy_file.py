"""Copy files, as desks pass them on: lines such as "HED:" on top, "###" under the story.

    SLUG: ferry-fares
    DATE: 2026-05-28
    HED: Ferry fares to rise 12 percent
    DEK: A crossing will cost $2.80
    BY: Ana Marel

    [NOTE: check with the harbour office]
    Fares on the Marel ferry ...

    CUTLINE: The ferry at the old pier.
    ###

What the desk writes to itself, `[NOTE: …]` and everything below `###`, is no prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import Prose, Region, Span

_FIELD = re.compile(r"^([A-Z]{2,10}):[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_NOTE = re.compile(r"\[NOTE:[^\]]*\]")
_END = re.compile(r"^[ \t]*(?:###|-30-)[ \t\r]*$", re.MULTILINE)
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_KINDS = {
    "HED": "headline",
    "DEK": "deck",
    "BY": "byline",
    "CUTLINE": "caption",
    "CREDIT": "credit",
    "SUBHED": "heading",
}


def read(text: str) -> Prose:
    """Read a copy file; the day of its DATE line is the story's own."""
    end = _END.search(text)
    story = text[: end.start()] if end else text
    prose, regions, day = story, [], None
    for field in _fields(story):
        kind = _KINDS.get(field[1])
        shown = Span(*field.span(2))
        if kind and shown.start < shown.end:
            regions.append(Region(kind, shown))  # type: ignore[arg-type]
            prose = _blanked(prose, Span(field.start(), shown.start))
        else:
            prose = _blanked(prose, Span(*field.span()))
        if field[1] == "DATE":
            day = _day_of(field[2]) or day
    for note in _NOTE.finditer(story):
        prose = _blanked(prose, Span(*note.span()))
    return Prose(prose + _blanked(text, Span(0, len(text)))[len(story) :], tuple(regions), day)


def _fields(story: str) -> Iterator[re.Match[str]]:
    """The lines of the desk's: at the top anything in capitals, further down what is known."""
    on_top = True
    for line in re.finditer(r"^.*$", story, re.MULTILINE):
        field = _FIELD.match(story, line.start(), line.end())
        if field and (on_top or field[1] in _KINDS):
            yield field
        elif line[0].strip():
            on_top = False


def _blanked(text: str, span: Span) -> str:
    """The text with spaces for all but line breaks there, as long as it was."""
    blank = re.sub(r"[^\n]", " ", span.of(text))
    return text[: span.start] + blank + text[span.end :]


def _day_of(value: str) -> tuple[int, int, int] | None:
    found = _DATE.fullmatch(value.strip())
    return (int(found[1]), int(found[2]), int(found[3])) if found else None
