"""Markdown: blocks first, then the markup within paragraphs, all of it blanked."""

from __future__ import annotations

from factcheck.readers import Reading
from factcheck.readers.blanking import apply_edits, blank_addresses, blanked, even_space
from factcheck.readers.blocks import read_blocks
from factcheck.readers.comments import find_comments, without
from factcheck.readers.front_matter import find_notes, read_front_matter
from factcheck.readers.inline import blank_inline
from factcheck.readers.opaque import find_opaque
from factcheck.readers.openings import find_bylines, find_credits, find_dateline, in_order
from factcheck.readers.quotations import find_quotations


def read(text: str) -> Reading:
    """Read Markdown."""
    even = even_space(text)
    comments = find_comments(text)
    front = read_front_matter(without(even, comments))
    end = len(front.prose)
    body = blanked(even[:end]) + even[end:]
    opaque = find_opaque(body)
    blocks = read_blocks(apply_edits(body, opaque) if opaque else body, even)
    masked, marked = blank_inline(blank_addresses(blocks.prose), blocks.references)
    prose = front.prose + masked[end:]
    regions = [
        *front.regions, *blocks.regions, *marked, *find_bylines(prose), *find_credits(prose),
        *find_dateline(prose), *find_quotations(prose),
    ]  # fmt: skip
    # Within fenced code a comment is shown, not made.
    made = {start for start, _, _ in opaque}
    comments = tuple(one for one in comments if one.span.start < end or one.span.start in made)
    return Reading(
        prose, in_order(regions), front.as_of, comments=find_notes(even[:end]) + comments
    )
