"""Plain text: either each line is a paragraph, or the text is hard-wrapped."""

from __future__ import annotations

from itertools import pairwise

from factcheck.readers import Reading
from factcheck.readers.blanking import blank_addresses, even_space
from factcheck.readers.comments import find_comments, without
from factcheck.readers.openings import find_credits, find_dateline, find_headlines, in_order
from factcheck.readers.quotations import find_quotations

_NARROWEST, _WIDEST = 40, 120
_ENDS = (".", "!", "?", ":", '."', ".”", '?"', "?”", '!"', "!”")


def read(text: str) -> Reading:
    """Read plain text."""
    comments = find_comments(text)
    prose = blank_addresses(unwrap(even_space(without(text, comments))))
    regions = [
        *find_headlines(prose), *find_credits(prose), *find_dateline(prose),
        *find_quotations(prose),
    ]  # fmt: skip
    return Reading(prose, in_order(regions), comments=comments)


def unwrap(text: str) -> str:
    """The text with the line breaks inside its paragraphs as spaces."""
    lines = text.split("\n")
    # A line of spaces, a blanked comment say, was wrapped to no width.
    written = [line if line.strip() else "" for line in lines]
    width = _width(written)
    if not width:
        return text
    joins = [_belong_together(line, following, width) for line, following in pairwise(written)]
    if not _is_wrapped(written, joins):
        return text
    ends = [" " if join else "\n" for join in joins]
    return "".join([part for pair in zip(lines, [*ends, ""], strict=True) for part in pair])


def _width(lines: list[str]) -> int:
    """The width the lines were wrapped to, 0 where they are too long or too short for that."""
    lengths = sorted(filter(None, map(len, lines)))
    # Not the longest: a web address or a table may stand out on the right.
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    return width if _NARROWEST <= width <= _WIDEST else 0


def _belong_together(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word had no room here, or goes on in small letters."""
    if not line or not following or following[0] in " \t-*•–—":
        return False
    room = width - len(line)
    if room <= 0:
        return True
    word = following.find(" ")
    # Wrapping for even lines leaves a little more room than filling each line would.
    return (len(following) if word < 0 else word) + width // 12 >= room or (
        following[0].islower() and not line.endswith(_ENDS)
    )


def _is_wrapped(lines: list[str], joins: list[bool]) -> bool:
    """Whether most line breaks are only for width; where each line ends a sentence, none is."""
    inner = [
        (join, line.rstrip().endswith(_ENDS))
        for line, following, join in zip(lines, lines[1:], joins, strict=False)
        if line and following
    ]
    full = sum(join for join, _ in inner)
    ended = sum(end for join, end in inner if join)
    return bool(full) and full * 2 >= len(inner) and ended * 2 <= full
