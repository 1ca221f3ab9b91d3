"""Which paragraph a comment is about: the one it is on, else the one it stands at."""

from __future__ import annotations

import re

from factcheck.model import Document, Span

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def paragraph_for(document: Document, comment: Span) -> Span | None:
    """The paragraph that a comment stands in, else the one right behind it.

    The one before, where the comment is nearer to that: on the line below it, with a blank line
    to follow. None where there is neither.
    """
    prose = document.prose
    around = _paragraph(prose, comment.start, comment.end)
    if around.of(prose).strip():
        return around
    before = len(prose[: comment.start].rstrip())
    after = len(prose) - len(prose[comment.end :].lstrip())
    far = _distance(document.text[before : comment.start]) if before else 2
    behind = _distance(document.text[comment.end : after]) if after < len(prose) else 2
    if far < behind:
        return _paragraph(prose, before - 1, before)
    return _paragraph(prose, after, after + 1) if after < len(prose) else None


def _paragraph(prose: str, start: int, end: int) -> Span:
    # In a prose every line break ends a paragraph.
    last = prose.find("\n", end)
    return Span(prose.rfind("\n", 0, start) + 1, len(prose) if last < 0 else last)


def _distance(between: str) -> int:
    """0 on one line, 1 on lines that follow each other, 2 with a blank line between."""
    return 2 if _BLANK_LINE.search(between) else int("\n" in between)
