"""Comments that speak to factcheck, in any text that may hold a comment of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.model import Comment, Span
from factcheck.readers.blanking import apply_edits, blanked

# Without the first letter, which Word and others make a capital.
_SIGN = "actcheck:"
# Behind a backtick it is shown, not made. JSON may escape the brackets. Compiled for the few
# stories that have one; each stops at the next, so that a text full of them is read in one pass.
_COMMENT = (
    r"(?<!`)(?:<|\\u003c)!--+\s*factcheck:((?:(?!(?:<|\\u003c)!--|--(?:>|\\u003e)).)*+)"
    r"--(?:>|\\u003e)"
)
_SAID = r"\s*factcheck:(.*)"


def find_comments(text: str) -> tuple[Comment, ...]:
    """Each `<!-- factcheck: … -->` in order."""
    if _SIGN not in text:
        return ()
    found = re.finditer(_COMMENT, text, re.DOTALL | re.IGNORECASE)
    return tuple(Comment(one_line(one[1]), Span(*one.span())) for one in found)


def said_to_us(text: str) -> str | None:
    """What a comment says behind "factcheck:", None for one that speaks to somebody else."""
    found = re.match(_SAID, text, re.DOTALL | re.IGNORECASE) if _SIGN in text else None
    return one_line(found[1]) if found else None


def without(text: str, comments: Iterable[Comment]) -> str:
    """The text with these comments blanked."""
    spans = [one.span for one in comments]
    if not spans:
        return text
    return apply_edits(text, [(one.start, one.end, blanked(one.of(text))) for one in spans])


def within(comments: Iterable[Comment], spans: Sequence[Span]) -> tuple[Comment, ...]:
    """The comments that stand in one of these spans."""
    return tuple(one for one in comments if any(map(one.span.overlaps, spans)))


def one_line(text: str) -> str:
    """The text with single spaces for all its white space."""
    return " ".join(text.split())
