"""The front matter of a Markdown story: headline, deck and date; the rest is no prose.

It is read by place, not by a YAML library: the spans are needed anyway, broken YAML does no
harm, and a start stays fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Comment, Region, RegionKind, Span
from factcheck.readers.blanking import Edit, apply_edits, blanked
from factcheck.readers.comments import said_to_us
from factcheck.readers.days import day_of
from factcheck.values import dataclass

_KINDS: dict[str, RegionKind] = {
    "title": "headline", "headline": "headline",
    "deck": "deck", "dek": "deck", "description": "deck", "summary": "deck", "subtitle": "deck",
    "standfirst": "deck", "excerpt": "deck",
    "author": "byline", "byline": "byline",
}  # fmt: skip
_DATES = ("date", "published", "published_at", "pubdate", "publish_date", "publishdate")

# Few stories have front matter, so these are compiled for those only.
_OPENING = r"(---|\+\+\+)[ \t]*\n(?=(?:[ \t]*(?:#[^\n]*)?\n)*+[\w\"'-]+[ \t]*[:=]|\1)"
_FIELD = r"^([\w-]+)[ \t]*[:=][ \t]*([^\n]*(?:\n[ \t]+[^\s][^\n]*)*)"
_NOTE = r"(?:(?<=\s)|^)#[ \t]*(?=factcheck:)([^\n]*)$"
_BLOCK_MARK = r"[>|][+-]?[0-9]?[ \t]*\n\s*"
_STRUCTURES = ("[", "{", "&", "*", "!", "|", ">")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter says; `prose` stands for the text up to the end of it."""

    prose: str = ""
    regions: tuple[Region, ...] = ()
    as_of: tuple[int, int, int] | None = None


def read_front_matter(text: str) -> FrontMatter:
    """The front matter at the beginning of a text, empty where there is none."""
    if not text.startswith(("---", "+++")):
        return FrontMatter()
    end = _end_of(text)
    front = text[:end]
    regions: list[Region] = []
    edits: list[Edit] = []
    as_of = None
    for key, span in _fields(front):
        if key in _DATES:
            as_of = as_of or day_of(span.of(front).lstrip("\"'"))
        elif key in _KINDS and span.start < span.end:
            regions.append(Region(_KINDS[key], span))
            edits.append((span.start, span.end, _value_prose(front, span)))
    return FrontMatter(apply_edits(blanked(front), edits), tuple(regions), as_of)


def find_notes(front: str) -> tuple[Comment, ...]:
    """The comments in the front matter of a text that speak to factcheck: `# factcheck: …`."""
    return tuple(
        Comment(said, Span(*found.span()))
        for found in re.finditer(_NOTE, front, re.MULTILINE | re.IGNORECASE)
        if (said := said_to_us(found[1])) is not None
    )


def _end_of(text: str) -> int:
    opening = re.match(_OPENING, text)
    if opening is None:
        return 0
    closing = re.compile(rf"^(?:{re.escape(opening[1])}|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
    found = closing.search(text, opening.end())
    return found.end() if found else 0


def _fields(front: str) -> Iterator[tuple[str, Span]]:
    for found in re.finditer(_FIELD, front, re.MULTILINE):
        yield found[1].lower(), _value_span(front, found.start(2), found.end(2))


def _value_span(front: str, start: int, end: int) -> Span:
    """Where a value's words stand: without quotes, block marks, comments and surrounding space."""
    if mark := re.compile(_BLOCK_MARK).match(front, start, end):
        start = mark.end()
    elif front.startswith(_STRUCTURES, start):
        return Span(start, start)
    elif (quote := front[start : start + 1]) in ('"', "'") and quote:
        closing = front.rfind(quote, start + 1, end)
        start, end = start + 1, end if closing < 0 else closing
    elif (comment := front.find(" #", start, end)) >= 0:
        end = comment
    end = start + len(front[start:end].rstrip())
    return Span(start, end)


def _value_prose(front: str, span: Span) -> str:
    value = span.of(front).replace("\n", " ")
    return value.replace("\\", " ") if front[span.start - 1] == '"' else value
