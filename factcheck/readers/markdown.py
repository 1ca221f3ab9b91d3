"""Markdown: blocks first, then the markup within paragraphs, all of it blanked."""

from __future__ import annotations

from factcheck.readers import Reading
from factcheck.readers.blanking import blank_addresses, blanked, even_space
from factcheck.readers.blocks import read_blocks
from factcheck.readers.front_matter import read_front_matter
from factcheck.readers.inline import blank_inline
from factcheck.readers.opaque import blank_opaque
from factcheck.readers.openings import find_bylines, find_credits, find_dateline, in_order
from factcheck.readers.quotations import find_quotations


def read(text: str) -> Reading:
    """Read Markdown."""
    even = even_space(text)
    front = read_front_matter(even)
    end = len(front.prose)
    blocks = read_blocks(blank_opaque(blanked(even[:end]) + even[end:]), even)
    masked, marked = blank_inline(blank_addresses(blocks.prose), blocks.references)
    prose = front.prose + masked[end:]
    regions = [
        *front.regions, *blocks.regions, *marked, *find_bylines(prose), *find_credits(prose),
        *find_dateline(prose), *find_quotations(prose),
    ]  # fmt: skip
    return Reading(prose, in_order(regions), front.as_of)
