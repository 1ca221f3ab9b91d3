"""Characters that a file writes in some longer way: entities, escapes, raised digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.readers.blanking import Edit

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")

# A raised digit is a footnote's mark or a power, never a figure: "2,000³", "5 km²".
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

# The four that stand for most; the table of all takes a millisecond to import.
_COMMON = {"&amp;": "&", "&nbsp;": " ", "&quot;": '"', "&#39;": "'"}


def spread(sign: str, width: int, before: str, after: str) -> str:
    """A character in the width that it was written with, next to what it belongs to.

    "&pound;5" is "£5", but "film&#8217;s" goes on after "film’".
    """
    leads = after.isalnum() and not before.isalnum()
    return sign.rjust(width) if leads else sign.ljust(width)


def entity_edits(text: str, start: int, end: int) -> Iterator[Edit]:
    """The characters for the entities in a stretch."""
    for found in ENTITY.finditer(text, start, end):
        if edit := entity_edit(text, found):
            yield edit


def entity_edit(text: str, found: re.Match[str]) -> Edit | None:
    """The character an entity stands for; None where it stands for none that can be shown."""
    sign = _COMMON.get(found[0]) or _looked_up(found[0])
    if not sign:
        return None
    start, end = found.span()
    shown = spread(sign, end - start, text[start - 1 : start], text[end : end + 1])
    return start, end, shown


def _looked_up(entity: str) -> str:
    from html import unescape

    sign = unescape(entity)
    if len(sign) != 1 or sign == entity:
        return ""
    return " " if sign.isspace() else sign if sign.isprintable() else ""
