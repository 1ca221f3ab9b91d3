"""The places of a finding, quoted from the story and marked underneath.

9 | … the agency put the herd at 2,000 to 3,000 goats …
  |                              ^^^^^^^^^^^^^^ stated by the agency
  ⋮
9 | … between 1,550 and 1,700 goats in Marel, and 1,400 more in Alder …
  |   ----------------------- Marel              ----- Alder
  ⋮
9 | … fares rise 20% to $2.80 …
  |              ^^^    ----- after
  |              the change
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from factcheck.model import Span
from factcheck.reports.cells import clip, clip_left, width, wrap
from factcheck.reports.lines import Lines
from factcheck.reports.marks import Mark, find_marks, gather
from factcheck.reports.page import Page
from factcheck.values import dataclass

# The cells of a story's own words that a label may not take, and those a long label gets.
_CONTEXT = 16
_LABEL = 24

Piece: TypeAlias = tuple[str, Literal["", "first", "further"]]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an excerpt: what stands before the frame, and the pieces after it.

    The `before` of a quoted line is its number, that of a gap in the story "⋮". A piece knows
    whether it belongs to the first span, to a further one, or to neither.
    """

    before: str = ""
    pieces: tuple[Piece, ...] = ()


def excerpt(
    text: str, lines: Lines, spans: Sequence[Span], *, room: int, page: Page
) -> Iterator[Row]:
    """The rows that show these spans, none wider than `room` cells."""
    before = 0
    for group in gather(text, find_marks(lines, spans), _within(room, page), page):
        number = group[0].line
        if before and number != before + 1:
            yield Row("⋮")
        before = number
        marked = _marked(text, group, room, page)
        left, right = _context(text, lines.bounds(number), group, marked, room, page)
        yield Row(str(number), ((f"{left}{''.join(marked)}{right}".rstrip(), ""),))
        yield from _under(group, marked, width(left), room, page)


def _within(room: int, page: Page) -> int:
    """The cells that are left when something is cut off at both ends."""
    return room - 2 * _cut(page)


def _cut(page: Page) -> int:
    return len(page.ellipsis) + 1


def _marked(text: str, group: list[Mark], room: int, page: Page) -> list[str]:
    """What is marked and what lies between, in turn; a single mark too long is cut off."""
    if len(group) == 1:
        words = _shown_from(text, group[0].start, group[0].end, room, page)
        return [clip(words, _within(room, page))]
    ends = [offset for mark in group for offset in (mark.start, mark.end)]
    return [page.shown(text[start:end]) for start, end in pairwise(ends)]


def _shown_from(text: str, start: int, end: int, room: int, page: Page) -> str:
    # Four characters a cell are plenty, and a line may be 50 MB long.
    return page.shown(text[start : min(end, start + 4 * room)])


def _context(
    text: str, bounds: tuple[int, int], group: list[Mark], marked: list[str], room: int, page: Page
) -> tuple[str, str]:
    """As much of the line before and after the marks as there is room for."""
    start, end = group[0].start, group[-1].end
    before = page.shown(text[max(bounds[0], start - 4 * room) : start])
    after = _shown_from(text, end, bounds[1], room, page).rstrip()
    # An empty mark takes the cell of its sign, even behind the last character of a line.
    spare = room - sum(map(width, marked[:-1])) - max(1, width(marked[-1]))
    if len(group) == 1 and marked[0] != _shown_from(text, start, end, room, page):
        return _end_of(before, _cut(page), page), f" {page.ellipsis}"
    if width(before) + width(after) <= spare:
        return before, after
    kept = min(width(after), spare // 2)
    label = width(page.shown(group[-1].label)) + 1
    if label <= spare - _CONTEXT:
        kept = max(kept, label)
    left = _end_of(before, spare - kept, page)
    return left, _beginning_of(after, spare - width(left), page)


def _end_of(text: str, room: int, page: Page) -> str:
    if width(text) <= room:
        return text
    kept = clip_left(text, room - _cut(page))
    if not text[: len(text) - len(kept)].endswith(" "):
        kept = kept.partition(" ")[2] if " " in kept else kept
    return f"{page.ellipsis} {kept.lstrip()}"


def _beginning_of(text: str, room: int, page: Page) -> str:
    if width(text) <= room:
        return text
    kept = clip(text, room - _cut(page))
    if not text[len(kept) :].startswith(" "):
        kept = kept.rpartition(" ")[0] if " " in kept else kept
    return f"{kept.rstrip()} {page.ellipsis}"


def _under(
    group: list[Mark], marked: list[str], column: int, room: int, page: Page
) -> Iterator[Row]:
    """The signs under the marks, each label beside its own where there is room, else below."""
    pieces: list[Piece] = []
    hanging: list[tuple[int, Mark]] = []
    used = 0
    for mark, words, gap in zip(group, marked[::2], [*marked[1::2], None], strict=True):
        sign = ("^" if mark.first else "-") * max(1, width(words))
        beside = f"{sign} {page.shown(mark.label)}".rstrip()
        # A space more parts a label from the next mark.
        end = room if gap is None else column + width(words) + width(gap) - 1
        if column + width(beside) > end:
            hanging.append((column, mark))
            beside = sign
        pieces += [(" " * (column - used), ""), (beside, _which(mark))]
        used = column + width(beside)
        column += width(words) + width(gap or "")
    yield Row(pieces=tuple(pieces))
    while hanging:
        yield from _hung(hanging, *hanging.pop(), room, page)


def _hung(
    others: list[tuple[int, Mark]], column: int, mark: Mark, room: int, page: Page
) -> Iterator[Row]:
    """A label under its mark, with lines down to those that are still to come."""
    label = page.shown(mark.label)
    indent = max(0, min(column, room - min(width(label), _LABEL)))
    lead: list[Piece] = []
    used = 0
    for place, other in others:
        if place < indent:
            lead += [(" " * (place - used), ""), ("|", _which(other))]
            used = place + 1
    for line in wrap(label, room - indent) if label else ():
        yield Row(pieces=(*lead, (" " * (indent - used), ""), (line, _which(mark))))


def _which(mark: Mark) -> Literal["first", "further"]:
    return "first" if mark.first else "further"
